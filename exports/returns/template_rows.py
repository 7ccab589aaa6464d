"""A row of a given workbook becomes several: what stands below moves down, with all that speaks of it."""

from collections.abc import Callable
from copy import copy
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formula.translate import Translator
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from exports.returns.template_references import Growth, moved_formula, moved_range
from exports.returns.template_surroundings import move_names, move_surroundings

Change = Callable[[str], str]


def make_room(book: Workbook, growths: list[Growth]) -> None:
    """Move down what stands below each row that grows, everywhere; then fill the room with copies of the row."""
    for growth in growths:
        sheet = book[growth.sheet]
        _move_cells(sheet, growth)
        _move_heights(sheet, growth)
        _move_merges(sheet, growth)
        move_surroundings(sheet, growth)
        move_names(book, growth)
        for other in book.worksheets:
            _move_formulas(other, growth)
    for growth in growths:
        _copy_row(book[growth.sheet], growth)


def _move_cells(sheet: Worksheet, growth: Growth) -> None:
    cells = sheet._cells
    below = sorted((place for place in cells if place[0] > growth.row), reverse=True)
    for row, column in below:
        cell = cells.pop((row, column))
        cell.row = growth.first(row)
        cells[cell.row, column] = cell
        if isinstance(cell, Cell) and cell.hyperlink is not None:
            cell.hyperlink.ref = cell.coordinate


def _move_heights(sheet: Worksheet, growth: Growth) -> None:
    heights = sheet.row_dimensions
    for row in sorted((row for row in heights if row > growth.row), reverse=True):
        heights[growth.first(row)] = _height_at(heights.pop(row), growth.first(row))


def _height_at(height: RowDimension, row: int) -> RowDimension:
    moved = copy(height)
    moved.index = row
    return moved


def _move_merges(sheet: Worksheet, growth: Growth) -> None:
    for merged in sheet.merged_cells.ranges:
        merged.min_row, merged.max_row = growth.first(merged.min_row), _bottom(merged, growth)


def _bottom(merged: CellRange, growth: Growth) -> int:
    """Return the last row of merged cells: those of the row alone do not grow, they are copied with it."""
    return merged.max_row if merged.min_row == merged.max_row == growth.row else growth.last(merged.max_row)


def _move_formulas(sheet: Worksheet, growth: Growth) -> None:
    for cell in list(sheet._cells.values()):
        if isinstance(cell, Cell) and cell.data_type == "f":
            in_row = sheet.title == growth.sheet and cell.row == growth.row
            _change_formula(cell, _mover(sheet.title, growth, in_row))
            if isinstance(cell.value, ArrayFormula) and sheet.title == growth.sheet:
                cell.value.ref = moved_range(cell.value.ref, growth, grows=not in_row)


def _mover(own: str, growth: Growth, in_row: bool) -> Change:
    return lambda text: moved_formula(text, own, growth, in_row=in_row)


def _change_formula(cell: Cell, change: Change) -> None:
    value = cell.value
    if isinstance(value, ArrayFormula):
        value.text = change(value.text or "")
    elif isinstance(value, str):
        cell.value = change(value)


def _copy_row(sheet: Worksheet, growth: Growth) -> None:
    sample = sorted(column for row, column in sheet._cells if row == growth.row)
    merges = [m for m in sheet.merged_cells.ranges if m.min_row == m.max_row == growth.row]
    for row in range(growth.row + 1, growth.row + growth.by + 1):
        for column in sample:
            _copy_cell(sheet, (growth.row, column), row)
        for merged in merges:
            sheet.merged_cells.ranges.add(_at_row(merged, row))
        if growth.row in sheet.row_dimensions:
            sheet.row_dimensions[row] = _height_at(sheet.row_dimensions[growth.row], row)


def _at_row(merged: CellRange, row: int) -> CellRange:
    return CellRange(min_col=merged.min_col, max_col=merged.max_col, min_row=row, max_row=row)


def _copy_cell(sheet: Worksheet, sample: tuple[int, int], row: int) -> None:
    source = sheet._cells[sample]
    kind = MergedCell if isinstance(source, MergedCell) else Cell
    # What holds look and value of a cell has no public name that takes them as they are.
    target: Any = kind(sheet, row, sample[1])
    if isinstance(source, Cell):
        target._value, target.data_type = _copied_value(source, target), source.data_type
    target._style = copy(cast(Any, source)._style)
    sheet._cells[row, sample[1]] = target


def _copied_value(source: Cell, target: Cell) -> object:
    value: Any = source.value
    if source.data_type != "f":
        return value
    text = (value.text if isinstance(value, ArrayFormula) else value) or ""
    moved = Translator(text, origin=source.coordinate).translate_formula(target.coordinate)
    return ArrayFormula(target.coordinate, moved) if isinstance(value, ArrayFormula) else moved
