"""The file of a book: made, recognised, never drifting from the mapped classes."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, Column, Integer, MetaData, PrimaryKeyConstraint, Table, create_engine, text

from db.migrations import store
from db.migrations.configuration import is_mapped
from db.migrations.store import (
    APPLICATION_ID,
    SCHEMA,
    NewerBook,
    NotABook,
    create_store,
    prepare_store,
    schema_of,
)
from db.records import Base
from db.sessions import BOOK_NAME, Book
from tests.helpers.made_once import MigratedOnce

WORD = "tệp này không phải sổ"


@pytest.fixture(autouse=True)
def migrated_truly(migrated_once: MigratedOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here every new book goes through its migrations."""
    monkeypatch.setattr(store, "_migrate", migrated_once.migrate)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty book."""
    path = tmp_path / BOOK_NAME
    create_store(path)
    return path


def write(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


def read(path: Path, statement: str) -> list[Any]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def drift(path: Path, metadata: MetaData) -> list[Any]:
    """What the migrated file lacks or has too much of, as Alembic sees it."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with engine.connect() as connection:
        settings = {"include_object": is_mapped}
        found = list(compare_metadata(MigrationContext.configure(connection, opts=settings), metadata))
    engine.dispose()
    return found


def changed_metadata(table: str, column: str) -> MetaData:
    """The mapped schema with one more column; in a table of its own where there is none."""
    metadata = MetaData()
    for each in Base.metadata.tables.values():
        each.to_metadata(metadata)
    if table in metadata.tables:
        metadata.tables[table].append_column(Column(column, Integer))
    else:
        Table(table, metadata, Column(column, Integer, primary_key=True))
    return metadata


def test_the_migrations_make_what_the_classes_say(path: Path) -> None:
    assert drift(path, Base.metadata) == []


@pytest.mark.parametrize(
    ("table", "column", "kind"), [("new_table", "id", "add_table"), ("plan", "colour", "add_column")]
)
def test_drift_would_be_seen(path: Path, table: str, column: str, kind: str) -> None:
    assert [change[0] for change in drift(path, changed_metadata(table, column))] == [kind]


def test_an_index_that_was_forgotten_would_be_seen(path: Path) -> None:
    write(path, "DROP INDEX ix_target_plan_id_position")
    assert [change[0] for change in drift(path, Base.metadata)] == ["add_index"]


