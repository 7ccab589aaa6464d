"""Cells by hand put into a return: they flow into totals and into ratios whose parts stand in the same form."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from db.rules.formats import Value
from db.rules.measures import MeasureKind, ratio, total
from db.rules.returns.arithmetic import number_of
from db.rules.returns.by_hand import CellPlace, HandCell, cell_text, cell_value
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, Severity, row_keys
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, Over

_ADDS_UP = (MeasureKind.FLOW, MeasureKind.STOCK)


@dataclass(frozen=True)
class RatioParts:
    """Of what a ratio is made, as forms write it: numerator, denominator, and 100 for per cent."""

    numerator: str
    denominator: str
    scale: int


@dataclass(frozen=True)
class HandMark:
    """A cell by hand in a return: what the measures say, why it says something else, whether they said so then.

    One that only followed has no `cell`.
    """

    computed: Value
    cell: HandCell | None = None

    @property
    def has_moved(self) -> bool:
        """Tell whether the measures say something else than when the cell was filled by hand."""
        return self.cell is not None and cell_text(self.computed) != self.cell.computed


@dataclass(frozen=True)
class HandFilled:
    """Forms with their cells by hand; `marks` tell each cell that is not what the measures say.

    `left` are ratios and totals that a cell by hand should have changed and could not, `lost` cells by hand whose row
    or column is not there any more.
    """

    sheets: tuple[FilledSheet, ...]
    marks: Mapping[CellPlace, HandMark]
    left: tuple[CellPlace, ...] = ()
    lost: tuple[CellPlace, ...] = ()


def with_hand_cells(
    sheets: Sequence[FilledSheet],
    cells: Mapping[CellPlace, HandCell],
    parts_of: Callable[[str], RatioParts | None],
) -> HandFilled:
    """Put cells by hand into the forms; `parts_of` names the parts of a ratio by its measure."""
    flows = [_Flow(sheet, cells, parts_of) for sheet in sheets]
    found = {place for flow in flows for place in flow.marks}
    return HandFilled(
        tuple(flow.sheet() for flow in flows),
        {place: mark for flow in flows for place, mark in flow.marks.items()},
        tuple(place for flow in flows for place in flow.left),
        tuple(place for place in cells if place not in found),
    )


def hand_findings(filled: HandFilled) -> Iterator[CheckFinding]:
    """Yield what an officer has to look at because of cells by hand, each a warning."""
    values = _values(filled.sheets)
    for place in filled.left:
        yield _warning("not_recomputed", place, values.get(place))
    for place, mark in filled.marks.items():
        if mark.has_moved and mark.cell is not None:
            facts = {"then": mark.cell.computed or "–", "now": cell_text(mark.computed) or "–"}
            yield replace(_warning("computed_moved", place, values.get(place)), facts=facts)
    for place in filled.lost:
        yield _warning("by_hand_lost", place, None)


def _warning(code: str, place: CellPlace, value: Value) -> CheckFinding:
    return CheckFinding(Severity.WARNING, code, place.sheet, place.row, place.column, cell_text(value))


def _values(sheets: Sequence[FilledSheet]) -> dict[CellPlace, Value]:
    return {
        CellPlace(sheet.form.code, row, column.key): value
        for sheet in sheets
        for row, values in zip((*row_keys(sheet), TOTAL_ROW), (*sheet.rows, sheet.total), strict=True)
        for column, value in zip(sheet.form.columns, values, strict=False)
    }


class _Flow:
    """One form while its cells by hand are put in: rows, then totals, then ratios."""

    def __init__(
        self,
        sheet: FilledSheet,
        cells: Mapping[CellPlace, HandCell],
        parts_of: Callable[[str], RatioParts | None],
    ) -> None:
        self._given, self._columns = sheet, sheet.form.columns
        self._keys = (*row_keys(sheet), *((TOTAL_ROW,) if sheet.total else ()))
        self._before = [list(row) for row in (*sheet.rows, *((sheet.total,) if sheet.total else ()))]
        self._now = [list(row) for row in self._before]
        self.marks: dict[CellPlace, HandMark] = {}
        self.left: list[CellPlace] = []
        self._put(cells)
        if self.marks:
            self._add_to_year()
            self._add_up()
            self._recompute(parts_of)

    def sheet(self) -> FilledSheet:
        if not self.marks:
            return self._given
        *rows, last = map(tuple, self._now)
        if self._given.total:
            return replace(self._given, rows=tuple(rows), total=last)
        return replace(self._given, rows=(*rows, last))

    def _place(self, row: int, column: ColumnForm) -> CellPlace:
        return CellPlace(self._given.form.code, self._keys[row], column.key)

    def _put(self, cells: Mapping[CellPlace, HandCell]) -> None:
        own = {place for place in cells if place.sheet == self._given.form.code}
        for row in range(len(self._keys)) if own else ():
            for at, column in enumerate(self._columns):
                cell = cells.get(self._place(row, column))
                if cell is not None:
                    self.marks[self._place(row, column)] = HandMark(self._before[row][at], cell)
                    self._now[row][at] = cell_value(cell.value, column)

    def _touched(self, at: int) -> list[int]:
        column = self._columns[at]
        return [row for row in range(len(self._keys)) if self._place(row, column) in self.marks]

    def _follow(self, row: int, at: int, value: Value) -> None:
        place = self._place(row, self._columns[at])
        if place not in self.marks and value != self._before[row][at]:
            self.marks[place] = HandMark(self._before[row][at])
            self._now[row][at] = value

    def _add_to_year(self) -> None:
        """Let what happened in the period change what happened since the start of the year, of which it is a part."""
        for at, column in enumerate(self._columns):
            if column.over is not Over.PERIOD or column.back or not column.measure:
                continue
            for row in self._touched(at):
                for place, other in enumerate(self._columns):
                    if (other.measure, other.days) == (column.measure, (Over.YEAR, 0)):
                        self._add_change(row, at, place)

    def _add_change(self, row: int, at: int, place: int) -> None:
        """Add what a cell changed to another of the same row; what counts without repetition cannot follow."""
        if self._columns[at].kind == MeasureKind.DISTINCT:
            self._leave_cell(row, self._columns[place])
        elif self._columns[at].kind == MeasureKind.FLOW:
            before, now = number_of(self._before[row][at]), number_of(self._now[row][at])
            change = (now or 0) - (before or 0)
            said = number_of(self._before[row][place])
            if change or (said is None and now is not None):
                # Where nothing else was counted since the start of the year, a blank leaves a blank and not 0.
                is_all = now is None and said == before
                self._follow(row, place, None if is_all else (said or 0) + change)

    def _add_up(self) -> None:
        if not self._given.total:
            return
        last = len(self._keys) - 1
        for at, column in enumerate(self._columns):
            touched = [row for row in self._touched(at) if row != last]
            place = self._place(last, column)
            if touched and column.kind in _ADDS_UP:
                self._follow(last, at, self._added(at, last))
            elif touched and column.kind == MeasureKind.DISTINCT and place not in self.marks:
                self.left.append(place)

    def _added(self, at: int, last: int) -> Value:
        """Return the total with what stands in no row: units above a list of communes keep figures of their own."""
        before = total(number_of(row[at]) for row in self._before[:last])
        said = number_of(self._before[last][at])
        beside = said - (before or 0) if said is not None else None
        rows = [number_of(row[at]) for row in self._now[:last]]
        return total([*rows, beside if beside else None])

    def _recompute(self, parts_of: Callable[[str], RatioParts | None]) -> None:
        for at, column in enumerate(self._columns):
            if column.holds == "share_of_plan":
                self._leave(at, [place for place, other in enumerate(self._columns) if other.holds == "done"])
            parts = parts_of(column.measure) if column.kind == MeasureKind.RATIO else None
            if parts is None:
                continue
            upper, lower = (self._at(name, column) for name in (parts.numerator, parts.denominator))
            known = [place for place in (upper, lower) if place is not None]
            for row in sorted({row for place in known for row in self._touched(place)}):
                if upper is None or lower is None:
                    self._leave_cell(row, column)
                else:
                    cells = (number_of(self._now[row][upper]), number_of(self._now[row][lower]))
                    self._follow(row, at, ratio(*cells, parts.scale))

    def _leave(self, at: int, sources: Sequence[int]) -> None:
        for row in sorted({row for place in sources for row in self._touched(place)}):
            self._leave_cell(row, self._columns[at])

    def _leave_cell(self, row: int, column: ColumnForm) -> None:
        place = self._place(row, column)
        if place not in self.marks:
            self.left.append(place)

    def _at(self, measure: str, column: ColumnForm) -> int | None:
        """Return where a part of a ratio stands, over the same days."""
        for at, other in enumerate(self._columns):
            if other.measure == measure and other.days == column.days:
                return at
        return None
