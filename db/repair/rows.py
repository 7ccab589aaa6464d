"""Read the rows of one table around damaged pages: forwards, backwards, and what lies between by halving.

A row is reached through the pages above it and its own; every other damaged page is in nobody's way.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.connections import database_errors

Row = tuple[Any, ...]
# A number that no row has: numbers are given one after the other.
_HIGHEST = 1 << 40
# Where nothing tells how many rows there were, so many numbers are tried one by one; the log tells of the others.
_MOST_TRIED = 400_000


@dataclass
class ReadRows:
    """The rows that could be read, by their number; where the table is broken also the numbers known of others."""

    rows: dict[int, Row] = field(default_factory=dict)
    unread: set[int] = field(default_factory=set)
    is_broken: bool = False


def read_rows(connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> ReadRows:
    """Return what can be read of a table whose rows are numbered by `id`."""
    reader = _Reader(connection, table, columns)
    reader.scan(descending=False)
    if reader.found.is_broken:
        reader.scan(descending=True)
        known = numbers_in_indexes(connection, table)
        low, high = reader.gap
        reader.halve(low, min(high, _last(connection, table, known) + 1))
        reader.found.unread = known - reader.found.rows.keys()
    return reader.found


def numbers_in_indexes(connection: sqlite3.Connection, table: str) -> set[int]:
    """Return the numbers of a table's rows that its indexes know; they may be damaged too."""
    found: set[int] = set()
    for name in _index_names(connection, table):
        rows = _until_error(
            connection, f'SELECT id FROM "{table}" INDEXED BY "{name}" ORDER BY {_key(connection, name)}'
        )
        found.update(row[0] for row in rows if isinstance(row[0], int))
    return found


def counted(connection: sqlite3.Connection, table: str) -> int | None:
    """Return the highest number that a table ever gave, 0 where it never had a row; None where nothing tells."""
    try:
        told = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    except database_errors():
        return None
    number = told[0] if told else 0
    return number if isinstance(number, int) else None


def _last(connection: sqlite3.Connection, table: str, known: set[int]) -> int:
    """Return the last number that is worth a try."""
    given = counted(connection, table)
    return max(known, default=_MOST_TRIED) if given is None else max(known | {given})


class _Reader:
    def __init__(self, connection: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
        self.found = ReadRows()
        # Between these numbers, neither counted, nothing was read yet.
        self.gap = (0, _HIGHEST)
        listed = ", ".join(f'"{column}"' for column in columns)
        self._statement = (
            f'SELECT id, {listed} FROM "{table}" NOT INDEXED WHERE id > ? AND id < ? ORDER BY id'
        )
        self._connection = connection
        self._tries = 0

    def scan(self, *, descending: bool) -> None:
        """Read from one end until an error."""
        order = " DESC" if descending else ""
        last = None
        try:
            for number, *values in self._connection.execute(self._statement + order, self.gap):
                self.found.rows[number] = tuple(values)
                last = number
        except database_errors():
            self.found.is_broken = True
        if last is not None:
            self.gap = (self.gap[0], last) if descending else (last, self.gap[1])

    def halve(self, low: int, high: int) -> None:
        """Read what lies between two numbers, neither counted; where that fails, each half of it."""
        stretches = [(low, high)]
        while stretches and self._tries < _MOST_TRIED:
            first, last = stretches.pop()
            if last - first <= 1 or self._read(first, last) or last - first == 2:
                continue
            middle = (first + last) // 2
            stretches += [(middle, last), (middle - 1, middle + 1), (first, middle)]

    def _read(self, first: int, last: int) -> bool:
        self._tries += 1
        try:
            for number, *values in self._connection.execute(self._statement, (first, last)):
                self.found.rows[number] = tuple(values)
        except database_errors():
            return False
        return True


def _until_error(connection: sqlite3.Connection, statement: str) -> Iterator[Row]:
    try:
        yield from connection.execute(statement)
    except database_errors():
        return


def _index_names(connection: sqlite3.Connection, table: str) -> list[str]:
    statement = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"
    try:
        return [_text(row[0]) for row in connection.execute(statement, (table,)).fetchall()]
    except database_errors():
        return []


def _key(connection: sqlite3.Connection, index: str) -> str:
    try:
        keys = [_text(row[2]) for row in connection.execute(f'PRAGMA index_info("{index}")') if row[2]]
    except database_errors():
        keys = []
    return ", ".join(f'"{key}"' for key in keys) or "id"


def _text(held: str | bytes) -> str:
    return held.decode(errors="replace") if isinstance(held, bytes) else held
