"""`pcmd data history` and what `pcmd data check` says of the log."""

import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.services.entering import entries
from db.sessions import BOOK_NAME, Book
from tests.helpers.books import NOW
from tests.helpers.command_line import pcmd
from tests.helpers.sample_records import added, step


@pytest.fixture
def worked(book_folder: Path) -> Path:
    """The folder of a book in which a hotspot was changed; not open."""
    with Book(book_folder, clock=lambda: NOW) as book:
        number = added(book, "hotspots")
        step(
            book,
            lambda session: entries.change(session, "hotspots", number, {"place": "Bến xe cũ"}),
            "Lò Văn An",
        )
    return book_folder


def test_who_changed_what_is_told(worked: Path) -> None:
    ran = pcmd("--data", worked, "data", "history", "--who", "Lò Văn An")
    assert ran.out.splitlines()[0] == "20/09/2025 10:42  Lò Văn An: Sửa tụ điểm"
    assert "Khu vực bến xe → Bến xe cũ" in ran.out and ran.out.endswith("1 việc.\n")


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (("--kind", "hotspots"), 2),
        (("--kind", "outreach"), 0),
        (("--unit", "99102"), 2),
        (("--unit", "99101"), 0),
        (("--from", "2025-09-21"), 0),
        (("--to", "20/09/2025", "--text", "ben xe cu"), 1),
    ],
)
def test_the_log_is_narrowed(worked: Path, asked: tuple[str, ...], count: int) -> None:
    assert len(pcmd("--data", worked, "data", "history", "--json", *asked).values) == count


@pytest.mark.parametrize(
    ("asked", "word"), [(("--kind", "outreech"), "outreach"), (("--unit", "99109"), "99109")]
)
def test_what_is_not_known_is_refused(worked: Path, asked: tuple[str, ...], word: str) -> None:
    ran = pcmd("--data", worked, "data", "history", *asked)
    assert ran.code == 2 and word in ran.complaints[0]


def test_the_log_is_written_into_a_workbook(worked: Path, tmp_path: Path) -> None:
    target = tmp_path / "nhat-ky.xlsx"
    assert pcmd("--data", worked, "data", "history", "--kind", "hotspots", target).code == 0
    rows = [*load_workbook(target).worksheets[0].iter_rows(min_row=4, values_only=True)]
    assert ("Khu vực bến xe", "Bến xe cũ") in [row[5:] for row in rows]


def test_a_log_as_it_was_written_is_sound(worked: Path) -> None:
    ran = pcmd("--data", worked, "data", "check", "--json")
    assert (ran.code, ran.values["faults"]) == (0, [])


def test_a_log_that_was_touched_is_told_by_its_step(worked: Path) -> None:
    connection = sqlite3.connect(worked / BOOK_NAME)
    connection.executescript("UPDATE step SET who = 'x' WHERE id = 2; DELETE FROM step WHERE id = 3")
    connection.close()
    ran = pcmd("--data", worked, "data", "check")
    assert ran.code == 1
    assert any(line.startswith("Lần ghi số 2 trong nhật ký") for line in ran.complaints)
    assert any(line.startswith("Nhật ký thiếu 1 lần ghi, từ số 3") for line in ran.complaints)
