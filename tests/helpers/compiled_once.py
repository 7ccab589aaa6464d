"""Statements are compiled once for all books of a run.

An engine compiles each statement anew, and a run opens thousands of books: a fifth of its time went there. A compiled
statement is known by its dialect, so the dialects of all engines are made alike.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import URL, Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_NAME, _MOST = "alike", 2_000


class AlikeDialect(SQLiteDialect_pysqlite):
    """SQLite's dialect; one is as good as another."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is of the same kind."""
        return isinstance(other, AlikeDialect)

    def __hash__(self) -> int:
        """Return the same for all of them."""
        return hash(_NAME)


class CompiledOnce:
    """Makes engines that share what they compiled."""

    def __init__(self, make: Callable[..., Engine]) -> None:
        self._make = make
        self._compiled: LRUCache[Any, Any] = LRUCache(_MOST)
        registry.register(f"sqlite.{_NAME}", AlikeDialect.__module__, AlikeDialect.__name__)

    def __call__(self, url: URL, **options: Any) -> Engine:
        """Make an engine as SQLAlchemy does."""
        alike = url.set(drivername=f"sqlite+{_NAME}")
        return self._make(alike, execution_options={"compiled_cache": self._compiled}, **options)
