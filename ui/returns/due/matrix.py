"""Units below × returns of the year, as a table: what came, what is late, what was refused. No Qt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from db.rules.formats import Value
from db.rules.returns.due import DueState
from db.rules.text import sort_key
from db.services.returns.due import DueReturn
from ui.common.borders import WHY
from ui.common.lists.columns import Column
from ui.common.period_texts import part_title, period_title
from ui.common.return_due_texts import days_words
from ui.common.standing_texts import Tone
from ui.returns.due import texts
from ui.returns.due.lines import note_words, short_words, state_words, tone_of

TONE = "tone "
EARLIER = "earlier"
_UNIT_WIDTH, _WIDTH, _WIDE = 160, 116, 168
_UNIT = Column(texts.UNIT, "unit", _UNIT_WIDTH, sortable=False)


@dataclass(frozen=True)
class MatrixRow:
    """A unit with its returns by column, and those of earlier years that are still open."""

    id: int
    unit: str
    returns: Mapping[str, DueReturn] = field(default_factory=dict)
    earlier: tuple[DueReturn, ...] = ()

    @cached_property
    def cells(self) -> Mapping[str, Value]:
        """Return the cells, made when somebody looks: there are six hundred communes in a province."""
        return _cells(self)


@dataclass(frozen=True)
class Matrix:
    """The columns and rows of the table."""

    columns: tuple[Column, ...] = (_UNIT,)
    rows: tuple[MatrixRow, ...] = ()


def matrix_of(below: Sequence[DueReturn]) -> Matrix:
    """Put the returns of the units below side by side, in the order of their due days."""
    this_year = [item for item in below if not item.is_carried]
    sets = list(dict.fromkeys(item.due.set_code for item in this_year))
    columns = {column_key(item): _column(item, is_first=item.due.set_code == sets[0]) for item in this_year}
    by_unit: dict[int, list[DueReturn]] = defaultdict(list)
    for item in below:
        by_unit[item.unit.id].append(item)
    rows = tuple(_row(unit_id, items) for unit_id, items in by_unit.items())
    has_earlier = any(row.earlier for row in rows)
    earlier = (Column(texts.EARLIER, EARLIER, _WIDTH, sortable=False),) if has_earlier else ()
    ordered = tuple(sorted(rows, key=lambda row: sort_key(row.unit)))
    return Matrix((_UNIT, *earlier, *columns.values()), ordered)


def column_key(item: DueReturn) -> str:
    """Return the key of the column in which a return stands."""
    return f"{item.due.set_code} {item.due.period.label} {item.due.code}"


def counts(below: Iterable[DueReturn]) -> dict[str, int]:
    """Return how many returns came, are late, were refused."""
    listed = list(below)
    return {
        "received": sum(item.standing.state is DueState.RECEIVED for item in listed),
        "late": sum(item.is_late for item in listed),
        "refused": sum(item.standing.state is DueState.REFUSED for item in listed),
    }


def _column(item: DueReturn, *, is_first: bool) -> Column:
    period = item.due.title or part_title(item.due.period)
    if is_first or item.due.code:
        return Column(period, column_key(item), _WIDTH, sortable=False)
    return Column(
        texts.HEAD.format(period=period, set=item.set_title), column_key(item), _WIDE, sortable=False
    )


def _row(unit_id: int, items: Sequence[DueReturn]) -> MatrixRow:
    earlier = tuple(item for item in items if item.is_carried)
    returns = {column_key(item): item for item in items if not item.is_carried}
    return MatrixRow(unit_id, items[0].unit.name, returns, earlier)


def _cells(row: MatrixRow) -> dict[str, Value]:
    cells: dict[str, Value] = {"unit": row.unit}
    for key, item in row.returns.items():
        cells |= {key: short_words(item), TONE + key: tone_of(item).value, key + WHY: _whole(item)}
    if row.earlier:
        late = sum(item.is_late for item in row.earlier)
        cells |= {
            EARLIER: (texts.EARLIER_LATE if late else texts.EARLIER_OPEN).format(
                count=late or len(row.earlier)
            ),
            TONE + EARLIER: (Tone.LATE if late else Tone.SOON).value,
            EARLIER + WHY: "; ".join(period_title(item.due.period) for item in row.earlier),
        }
    return cells


def _whole(item: DueReturn) -> str:
    left = days_words(item.days_left) if item.is_open else ""
    parts = (state_words(item), left, note_words(item))
    return ". ".join(part.rstrip(".") for part in parts if part)
