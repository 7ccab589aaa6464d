"""Whether the index of search says what the records say."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from db.checks.faults import Fault, Kind
from db.services.searching.search_index import PLACES, Place, words_of

_VOCABULARY = "temp.vocabulary_of_search"


def search(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Give the tables of which rows are not found by their words, or are by words that they have not."""
    if connection.execute("SELECT count(*) FROM search_queue").fetchone()[0]:
        yield Fault(Kind.SEARCH, "search_queue")
    for index in sorted({place.index for place in PLACES.values()}):
        marks = _marks_of_index(connection, index)
        for table, place in PLACES.items():
            if place.index == index:
                wrong = _disagreeing(connection, table, place, marks)
                if wrong:
                    yield Fault(Kind.SEARCH, table, wrong)
        if marks:
            yield Fault(Kind.SEARCH, index, len(marks))


def _marks_of_index(connection: sqlite3.Connection, index: str) -> dict[int, int]:
    """Return one number for all words that an index knows of a row, by the row's place in it; notes unknown words."""
    connection.execute(f"CREATE VIRTUAL TABLE {_VOCABULARY} USING fts5vocab(main, {index}, instance)")
    try:
        marks: Counter[int] = Counter()
        for term, place in connection.execute(f"SELECT term, doc FROM {_VOCABULARY}"):
            marks[place] += hash(term)
    finally:
        connection.execute(f"DROP TABLE {_VOCABULARY}")
    return dict(marks)


def _disagreeing(connection: sqlite3.Connection, table: str, place: Place, marks: dict[int, int]) -> int:
    """Count the rows of a table that the index knows otherwise, and take what it knows of them out of the marks."""
    wrong = 0
    for number, line in connection.execute(f'SELECT id, search FROM "{table}"'):
        known = marks.pop(place.lowest + number, 0)
        wrong += known != sum(hash(word) for word in set(words_of(line)))
    return wrong
