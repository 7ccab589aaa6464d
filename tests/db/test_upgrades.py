"""A book of an earlier program comes to this schema with every row as it was."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic import command

from db.migrations import store
from db.migrations.configuration import alembic_config
from db.migrations.store import APPLICATION_ID, SCHEMA, prepare_store, schema_of
from db.sessions import BOOK_NAME

ROWS = 3
SCHEMAS = sorted(path.name[:4] for path in (Path(store.__file__).parent / "versions").glob("0*.py"))
# What a check of the table asks for.
ASKED = {
    ("succession", "extent"): "whole",
    ("hotspot_event", "what"): "removed",
    ("handling", "form"): "fine",
}
Rows = dict[str, list[tuple[Any, ...]]]


def read(path: Path, statement: str) -> list[Any]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def tables(path: Path) -> dict[str, list[str]]:
    """The tables of a book with their columns, without those of the index of words: it is made from the others."""
    names = read(
        path,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'",
    )
    columns = {name: [row[1] for row in read(path, f'PRAGMA table_info("{name}")')] for (name,) in names}
    return {name: found for name, found in columns.items() if name != "alembic_version"}


def old_book(path: Path, schema: str) -> None:
    """Make a book of an earlier schema with some rows in each table, each naming rows of the others."""
    command.upgrade(alembic_config(path), schema)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for table in tables(path):
        columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        for number in range(1, 2 if table == "office" else ROWS + 1):
            values = [value(table, name, kind, number) for _, name, kind, *_ in columns]
            blanks = ", ".join("?" * len(values))
            connection.execute(f'INSERT INTO "{table}" VALUES ({blanks})', values)
    connection.commit()
    connection.close()


def value(table: str, column: str, kind: str, number: int) -> Any:
    """A value of the column's type; whole numbers, keys to others among them, are the row's own."""
    if (table, column) in ASKED:
        return ASKED[table, column]
    if kind == "DATE":
        return f"2025-01-{number:02d}"
    if kind == "DATETIME":
        return f"2025-01-{number:02d} 10:42:00.000000"
    if kind == "BOOLEAN":
        return number % 2
    return number if kind == "INTEGER" else f"{column} {number}"


def rows(path: Path, known: dict[str, list[str]]) -> Rows:
    """The rows of these tables, in these columns."""
    lists = {table: ", ".join(f'"{column}"' for column in columns) for table, columns in known.items()}
    return {table: read(path, f'SELECT {lists[table]} FROM "{table}" ORDER BY id') for table in known}


@pytest.mark.parametrize("schema", SCHEMAS[:-1])
def test_every_row_of_an_earlier_book_stays_as_it_was(tmp_path: Path, schema: str) -> None:
    path = tmp_path / BOOK_NAME
    old_book(path, schema)
    known = tables(path)
    before = rows(path, known)

    prepare_store(path)

    assert (schema_of(path), read(path, "PRAGMA foreign_key_check")) == (SCHEMA, [])
    assert rows(path, known) == before
    assert {len(found) for table, found in before.items() if table != "office"} == {ROWS}


def test_what_is_new_in_this_schema_is_empty_after_an_upgrade(tmp_path: Path) -> None:
    path = tmp_path / BOOK_NAME
    old_book(path, "0003")
    known = tables(path)
    prepare_store(path)
    added = {table: columns for table, columns in tables(path).items() if table not in known}
    assert {"establishment", "inspection", "hotspot_event", "model_year", "figure"} <= set(added)
    assert all(found == [] for found in rows(path, added).values())


@pytest.mark.parametrize("schema", ["0001", "0003"])
def test_no_number_is_given_again_after_an_upgrade(tmp_path: Path, schema: str) -> None:
    path = tmp_path / BOOK_NAME
    old_book(path, schema)
    last = dict(read(path, "SELECT name, seq FROM sqlite_sequence"))
    prepare_store(path)
    after = dict(read(path, "SELECT name, seq FROM sqlite_sequence"))
    assert {name: after[name] for name in last} == last


def test_points_given_by_hand_become_answers(tmp_path: Path) -> None:
    path = tmp_path / BOOK_NAME
    old_book(path, "0008")
    with sqlite3.connect(path) as connection:
        for number, own, appraised in ((1, 6500, None), (2, 8000, 7125), (3, None, 0)):
            connection.execute(
                "UPDATE score_mark SET self_points = ?, appraised_points = ? WHERE id = ?",
                (own, appraised, number),
            )
        connection.execute(
            "UPDATE score_sheet SET appraised_class = NULL, appraised_points = NULL WHERE id = 1"
        )
        connection.execute("UPDATE score_sheet SET appraised_class = NULL WHERE id = 2")
    connection.close()
    prepare_store(path)
    kept = read(path, "SELECT self_answer, appraised_answer FROM score_mark ORDER BY id")
    assert kept == [("6.5", ""), ("8", "7.125"), ("", "0")]
    states = [state for (state,) in read(path, "SELECT state FROM score_sheet ORDER BY id")]
    assert states == ["submitted", "submitted", "appraised"]
