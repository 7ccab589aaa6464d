"""Cells of a return that came in: figures as typed in Việt Nam, and what Excel or a person made of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from db.rules.cell_places import cell_place
from db.rules.formats import Value, day_text
from db.rules.returns.forms import ColumnForm
from db.rules.returns.received_books import CellValue, ReadRow
from db.rules.returns.received_findings import ReturnFinding, error, warning
from db.rules.returns.received_forms import PlacedForm
from db.rules.scoring.received_cells import ReadCell, number_of

# Beyond what any office counts or spends.
_MOST = 10**15
# What a target asks for may be words (`không để xảy ra`), as may what became of it.
_NUMBERS = ("row_number", "share_of_plan", "task_money")


def read_line(
    placed: PlacedForm, row: ReadRow, problems: list[ReturnFinding], *, total: bool = False
) -> tuple[Value, ...]:
    """Return the values of a row in the order of the form's columns; what is wrong with a cell joins the problems."""
    return tuple(
        _value(placed, column, place, row, problems, total=total)
        for place, column in enumerate(placed.form.columns)
    )


def marks_of(placed: PlacedForm) -> Iterator[ReturnFinding]:
    """Yield the cells of the table that hold an error or a formula, and what is hidden or merged in it."""
    sheet = placed.sheet
    lines = {row.number for row in placed.lines}
    if sheet.errors or sheet.valueless or sheet.formulas:
        yield from _formulas(placed)
    if placed.is_template:
        return
    for number in sorted(sheet.hidden_rows & lines):
        yield warning("return_row_hidden", sheet.place(number, 0))
    for place, at in placed.columns.items():
        if at + 1 in sheet.hidden_columns:
            head = placed.form.columns[place].head
            yield warning("return_column_hidden", sheet.place(placed.head, at), head)
    yield from _merged(placed, sorted(lines))


def _merged(placed: PlacedForm, lines: Sequence[int]) -> Iterator[ReturnFinding]:
    """Yield the merged cells of the table; a sheet may have as many of them as it has rows."""
    sheet = placed.sheet
    for top, left, bottom, right in sheet.merged:
        has_columns = any(left <= at + 1 <= right for at in placed.columns.values())
        after = bisect_left(lines, top)
        if has_columns and (bottom > top or right > left) and after < len(lines) and lines[after] <= bottom:
            last = cell_place("", bottom, right).lstrip("!")
            yield error("cells_merged", sheet.place(top, left - 1), last=last)


def _formulas(placed: PlacedForm) -> Iterator[ReturnFinding]:
    sheet = placed.sheet
    for row in placed.lines:
        for place, at in placed.columns.items():
            known = placed.cell(row, place)
            cell = sheet.cell(*known) if known else ""
            if cell in sheet.errors:
                yield error("return_cell_error", placed.place(row, place), row.text(at))
            elif cell in sheet.valueless:
                yield error("cell_without_value", placed.place(row, place))
            elif cell in sheet.formulas:
                yield warning("return_cell_formula", placed.place(row, place), row.text(at))


def _value(
    placed: PlacedForm,
    column: ColumnForm,
    place: int,
    row: ReadRow,
    problems: list[ReturnFinding],
    *,
    total: bool,
) -> Value:
    at = placed.columns.get(place)
    raw = None if at is None else row.value(at)
    if raw is None or (column.is_text and isinstance(raw, str)):
        return raw
    if column.is_text:
        return _as_text(raw)
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool) and -_MOST < raw < _MOST:
        return raw
    cell = placed.cell(row, place)
    if cell is not None and placed.sheet.cell(*cell) in placed.sheet.errors:
        return None
    return _number(column, raw, placed.place(row, place), problems, total=total)


def _number(
    column: ColumnForm, raw: CellValue, place: str, problems: list[ReturnFinding], *, total: bool
) -> Value:
    """Read a figure that was typed as text; what is no number is told."""
    if isinstance(raw, str) and not column.is_figure and (total or column.holds not in _NUMBERS):
        return raw
    shown = _as_text(raw)
    if isinstance(raw, bool) or not isinstance(raw, str):
        problems.append(error("return_not_number", place, shown))
        return None
    number, wrong = number_of(ReadCell(raw, place))
    if wrong is not None:
        problems.append(error("return_not_number", place, shown))
        return None
    if number is None:
        return None
    plain = int(number) if number == int(number) else number
    problems.append(warning("return_number_as_text", place, shown, _as_text(plain)))
    return plain


def _as_text(value: CellValue) -> str:
    if isinstance(value, bool) or value is None:
        return "TRUE" if value else "FALSE" if value is not None else ""
    if isinstance(value, int | str):
        return str(value)
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else day_text(value)
