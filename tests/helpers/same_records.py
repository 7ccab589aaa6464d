"""Every record of a book as text, whatever its number: what it says, with what it belongs to and is linked with.

Read with SQLite alone, so that the product's own ideas of what a record is are not trusted.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from db.sessions import BOOK_NAME

# The log, drafts and the index; what the office itself is; what tells where rows came from.
_ASIDE = frozenset(
    {"step", "change", "draft", "unit_list", "origin", "source_book", "office", "office_names", "content"}
)
_MADE = frozenset({"id", "search", "sort_key"})


def same_records(folder: Path) -> dict[str, Counter[str]]:
    """Return by table how often each record is there."""
    connection = sqlite3.connect(folder / BOOK_NAME)
    connection.row_factory = sqlite3.Row
    try:
        return _Telling(connection).tables()
    finally:
        connection.close()


class _Telling:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self._tables = [name for (name,) in names if not name.startswith(("search_", "sqlite_", "alembic"))]
        self._rows = {
            table: {row["id"]: dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')}
            for table in self._tables
        }
        self._links = {table: self._links_of(table) for table in self._tables}
        self.told = cache(self._told)

    def tables(self) -> dict[str, Counter[str]]:
        return {
            table: Counter(self.told(table, number) for number in self._rows[table])
            for table in self._tables
            if table not in _ASIDE and self._rows[table]
        }

    def _links_of(self, table: str) -> dict[str, str]:
        found = self._connection.execute(f'PRAGMA foreign_key_list("{table}")')
        return {row["from"]: row["table"] for row in found}

    def _told(self, table: str, number: int) -> str:
        row = self._rows[table][number]
        if table == "content":
            return f"{row['kind']} {row['sha256']}"
        said = {key: self._value(table, key, value) for key, value in row.items() if key not in _MADE}
        return json.dumps(said, ensure_ascii=False, sort_keys=True)

    def _value(self, table: str, key: str, value: Any) -> Any:
        if value is not None and key in self._links[table]:
            return self.told(self._links[table][key], value)
        return self._paper(value) if table == "plan_amendment" and key in ("before", "after") else value

    def _paper(self, text: str | None) -> Any:
        rows: Mapping[str, list[dict[str, Any]]] = json.loads(text or "{}")
        targets = {row["id"]: row["text"] for row in rows.get("target", ())}
        told = []
        for table, listed in rows.items():
            for row in listed:
                said = {
                    key: value for key, value in row.items() if key not in (*_MADE, "plan_id", "parent_id")
                }
                said["target_id"] = targets.get(row.get("target_id"))
                said["unit_id"] = self.told("unit", row["unit_id"]) if row.get("unit_id") else None
                told.append(f"{table} {json.dumps(said, sort_keys=True)}")
        return sorted(told)
