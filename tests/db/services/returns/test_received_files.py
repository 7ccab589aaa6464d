"""Files as they are kept: one counts for its unit, the bytes stay, what they say comes back."""

from dataclasses import replace

import pytest

from db.services.returns import received_files
from db.services.returns.received_files import FileState, NewFile
from db.sessions import Book
from tests.db.rules.returns.test_forms import FILLED
from tests.helpers.books import OFFICER, unit_id


def new(book: Book, name: str, code: str = "99101") -> NewFile:
    with book.reading() as session:
        unit = unit_id(session, code)
    filled = replace(FILLED, unit_code=code)
    body = name.encode()
    return NewFile(name, body, name.ljust(64, "0"), unit, "quarterly", "2025-Q3", filled=filled)


def keep(book: Book, file: NewFile, state: FileState = FileState.RECEIVED) -> int:
    with book.writing(who=OFFICER) as session:
        return received_files.keep(session, file, state)


def states(book: Book) -> list[str]:
    with book.reading() as session:
        return [file.state for file in received_files.of_period(session, "quarterly", "2025-Q3")]


def test_a_newer_file_takes_the_place_of_its_unit_alone(book: Book) -> None:
    keep(book, new(book, "a"))
    keep(book, new(book, "b", "99102"))
    keep(book, new(book, "c"))
    assert states(book) == ["superseded", "received", "received"]


def test_a_refused_file_leaves_what_counts(book: Book) -> None:
    keep(book, new(book, "a"))
    refused = replace(new(book, "b"), filled=None, findings=[{"code": "file_broken"}])
    number = keep(book, refused, FileState.REFUSED)
    assert states(book) == ["received", "refused"]
    with book.reading() as session:
        assert received_files.findings(session, number) == ({"code": "file_broken"},)
        with pytest.raises(ValueError):
            received_files.said(session, number)


def test_a_superseded_file_can_count_again(book: Book) -> None:
    keep(book, new(book, "a"))
    keep(book, new(book, "b"))
    with book.writing(who=OFFICER) as session:
        first = received_files.of_period(session, "quarterly", "2025-Q3")[0]
        received_files.choose(session, first, "xã xác nhận bản đầu")
    assert states(book) == ["received", "superseded"]


def test_what_counts_comes_with_what_it_says(book: Book) -> None:
    kept, file = [new(book, "a"), new(book, "b"), new(book, "c", "99102")], new(book, "a")
    for each in kept:
        keep(book, each)
    with book.reading() as session:
        found = list(received_files.chosen(session, "quarterly", "2025-Q3"))
        first = received_files.known(session, file.sha256)
        assert first is not None and received_files.body(session, first.id) == b"a"
    assert [(item.file_name, said.unit_code) for item, said in found] == [("b", "99101"), ("c", "99102")]
    assert found[0][1].sheets == FILLED.sheets
