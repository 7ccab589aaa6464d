"""What the rows of a book say of each other: one office, numbers, the chain of the log, sums over what is frozen."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping

from sqlalchemy.orm import Session

from db.checks.faults import Fault, Kind
from db.rules.returns.frozen import thawed
from db.services.entering import history_chain
from db.services.entering.history_chain import BreakKind

_BREAKS = {
    BreakKind.CHANGED: Kind.CHAIN,
    BreakKind.MISSING: Kind.CHAIN_GAP,
    BreakKind.STRAY: Kind.CHAIN_STRAY,
}
_RETURNS = 'SELECT set_code, period, revision, figures, sha256, frozen FROM "return" ORDER BY id'
# What is kept as it came: its kind, its table, its words for people, its bytes.
_KEPT: Mapping[Kind, tuple[str, str, str]] = {
    Kind.CONTENT: ("content", "title", "body"),
    Kind.RECEIVED: ("return_file", "file_name", "body"),
    Kind.TEMPLATE: ("return_template", "file_name", "body"),
    Kind.SCORE_FILE: ("score_file", "file_name", "body"),
}


def office(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Give what is wrong with the row of the office whose book this is."""
    rows = connection.execute("SELECT book_key FROM office").fetchall()
    if len(rows) != 1:
        yield Fault(Kind.NO_OFFICE, count=len(rows))
    elif not rows[0][0]:
        yield Fault(Kind.NO_BOOK_KEY)


def numbers(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Give the tables that could give the number of a row to another one."""
    last = dict(connection.execute("SELECT name, max(seq) FROM sqlite_sequence GROUP BY name"))
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"):
        highest = connection.execute(f'SELECT max(id) FROM "{table}"').fetchone()[0] or 0
        if int(last.get(table) or 0) < highest:
            yield Fault(Kind.NUMBERS, str(table))


def chain(session: Session) -> Iterator[Fault]:
    """Give where the log is not as it was written: steps that are others, that are gone, rows of no step."""
    for broken in history_chain.verify(session).breaks:
        yield Fault(_BREAKS[broken.kind], str(broken.first), broken.last - broken.first + 1, str(broken.last))


def sealed(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Give approved returns, received files and content that no longer are what their SHA-256 says."""
    for code, period, revision, figures, sha256, frozen in connection.execute(_RETURNS):
        if _hash(figures) != sha256 or not _is_frozen(frozen, sha256):
            yield Fault(Kind.RETURN, example=f"{code} {period}/{revision}")
    for kind, (table, name, body) in _KEPT.items():
        for words, held, sha256 in connection.execute(
            f"SELECT {name}, {body}, sha256 FROM {table} ORDER BY id"
        ):
            if _hash(held) != sha256:
                yield Fault(kind, example=str(words))


def _hash(held: str | bytes) -> str:
    return hashlib.sha256(held.encode() if isinstance(held, str) else held).hexdigest()


def _is_frozen(text: str, sha256: str) -> bool:
    # Returns of earlier programs kept their figures alone.
    if not text:
        return True
    try:
        return thawed(text).sha256 == sha256
    except ValueError:
        return False
