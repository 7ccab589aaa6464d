"""A book of an earlier program comes to this schema with every row as it was, and works there."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from db.migrations.store import SCHEMA, prepare_store, schema_of
from db.new_book import take_new_content
from db.rules.formats import Value
from db.rules.history_chain import BEGINNING
from db.services import offices
from db.services.entering import entries, history, history_chain
from db.sessions import BOOK_NAME, Book
from tests.db.released.dumping import FOLDER, load
from tests.db.released.making import record_tables
from tests.helpers.books import NOW, OFFICER

RELEASED = sorted(path.stem for path in FOLDER.glob("*.sql"))
Rows = dict[str, list[tuple[Any, ...]]]
OUTREACH: dict[str, Value] = {"unit_id": 1, "held_on": date(2025, 9, 14), "form": "talk", "sessions": 2}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the book of the office is to lie."""
    return tmp_path / BOOK_NAME


def read(path: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def write(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def tables(path: Path) -> dict[str, list[str]]:
    """The tables of records of a book, with their columns."""
    with closing(sqlite3.connect(path)) as connection:
        names = record_tables(connection)
    return {name: [row[1] for row in read(path, f'PRAGMA table_info("{name}")')] for name in names}


def rows(path: Path, known: dict[str, list[str]]) -> Rows:
    """The rows of these tables, in these columns."""
    lists = {table: ", ".join(f'"{column}"' for column in columns) for table, columns in known.items()}
    return {table: read(path, f'SELECT {lists[table]} FROM "{table}" ORDER BY id') for table in known}


@dataclass(frozen=True)
class Upgraded:
    """A book of an earlier schema that came to this one: its tables, their rows and the numbers given, before."""

    path: Path
    known: dict[str, list[str]]
    before: Rows
    given: dict[str, int]


@pytest.fixture(scope="module", params=RELEASED)
def upgraded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Upgraded:
    """The kept book of each schema after its upgrade; not to be written into."""
    path = load(request.param, tmp_path_factory.mktemp(request.param) / BOOK_NAME)
    known = tables(path)
    earlier = Upgraded(path, known, rows(path, known), numbers_given(path))
    assert prepare_store(path) == (request.param < SCHEMA)
    return earlier


def numbers_given(path: Path) -> dict[str, int]:
    return dict(read(path, "SELECT name, seq FROM sqlite_sequence"))


def test_every_row_of_an_earlier_book_stays_as_it_was(upgraded: Upgraded) -> None:
    assert rows(upgraded.path, upgraded.known) == upgraded.before
    checks = ("foreign_key_check", "integrity_check")
    assert [read(upgraded.path, f"PRAGMA {check}") for check in checks] == [[], [("ok",)]]
    assert schema_of(upgraded.path) == SCHEMA


def test_what_is_new_in_this_schema_is_empty_after_an_upgrade(upgraded: Upgraded) -> None:
    new = {table: names for table, names in tables(upgraded.path).items() if table not in upgraded.known}
    assert all(found == [] for found in rows(upgraded.path, new).values())


def test_no_number_is_given_again_after_an_upgrade(upgraded: Upgraded) -> None:
    after = numbers_given(upgraded.path)
    assert {name: after[name] for name in upgraded.given} == upgraded.given


def test_the_log_of_an_earlier_book_is_one_chain(upgraded: Upgraded) -> None:
    links = [link for (link,) in read(upgraded.path, "SELECT hash FROM step")]
    assert len(set(links) - {"", BEGINNING}) == 3
    assert chain_holds(upgraded.path)


def test_an_earlier_book_is_worked_in_after_its_upgrade(upgraded: Upgraded, path: Path) -> None:
    shutil.copy(upgraded.path, path)
    with Book(path.parent, clock=lambda: NOW) as book:
        take_new_content(book, who=OFFICER)
        with book.reading() as session:
            office = offices.current(session)
        with book.writing(who=OFFICER) as session:
            entries.add(session, "outreach", OUTREACH)
            session.flush()
            step = session.info["step_id"]
        added = count(book)
        with book.writing(who=OFFICER) as session:
            history.revert(session, step)
        assert (office.unit.name, added, count(book)) == ("Huyện Hòa Lâm", 4, 3)
    assert chain_holds(path)


def count(book: Book) -> int:
    with book.reading() as session:
        return int(session.scalar(text("SELECT count(*) FROM outreach_activity")) or 0)


def chain_holds(path: Path) -> bool:
    with Book(path.parent) as book, book.reading() as session:
        steps = session.execute(text("SELECT id, hash FROM step ORDER BY id")).all()
        return all(history_chain.hash_of(session.connection(), step) == link for step, link in steps)


def test_a_step_edited_before_the_upgrade_is_not_told_by_the_chain_but_after_it_is(path: Path) -> None:
    load("0010", path)
    write(path, "UPDATE step SET who = 'x' WHERE id = 1")
    prepare_store(path)
    assert chain_holds(path)
    write(path, "UPDATE change SET after = '{}' WHERE id = 1")
    assert not chain_holds(path)


@pytest.mark.parametrize("schema", ["0001", "0005", RELEASED[-2]])
def test_an_earlier_book_that_holds_a_write_ahead_log_is_upgraded_with_it(path: Path, schema: str) -> None:
    load(schema, path)
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("UPDATE plan SET subject = 'Sửa sau cùng' WHERE id = 1")
    writer.commit()
    killed = path.parent / "killed"
    killed.mkdir()
    for name in (BOOK_NAME, f"{BOOK_NAME}-wal"):
        (killed / name).write_bytes((path.parent / name).read_bytes())
    writer.close()

    prepare_store(killed / BOOK_NAME)

    assert read(killed / BOOK_NAME, "SELECT subject FROM plan WHERE id = 1") == [("Sửa sau cùng",)]
    assert schema_of(killed / BOOK_NAME) == SCHEMA


def test_points_given_by_hand_become_answers(path: Path) -> None:
    load("0008", path)
    for number, own, appraised in ((1, "6500", "NULL"), (2, "8000", "7125"), (3, "NULL", "0")):
        points = f"self_points = {own}, appraised_points = {appraised}"
        write(path, f"UPDATE score_mark SET {points} WHERE id = {number}")
    write(
        path,
        "UPDATE score_sheet SET self_class = 'A', appraised_class = NULL, appraised_points = NULL WHERE id = 1",
    )
    write(path, "UPDATE score_sheet SET self_class = 'A', appraised_class = NULL WHERE id = 2")
    write(path, "UPDATE score_sheet SET self_class = 'A', appraised_class = 'B' WHERE id = 3")
    prepare_store(path)
    kept = read(path, "SELECT self_answer, appraised_answer FROM score_mark ORDER BY id")
    assert kept == [("6.5", ""), ("8", "7.125"), ("", "0")]
    states = [state for (state,) in read(path, "SELECT state FROM score_sheet ORDER BY id")]
    assert states == ["submitted", "submitted", "appraised"]
