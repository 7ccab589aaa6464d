"""What SQLite itself finds wrong in a book's file: pages, constraints, indexes, references, the schema."""

import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from db.checks.faults import Fault, Kind
from db.connections import connect
from db.migrations.store import create_store
from db.trouble import is_damage

_MOST = 1_000
_CLEAN = "ok"
_OF_ROWS = re.compile(
    r"(?:CHECK constraint failed in|NULL value in|NUMERIC value in|TEXT value in) ([^\s.]+)"
)
_OF_INDEX = re.compile(r"(?:missing from index|wrong # of entries in index|non-unique entry in index) (\S+)")
_OF_SEARCH = re.compile(r"FTS5 table (?:main\.)?(\S+)")
_RULES = ((_OF_ROWS, Kind.CONSTRAINT), (_OF_INDEX, Kind.INDEX), (_OF_SEARCH, Kind.SEARCH))


def is_sound(path: Path, key: bytes | None = None) -> bool:
    """Tell quickly whether the pages of a book are in order; opens a connection of its own that only reads."""
    try:
        with closing(connect(path, key=key, read_only=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == (_CLEAN,))
    except Exception as error:
        if not is_damage(error) and not isinstance(error, UnicodeDecodeError):
            raise
        return False


def integrity(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Give what is wrong with pages, constraints and indexes, counted by table and index."""
    found: Counter[tuple[Kind, str]] = Counter()
    for (words,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if words != _CLEAN:
            found.update(_classified(line) for line in words.splitlines() if not line.startswith("***"))
    yield from (Fault(kind, place, count) for (kind, place), count in sorted(found.items()))


def links(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Give the tables with rows that name a row which is not there."""
    found = Counter(row[0] for row in connection.execute("PRAGMA foreign_key_check"))
    yield from (Fault(Kind.LINK, str(table), count) for table, count in sorted(found.items()))


def schema(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Give the parts of the schema that are not as this program's migrations make them."""
    with tempfile.TemporaryDirectory() as folder:
        create_store(Path(folder) / "new.db")
        with closing(connect(Path(folder) / "new.db", read_only=True)) as new:
            wanted = _parts(new)
    found = _parts(connection)
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            yield Fault(Kind.SCHEMA, name)


def _classified(line: str) -> tuple[Kind, str]:
    for pattern, kind in _RULES:
        match = pattern.search(line)
        if match is not None:
            return kind, match[1]
    return Kind.PAGES, ""


def _parts(connection: sqlite3.Connection) -> dict[str, list[str]]:
    # What SQLite keeps of its own (statistics, indexes of constraints) has no text or comes and goes.
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
    )
    return {str(name): _told(str(sql)) for name, sql in rows}


def _told(sql: str) -> list[str]:
    # A migration that rebuilds a table writes its constraints in any order.
    return sorted(line.strip().rstrip(",") for line in " ".join(sql.split()).split(", "))
