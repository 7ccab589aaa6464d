"""Drafts: what was typed is kept as it was typed, and counts nowhere."""

import unicodedata

from db.services.entering import drafts
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.sessions import Book
from tests.helpers.sample_records import step

RAW = {"held_on": "31/02", "people": "1.23", "topic": " chưa   xong "}


def test_a_draft_is_kept_as_it_was_typed(book: Book) -> None:
    number, _ = step(book, lambda session: drafts.keep(session, "outreach", RAW))
    with book.reading() as session:
        (draft,) = drafts.of_kind(session, "outreach")
        assert (draft.id, draft.record_id, draft.parent_id, draft.raw) == (number, None, None, RAW)
        assert listings.matching_ids(session, ListQuery("outreach")) == ()


def test_a_draft_is_kept_anew_in_its_place(book: Book) -> None:
    number, _ = step(book, lambda session: drafts.keep(session, "tasks", RAW, parent_id=3))
    again, _ = step(book, lambda session: drafts.keep(session, "tasks", {"lead": "x"}, draft_id=number))
    with book.reading() as session:
        assert again == number
        (draft,) = drafts.of_kind(session, "tasks")
        assert (draft.id, draft.parent_id, draft.raw) == (number, 3, {"lead": "x"})


def test_a_draft_that_was_dropped_is_kept_as_a_new_one(book: Book) -> None:
    number, _ = step(book, lambda session: drafts.keep(session, "tasks", RAW))
    step(book, lambda session: drafts.discard(session, number))
    again, _ = step(book, lambda session: drafts.keep(session, "tasks", RAW, record_id=5, draft_id=number))
    with book.reading() as session:
        (draft,) = drafts.of_kind(session, "tasks")
    assert (draft.id, draft.record_id) == (again, 5)
    assert again > number


def test_drafts_come_by_kind_and_age(book: Book) -> None:
    with book.writing(who="x") as session:
        numbers = [drafts.keep(session, kind, {}) for kind in ("outreach", "tasks", "outreach")]
    with book.reading() as session:
        assert [draft.id for draft in drafts.of_kind(session, "outreach")] == [numbers[0], numbers[2]]


def test_a_draft_may_be_dropped_twice(book: Book) -> None:
    number, _ = step(book, lambda session: drafts.keep(session, "outreach", RAW))
    for _ in range(2):
        step(book, lambda session: drafts.discard(session, number))
    with book.reading() as session:
        assert drafts.of_kind(session, "outreach") == ()


def test_a_draft_is_kept_composed(book: Book) -> None:
    loose = {"topic": unicodedata.normalize("NFD", "Đường")}
    step(book, lambda session: drafts.keep(session, "outreach", loose))
    with book.reading() as session:
        assert drafts.of_kind(session, "outreach")[0].raw == {"topic": "Đường"}
