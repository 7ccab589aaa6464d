"""The tagged cells of an opened workbook, with the heads around them; and tags where none can be filled."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from db.rules.returns.tags import WORDS, has_tag, tags_in, without_tags
from db.rules.text import cleaned, nfc

# The row of letters and numbers under the heads: `(A)`, `1`, `(5)=(3)+(4)`.
_NUMBERS = re.compile(r"\(?(?:[A-ZĐ]|\d{1,3})\)?(?:\s*=[\d\s()=+\-/%x:*]{1,30})?")
_HEADERS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_TITLE_WITHIN = 15
_WORD_TAGS = frozenset(f"{{{{{name}}}}}" for name in WORDS)
_USUAL_WIDTH = 9.0

Found = dict[str, Any]


def tagged_sheets(book: Workbook) -> list[Found]:
    """Return the sheets with their tagged cells, as `tags_book` writes them."""
    return [found for sheet in book.worksheets if (found := _sheet(sheet))["cells"]]


def misplaced(book: Workbook) -> Iterator[tuple[str, str, str]]:
    """Yield the tags where none can be filled: which rule, the place, the text."""
    for sheet in book.worksheets:
        for cell in _cells(sheet):
            yield from _in_cell(sheet, cell)
        yield from _in_headers(sheet)


def _in_cell(sheet: Worksheet, cell: Cell) -> Iterator[tuple[str, str, str]]:
    place = f"{sheet.title}!{cell.coordinate}"
    if cell.data_type == "f":
        text = cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value
        if has_tag(str(text or "")):
            yield "template_tag_in_formula", place, str(text)
    elif isinstance(cell.value, CellRichText):
        runs = [str(run) for run in cell.value]
        for tag in tags_in(str(cell.value)):
            if not any(tag in run for run in runs):
                yield "template_tag_split", place, tag


def _in_headers(sheet: Worksheet) -> Iterator[tuple[str, str, str]]:
    for name in _HEADERS:
        header = getattr(sheet, name)
        for part in (header.left, header.center, header.right):
            if part and part.text and has_tag(part.text):
                yield "template_tag_in_header", sheet.title, part.text


def _sheet(sheet: Worksheet) -> Found:
    texts = {(cell.row, cell.column): cleaned(_text(cell)) for cell in _cells(sheet) if _text(cell)}
    tagged = [cell for cell in _cells(sheet) if cell.data_type != "f" and has_tag(_text(cell))]
    return {
        "name": sheet.title,
        "title": _title(sheet, _first_of_table(tagged)) or sheet.title,
        "cells": [_tagged(sheet, cell, texts) for cell in tagged],
    }


def _tagged(sheet: Worksheet, cell: Cell, texts: Mapping[tuple[int, int], str]) -> Found:
    heads = list(_above(sheet, cell, texts))
    group = next((text for text, is_wide in heads[1:] if is_wide), "")
    return {
        "at": cell.coordinate,
        "row": cell.row,
        "column": cell.column,
        "text": nfc(_text(cell)),
        "head": heads[0][0] if heads else "",
        "group": group,
        "label": _left(cell, texts),
        "width": width_of(sheet, cell.column),
        "bottom": _bottom(sheet, cell),
    }


def width_of(sheet: Worksheet, column: int) -> float:
    """Return the width of a column in letters; columns that were made wide together are told once."""
    for dimension in sheet.column_dimensions.values():
        if (dimension.min or 0) <= column <= (dimension.max or 0):
            return float(dimension.width)
    return float(sheet.sheet_format.defaultColWidth or _USUAL_WIDTH)


def _bottom(sheet: Worksheet, cell: Cell) -> int:
    merges = (merged.max_row for merged in sheet.merged_cells.ranges if cell.coordinate in merged)
    return next(merges, cell.row)


def _above(sheet: Worksheet, cell: Cell, texts: Mapping[tuple[int, int], str]) -> Iterator[tuple[str, bool]]:
    """Yield the heads above a cell from below, and whether each is over several columns."""
    seen = ""
    for row in range(cell.row - 1, 0, -1):
        top, left, is_wide = _corner(sheet, row, cell.column)
        text = texts.get((top, left), "")
        if seen and (not text or has_tag(text)):
            return
        if text and text != seen and not has_tag(text) and not _NUMBERS.fullmatch(text):
            seen = text
            yield text, is_wide


def _corner(sheet: Worksheet, row: int, column: int) -> tuple[int, int, bool]:
    if isinstance(sheet._cells.get((row, column)), MergedCell) or (row, column) in sheet._cells:
        for merged in sheet.merged_cells.ranges:
            if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
                # A title is over the whole sheet, from its first column.
                is_wide = merged.max_col > merged.min_col > 1
                return merged.min_row, merged.min_col, is_wide
    return row, column, False


def _left(cell: Cell, texts: Mapping[tuple[int, int], str]) -> str:
    for column in range(cell.column - 1, 0, -1):
        text = texts.get((cell.row, column), "")
        if text and not has_tag(text) and not _NUMBERS.fullmatch(text):
            return text
    return ""


def _first_of_table(tagged: list[Cell]) -> int:
    """Return the first row with a tag that is not one of the words that stand once."""
    rows = (cell.row for cell in tagged if not set(tags_in(_text(cell))) <= _WORD_TAGS)
    return min(rows, default=0)


def _title(sheet: Worksheet, top: int) -> str:
    """Return the text in the largest letters above a row, without its tags; the longest of those."""
    cells = (cell for cell in _cells(sheet) if cell.row < min(top, _TITLE_WITHIN))
    above = [
        (float(cell.font.sz or 0), len(words), words)
        for cell in cells
        if (words := without_tags(cleaned(_text(cell))))
    ]
    return max(above)[2] if above else ""


def _cells(sheet: Worksheet) -> list[Cell]:
    cells = (cell for _, cell in sorted(sheet._cells.items()))
    return [cell for cell in cells if isinstance(cell, Cell) and cell.value is not None]


def _text(cell: Cell) -> str:
    return str(cell.value) if isinstance(cell.value, str | CellRichText) else ""
