"""A filled workbook as a grid to be looked at before any file is written; runs in the child process."""

from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.rules.formats import value_text
from db.rules.returns.filled import FilledReturn
from db.rules.returns.tags_sheet import OwnWorkbook, SheetLayout
from exports.returns.template_filling import fillings
from exports.returns.template_tags import width_of
from exports.returns.template_workbook import filled_book

# A look needs no more; the workbook has all of it.
_MOST_ROWS, _MOST_COLUMNS = 400, 120


def previewed(filled: FilledReturn, own: OwnWorkbook) -> list[dict[str, Any]]:
    """Fill a workbook and return its tagged sheets, each as the fields of a `PreviewSheet`."""
    book = filled_book(filled, own)
    return [_sheet(book, filled, layout) for layout in own.layouts]


def _sheet(book: Workbook, filled: FilledReturn, layout: SheetLayout) -> dict[str, Any]:
    sheet = book[layout.name]
    rows, columns = min(sheet.max_row, _MOST_ROWS), min(sheet.max_column, _MOST_COLUMNS)
    cells = list(sheet.iter_rows(max_row=rows, max_col=columns, values_only=True))
    places = ((filling.row - 1, filling.column - 1) for filling in fillings(filled, layout))
    return {
        "name": layout.name,
        "rows": [list(map(_text, row)) for row in cells],
        "filled": [place for place in places if place[0] < rows and place[1] < columns],
        "numbers": [
            (at, place)
            for at, row in enumerate(cells)
            for place, value in enumerate(row)
            if isinstance(value, int | float)
        ],
        "spans": _spans(sheet, rows, columns),
        "widths": [width_of(sheet, column) for column in range(1, columns + 1)],
        "cut": sheet.max_row > rows or sheet.max_column > columns,
    }


def _spans(sheet: Worksheet, rows: int, columns: int) -> list[tuple[int, int, int, int]]:
    return [
        (
            merged.min_row - 1,
            merged.min_col - 1,
            min(merged.max_row, rows) - merged.min_row + 1,
            min(merged.max_col, columns) - merged.min_col + 1,
        )
        for merged in sheet.merged_cells.ranges
        if merged.min_row <= rows and merged.min_col <= columns
    ]


def _text(value: object) -> str:
    if isinstance(value, float):
        return value_text(Decimal(str(round(value, 3))))
    return value_text(value) if isinstance(value, bool | int | date | str) else str(value or "")
