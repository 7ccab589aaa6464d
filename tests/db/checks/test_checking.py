"""The full check of a book: nothing wrong with a sound one, and each kind of harm named."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db.checks.checking import check
from db.checks.faults import CheckReport, Fault, Kind, Subject
from db.checks.file_checks import is_sound
from db.sessions import BOOK_NAME, Book
from tests.db.test_bad_books import PAGE, overwritten, root_page
from tests.helpers.books import NOW
from tests.helpers.sample_records import added


@pytest.fixture(scope="module")
def filled_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the book of records of several kinds; never opened by a test itself."""
    folder = tmp_path_factory.mktemp("filled")
    shutil.copy(template_folder / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book:
        for day in range(1, 21):
            added(book, "outreach", held_on=date(2025, 5, day))
        added(book, "plans")
        added(book, "establishments")
        added(book, "inspections")
    return folder


@pytest.fixture
def filled(filled_template: Path, tmp_path: Path) -> Path:
    """The folder of a fresh copy of that book, not open."""
    shutil.copy(filled_template / BOOK_NAME, tmp_path / BOOK_NAME)
    return tmp_path


def checked(folder: Path) -> CheckReport:
    with Book(folder, lock=False) as book:
        return check(book, lambda _: None, clock=lambda: NOW)


def edit(folder: Path, *statements: str) -> None:
    connection = sqlite3.connect(folder / BOOK_NAME, isolation_level=None)
    for statement in ("PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON", *statements):
        connection.execute(statement)
    connection.close()


def test_a_sound_book_is_clean_and_every_subject_is_told(filled: Path) -> None:
    told: list[Subject] = []
    with Book(filled, lock=False) as book:
        report = check(book, told.append, clock=lambda: NOW)
    assert (report.faults, report.skipped, report.at) == ((), (), NOW)
    assert list(dict.fromkeys(told)) == list(Subject)


HARM: dict[str, tuple[tuple[str, ...], Fault]] = {
    "a check that fails": (
        ("UPDATE outreach_activity SET people = -1 WHERE id = 1",),
        Fault(Kind.CONSTRAINT, "outreach_activity"),
    ),
    "a parent that is gone": (
        ("DELETE FROM unit WHERE id = (SELECT unit_id FROM plan)",),
        Fault(Kind.LINK, "plan"),
    ),
    "a table that is none of ours": (("CREATE TABLE mine (x)",), Fault(Kind.SCHEMA, "mine")),
    "a trigger that is gone": (
        ("DROP TRIGGER search_plan_insert",),
        Fault(Kind.SCHEMA, "search_plan_insert"),
    ),
    "no office": (("DELETE FROM office",), Fault(Kind.NO_OFFICE, count=0)),
    "no key of the book": (("UPDATE office SET book_key = ''",), Fault(Kind.NO_BOOK_KEY)),
    "numbers that come again": (
        ("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'outreach_activity'",),
        Fault(Kind.NUMBERS, "outreach_activity"),
    ),
    "an edited log": (
        ("UPDATE step SET who = 'Người khác' WHERE id = 3",),
        Fault(Kind.CHAIN, "3", example="3"),
    ),
    "a log with a gap": (
        ("DELETE FROM change WHERE step_id = 2", "DELETE FROM step WHERE id = 2"),
        Fault(Kind.CHAIN_GAP, "2", example="2"),
    ),
    "content that was changed": (
        ("UPDATE content SET body = body || ' ', title = 'Biểu' WHERE id = 1",),
        Fault(Kind.CONTENT, example="Biểu"),
    ),
    "words that the index does not know": (
        ("DROP TRIGGER search_plan_update", "UPDATE plan SET search = 'khac'"),
        Fault(Kind.SEARCH, "plan"),
    ),
    "a row that the index knows and is gone": (
        ("DROP TRIGGER search_plan_delete", "DELETE FROM plan"),
        Fault(Kind.SEARCH, "search_rest"),
    ),
}


@pytest.mark.parametrize(("statements", "fault"), HARM.values(), ids=HARM)
def test_each_harm_is_named(statements: tuple[str, ...], fault: Fault, filled: Path) -> None:
    edit(filled, *statements)
    assert fault in checked(filled).faults


def test_a_log_whose_end_was_cut_off_is_named(filled: Path) -> None:
    last = "(SELECT max(id) FROM step)"
    edit(filled, f"DELETE FROM step WHERE id = {last}")
    assert [fault.kind for fault in checked(filled).faults if fault.kind.startswith("chain")] == [
        Kind.CHAIN_GAP,
        Kind.CHAIN_STRAY,
    ]


def test_a_damaged_table_is_named_and_the_rest_is_still_looked_at(filled: Path) -> None:
    overwritten((root_page(filled / BOOK_NAME, "outreach_activity") - 1) * PAGE, PAGE)(filled / BOOK_NAME)
    report = checked(filled)
    assert any(fault.kind is Kind.PAGES for fault in report.faults)
    assert report.wants_repair
    assert Subject.HISTORY not in report.skipped


def test_the_quick_check_tells_damage_from_a_sound_book(filled: Path) -> None:
    before = is_sound(filled / BOOK_NAME)
    overwritten((root_page(filled / BOOK_NAME, "plan") - 1) * PAGE, PAGE)(filled / BOOK_NAME)
    assert (before, is_sound(filled / BOOK_NAME)) == (True, False)


class Stop(Exception):
    """An officer who wants no more of it."""


@pytest.mark.parametrize("subject", [Subject.FILE, Subject.SEARCH, Subject.EVIDENCE])
def test_it_can_be_stopped(subject: Subject, filled: Path) -> None:
    with Book(filled, lock=False) as book, pytest.raises(Stop):
        check(book, stops_at(subject))


def stops_at(subject: Subject) -> Callable[[Subject], None]:
    def tell(told: Subject) -> None:
        if told is subject:
            raise Stop

    return tell


def test_it_looks_beside_a_window_at_work(book: Book) -> None:
    added(book, "outreach")
    assert check(book, lambda _: None).is_clean
