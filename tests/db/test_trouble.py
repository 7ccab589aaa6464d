"""A full disk or a folder without rights is told as what it is; our own faults are not."""

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from db.migrations.store import create_store
from db.new_book import NewOffice, make_book
from db.sessions import BOOK_NAME, Book
from db.trouble import Reason, TargetNotWritable, reason_of, telling
from tests.helpers.books import DISTRICT, OFFICER, ON, unit_lines
from tests.helpers.sample_records import add, contents

NEW_OFFICE = NewOffice(unit_lines(), "units.csv", DISTRICT, ON)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.EROFS, "no_permission"),
        (errno.ENOSPC, "disk_full"),
        (errno.ENOTDIR, "folder_missing"),
        (errno.EIO, "other"),
    ],
)
def test_trouble_of_the_system_has_its_reason(code: int, reason: Reason, tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable) as told, telling(tmp_path):
        raise OSError(code, "")
    assert (told.value.reason, told.value.path) == (reason, tmp_path)


def test_our_own_fault_passes_untold(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), telling(tmp_path):
        sqlite3.connect(":memory:").execute("SELECT nothing FROM nowhere")
    assert reason_of(ZeroDivisionError()) is None


def test_a_disk_that_is_full_is_told_and_the_book_stays_as_it_was(book: Book) -> None:
    before = contents(book)
    with pytest.raises(TargetNotWritable) as told, book.writing(who=OFFICER) as session:
        session.execute(text("PRAGMA max_page_count = 1"))
        for _ in range(200):
            add(session, "outreach")
    assert (told.value.reason, told.value.path) == ("disk_full", book.folder / BOOK_NAME)
    assert contents(book) == before


def test_a_wrong_statement_stays_our_own_fault(book: Book) -> None:
    with pytest.raises(OperationalError), book.writing(who=OFFICER) as session:
        session.execute(text("SELECT nothing FROM nowhere"))


def test_a_book_is_not_opened_where_its_lock_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(TargetNotWritable):
        Book(tmp_path / "file")


def test_an_office_is_not_made_where_a_file_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OSError, match="file"):
            make_book(folder, NEW_OFFICE, who=OFFICER)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_what_a_lost_book_left_behind_does_not_get_into_a_new_one(tmp_path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        (tmp_path / f"{BOOK_NAME}{suffix}").write_bytes(b"of another book")
    make_book(tmp_path, NEW_OFFICE, who=OFFICER)
    assert [path.name for path in tmp_path.iterdir()] == [BOOK_NAME]


def test_a_store_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable):
        create_store(tmp_path / "nowhere" / BOOK_NAME)
