"""What a book's file holds, read by plain SQL: one of an older schema is backed up before it is brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection

from db.connections import database_errors
from db.migrations.store import APPLICATION_ID, SCHEMA
from db.rules.backup_manifest import Contents, Member
from db.services.measuring.counts import TABLES


class BookBroken(Exception):
    """A database is none of ours, or damaged."""


class BookNewer(Exception):
    """A database has the schema of a newer program."""


@contextmanager
def telling_broken() -> Iterator[None]:
    """Raise whatever a database says of itself as BookBroken."""
    try:
        yield
    except database_errors() as error:
        raise BookBroken from error


def contents_of(connection: Connection) -> Contents:
    """Read what a book holds; raises BookBroken or BookNewer."""
    with telling_broken():
        return _contents(connection)


def files_of(connection: Connection) -> tuple[Member, ...]:
    """Return the files of evidence that rows name, each once."""
    if not _has(connection, "score_evidence", "stored_name"):
        return ()
    rows = connection.execute(
        "SELECT DISTINCT stored_name, size, sha256 FROM score_evidence WHERE stored_name IS NOT NULL ORDER BY 1"
    )
    return tuple(Member(str(name), int(size), str(sha256)) for name, size, sha256 in rows)


def check_book(connection: Connection) -> None:
    """Raise BookBroken where a page, an index or a reference between rows does not hold."""
    with telling_broken():
        sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if not sound or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise BookBroken


def _contents(connection: Connection) -> Contents:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise BookBroken
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    schema = str(row[0]) if row else ""
    if schema > SCHEMA:
        raise BookNewer
    key, code, name = _office(connection)
    step, at, who, link = _last_step(connection)
    return Contents(schema, key, code, name, _counts(connection), step, link, at, who)


def _counts(connection: Connection) -> dict[str, int]:
    counts = {}
    for kind, table in TABLES.items():
        if _has(connection, table, "id"):
            counts[kind] = int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
    return counts


def _office(connection: Connection) -> tuple[str, str, str]:
    key = "office.book_key" if _has(connection, "office", "book_key") else "''"
    row = connection.execute(
        f"SELECT {key}, unit.code, unit.name FROM office JOIN unit ON unit.id = office.unit_id"
    ).fetchone()
    return (str(row[0]), str(row[1]), str(row[2])) if row else ("", "", "")


def _last_step(connection: Connection) -> tuple[int, str, str, str]:
    link = "hash" if _has(connection, "step", "hash") else "''"
    row = connection.execute(f"SELECT id, at, who, {link} FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1]), str(row[2]), str(row[3])) if row else (0, "", "", "")


def _has(connection: Connection, table: str, column: str) -> bool:
    found = connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, column))
    return found.fetchone() is not None
