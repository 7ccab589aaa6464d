"""Every connection to a book's file: plain, encrypted, with a wrong key, by an SQLite that is too old."""

import sqlite3
import sys
from pathlib import Path

import pytest

from db import connections
from db.connections import EncryptionMissing, OldSqlite, can_encrypt, connect, driver, is_plain
from db.migrations.store import SCHEMA, NotABook, create_store, prepare_store, schema_of
from db.services import offices, units
from db.sessions import BOOK_NAME, Book
from tests.helpers.books import DISTRICT, OFFICER, ON, unit_lines

KEY, OTHER_KEY = bytes(range(32)), bytes(32)


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    """The folder of an encrypted book of the small district."""
    create_store(tmp_path / BOOK_NAME, KEY)
    with Book(tmp_path, key=KEY) as book, book.writing(who=OFFICER) as session:
        units.load(session, unit_lines(), on=ON, file_name="units.csv")
        unit = units.find(session, DISTRICT, ON)
        offices.create(session, unit=unit, names=offices.usual_names(session, unit, ON))
    return tmp_path


def test_an_encrypted_book_is_read_with_its_key(encrypted: Path) -> None:
    with Book(encrypted, key=KEY) as book, book.reading() as session:
        assert offices.current(session).unit.code == DISTRICT
    assert schema_of(encrypted / BOOK_NAME, KEY) == SCHEMA


def test_nothing_of_an_encrypted_book_is_in_its_file(encrypted: Path) -> None:
    data = (encrypted / BOOK_NAME).read_bytes()
    assert not is_plain(encrypted / BOOK_NAME)
    for word in (b"SQLite", b"CREATE TABLE", "Hòa Lâm".encode()):
        assert word not in data


@pytest.mark.parametrize("key", [None, OTHER_KEY])
def test_without_its_key_an_encrypted_book_is_none_and_stays(encrypted: Path, key: bytes | None) -> None:
    before = (encrypted / BOOK_NAME).read_bytes()
    with pytest.raises(NotABook):
        prepare_store(encrypted / BOOK_NAME, key)
    assert (encrypted / BOOK_NAME).read_bytes() == before


def test_a_wrong_key_says_nothing_on_the_console(encrypted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotABook):
        schema_of(encrypted / BOOK_NAME, OTHER_KEY)
    assert capfd.readouterr() == ("", "")


def test_a_key_of_another_length_is_our_own_fault(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        connect(tmp_path / BOOK_NAME, key=b"short")


def test_reading_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / BOOK_NAME, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_an_sqlite_that_is_too_old_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MINIMUM_SQLITE", (99, 0, 0))
    with pytest.raises(OldSqlite) as caught:
        driver(None)
    assert (caught.value.found, caught.value.wanted) == (sqlite3.sqlite_version, "99.0.0")


def test_an_installation_without_sqlcipher_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert not can_encrypt()
    with pytest.raises(EncryptionMissing):
        driver(KEY)
    assert driver(None) is sqlite3
