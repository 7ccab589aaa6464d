"""The child process that reads whole workbooks, one after the other, until its standard input ends.

A request is the length of a file in 8 bytes and the file, an answer the length of a JSON document and the document:
what `book_answer` tells, or `{"refused": [{"code", "place", "value", "facts"} …]}`. The gate stands here, before the
reader; a file that kills this process kills no other file.
"""

import io
import json
import struct
import sys
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from db.rules.findings import Finding, Refused
from db.rules.formats import number_text
from exports.readers.child import MARK_SHEET, merged_ranges, plain_value, sheet_rows, too_long
from exports.readers.gate import BOOKS, admit_bytes
from exports.readers.limits import RETURN_LIMITS
from exports.readers.memory import bound
from exports.readers.sheet_marks import SheetMarks, all_sheet_marks, has_foreign_links

LENGTH = struct.Struct(">Q")
_MOST_SHEETS, _MOST_MARKS = 60, 50_000
_NO_MARKS = SheetMarks([], [], [])


def main() -> None:
    """Answer every file that comes."""
    bound()
    while head := sys.stdin.buffer.read(LENGTH.size):
        bound()
        answer = _answer(sys.stdin.buffer.read(*LENGTH.unpack(head)))
        _send(sys.stdout.buffer, json.dumps(answer, ensure_ascii=False).encode())


def book_answer(data: bytes) -> dict[str, Any]:
    """Return every worksheet and the mark of a workbook that passed the gate.

    `{"sheets": [{"name", "hidden", "rows": [[number, [value …]] …], "merged": [[row, column, row, column] …],
    "marks": what `sheet_marks` tells} …], "mark": [[key, value] …], "foreign": bool}`, rows and columns from 1, values
    from column A.
    """
    marks, room = all_sheet_marks(data), RETURN_LIMITS.rectangle
    sheets = []
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        for known in _worksheets(workbook)[:_MOST_SHEETS]:
            sheet = workbook.get_sheet_by_name(known.name)
            room -= sheet.height * sheet.width
            if room < 0:
                facts = {"maximum": number_text(RETURN_LIMITS.rectangle)}
                raise Refused([Finding("workbook_too_large", known.name, facts=facts)])
            is_hidden = known.visible != SheetVisibleEnum.Visible
            sheets.append(_sheet(sheet, is_hidden, marks.get(known.name, _NO_MARKS)))
        mark = _mark(workbook)
    return {"sheets": sheets, "mark": mark, "foreign": has_foreign_links(data)}


def _answer(data: bytes) -> dict[str, Any]:
    try:
        admit_bytes("", data, RETURN_LIMITS, BOOKS)
        return book_answer(data)
    except Refused as refused:
        return {"refused": [asdict(finding) for finding in refused.findings]}
    except PasswordError:
        return {"refused": [asdict(Finding("file_encrypted"))]}
    except CalamineError:
        return {"refused": [asdict(Finding("file_broken"))]}


def _send(target: BinaryIO, answer: bytes) -> None:
    target.write(LENGTH.pack(len(answer)))
    target.write(answer)
    target.flush()


def _worksheets(workbook: CalamineWorkbook) -> list[Any]:
    return [
        sheet
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.name != MARK_SHEET
    ]


def _sheet(sheet: CalamineSheet, is_hidden: bool, marks: SheetMarks) -> dict[str, Any]:
    rows = sheet_rows(sheet)
    long = too_long(rows)
    if long is not None:
        raise Refused([replace(long, place=sheet.name)])
    return {
        "name": sheet.name,
        "hidden": is_hidden,
        "rows": rows,
        "merged": merged_ranges(sheet),
        "marks": asdict(marks),
    }


def _mark(workbook: CalamineWorkbook) -> list[list[Any]]:
    if MARK_SHEET not in workbook.sheet_names:
        return []
    rows = workbook.get_sheet_by_name(MARK_SHEET).to_python()[:_MOST_MARKS]
    return [[str(row[0]), plain_value(row[1])] for row in rows if len(row) > 1]


if __name__ == "__main__":
    main()
