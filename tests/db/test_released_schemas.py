"""Every schema that was released has its small book, and the migrations still make what it was made from."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.migrations import store
from db.migrations.store import SCHEMA, schema_of
from tests.db.released.dumping import FOLDER, dumped, fixture, load, schema_text
from tests.db.released.making import make, migrate, record_tables

RELEASED = sorted(path.stem for path in FOLDER.glob("*.sql"))


def counted(path: Path) -> dict[str, int]:
    """How many rows each table of records holds."""
    with closing(sqlite3.connect(path)) as connection:
        tables = record_tables(connection)
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def nulls_in(path: Path) -> set[str]:
    """The columns that may be blank and of which no row, or every row, is."""
    one_sided = set()
    with closing(sqlite3.connect(path)) as connection:
        for table in record_tables(connection):
            for _, column, _, required, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
                asked = f'SELECT count(*), count("{column}") FROM "{table}"'
                rows, filled = connection.execute(asked).fetchone()
                if not required and filled in (0, rows):
                    one_sided.add(f"{table}.{column}")
    return one_sided


def test_every_migration_has_its_book() -> None:
    versions = Path(store.__file__).parent / "versions"
    assert sorted(path.name[:4] for path in versions.glob("0*.py")) == RELEASED
    assert RELEASED[-1] == SCHEMA


@pytest.mark.parametrize("schema", RELEASED)
def test_a_released_migration_still_makes_what_it_made(tmp_path: Path, schema: str) -> None:
    kept = load(schema, tmp_path / "kept.db")
    migrate(tmp_path / "today.db", schema)
    assert schema_text(kept) == schema_text(tmp_path / "today.db")
    assert schema_of(kept) == schema


def test_an_edited_migration_would_be_seen(tmp_path: Path) -> None:
    kept = load(SCHEMA, tmp_path / "kept.db")
    migrate(tmp_path / "today.db", SCHEMA)
    with closing(sqlite3.connect(tmp_path / "today.db")) as connection:
        connection.execute("ALTER TABLE plan ADD COLUMN colour TEXT")
    assert schema_text(kept) != schema_text(tmp_path / "today.db")


@pytest.mark.parametrize("schema", RELEASED)
def test_every_table_of_a_kept_book_has_rows(tmp_path: Path, schema: str) -> None:
    path = load(schema, tmp_path / "kept.db")
    few = {table: rows for table, rows in counted(path).items() if rows < 2}
    assert few == {"office": 1}
    assert nulls_in(path) == set()


@pytest.mark.parametrize("schema", RELEASED)
def test_a_kept_book_comes_back_from_its_text_as_it_was(tmp_path: Path, schema: str) -> None:
    text = fixture(schema).read_text(encoding="utf-8")
    assert dumped(load(schema, tmp_path / "kept.db")) == text


def test_a_kept_book_is_never_made_again() -> None:
    before = fixture(SCHEMA).read_bytes()
    with pytest.raises(FileExistsError):
        make(SCHEMA)
    assert fixture(SCHEMA).read_bytes() == before


def test_the_maker_makes_such_a_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.db.released.dumping.FOLDER", tmp_path)
    make(SCHEMA)
    path = load(SCHEMA, tmp_path / "made.db")
    assert set(counted(path).values()) == {1, 3}
