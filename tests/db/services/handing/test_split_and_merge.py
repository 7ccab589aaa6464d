"""A book that is split by new communes and merged again is the same book."""

from sqlalchemy import select

from db.records import Figure
from db.services.entering import entries
from db.services.handing import sharing
from db.services.handing.tables import KINDS, RECORDS
from db.sessions import Book
from tests.helpers import handed_books
from tests.helpers.books import OFFICER
from tests.helpers.handed_books import (
    DAT,
    MERGED_ON,
    TOWN,
    decided,
    split_books,
    take_in,
    whole_book,
)
from tests.helpers.same_records import same_records
from tests.helpers.sample_records import step


def test_the_book_has_every_kind_of_record(ended_book: Book) -> None:
    assert {mapped.__tablename__ for mapped in RECORDS} <= set(same_records(ended_book.folder))


def test_the_whole_book_is_taken_in_without_loss(ended_book: Book, town: Book) -> None:
    with ended_book.reading() as session:
        handed = whole_book(session)
    take_in(town, handed)
    assert same_records(town.folder) == same_records(ended_book.folder)


def test_another_book_by_chance_is_split_and_merged_without_loss(book: Book, town: Book) -> None:
    with book.writing(who=OFFICER) as session:
        handed_books.fill(session, seed=17)
        handed_books.end_district(session)
    with book.reading() as session:
        parts = split_books(session, decided(session, own=DAT))
    for part in reversed(parts):
        take_in(town, part)
    assert same_records(town.folder) == same_records(book.folder)


def test_every_record_is_at_home_in_one_book_alone(ended_book: Book) -> None:
    with ended_book.reading() as session:
        shares = sharing.share(session, day=MERGED_ON, decisions=decided(session))
    homes = [
        (group.kind, number)
        for groups in shares.places.values()
        for group in groups
        for number in group.numbers
    ]
    held = [
        (kind, number)
        for kind, mapped in KINDS.items()
        for number in shares.collected.of(mapped.__tablename__)
    ]
    assert sorted(homes) == sorted(held)
    assert shares.undecided == ()


def test_a_record_that_is_lost_would_be_seen(ended_book: Book, town: Book) -> None:
    with ended_book.reading() as session:
        take_in(town, whole_book(session))
        number = session.scalars(select(Figure.id)).first()
    step(town, lambda session: entries.remove(session, "figures", int(number or 0)))
    assert same_records(town.folder) != same_records(ended_book.folder)


def test_a_book_is_split_and_merged_without_loss(ended_book: Book, town: Book) -> None:
    with ended_book.reading() as session:
        parts = split_books(session, decided(session, own=TOWN))
    assert [part.head.to_code for part in parts] == ["99101", "99103", "99106"]
    for part in parts:
        take_in(town, part)
    assert same_records(town.folder) == same_records(ended_book.folder)
