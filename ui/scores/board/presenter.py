"""The state of the board: the communes of a year with their results, narrowed, ordered, summed up. No widgets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Unknown
from db.rules.formats import Number, Value, day_text, number_text
from db.rules.periods import parse_period
from db.rules.scoring.rule_sets import ScoreClass
from db.rules.text import folded, sort_key
from db.rules.units import bare_name
from db.services.measuring import measures
from db.services.scoring import board, rule_sets
from db.services.scoring.board import Before, BoardRow
from db.sessions import Session
from ui.common.borders import WHY, shown_number
from ui.common.borders_texts import DIFFERENT
from ui.common.workplace import Changed, Workplace
from ui.scores.board import texts

_KINDS = ("scores", "units")
_COUNTS = ("scores.self_sheets", "scores.self_points", "scores.appraised_sheets", "scores.appraised_points")


@dataclass(frozen=True)
class BoardLine:
    """One commune as the list shows it; its id is the unit's."""

    id: int
    cells: Mapping[str, Value]


@dataclass(frozen=True)
class Summary:
    """The numbers that the return prints for the chosen period: sheets and averages, communes by class."""

    communes: int
    counts: Mapping[str, Number | None]
    classes: Mapping[str, int]

    def lines(self) -> tuple[str, ...]:
        """Return the summary in words."""
        parts = [texts.CLASS_COUNT.format(title=title, count=count) for title, count in self.classes.items()]
        rest = self.communes - sum(self.classes.values())
        counted = (self._counted(texts.SELF, "self"), self._counted(texts.APPRAISED, "appraised"))
        return (
            " · ".join(counted),
            texts.CLASSES.format(classes=" · ".join(parts) or texts.NO_CLASSES, rest=rest),
        )

    def _counted(self, label: str, column: str) -> str:
        sheets, points = self.counts[f"scores.{column}_sheets"], self.counts[f"scores.{column}_points"]
        if not sheets:
            return texts.NOT_COUNTED.format(label=label)
        return texts.COUNTED.format(label=label, sheets=number_text(sheets), points=number_text(points))


class BoardPresenter(QObject):
    """The communes of the chosen year. `changed` after every new reading, filter or order."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.text = ""
        self.sort, self.descending = "number", False
        self.summary = Summary(0, {}, {})
        self.shown: tuple[int, ...] = ()
        self._lines: dict[int, BoardLine] = {}
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self.reload)
        workplace.borders_changed.connect(self.reload)

    @property
    def narrowed(self) -> bool:
        return bool(self.text)

    def reload(self) -> None:
        """Read the board anew."""
        rows, self.summary = self.workplace.read(self._read)
        self._lines = {row.unit.id: _line(number, row) for number, row in enumerate(rows, start=1)}
        self._arrange()

    def rows(self, ids: Iterable[int]) -> Sequence[BoardLine]:
        return [self._lines[unit_id] for unit_id in ids if unit_id in self._lines]

    def filter_text(self, text: str) -> None:
        self.text = text.strip()
        self._arrange()

    def sort_by(self, key: str, descending: bool) -> None:
        self.sort, self.descending = key, descending
        self._arrange()

    def counted_until(self) -> str:
        """Return the words that say until which day the summary counts."""
        return texts.COUNTED_UNTIL.format(last=day_text(self.workplace.span.last))

    def _arrange(self) -> None:
        wanted = folded(self.text).split()
        found = [line for line in self._lines.values() if all(word in _search(line) for word in wanted)]
        # What has no value stands last, whichever way the others go.
        known = [line for line in found if line.cells[self.sort] not in (None, "")]
        known.sort(key=lambda line: _order(line.cells[self.sort]), reverse=self.descending)
        blank = [line for line in found if line.cells[self.sort] in (None, "")]
        self.shown = tuple(line.id for line in (*known, *blank))
        self.changed.emit()

    def _read(self, session: Session) -> tuple[tuple[BoardRow, ...], Summary]:
        workplace, unit_id, span = self.workplace, self.workplace.office.unit.id, self.workplace.span
        before = parse_period(str(span.year - 1)).span(workplace.cut_off)
        rows = board.board(session, unit_id=unit_id, span=span, before=before, borders=workplace.borders)
        classes = {item.code: item.title for item in _classes(session, span.year)}
        wanted = [*_COUNTS, *(f"scores.communes[class={code}]" for code in classes)]
        refs = [measures.refer(session, name) for name in wanted]
        answers = measures.answers(session, refs, unit_id=unit_id, span=span)
        totals = {name: answers[ref.expression].total for name, ref in zip(wanted, refs, strict=True)}
        by_class = {
            title: int(totals[f"scores.communes[class={code}]"] or 0) for code, title in classes.items()
        }
        return rows, Summary(len(rows), {name: totals[name] for name in _COUNTS}, by_class)

    def _on_changed(self, change: Changed) -> None:
        if change.kind in _KINDS:
            self.reload()


def _classes(session: Session, year: int) -> tuple[ScoreClass, ...]:
    try:
        return rule_sets.parsed(rule_sets.of_year(session, year)).classes
    except Unknown:  # No rule set held in that year: nothing was scored, and nothing is counted by class.
        return ()


def _line(number: int, row: BoardRow) -> BoardLine:
    return BoardLine(
        row.unit.id,
        {
            "number": number,
            "unit": row.unit.name,
            "self_points": row.self_points,
            "self_class": row.self_class,
            "appraised_points": row.appraised_points,
            "appraised_class": row.appraised_class,
            "difference": row.difference,
            **_before(row.before),
        },
    )


def _before(before: Before | None) -> dict[str, Value]:
    """Return the points of the year before, or why there are none, with the communes that had some."""
    if before is None:
        return {"before": None}
    cells = shown_number(before.points, before.gap, "before", DIFFERENT)
    parts = "; ".join(
        texts.BEFORE_PART.format(unit=name, points=number_text(points)) for name, points in before.parts
    )
    if parts:
        told = str(cells.get("before" + WHY, ""))
        cells["before" + WHY] = texts.BEFORE_WHY.format(why=told, parts=parts) if told else parts
    return cells


def _search(line: BoardLine) -> str:
    keys = ("unit", "self_class", "appraised_class")
    return folded(" ".join(str(line.cells[key] or "") for key in keys))


def _order(value: Value) -> tuple[Decimal, str]:
    if isinstance(value, str):
        return Decimal(0), sort_key(bare_name(value))
    return (Decimal(value) if isinstance(value, int | Decimal) else Decimal(0)), ""
