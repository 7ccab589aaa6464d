"""Marks in an open workbook: what is wrong coloured and commented, and a sheet that lists all of it."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

Told = tuple[str, str, str]
# A sheet, a cell in it, what is wrong there.
Mark = tuple[str, str, str]

LIST_SHEET = "Cần sửa"
_HEADS = ("Chỗ", "Giá trị", "Điều cần sửa")
_WIDTHS = (24, 30, 110)
_AUTHOR = "Sổ PCMD"
_FILL = PatternFill("solid", fgColor="FBD9D3")
_A4 = 9
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = ("=", "+", "-", "@")
_REFERENCE = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


def marked(data: bytes, marks: Iterable[Mark], told: Sequence[Told]) -> bytes:
    """Return a workbook that passed the gate with marks in its cells and the sheet that lists all."""
    book, written = openpyxl.load_workbook(io.BytesIO(data)), io.BytesIO()
    for sheet, cell, sentence in marks:
        if sheet in book.sheetnames and _REFERENCE.fullmatch(cell):
            _mark_top(book[sheet], cell, sentence)
    list_findings(book, told)
    book.save(written)
    return written.getvalue()


def fill(cell: Any, value: Any) -> None:
    """Put a value into a new cell; a text stays a text."""
    cell.value = _CONTROL.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"  # Whatever it begins with, it is no formula.
        cell.quotePrefix = value.startswith(_FORMULA)


def mark(cell: Any, sentence: str) -> None:
    """Colour a cell and say in a comment what is wrong with it."""
    cell.fill = _FILL
    comment = Comment(_CONTROL.sub("", sentence), _AUTHOR)
    comment.width, comment.height = 320, 120
    cell.comment = comment


def list_findings(book: Any, lines: Sequence[Told]) -> None:
    """Add the sheet that lists all that is wrong; one of that name gives way."""
    if LIST_SHEET in book.sheetnames:
        del book[LIST_SHEET]
    sheet = book.create_sheet(LIST_SHEET)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for number, row in enumerate([_HEADS, *lines]):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet)
            fill(cell, value)
            cell.font = Font(name="Times New Roman", size=12, bold=number == 0)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cells.append(cell)
        sheet.append(cells)


def _mark_top(sheet: Any, cell: str, sentence: str) -> None:
    """Mark a cell; of merged ones the first, which alone can bear a comment."""
    top = next((merged for merged in sheet.merged_cells.ranges if cell in merged), None)
    mark(sheet.cell(top.min_row, top.min_col) if top else sheet[cell], sentence)
