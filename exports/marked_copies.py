"""A copy of a list with what is wrong in it: the cells coloured with a comment, and a sheet that lists all.

A workbook keeps its sheets, lists and styles; a text, or a workbook too large to be edited, becomes a plain workbook.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from db.whole_files import replacing
from exports.readers.addresses import cell_place, line_place
from exports.readers.record_lists import ListFile

Told = tuple[str, str, str]

LIST_SHEET = "Cần sửa"
_HEADS = ("Chỗ", "Giá trị", "Điều cần sửa")
_WIDTHS = (24, 30, 110)
_AUTHOR = "Sổ PCMD"
_FILL = PatternFill("solid", fgColor="FBD9D3")
_EDITABLE_CELLS = 200_000
_A4 = 9
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = ("=", "+", "-", "@")
_MOST_COMMENTS = 2_000


def write_marked(file: ListFile, told: Iterable[Told], target: Path) -> None:
    """Write the copy to `target`; `told` is place, value and words of each finding. Raises TargetNotWritable."""
    lines = list(told)
    words = _by_place(lines)
    with replacing(target) as temporary:
        book = _edited(file.path, file.grid.sheet, words) if _is_editable(file) else _made(file, words)
        _list_findings(book, lines)
        book.save(temporary)


def write_marked_book(path: Path, sheet: str, told: Iterable[Told], target: Path) -> None:
    """Write a copy of a workbook that was read, what is wrong in a sheet marked; raises TargetNotWritable."""
    lines = list(told)
    with replacing(target) as temporary:
        book = _edited(path, sheet, _by_place(lines))
        _list_findings(book, lines)
        book.save(temporary)


def write_marked_return(path: Path, told: Iterable[Told], target: Path) -> None:
    """Write a copy of a workbook of several sheets, what is wrong marked in each; raises TargetNotWritable."""
    lines = list(told)
    with replacing(target) as temporary:
        book = openpyxl.load_workbook(path)
        for place, sentence in list(_by_place(lines).items())[:_MOST_COMMENTS]:
            sheet, _, cell = place.rpartition("!")
            if sheet in book.sheetnames:
                _mark_top(book[sheet], cell, sentence)
        _list_findings(book, lines)
        book.save(temporary)


def _mark_top(sheet: Any, cell: str, sentence: str) -> None:
    """Mark a cell; of merged ones the first, which alone can bear a comment."""
    top = next((merged for merged in sheet.merged_cells.ranges if cell in merged), None)
    _mark(sheet.cell(top.min_row, top.min_col) if top else sheet[cell], sentence)


def _by_place(lines: Iterable[Told]) -> dict[str, str]:
    words: dict[str, str] = {}
    for place, _, sentence in lines:
        words[place] = f"{words[place]}\n{sentence}" if place in words else sentence
    return words


def _is_editable(file: ListFile) -> bool:
    return bool(file.grid.sheet) and sum(len(row.values) for row in file.grid.rows) <= _EDITABLE_CELLS


def _edited(path: Path, shown: str, words: dict[str, str]) -> Any:
    book = openpyxl.load_workbook(path)
    sheet = book[shown]
    for place, sentence in list(words.items())[:_MOST_COMMENTS]:
        name, _, reference = place.rpartition("!")
        if name == shown:
            _mark(sheet[reference], sentence)
    return book


def _made(file: ListFile, words: dict[str, str]) -> Any:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(file.grid.sheet or "Danh sách")
    number = 1
    for row in file.grid.rows:
        for _ in range(number, row.number):
            sheet.append([])
        sheet.append(_cells(sheet, file, row.number, row.values, words))
        number = row.number + 1
    return book


def _cells(
    sheet: Any, file: ListFile, number: int, values: Sequence[Any], words: dict[str, str]
) -> list[Any]:
    cells: list[Any] = []
    of_row = words.get(line_place(number), "")
    for at, value in enumerate(values):
        sentence = words.get(cell_place(file.grid.sheet, number, at + 1)) or (of_row if at == 0 else "")
        if not sentence and not isinstance(value, str):
            cells.append(value)
            continue
        cell = WriteOnlyCell(sheet)
        _fill(cell, value)
        if sentence:
            _mark(cell, sentence)
        cells.append(cell)
    return cells


def _fill(cell: Any, value: Any) -> None:
    cell.value = _CONTROL.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"  # Whatever it begins with, it is no formula.
        cell.quotePrefix = value.startswith(_FORMULA)


def _mark(cell: Any, sentence: str) -> None:
    cell.fill = _FILL
    comment = Comment(_CONTROL.sub("", sentence), _AUTHOR)
    comment.width, comment.height = 320, 120
    cell.comment = comment


def _list_findings(book: Any, lines: Sequence[Told]) -> None:
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
            _fill(cell, value)
            cell.font = Font(name="Times New Roman", size=12, bold=number == 0)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cells.append(cell)
        sheet.append(cells)
