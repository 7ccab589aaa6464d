"""A book that is split by new communes and merged again is the same book."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.services.handing.tables import RECORDS
from db.sessions import Book
from tests.helpers.handed_books import TOWN, decided, new_office, split_books, take_in, whole_book
from tests.helpers.same_records import same_records


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Book]:
    """The empty book of the new commune of the town."""
    with new_office(tmp_path / "town") as opened:
        yield opened


def test_the_book_has_every_kind_of_record(ended_book: Book) -> None:
    assert {mapped.__tablename__ for mapped in RECORDS} <= set(same_records(ended_book.folder))


def test_the_whole_book_is_taken_in_without_loss(ended_book: Book, town: Book) -> None:
    with ended_book.reading() as session:
        handed = whole_book(session)
    take_in(town, handed)
    assert same_records(town.folder) == same_records(ended_book.folder)


def test_a_book_is_split_and_merged_without_loss(ended_book: Book, town: Book) -> None:
    with ended_book.reading() as session:
        parts = split_books(session, decided(session, own=TOWN))
    assert [part.head.to_code for part in parts] == ["99101", "99103", "99106"]
    for part in parts:
        take_in(town, part)
    assert same_records(town.folder) == same_records(ended_book.folder)
