"""The table of a sheet: a row for each unit or target, and the total row. Values, no formulas."""

from collections.abc import Callable
from functools import cache

from xlsxwriter.format import Format

from db.rules.returns.forms import ColumnForm
from exports.returns.content import Row, SheetContent
from exports.returns.layout import BODY, height, line_count, room_in
from exports.returns.page import Page, write_value
from exports.returns.styles import Look, cell_style, look_of

# Points that set the rows a little apart.
_ROW_GAP = 1.5

FormatOf = Callable[[int, Look], Format]


def write_table(page: Page, content: SheetContent) -> int:
    """Write the rows and the total row; return the first row below."""
    usual = _formats(page, content.form.columns, total=False)
    for row, cells in enumerate(content.rows, start=BODY):
        _write_row(page, row, cells, usual, bold=False)
    below = BODY + len(content.rows)
    if not content.total:
        return below
    _write_row(page, below, content.total, _formats(page, content.form.columns, total=True), bold=True)
    return below + 1


def _formats(page: Page, columns: tuple[ColumnForm, ...], *, total: bool) -> FormatOf:
    # Asked for each of ten thousand cells, answered with a handful of formats.
    @cache
    def format_of(place: int, look: Look) -> Format:
        return page.styles.of(cell_style(columns[place], look, total=total))

    return format_of


def _write_row(page: Page, row: int, cells: Row, format_of: FormatOf, *, bold: bool) -> None:
    for place, value in enumerate(cells):
        write_value(page.sheet, (row, place), value, format_of(place, look_of(value)))
    page.sheet.set_row(row, _height(page, cells, bold))


def _height(page: Page, cells: Row, bold: bool) -> float:
    """Return the height of a row: not every program that opens a workbook looks for it by itself."""
    lines = [
        line_count(value, room_in(width), bold=bold)
        for value, width in zip(cells, page.grid.widths, strict=True)
        if isinstance(value, str)
    ]
    return height(max(lines, default=1)) + _ROW_GAP
