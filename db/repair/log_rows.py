"""Rows as the log knows them: what a table no longer gives is often there once more, whole."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.records import Base
from db.services.entering.change_log import classes, row_values

# What of a row names it to an officer, the first that it has.
_NAMING = (
    "name",
    "title",
    "subject",
    "content",
    "topic",
    "place",
    "file_name",
    "text",
    "code",
    "number",
    "period",
)
_LONGEST = 80


class LoggedRows:
    """The last state of every row that the log tells of, read from the repaired book."""

    def __init__(self, session: Session) -> None:
        self._last: dict[tuple[str, int], str | None] = {}
        rows = session.connection().exec_driver_sql(
            'SELECT table_name, row_id, "after" FROM change ORDER BY id'
        )
        for table, number, after in rows:
            self._last[table, number] = after

    def numbers(self, table: str) -> set[int]:
        """Return the rows of a table that should be there."""
        return {number for (name, number), after in self._last.items() if name == table and after}

    def values(self, table: str, number: int) -> dict[str, Any] | None:
        """Return the columns of a row as they were last; nothing where the log does not tell, or tells nonsense."""
        try:
            plain = json.loads(self._last.get((table, number)) or "null")
            return row_values(classes()[table], plain) if plain else None
        except (ValueError, KeyError, TypeError, ArithmeticError):
            return None

    def name(self, table: str, number: int) -> str:
        """Return what is known of a row: a name from the log, else its number."""
        values = self.values(table, number) or {}
        return name_in(values) or f"#{number}"


def put_back(session: Session, table: str, values: dict[str, Any]) -> bool:
    """Write a row as the log knows it; a rule of the book may refuse it."""
    try:
        with session.begin_nested():
            session.execute(insert(Base.metadata.tables[table]).values(values))
    except IntegrityError:
        return False
    return True


def name_in(values: dict[str, Any]) -> str:
    """Return the value that names a row to an officer; nothing where none does."""
    return next((text[:_LONGEST] for text in _texts(values)), "")


def _texts(values: dict[str, Any]) -> Iterator[str]:
    yield from (str(values[key]) for key in _NAMING if values.get(key))
