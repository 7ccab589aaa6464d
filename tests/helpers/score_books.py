"""Workbooks of score sheets for tests: sent from a book, changed as officers and Excel change them, planned again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from db.rules.scoring.marks import SELF
from db.rules.scoring.score_books import ScoreBook
from db.services.scoring import received, sending
from db.services.scoring.received import ReceivedPlan
from db.sessions import Book
from exports.scores.reading import read_score_book
from exports.scores.workbook import write_score_book
from tests.helpers.books import unit_id

TODAY = date(2025, 9, 20)
CODE = "99102"
SHEET = "Phiếu chấm điểm"
# Columns of the workbook.
LABEL, TITLE, HOW, MOST, ANSWER, WHOLE, POINTS, NOTE = "ABCDEFGH"
DAY = "E4"


def sent_book(book: Book, code: str = CODE, year: int = 2025, column: str = SELF) -> ScoreBook:
    """What the workbook of a commune says now."""
    with book.reading() as session:
        return sending.score_book(session, unit_id=unit_id(session, code), year=year, column=column)


def sent_file(book: Book, folder: Path, code: str = CODE, column: str = SELF, name: str = "") -> Path:
    """The workbook of a commune in a folder."""
    folder.mkdir(exist_ok=True)
    target = folder / (name or f"{code}-{column}.xlsx")
    write_score_book(sent_book(book, code, column=column), target)
    return target


def changed(path: Path, change: Callable[[Any], None]) -> Path:
    """Change a workbook as openpyxl holds it; the change gets the whole workbook."""
    workbook = openpyxl.load_workbook(path)
    change(workbook)
    workbook.save(path)
    return path


def row_of(workbook: Any, code: str) -> int:
    """The number of the row of a criterion."""
    sheet = workbook[SHEET]
    return next(row for row in range(1, sheet.max_row + 1) if str(sheet[f"{LABEL}{row}"].value) == code)


def cells(**given: Any) -> Callable[[Any], None]:
    """Return a change that sets cells of the visible sheet: `E7="5"`."""

    def change(workbook: Any) -> None:
        for place, value in given.items():
            workbook[SHEET][place] = value

    return change


def planned(book: Book, path: Path, today: date = TODAY) -> ReceivedPlan:
    """What a file would do to a book."""
    read = read_score_book(path)
    with book.reading() as session:
        return received.plan(session, read, today=today)


def told(plan: ReceivedPlan) -> list[tuple[str, str]]:
    """What was found, code and place."""
    return [(item.code, item.place) for item in plan.findings]
