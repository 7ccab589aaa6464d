"""A migration that fails, wherever it does, leaves the old book as it was: the old program opens it."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import create_engine, event

from db.migrations.configuration import alembic_config
from db.migrations.store import SCHEMA, prepare_store, schema_of
from db.sessions import BOOK_NAME
from db.trouble import TargetNotWritable
from tests.db.released.dumping import dumped, fixture, load
from tests.helpers.further_migrations import migrate_further

ROOT = Path(__file__).parents[2]
HALF = """
op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
op.execute('DELETE FROM target')
with op.batch_alter_table("plan", recreate="always") as batch:
    batch.add_column(sa.Column("colour", sa.Text(), nullable=True))
"""
FAULTS = {
    "at once": "raise RuntimeError('at once')",
    "half way": HALF + "raise RuntimeError('half way')",
    "a reference that names no row": HALF
    + "op.execute('INSERT INTO change (step_id, table_name, row_id) VALUES (99, 1, 1)')",
    "a statement that SQLite refuses": HALF + "op.execute('UPDATE unit SET level = 9')",
}
# Stops at the first statement after so many, as a process that is killed does.
KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine

left = int(sys.argv[2])

@event.listens_for(Engine, "before_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

from db.migrations.store import prepare_store
prepare_store(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_migration_leaves_the_book_as_it_was(tmp_path: Path, fault: str) -> None:
    path = load(SCHEMA, tmp_path / BOOK_NAME)
    before = path.read_bytes()
    with pytest.raises(Exception, match=r"at once|half way|references|ck_unit_level"):
        migrate_further(path, fault, tmp_path / "versions")
    assert path.read_bytes() == before
    assert schema_of(path) == SCHEMA


@pytest.mark.parametrize("schema", ["0001", "0004", "0008", "0010"])
def test_a_fault_between_two_migrations_leaves_the_first_undone_too(tmp_path: Path, schema: str) -> None:
    path = load(schema, tmp_path / BOOK_NAME)
    with pytest.raises(RuntimeError):
        migrate_further(path, FAULTS["at once"], tmp_path / "versions")
    assert dumped(path) == fixture(schema).read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", ["0001", "0004", "0009"])
@pytest.mark.parametrize("pages", [0, 2, 9])
def test_a_disk_that_fills_leaves_the_book_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: str, pages: int
) -> None:
    path = load(schema, tmp_path / BOOK_NAME)
    monkeypatch.setattr("sqlalchemy.create_engine", Limited(pages))
    with pytest.raises(TargetNotWritable) as caught:
        command.upgrade(alembic_config(path), SCHEMA)
    assert caught.value.reason == "disk_full"
    assert dumped(path) == fixture(schema).read_text(encoding="utf-8")


class Limited:
    """Makes engines on a disk that has room for so many pages more than the book holds."""

    def __init__(self, pages: int) -> None:
        self._pages = pages

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        engine = create_engine(*args, **kwargs)
        event.listen(engine, "connect", self._limit)
        return engine

    def _limit(self, connection: sqlite3.Connection, _: Any) -> None:
        (held,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {held + self._pages}")


@pytest.mark.parametrize(
    ("schema", "statements", "mode"),
    [
        ("0001", 8, "DELETE"),
        ("0001", 120, "WAL"),
        ("0004", 30, "DELETE"),
        ("0005", 20, "WAL"),
        ("0010", 12, "DELETE"),
        ("0010", 14, "WAL"),
    ],
)
def test_a_killed_migration_leaves_the_book_as_it_was(
    tmp_path: Path, schema: str, statements: int, mode: str
) -> None:
    path = load(schema, tmp_path / BOOK_NAME)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
    asked = [sys.executable, "-c", KILLED, str(path), str(statements)]
    child = subprocess.run(
        asked, cwd=ROOT, env=os.environ.copy(), capture_output=True, timeout=60, check=False
    )
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()
    assert schema_of(path) == schema
    assert dumped(path) == fixture(schema).read_text(encoding="utf-8")


def test_after_a_killed_migration_the_next_start_goes_through(tmp_path: Path) -> None:
    path = load("0001", tmp_path / BOOK_NAME)
    asked = [sys.executable, "-c", KILLED, str(path), "60"]
    child = subprocess.run(
        asked, cwd=ROOT, env=os.environ.copy(), capture_output=True, timeout=60, check=False
    )
    assert child.returncode == -signal.SIGKILL
    assert prepare_store(path)
    assert schema_of(path) == SCHEMA
