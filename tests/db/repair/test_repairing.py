"""What can be read of a damaged book goes into a new one, the rest is listed, the old file stays."""

import random
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.checks.checking import check
from db.migrations.store import SCHEMA, schema_of
from db.new_book import BookExists
from db.repair.damaged_copy import NothingToRead
from db.repair.losses import Fate, Repaired
from db.repair.repairing import repair
from db.repair.taking_over import take_into_use
from db.services import offices
from db.services.entering import history_chain
from db.sessions import BOOK_NAME, Book
from tests.db.checks.test_checking import edit
from tests.db.released.dumping import load
from tests.db.test_bad_books import PAGE, cut_in_half, overwritten, root_page
from tests.helpers.books import DISTRICT, NOW
from tests.helpers.sample_records import added, contents

WHO = "Sửa sổ"
ACTIVITIES = 300


@pytest.fixture(scope="session")
def large_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book whose activities fill many pages."""
    folder = tmp_path_factory.mktemp("large")
    (folder / BOOK_NAME).write_bytes((template_folder / BOOK_NAME).read_bytes())
    with Book(folder, clock=lambda: NOW) as book:
        for number in range(ACTIVITIES):
            added(book, "outreach", held_on=date(2025, 5, 1 + number % 28), topic=f"Buổi thứ {number}")
    return folder


@pytest.fixture
def large(large_template: Path, tmp_path: Path) -> Path:
    """The file of a fresh copy of the large book."""
    path = tmp_path / BOOK_NAME
    path.write_bytes((large_template / BOOK_NAME).read_bytes())
    return path


def repaired(path: Path, out: Path) -> Repaired:
    before = path.read_bytes()
    done = repair(path, out, who=WHO, clock=lambda: NOW, tell=lambda _: None)
    assert path.read_bytes() == before
    assert sorted(item.name for item in out.iterdir()) == [BOOK_NAME]
    with Book(out, lock=False) as book:
        report = check(book, lambda _: None)
    assert (report.faults, report.skipped) == ((), ())
    return done


def fates(done: Repaired) -> dict[tuple[str, Fate], int]:
    return {(loss.table, loss.fate): loss.count for loss in done.losses}


def leaf_pages(path: Path, table: str) -> list[int]:
    connection = sqlite3.connect(path)
    statement = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
    try:
        return [row[0] for row in connection.execute(statement, (table,))]
    finally:
        connection.close()


def test_a_sound_book_comes_out_as_it_was(large: Path, tmp_path: Path) -> None:
    done = repaired(large, tmp_path / "out")
    assert (done.losses, done.lost, done.chained_anew) == ((), 0, False)
    with Book(tmp_path) as old, Book(tmp_path / "out") as new:
        before, after = contents(old), contents(new)
        with old.reading() as was, new.reading() as now:
            steps = history_chain.verify(was).last_step
            assert history_chain.hash_at(now, steps) == history_chain.hash_at(was, steps)
    assert before == after


def test_rows_of_a_damaged_page_come_back_from_the_log(large: Path, tmp_path: Path) -> None:
    pages = leaf_pages(large, "outreach_activity")
    for page in pages[1:3]:
        overwritten((page - 1) * PAGE, PAGE)(large)
    done = repaired(large, tmp_path / "out")
    found = fates(done)
    assert set(found) == {("outreach_activity", Fate.FROM_LOG)}
    assert (done.lost, found["outreach_activity", Fate.FROM_LOG] > 10) == (0, True)
    assert count(tmp_path / "out", "outreach_activity") == ACTIVITIES


@pytest.mark.parametrize("broken", [("outreach_activity",), ("outreach_activity", "sqlite_sequence")])
def test_a_table_whose_root_is_gone_comes_back_from_the_log(
    broken: tuple[str, ...], large: Path, tmp_path: Path
) -> None:
    for table in broken:
        overwritten((root_page(large, table) - 1) * PAGE, PAGE)(large)
    assert fates(repaired(large, tmp_path / "out")) == {("outreach_activity", Fate.FROM_LOG): ACTIVITIES}


def test_what_neither_table_nor_log_gives_is_listed_and_the_chain_begins_anew(
    large: Path, tmp_path: Path
) -> None:
    for table in ("outreach_activity", "change"):
        overwritten((root_page(large, table) - 1) * PAGE, PAGE)(large)
    done = repaired(large, tmp_path / "out")
    found = fates(done)
    assert found["outreach_activity", Fate.LOST] == ACTIVITIES
    assert (done.lost >= ACTIVITIES, done.chained_anew) == (True, True)
    with Book(tmp_path / "out") as book:
        assert added(book, "outreach") == ACTIVITIES + 1


def test_lost_steps_leave_their_numbers_and_the_log_says_what_happened(large: Path, tmp_path: Path) -> None:
    (page, *_) = leaf_pages(large, "step")[1:]
    overwritten((page - 1) * PAGE, PAGE)(large)
    done = repaired(large, tmp_path / "out")
    assert done.chained_anew
    with Book(tmp_path / "out", lock=False) as book, book.reading() as session:
        assert history_chain.verify(session).is_whole
    ((table, said),) = rows(tmp_path / "out", "SELECT table_name, after FROM change ORDER BY id DESC LIMIT 1")
    assert (table, '"chained_anew": true' in said) == ("repair", True)


def test_rows_that_break_a_rule_come_back_as_the_log_has_them(large: Path, tmp_path: Path) -> None:
    edit(large.parent, "UPDATE outreach_activity SET people = -5 WHERE id = 7")
    assert fates(repaired(large, tmp_path / "out")) == {("outreach_activity", Fate.FROM_LOG): 1}
    assert rows(tmp_path / "out", "SELECT people FROM outreach_activity WHERE id = 7") == [(40,)]


def test_rows_whose_parent_is_gone_for_good_are_left_out_by_name(large: Path, tmp_path: Path) -> None:
    edit(
        large.parent,
        "INSERT INTO report_text SELECT 1, 999, 'a', '2025', 'p', 'Lời', created_at, 'x', changed_at, 'x' FROM office",
    )
    (loss,) = repaired(large, tmp_path / "out").losses
    assert (loss.table, loss.fate, loss.names) == ("report_text", Fate.WITHOUT_PARENT, ("Lời",))


def test_a_broken_text_without_a_log_is_left_out_by_what_is_left_of_its_name(
    large: Path, tmp_path: Path
) -> None:
    edit(
        large.parent,
        "INSERT INTO draft (kind, raw, at) VALUES ('outreach', CAST(x'42C3' AS TEXT), '2025-01-01 00:00:00.000000')",
    )
    (loss,) = repaired(large, tmp_path / "out").losses
    assert (loss.table, loss.fate, loss.count) == ("draft", Fate.BROKEN_TEXT, 1)


def test_a_broken_table_that_never_held_a_row_is_no_loss(large: Path, tmp_path: Path) -> None:
    overwritten((root_page(large, "report_text") - 1) * PAGE, PAGE)(large)
    assert repaired(large, tmp_path / "out").losses == ()


def test_a_book_cut_in_half_gives_what_it_has(large: Path, tmp_path: Path) -> None:
    cut_in_half(large)
    done = repaired(large, tmp_path / "out")
    assert done.lost
    assert done.rows > 0
    with Book(tmp_path / "out", lock=False) as book, book.reading() as session:
        assert offices.current(session).unit.code == DISTRICT


def test_the_log_beside_a_damaged_book_is_read_too(book: Book, tmp_path: Path) -> None:
    added(book, "outreach")
    done = repair(book.folder / BOOK_NAME, tmp_path / "out", who=WHO, clock=lambda: NOW, tell=lambda _: None)
    assert done.losses == ()
    assert count(tmp_path / "out", "outreach_activity") == 1


@pytest.mark.parametrize("hurt", [overwritten(0, 100), overwritten(0, PAGE), overwritten(100, PAGE - 100)])
def test_without_its_beginning_nothing_can_be_read(
    hurt: Callable[[Path], None], large: Path, tmp_path: Path
) -> None:
    hurt(large)
    with pytest.raises(NothingToRead):
        repair(large, tmp_path / "out", who=WHO, clock=lambda: NOW, tell=lambda _: None)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("schema", ["0003", "0009"])
def test_a_book_of_an_earlier_program_comes_out_with_the_schema_of_this_one(
    schema: str, tmp_path: Path
) -> None:
    load(schema, tmp_path / BOOK_NAME)
    done = repair(tmp_path / BOOK_NAME, tmp_path / "out", who=WHO, clock=lambda: NOW, tell=lambda _: None)
    assert (done.losses, schema_of(tmp_path / "out" / BOOK_NAME)) == ((), SCHEMA)
    assert count(tmp_path / "out", "outreach_activity") == count(tmp_path, "outreach_activity")


def test_pages_at_random_never_stop_a_repair(large: Path, tmp_path: Path) -> None:
    whole, chance = large.read_bytes(), random.Random(3)
    pages = len(whole) // PAGE
    for number in range(3):
        large.write_bytes(whole)
        for _ in range(4):
            overwritten(chance.randrange(1, pages) * PAGE, PAGE)(large)
        try:
            repaired(large, tmp_path / str(number))
        except NothingToRead:
            continue


def test_another_book_is_never_written_over(large: Path) -> None:
    with pytest.raises(BookExists):
        repair(large, large.parent, who=WHO, clock=lambda: NOW, tell=lambda _: None)


def test_a_repaired_book_takes_the_place_and_the_damaged_one_is_kept(large: Path, tmp_path: Path) -> None:
    before = large.read_bytes()
    repaired(large, tmp_path / "out")
    kept = take_into_use(tmp_path, tmp_path / "out" / BOOK_NAME, "so-pcmd.hong.db")
    assert kept.read_bytes() == before
    assert count(tmp_path, "outreach_activity") == ACTIVITIES
    with pytest.raises(FileExistsError):
        take_into_use(tmp_path, tmp_path / "out" / BOOK_NAME, "so-pcmd.hong.db")


def count(folder: Path, table: str) -> int:
    ((found,),) = rows(folder, f'SELECT count(*) FROM "{table}"')
    return int(found)


def rows(folder: Path, statement: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder / BOOK_NAME)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()
