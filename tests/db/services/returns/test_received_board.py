"""The matrix of what came in: units by sets, late or not, and what could not be placed."""

from dataclasses import replace
from datetime import date

from db.rules.periods import parse_period
from db.services.returns import received_board, received_files
from db.services.returns.received_board import Board, BoardState
from db.services.returns.received_files import FileState, NewFile
from db.sessions import Book
from tests.helpers.books import COMMUNES, OFFICER, unit_id

Q3 = parse_period("2025-Q3")


def read(book: Book) -> Board:
    with book.reading() as session:
        return received_board.board(session, Q3)


def keep(book: Book, name: str, state: FileState, code: str = "99101") -> None:
    with book.writing(who=OFFICER) as session:
        unit = unit_id(session, code) if code else None
        file = NewFile(name, b"x", name, unit, "quarterly" if code else "", "2025-Q3" if code else "")
        received_files.keep(session, file, state)


def test_every_unit_below_is_listed_for_every_set(book: Book) -> None:
    found = read(book)
    assert [row.unit.code for row in found.rows] == list(COMMUNES)
    assert set(found.sets) == {"quarterly", "quarterly_annexes"}
    assert found.count(BoardState.MISSING) == 10


def test_a_cell_says_what_counts_and_what_gave_way(book: Book) -> None:
    for name in ("a", "b"):
        keep(book, name, FileState.RECEIVED)
    keep(book, "c", FileState.REFUSED, "99102")
    first, second = (row.cells["quarterly"] for row in read(book).rows[:2])
    assert (first.state, first.superseded) == (BoardState.RECEIVED, 1)
    assert first.file is not None and first.file.file_name == "b"
    assert second.state is BoardState.REFUSED


def test_what_names_no_unit_stands_apart(book: Book) -> None:
    keep(book, "a", FileState.REFUSED, "")
    assert [file.file_name for file in read(book).unplaced] == ["a"]


def test_a_return_is_late_after_its_due_day(book: Book) -> None:
    # The clock of the book stands at 20/09/2025.
    keep(book, "a", FileState.RECEIVED)
    came, missing = (row.cells["quarterly"] for row in read(book).rows[:2])
    before, after = date(2025, 9, 19), date(2025, 9, 20)
    assert replace(came, due=before).is_late(date(2025, 12, 1))
    assert not replace(came, due=after).is_late(date(2025, 12, 1))
    assert replace(missing, due=before).is_late(after)
    assert not replace(missing, due=None).is_late(after)