def test_the_checks_of_the_classes_are_in_the_file(path: Path) -> None:
    written = " ".join(sql for (sql,) in read(path, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
    constraints = [item for table in Base.metadata.tables.values() for item in table.constraints]
    names = [str(item.name) for item in constraints if not isinstance(item, PrimaryKeyConstraint)]
    assert [name for name in names if name not in written] == []


def test_no_table_gives_a_number_twice(path: Path) -> None:
    tables = read(
        path,
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'",
    )
    assert [name for name, sql in tables if "AUTOINCREMENT" not in sql] == ["alembic_version"]


def test_a_new_book_carries_our_mark_and_schema(path: Path) -> None:
    assert read(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert schema_of(path) == SCHEMA
    assert read(path, "PRAGMA foreign_key_check") == []


def test_an_opened_book_keeps_a_write_ahead_log(path: Path) -> None:
    with Book(path.parent) as book, book.writing(who="x") as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA synchronous")) == 2
    assert read(path, "PRAGMA journal_mode") == [("wal",)]


def test_a_book_is_never_made_over_another_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        create_store(path)
    assert path.read_bytes() == before


def test_a_book_of_this_schema_is_left_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    prepare_store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("schema", [f"{int(SCHEMA) + 1:04d}", "0020", "9999"])
def test_a_book_of_a_newer_program_is_refused_untouched(path: Path, schema: str) -> None:
    write(path, f"UPDATE alembic_version SET version_num = '{schema}'")
    before = path.read_bytes()
    with pytest.raises(NewerBook) as caught:
        prepare_store(path)
    assert (caught.value.path, caught.value.schema) == (path, schema)
    assert path.read_bytes() == before


def make_foreign(path: Path) -> None:
    write(path, "CREATE TABLE alembic_version (version_num TEXT)")


def make_empty_database(path: Path) -> None:
    write(path, f"PRAGMA application_id = {APPLICATION_ID}")


def make_without_schema(path: Path) -> None:
    make_foreign(path)
    make_empty_database(path)


NOT_BOOKS = {
    "missing": lambda path: None,
    "folder": lambda path: path.mkdir(),
    "empty": lambda path: path.touch(),
    "text": lambda path: path.write_text(WORD * 100, encoding="utf-8"),
    "short": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "foreign": make_foreign,
    "no tables": make_empty_database,
    "no schema": make_without_schema,
}


@pytest.mark.parametrize("make", NOT_BOOKS.values(), ids=NOT_BOOKS)
def test_what_is_no_book_is_told_so_and_left_alone(tmp_path: Path, make: Any) -> None:
    path = tmp_path / "other.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(NotABook) as caught:
        prepare_store(path)
    assert caught.value.path == path
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("name", ["Sổ PCMD năm 2025", "100 % (bản #2)", "a?b=c&d", "O'Brien; --"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    create_store(folder / BOOK_NAME)
    prepare_store(folder / BOOK_NAME)
    with Book(folder) as book, book.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM unit")) == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_book_of_an_older_program_is_said_to_be_one(tmp_path: Path) -> None:
    from alembic import command

    from db.migrations.configuration import alembic_config

    path = tmp_path / BOOK_NAME
    command.upgrade(alembic_config(path), "0001")
    write(path, f"PRAGMA application_id = {APPLICATION_ID}")
    assert prepare_store(path)
    assert not prepare_store(path)


def test_an_older_book_is_searched_like_a_new_one(tmp_path: Path) -> None:
    from alembic import command

    from db.migrations.configuration import alembic_config

    old = tmp_path / BOOK_NAME
    command.upgrade(alembic_config(old), "0004")
    write(
        old,
        "INSERT INTO unit (code, level, kind, name, sort_key) VALUES ('099', 2, 'Huyện', 'Huyện Đồi Thông', 'x')",
    )
    command.upgrade(alembic_config(old), "head")
    assert read(old, "SELECT search FROM unit") == [("huyen doi thong 099",)]
    found = "SELECT rowid & 0xffffffffff FROM search_rest WHERE search_rest MATCH 'thong'"
    assert read(old, found) == [(1,)]
    assert read(old, "SELECT word FROM search_word") == [("099",), ("doi",), ("huyen",), ("thong",)]
    assert read(old, "SELECT * FROM search_queue") == []


def test_a_migration_that_was_cut_off_is_rolled_back_at_the_next_start(path: Path, tmp_path: Path) -> None:
    # A restored book has no write-ahead log yet: its journal lies beside it.
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA cache_size = 1", "BEGIN IMMEDIATE"):
        connection.execute(statement)
    connection.execute("CREATE TABLE half (value BLOB)")
    connection.executemany("INSERT INTO half VALUES (randomblob(?))", [(900,)] * 300)
    cut_off = tmp_path / "cut off"
    cut_off.mkdir()
    for file in (path, path.with_name(f"{path.name}-journal")):
        shutil.copy(file, cut_off)
    connection.close()
    assert schema_of(cut_off / BOOK_NAME) == SCHEMA
    assert read(cut_off / BOOK_NAME, "SELECT name FROM sqlite_master WHERE name = 'half'") == []


@pytest.mark.parametrize("schema", [SCHEMA, "0003"])
def test_the_tests_copy_a_new_book_as_it_is_migrated(
    schema: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrated: list[Path] = []

    def migrate(path: Path, *rest: Any) -> None:
        migrated.append(path)
        truly(path, *rest)

    truly, empty = store._migrate, tmp_path / "empty"
    empty.mkdir()
    create_store(tmp_path / BOOK_NAME, schema=schema)
    monkeypatch.setattr(store, "_migrate", MigratedOnce(migrate, empty))
    found = "SELECT type, name, tbl_name FROM sqlite_master ORDER BY type, name"
    for name in ("first.db", "second.db"):
        create_store(tmp_path / name, schema=schema)
        assert read(tmp_path / name, found) == read(tmp_path / BOOK_NAME, found)
        assert read(tmp_path / name, "SELECT * FROM alembic_version") == [(schema,)]
    assert migrated == [empty / f"{schema}.db"]
