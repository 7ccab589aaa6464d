"""Lists of records as officers send them, and what the program makes of them."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from db.rules.imports.sheets import ImportSheet
from db.services import content
from db.services.imports import importing
from db.services.imports.importing import ImportPlan
from db.sessions import Book
from exports.readers.child import sheet_answer
from exports.readers.children import Child
from exports.readers.gate import Admitted
from exports.readers.record_lists import read_list_file, table_of
from tests.helpers.books import OFFICER

TODAY = date(2025, 9, 20)


def sheet_of(book: Book, kind: str) -> ImportSheet:
    """Return the columns of a kind."""
    with book.reading() as session:
        return content.import_sheet_of(session, kind)


def list_file(
    path: Path, heads: Sequence[str | None], rows: Sequence[Sequence[object]], title: str = "Danh sách"
) -> Path:
    """Write a list with these heads into the first row of a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in (heads, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def answered_here(child: Child, admitted: Admitted) -> Any:
    """Answer what the child process tells of a sound workbook, without the process: for `sheets.child_answer`."""
    return json.loads(json.dumps(sheet_answer(admitted.data, "".join(child.arguments))))


def planned(book: Book, kind: str, path: Path, mapping: Mapping[str, str] | None = None) -> ImportPlan:
    """Return what an import of a file would do."""
    sheet = sheet_of(book, kind)
    table = table_of(read_list_file(path, sheet, mapping), sheet)
    with book.reading() as session:
        return importing.plan(session, sheet, table, today=TODAY)


def imported(book: Book, kind: str, path: Path) -> ImportPlan:
    """Import a file as an officer does; raises Refused."""
    sheet = sheet_of(book, kind)
    table = table_of(read_list_file(path, sheet), sheet)
    with book.writing(who=OFFICER) as session:
        plan = importing.plan(session, sheet, table, today=TODAY)
        importing.store(session, plan)
    return plan


def told(plan: ImportPlan) -> list[tuple[str, str]]:
    """Return place and code of each finding."""
    return [(finding.place, finding.code) for finding in plan.findings]
