"""The total rows of a consolidated return: added up where that is right, recomputed where it can be, else blank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from db.rules.formats import Number, Value
from db.rules.measures import Measure, MeasureKind, MeasureRef, parse_expression, ratio, total
from db.rules.returns.arithmetic import number_of
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, Over, SheetForm
from db.rules.returns.row_sources import RowOrigin, RowSource

# A form and a column of it, by their codes.
Cell = tuple[str, str]
# The same number wherever it stands: what is measured, and over which days.
_Number = tuple[str, Over, int]
_ADDS_UP = (MeasureKind.FLOW, MeasureKind.STOCK)


class WhyBlank(StrEnum):
    """Why a total is blank: its two parts are not columns of the set, or are lacking; or its things may be the same."""

    PARTS = "parts"
    REPEATED = "repeated"


@dataclass(frozen=True)
class BlankTotal:
    """A total that cannot be added up, by the code of its form and the key of its column."""

    sheet: str
    column: str
    why: WhyBlank


@dataclass(frozen=True)
class Totals:
    """The total row of each form whose rows are units, by code; `parts` name the two columns of a recomputed ratio."""

    rows: Mapping[str, tuple[Value, ...]]
    blanks: tuple[BlankTotal, ...] = ()
    parts: Mapping[Cell, tuple[Cell, Cell]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Added:
    """A total that was added up, where, and whether every file has its column."""

    cell: Cell
    value: Number | None
    whole: bool


def total_rows(
    filled: Sequence[FilledSheet],
    records: Sequence[FilledSheet],
    sources: Sequence[RowSource],
    catalogue: Mapping[str, Measure],
) -> Totals:
    """Return the total row of each form; `filled` and `records` are the office's own forms, as `OwnReturn` has them.

    Where no file says anything the totals are those of the measures: they are counted, not added up.
    """
    own = {sheet.form.code: sheet.total for sheet in filled}
    sheets = [sheet for sheet in records if own[sheet.form.code]]
    if all(item.file is None and item.origin is not RowOrigin.MISSING for item in sources):
        return Totals({sheet.form.code: own[sheet.form.code] for sheet in sheets})
    adding = _Adding(sources, catalogue)
    for sheet in sheets:
        adding.add(sheet.form, own[sheet.form.code])
    for sheet in sheets:
        adding.recompute(sheet.form)
    return Totals(
        {code: tuple(cells) for code, cells in adding.rows.items()}, tuple(adding.blanks), adding.parts
    )


class _Adding:
    def __init__(self, sources: Sequence[RowSource], catalogue: Mapping[str, Measure]) -> None:
        self.rows: dict[str, list[Value]] = {}
        self.blanks: list[BlankTotal] = []
        self.parts: dict[Cell, tuple[Cell, Cell]] = {}
        self._sources, self._catalogue = sources, catalogue
        self._added: dict[_Number, _Added] = {}

    def add(self, form: SheetForm, words: Sequence[Value]) -> None:
        """Add up what may be added up in a form; its other totals are left open, what is no figure says `words`."""
        cells = self.rows[form.code] = list(words)
        for at, column in enumerate(form.columns):
            if not column.kind:
                continue
            cells[at] = None
            ref = parse_expression(column.measure, self._catalogue) if column.measure else None
            if column.kind in _ADDS_UP or (ref and ref.measure.adds_over_units):
                cells[at] = total(_numbers(self._sources, form.code, at))
                if ref:
                    whole = not any(_lacks(source, form.code, at) for source in self._sources)
                    found = _Added((form.code, column.key), number_of(cells[at]), whole)
                    self._added.setdefault(_number(column, ref), found)

    def recompute(self, form: SheetForm) -> None:
        """Find the totals of a form that are not added up: averages of points, and ratios from the totals of parts."""
        for at, column in enumerate(form.columns):
            ref = parse_expression(column.measure, self._catalogue) if column.measure else None
            if column.kind == MeasureKind.RATIO:
                self.rows[form.code][at] = self._ratio(form, at, column, ref)
            elif column.kind == MeasureKind.DISTINCT and not (ref and ref.measure.adds_over_units):
                self._leave(form, at, WhyBlank.REPEATED)

    def _ratio(self, form: SheetForm, at: int, column: ColumnForm, ref: MeasureRef | None) -> Number | None:
        if ref and ref.measure.of_scores:
            return self._average(form, at, ref)
        names = ref.measure.parts if ref else None
        found = [self._found(ref.part(name, self._catalogue), column) for name in names or () if ref]
        match found:
            case [_Added() as above, _Added() as below] if ref:
                self.parts[form.code, column.key] = above.cell, below.cell
                return ratio(above.value, below.value, ref.measure.scale)
        self._leave(form, at, WhyBlank.PARTS)
        return None

    def _average(self, form: SheetForm, at: int, ref: MeasureRef) -> Number | None:
        """Return the average of points: a commune's row is of one sheet, and the rows with points are the sheets."""
        communes = [source for source in self._sources if source.unit.commune]
        points = [value for value in _numbers(communes, form.code, at) if value is not None]
        return ratio(total(points), len(points), ref.measure.scale)

    def _found(self, part: MeasureRef, column: ColumnForm) -> _Added | None:
        found = self._added.get(_number(column, part))
        return found if found and found.whole else None

    def _leave(self, form: SheetForm, at: int, why: WhyBlank) -> None:
        """Leave a total blank, and say so where a row has a figure."""
        if any(value is not None for value in _numbers(self._sources, form.code, at)):
            self.blanks.append(BlankTotal(form.code, form.columns[at].key, why))


def _number(column: ColumnForm, ref: MeasureRef) -> _Number:
    over = column.over
    if ref.measure.kind is MeasureKind.STOCK:
        # As of the last day, which a period and the days since the start of its year have in common.
        over = {Over.YEAR: Over.PERIOD, Over.SINCE_START_BEFORE: Over.YEAR_BEFORE}.get(over, over)
    return ref.expression, over, column.back


def _numbers(sources: Sequence[RowSource], code: str, at: int) -> Iterator[Number | None]:
    for source in sources:
        row = source.rows.get(code)
        yield number_of(row.values[at]) if row else None


def _lacks(source: RowSource, code: str, at: int) -> bool:
    """Tell whether a file says nothing of a column, because it has neither that nor the form."""
    if source.file is None:
        return False
    row = source.rows.get(code)
    return row is None or row.columns[at] is None
