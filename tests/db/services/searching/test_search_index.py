"""The index of search: what it holds is what the rows say, whichever way they were written."""

import sqlite3
from datetime import date
from functools import partial

import pytest
from sqlalchemy import text

from db.records import Base
from db.services.entering import entries, history
from db.services.searching import search_index
from db.services.searching.search_index import Sought
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.sample_records import CHANGES, add, added, step

OUTREACH = (Sought("outreach_activity", "topic", "held_on"),)


def found(book: Book, *words: str) -> list[int]:
    """The outreach activities that hold the words, as whole ones or parts."""
    with book.reading() as session:
        parts = search_index.with_parts(session, OUTREACH, words, 100)
        whole = search_index.with_words(session, OUTREACH, words, 100)
    assert {hit.id for hit in whole} <= {hit.id for hit in parts}
    return [hit.id for hit in parts]


def indexed(book: Book) -> dict[int, set[str]]:
    """Every word that the indexes lead to, by the number of its row."""
    rows: dict[int, set[str]] = {}
    with sqlite3.connect(book.folder / BOOK_NAME) as connection:
        words = [word for (word,) in connection.execute("SELECT word FROM search_word")]
        for index in {place.index for place in search_index.PLACES.values()}:
            for word in words:
                asked = connection.execute(f"SELECT rowid FROM {index} WHERE {index} MATCH ?", (f'"{word}"',))
                for (number,) in asked:
                    rows.setdefault(number, set()).add(word)
    connection.close()
    return rows


def expected(book: Book) -> dict[int, set[str]]:
    """The words of every row, read from the tables."""
    rows = {}
    with book.reading() as session:
        for table, place in search_index.PLACES.items():
            for number, search in session.execute(text(f'SELECT id, search FROM "{table}"')):
                rows[place.lowest + number] = set(search_index.words_of(search))
    return {number: words for number, words in rows.items() if words}


def test_every_table_with_words_is_indexed_or_belongs_to_one_that_is() -> None:
    tables = {table.name for table in Base.metadata.sorted_tables if "search" in table.columns}
    parts = {"commitment", "workforce", "handling", "hotspot_event", "model_year"}
    assert tables - parts == set(search_index.PLACES)


def test_every_indexed_table_tells_of_its_changes(book: Book) -> None:
    with book.reading() as session:
        names = set(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
    actions = ("insert", "update", "delete")
    assert names == {f"search_{table}_{action}" for table in search_index.PLACES for action in actions}


@pytest.mark.parametrize("kind", CHANGES)
def test_index_follows_every_kind_through_change_and_removal(book: Book, kind: str) -> None:
    record_id = added(book, kind)
    assert indexed(book) == expected(book)
    step(book, partial(entries.change, kind=kind, record_id=record_id, values=CHANGES[kind]))
    assert indexed(book) == expected(book)
    step(book, partial(entries.remove, kind=kind, record_id=record_id))
    assert indexed(book) == expected(book)


def test_what_undo_brings_back_is_found_again(book: Book) -> None:
    record_id = added(book, "outreach", topic="Chợ phiên Tả Sìn")
    _, removal = step(book, partial(entries.remove, kind="outreach", record_id=record_id))
    assert found(book, "phien") == []
    step(book, partial(history.revert, step_id=removal))
    assert found(book, "phien") == [record_id]


def test_what_was_taken_back_by_an_error_is_not_found(book: Book) -> None:
    def fail(session: Session) -> None:
        add(session, "outreach", topic="Chợ phiên")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        step(book, fail)
    assert found(book, "phien") == []
    assert indexed(book) == expected(book)


def test_rows_written_past_the_session_are_found_after_the_next_write(book: Book) -> None:
    record_id = added(book, "outreach", topic="Chợ phiên")
    statement = text("UPDATE outreach_activity SET search = 'hoi xuan' WHERE id = :id")
    step(book, lambda session: session.execute(statement, {"id": record_id}))
    assert (found(book, "phien"), found(book, "xuan")) == ([], [record_id])


def test_many_changes_of_a_row_in_one_step_leave_the_last(book: Book) -> None:
    def change(session: Session) -> int:
        record_id = add(session, "outreach", topic="Một")
        for topic in ("Hai", "Ba", "Bốn"):
            entries.change(session, "outreach", record_id, {"topic": topic})
        return record_id

    step(book, change)
    assert indexed(book) == expected(book)


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        (("phien",), True),
        (("hie",), True),
        (("cho", "phien"), True),
        (("14/09/2025",), True),
        (("14/09",), True),
        (("4/09/20",), True),
        (("14/9",), False),
        (("09/14",), False),
        (("sin)",), True),
        (("in)",), True),
        (("(sin",), False),
        (("100%",), True),
        (("10%",), False),
        (("a_b",), False),
        (("phienx",), False),
        (('"',), False),
        (("phien", '"'), False),
        (("*",), False),
        (("NOT",), False),
        (("–",), True),
    ],
)
def test_words_are_found_by_any_part_and_nothing_else(
    book: Book, typed: tuple[str, ...], is_found: bool
) -> None:
    record_id = added(book, "outreach", topic="Chợ phiên – (Tả Sìn) đạt 100% aXb", held_on=date(2025, 9, 14))
    assert found(book, *typed) == ([record_id] if is_found else [])


def test_last_entered_come_first_and_no_more_than_asked_for(book: Book) -> None:
    numbers = [added(book, "outreach", topic="Chợ phiên") for _ in range(4)]
    with book.reading() as session:
        hits = search_index.with_words(session, OUTREACH, ("phien",), 3)
    assert [hit.id for hit in hits] == numbers[:0:-1]


def test_a_part_of_too_many_words_is_compared_with_the_rows(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_id = added(book, "outreach", topic="Chợ phiên")
    monkeypatch.setattr(search_index, "_MOST_WORDS", 0)
    assert found(book, "phien") == [record_id]


def test_without_an_index_the_rows_are_compared(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    record_id = added(book, "outreach", topic="Chợ phiên")
    monkeypatch.setattr(search_index, "_is_indexed", lambda _: False)
    assert found(book, "hie", "cho") == [record_id]
