"""A migration that rebuilds a table deletes none of its children."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, event
from sqlalchemy.exc import IntegrityError

from db.migrations.store import SCHEMA
from db.sessions import BOOK_NAME
from tests.db.released.dumping import fixture, load
from tests.db.released.making import record_tables
from tests.helpers.further_migrations import migrate_further

REBUILD = """
with op.batch_alter_table("{table}", recreate="always", table_kwargs={{"sqlite_autoincrement": True}}) as batch:
    batch.add_column(sa.Column("colour", sa.Text(), nullable=True))
"""
# Whose children go with it, and what else names it and would forbid that.
TAKES_CHILDREN_ALONG = {
    "plan": "UPDATE plan SET parent_id = NULL;"
    + "".join(
        f"UPDATE {name} SET task_id = NULL;"
        for name in ("outreach_activity", "training_session", "inspection", "commune_model")
    ),
    "establishment": "UPDATE inspection SET establishment_id = NULL",
    "target": "",
    "hotspot": "",
    "commune_model": "",
    "inspection": "",
    "return_work": "",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A book of this schema with rows in every table."""
    return load(SCHEMA, tmp_path / BOOK_NAME)


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of a book without the column that a test adds."""
    with closing(sqlite3.connect(path)) as connection:
        found = {}
        for table in record_tables(connection):
            names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
            wanted = ", ".join(f'"{name}"' for name in names if name != "colour")
            found[table] = connection.execute(f'SELECT {wanted} FROM "{table}" ORDER BY id').fetchall()
        return found


def parents() -> list[str]:
    """The tables that rows of other tables, or of themselves, name."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(fixture(SCHEMA).read_text(encoding="utf-8"))
        tables = record_tables(connection)
        named = {
            row[2] for table in tables for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')
        }
    return sorted(named)


def rebuild_with_keys_enforced(path: Path, table: str) -> None:
    """Rebuild a table as a connection of the program's own would: foreign keys on."""
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = ON"))
    try:
        with engine.begin() as connection:
            operations = Operations(MigrationContext.configure(connection))
            with operations.batch_alter_table(table, recreate="always"):
                pass
    finally:
        engine.dispose()


@pytest.mark.parametrize("table", parents())
def test_a_rebuilt_table_keeps_its_children(path: Path, tmp_path: Path, table: str) -> None:
    before = rows(path)
    migrate_further(path, REBUILD.format(table=table), tmp_path / "versions")
    with closing(sqlite3.connect(path)) as connection:
        assert "colour" in {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone() > (
            4,
        )
    assert rows(path) == before


def test_all_parents_rebuilt_at_once_keep_their_children(path: Path, tmp_path: Path) -> None:
    before = rows(path)
    body = "".join(REBUILD.format(table=table) for table in parents())
    migrate_further(path, body, tmp_path / "versions")
    assert rows(path) == before


@pytest.mark.parametrize("table", TAKES_CHILDREN_ALONG)
def test_with_foreign_keys_on_the_children_would_be_lost(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(TAKES_CHILDREN_ALONG[table])
    before = rows(path)
    rebuild_with_keys_enforced(path, table)
    after = rows(path)
    assert after[table] == before[table]
    assert [name for name in before if len(after[name]) < len(before[name])]


@pytest.mark.parametrize("table", ["unit", "plan", "establishment", "step"])
def test_with_foreign_keys_on_a_parent_that_must_stay_could_not_be_rebuilt(path: Path, table: str) -> None:
    with pytest.raises(IntegrityError):
        rebuild_with_keys_enforced(path, table)
