"""The matrix of what came in: units by sets, late or not, and what could not be placed."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.periods import parse_period
from db.rules.returns.due import DueState
from db.services.returns import due, due_marks, received_board, received_files
from db.services.returns.due_marks import Said
from db.services.returns.due_states import Standing
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


@pytest.mark.parametrize(
    ("said", "state"), [(DueState.RECEIVED, BoardState.RECEIVED), (DueState.EXCUSED, BoardState.EXCUSED)]
)
@pytest.mark.parametrize("came", [None, FileState.REFUSED, FileState.RECEIVED])
def test_a_return_stands_as_on_the_due_board(
    book: Book, said: DueState, state: BoardState, came: FileState | None
) -> None:
    on = date(2025, 9, 15)
    if came is not None:
        keep(book, "a", came)
    with book.writing(who=OFFICER) as session:
        of = Said(unit_id(session, "99101"), "quarterly", Q3.label, said, on, "Bản giấy")
        due_marks.mark(session, of, on)
    cell = read(book).rows[0].cells["quarterly"]
    with book.reading() as session:
        below = due.board(session, year=2025, on=on).below
    key = ("99101", "quarterly", Q3.label)
    assert [item.standing for item in below if (item.unit.code, *item.due.key) == key] == [cell.standing]
    assert cell.state is (BoardState.RECEIVED if came is FileState.RECEIVED else state)


def test_what_is_said_to_have_come_is_late_by_its_day(book: Book) -> None:
    cell = read(book).rows[0].cells["quarterly"]
    for state, is_late in ((DueState.RECEIVED, True), (DueState.APPROVED, True), (DueState.EXCUSED, False)):
        said = replace(cell, due=date(2025, 9, 14), standing=Standing(state, date(2025, 9, 15)))
        assert said.is_late(date(2025, 12, 1)) is is_late
        assert not replace(said, due=date(2025, 9, 15)).is_late(date(2025, 12, 1))
