"""The index that finds any record by the words of its `search`, and keeps up with every write.

SQLite only: triggers note in `search_queue` each row whose words changed, with the words that the index still knows;
`catch_up` takes them into the index in one go before the commit. The index knows whole words alone; parts of words are
looked up in `search_word`, which holds every word once. Elsewhere there is no index, and the rows are compared.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Place:
    """Where a table's rows stand: in which index, and from which number on; a row's number there is added to it."""

    index: str
    number: int

    @property
    def lowest(self) -> int:
        """Return the number that a row of number 0 would have."""
        return self.number << 40

    @property
    def highest(self) -> int:
        """Return the last number of the table."""
        return self.lowest + (1 << 40) - 1


# As the migration laid them out.
PLACES: Mapping[str, Place] = {
    "unit": Place("search_rest", 1),
    "plan": Place("search_rest", 2),
    "plan_section": Place("search_rest", 3),
    "target": Place("search_rest", 4),
    "task": Place("search_rest", 5),
    "official": Place("search_rest", 6),
    "training_session": Place("search_training_session", 7),
    "outreach_activity": Place("search_outreach_activity", 8),
    "establishment": Place("search_rest", 9),
    "inspection": Place("search_inspection", 10),
    "hotspot": Place("search_rest", 11),
    "commune_model": Place("search_rest", 12),
    "figure": Place("search_figure", 13),
}
# Exactly what the index takes for a word: ASCII letters and digits, and whatever is not ASCII. It says what is none of
# them, for a range up to the last letter takes long to compile.
_WORD = re.compile(r"[^\x00-/:-@\[-`{-\x7f]+")
# A part that stands in more words than this says too little: the rows are compared.
_MOST_WORDS = 300

_QUEUED = text("SELECT DISTINCT id >> 40 FROM search_queue")
_EMPTY = text("DELETE FROM search_queue")
_NEW_WORD = text("INSERT OR IGNORE INTO search_word(word) VALUES (:word)")
_WORDS_WITH = text("SELECT word FROM search_word WHERE instr(word, :part) LIMIT :most")


@dataclass(frozen=True)
class Sought:
    """A table to search, the column that names its rows, and that of their day where they have one."""

    table: str
    name: str
    day: str = ""


@dataclass(frozen=True)
class Hit:
    """A row that holds all words; `day` is written `2025-09-14`."""

    table: str
    id: int
    name: str
    day: str


def catch_up(session: Session) -> None:
    """Take what was written since the last time into the index; call it before the commit."""
    session.flush()
    if not _is_indexed(session):
        return
    queued = set(session.execute(_QUEUED).scalars())
    for table, place in PLACES.items():
        if place.number in queued:
            _renew(session, table, place)
    if queued:
        session.execute(_EMPTY)


def rebuild(session: Session) -> None:
    """Make the index anew from the records; call it in a session that writes."""
    for index in {place.index for place in PLACES.values()}:
        session.execute(text(f"INSERT INTO {index}({index}) VALUES ('delete-all')"))
    session.execute(text("DELETE FROM search_word"))
    session.execute(_EMPTY)
    for table, place in PLACES.items():
        queue = f'INSERT INTO search_queue(id, before) SELECT {place.lowest} + id, NULL FROM "{table}"'
        session.execute(text(queue))


def with_words(session: Session, sought: Iterable[Sought], words: Sequence[str], most: int) -> list[Hit]:
    """Return the rows that hold the folded words as they are: of each table at most so many, the last entered first."""
    terms = [_any_of([piece]) for word in words for piece in _WORD.findall(word)]
    return _matching(session, sought, words, terms, most) if terms else []


def with_parts(session: Session, sought: Iterable[Sought], words: Sequence[str], most: int) -> list[Hit]:
    """Return the rows that hold the folded words in any of theirs, as `with_words` does."""
    pieces = [piece for word in words for piece in _pieces(word)]
    terms = _part_terms(session, pieces) if _is_indexed(session) else []
    return _matching(session, sought, words, terms, most) if pieces and terms is not None else []


def words_of(line: str) -> list[str]:
    """Return the words of a folded text as the index knows them."""
    return _WORD.findall(line)


def _is_indexed(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _matching(
    session: Session, sought: Iterable[Sought], words: Sequence[str], terms: Sequence[str], most: int
) -> list[Hit]:
    """Return the rows that hold all words; the terms only lead to those that may."""
    holds = " AND ".join(f"t.search LIKE :word{place} ESCAPE '!'" for place in range(len(words)))
    asked: dict[str, Any] = {f"word{place}": f"%{_escaped(word)}%" for place, word in enumerate(words)}
    # One statement for all tables: what it takes to ask is more than what it takes to answer.
    parts = [_one_table(item, holds, indexed=bool(terms)) for item in sought]
    if not parts:
        return []
    statement = " UNION ALL ".join(f"SELECT * FROM ({part}) AS found" for part in parts)
    rows = session.execute(text(statement), {**asked, "terms": " AND ".join(terms), "most": most})
    return [Hit(*row) for row in rows]


def _one_table(sought: Sought, holds: str, *, indexed: bool) -> str:
    columns = f"'{sought.table}' AS place, t.id, t.{sought.name}, " + (
        f"t.{sought.day}" if sought.day else "''"
    )
    if not indexed:
        return f'SELECT {columns} FROM "{sought.table}" AS t WHERE {holds} ORDER BY t.id DESC LIMIT :most'
    place = PLACES[sought.table]
    # A cross join keeps its order: the index leads, each row is looked up.
    return (
        f'SELECT {columns} FROM {place.index} AS i CROSS JOIN "{sought.table}" AS t '
        f"WHERE i.{place.index} MATCH :terms AND i.rowid BETWEEN {place.lowest} AND {place.highest} "
        f"AND t.id = i.rowid - {place.lowest} AND {holds} ORDER BY i.rowid DESC LIMIT :most"
    )


def _part_terms(session: Session, pieces: Iterable["_Piece"]) -> list[str] | None:
    """Return what asks the index for rows that may hold these pieces; None where no row can.

    No terms at all mean that the index can tell nothing: the rows themselves are compared.
    """
    terms = []
    for piece in pieces:
        known = session.execute(_WORDS_WITH, {"part": piece.text, "most": _MOST_WORDS + 1}).scalars().all()
        if len(known) <= _MOST_WORDS:
            fitting = [word for word in known if piece.fits(word)]
            if not fitting:
                return None
            terms.append(_any_of(fitting))
    return terms


def _renew(session: Session, table: str, place: Place) -> None:
    bounds = {"lowest": place.lowest, "highest": place.highest}
    queued = "FROM search_queue WHERE id BETWEEN :lowest AND :highest"
    fresh = (
        f'FROM search_queue JOIN "{table}" AS t ON t.id = search_queue.id - :lowest '
        "WHERE search_queue.id BETWEEN :lowest AND :highest"
    )
    # One statement for all rows: with one for each, SQLite would write the index out as often.
    take_out = f"INSERT INTO {place.index}({place.index}, rowid, words) SELECT 'delete', id, before {queued}"
    session.execute(text(f"{take_out} AND before IS NOT NULL"), bounds)
    put_in = f"INSERT INTO {place.index}(rowid, words) SELECT search_queue.id, t.search {fresh}"
    session.execute(text(put_in), bounds)
    lines = session.execute(text(f"SELECT t.search {fresh}"), bounds).scalars()
    words = {word for line in lines for word in words_of(line)}
    if words:
        session.execute(_NEW_WORD, [{"word": word} for word in sorted(words)])


@dataclass(frozen=True)
class _Piece:
    """A word of the index in what was typed as one (`14/09` is two); at its ends it may be only a part of a word."""

    text: str
    goes_on_before: bool
    goes_on_after: bool

    def fits(self, word: str) -> bool:
        """Tell whether a word that holds the text holds it where it may."""
        begins, ends = word.startswith(self.text), word.endswith(self.text)
        return (self.goes_on_before or begins) and (self.goes_on_after or ends)


def _pieces(word: str) -> Iterator[_Piece]:
    for match in _WORD.finditer(word):
        yield _Piece(match[0], match.start() == 0, match.end() == len(word))


def _any_of(words: Iterable[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"


def _escaped(word: str) -> str:
    return re.sub(r"([!%_])", r"!\1", word)
