"""A book as SQL text and back, with what `iterdump` leaves out: marks of the file, numbers given, index of words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def fixture(schema: str) -> Path:
    """Return where the small book of a schema lies."""
    return FOLDER / f"{schema}.sql"


def load(schema: str, path: Path) -> Path:
    """Make the book of a schema at `path`, as a program of its day left it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(fixture(schema).read_text(encoding="utf-8"))
    return path


def dumped(path: Path) -> str:
    """Return a book as SQL: tables, their rows, the rest of the schema, the numbers given so far."""
    with closing(sqlite3.connect(path)) as connection:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        lines = [
            f"PRAGMA application_id = {mark};",
            "PRAGMA foreign_keys = OFF;",
            "BEGIN;",
            *_body(connection),
            "COMMIT;",
        ]
    return "\n".join(lines) + "\n"


def schema_text(path: Path) -> list[list[str]]:
    """Return what a book's file says of its tables, indexes and triggers, by kind and name."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
        ).fetchall()
    return [[kind, name, *_in_order(sql)] for kind, name, sql in made]


def _in_order(sql: str) -> list[str]:
    """Return the lines of a statement; Alembic writes the constraints of a rebuilt table in any order."""
    lines = [line.strip().rstrip(", ") for line in sql.splitlines()]
    return sorted(lines, key=lambda line: line if line.startswith("CONSTRAINT") else "")


def _body(connection: sqlite3.Connection) -> Iterator[str]:
    kinds = {row[1]: row[2] for row in connection.execute("PRAGMA table_list")}
    made = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    tables = [(name, sql) for kind, name, sql in made if kind == "table"]
    for name, sql in tables:
        if kinds[name] != "shadow" and not name.startswith("sqlite_"):
            yield f"{sql};"
    for name, _ in tables:
        yield from _rows(connection, name, kinds[name])
    yield from (f"{sql};" for kind, _, sql in made if kind != "table")


def _rows(connection: sqlite3.Connection, table: str, kind: str) -> Iterator[str]:
    # Making an index of words makes its tables with rows of their own; SQLite counts the numbers it gives itself.
    if kind == "shadow" or table == "sqlite_sequence":
        yield f'DELETE FROM "{table}";'
    if kind != "virtual":
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            yield f'INSERT INTO "{table}" VALUES ({", ".join(_literal(connection, value) for value in row)});'


def _literal(connection: sqlite3.Connection, value: Any) -> str:
    return str(connection.execute("SELECT quote(?)", (value,)).fetchone()[0])
