"""The lines of the hidden sheet of a workbook that was made from a given one: where each figure stands."""

from collections.abc import Iterator

from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.tags_sheet import OwnWorkbook, SheetLayout, whole_tags
from exports.readers.addresses import column_letters
from exports.returns.content import Cell, identity_rows, plain_cell
from exports.returns.template_filling import row_count, row_sheet, whole_sheet

IDENTITY_SHEET = "_pcmd"

Line = tuple[str, Cell]


def template_identity(filled: FilledReturn, own: OwnWorkbook) -> list[Line]:
    """Return the lines, key and value; `template_workbook` says what they mean."""
    lines: list[Line] = [*identity_rows(filled), ("template", own.sha256)]
    for layout in own.layouts:
        lines.extend(_sheet_lines(filled, layout))
    return lines


def _sheet_lines(filled: FilledReturn, layout: SheetLayout) -> Iterator[Line]:
    rows, whole = row_sheet(filled, layout), whole_sheet(filled, layout)
    cells = _total_cells(layout, max(row_count(filled, layout) - 1, 0))
    if rows is not None:
        yield f"sheet:{rows.form.code}", layout.name
        yield f"first:{rows.form.code}", layout.row
        columns = {tag.key: slot.cell.column for slot in layout.row_slots if (tag := slot.value_tag)}
        yield from _row_lines(rows, columns)
        yield from _total_lines(rows, cells)
    if whole is not None:
        yield f"sheet:{whole.form.code}", layout.name
        yield from _total_lines(whole, cells)


def _total_cells(layout: SheetLayout, added: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for slot, tag in whole_tags(layout):
        row = slot.cell.row + (added if layout.row and slot.cell.row > layout.row else 0)
        found.setdefault(tag.key, f"{column_letters(slot.cell.column)}{row}")
    return found


def _row_lines(sheet: FilledSheet, columns: dict[str, int]) -> Iterator[Line]:
    for at, column in enumerate(sheet.form.columns):
        name = f"{sheet.form.code}.{column.key}"
        if column.key in columns:
            yield f"column:{name}", column_letters(columns[column.key])
        else:
            yield from ((f"value:{name}", plain_cell(row[at])) for row in sheet.rows)


def _total_lines(sheet: FilledSheet, cells: dict[str, str]) -> Iterator[Line]:
    for column, value in zip(sheet.form.columns, sheet.total, strict=False):
        name = f"{sheet.form.code}.{column.key}"
        if column.key in cells and column.is_figure:
            yield f"cell:{name}", cells[column.key]
        elif value not in (None, ""):
            yield f"whole:{name}", plain_cell(value)
