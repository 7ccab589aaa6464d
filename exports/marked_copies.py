"""A copy of a list with what is wrong in it: the cells coloured with a comment, and a sheet that lists all.

A workbook keeps its sheets, lists and styles; a text, or a workbook that cannot be edited, becomes a plain workbook.
The workbook came from outside: it is edited in a child process, behind the gate.
"""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell

from db.rules.findings import Refused
from db.whole_files import replacing
from exports.marking import LIST_SHEET, Mark, Told, fill, list_findings, mark
from exports.marking_child import LENGTH
from exports.readers.addresses import cell_place, line_place
from exports.readers.children import Child, child_output
from exports.readers.gate import BOOKS, admit
from exports.readers.limits import LIMITS
from exports.readers.record_lists import ListFile

__all__ = ["LIST_SHEET", "write_marked", "write_marked_book", "write_marked_return"]

SECONDS = 8.0
_EDITABLE_CELLS = 200_000
_MOST_COMMENTS = 2_000
_CHILD = Child("exports.marking_child", SECONDS, "marked_not_made", "marked_not_made")


def write_marked(file: ListFile, told: Iterable[Told], target: Path) -> None:
    """Write the copy to `target`; `told` is place, value and words of each finding. Raises TargetNotWritable."""
    lines = list(told)
    with replacing(target) as temporary:
        _write_list(file, lines, temporary)


def write_marked_book(path: Path, sheet: str, told: Iterable[Told], target: Path) -> None:
    """Write a copy of a workbook that was read, what is wrong in a sheet marked.

    Raises TargetNotWritable, and Refused where the workbook cannot be edited.
    """
    lines = list(told)
    with replacing(target) as temporary:
        temporary.write_bytes(_edited(path, _marks(lines, {sheet}), lines))


def write_marked_return(path: Path, told: Iterable[Told], target: Path) -> None:
    """Write a copy of a workbook of several sheets, what is wrong marked in each.

    Raises TargetNotWritable, and Refused where the workbook cannot be edited.
    """
    lines = list(told)
    with replacing(target) as temporary:
        temporary.write_bytes(_edited(path, _marks(lines), lines))


def _write_list(file: ListFile, lines: Sequence[Told], temporary: Path) -> None:
    if _is_editable(file):
        # What was read of it is still here where it cannot be edited.
        with suppress(Refused):
            temporary.write_bytes(_edited(file.path, _marks(lines, {file.grid.sheet}), lines))
            return
    book = _made(file, _by_place(lines))
    list_findings(book, lines)
    book.save(temporary)


def _edited(path: Path, marks: Sequence[Mark], lines: Sequence[Told]) -> bytes:
    admitted = admit(path, LIMITS, BOOKS)
    head = json.dumps([marks, lines]).encode()
    return child_output(
        _CHILD, admitted.kind.value, LENGTH.pack(len(head)) + head + admitted.data, admitted.name
    )


def _marks(lines: Iterable[Told], sheets: set[str] | None = None) -> list[Mark]:
    places = ((*place.rpartition("!"), words) for place, words in _by_place(lines).items())
    found = [(sheet, cell, words) for sheet, _, cell, words in places if sheets is None or sheet in sheets]
    return found[:_MOST_COMMENTS]


def _by_place(lines: Iterable[Told]) -> dict[str, str]:
    words: dict[str, str] = {}
    for place, _, sentence in lines:
        words[place] = f"{words[place]}\n{sentence}" if place in words else sentence
    return words


def _is_editable(file: ListFile) -> bool:
    return bool(file.grid.sheet) and sum(len(row.values) for row in file.grid.rows) <= _EDITABLE_CELLS


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
        fill(cell, value)
        if sentence:
            mark(cell, sentence)
        cells.append(cell)
    return cells
