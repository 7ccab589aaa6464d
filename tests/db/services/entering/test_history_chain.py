"""The chain through the whole log: whatever wrote a step it holds, and whoever touched the log afterwards shows."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from db.services import units
from db.services.entering import drafts, entries, history, history_chain
from db.services.entering.history_chain import Break, BreakKind, ChainState
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers import random_year
from tests.helpers.sample_records import CHANGES, KINDS, add, step, ticking, values

CHANGED, MISSING, STRAY = BreakKind.CHANGED, BreakKind.MISSING, BreakKind.STRAY
_LAST_ROW = "(SELECT max(id) FROM change WHERE step_id = {step})"
# What is done to the log of eight steps (the first made the office), and the steps that are named then.
TAMPERED = {
    "a value of a row edited": (
        "UPDATE change SET after = replace(after, '41', '44') WHERE step_id = 3",
        (Break(CHANGED, 3, 3),),
    ),
    "the record of a row edited": (
        "UPDATE change SET row_id = row_id + 100 WHERE step_id = 3",
        (Break(CHANGED, 3, 3),),
    ),
    "a row deleted": (
        f"DELETE FROM change WHERE id = {_LAST_ROW.format(step=4)}",
        (Break(CHANGED, 4, 4),),
    ),
    "a row added": (
        "INSERT INTO change(step_id, table_name, row_id, after) VALUES (5, 'outreach_activity', 9, '{}')",
        (Break(CHANGED, 5, 5),),
    ),
    "a row moved to another step": (
        f"UPDATE change SET step_id = 6 WHERE id = {_LAST_ROW.format(step=4)}",
        (Break(CHANGED, 4, 4), Break(CHANGED, 6, 6)),
    ),
    "the rows of two steps exchanged": (
        "UPDATE change SET step_id = 9 - step_id WHERE step_id IN (4, 5)",
        (Break(CHANGED, 4, 4), Break(CHANGED, 5, 5)),
    ),
    "another officer named": ("UPDATE step SET who = 'Ai đó' WHERE id = 2", (Break(CHANGED, 2, 2),)),
    "another time": (
        "UPDATE step SET at = '2025-01-01 08:00:00.000000' WHERE id = 8",
        (Break(CHANGED, 8, 8),),
    ),
    "a step said to take back another": ("UPDATE step SET reverts = 3 WHERE id = 7", (Break(CHANGED, 7, 7),)),
    "the hash of a step edited": (
        f"UPDATE step SET hash = '{'0' * 64}' WHERE id = 5",
        (Break(CHANGED, 5, 5), Break(CHANGED, 6, 6)),
    ),
    "a step deleted with its rows": (
        "DELETE FROM change WHERE step_id = 5; DELETE FROM step WHERE id = 5",
        (Break(MISSING, 5, 5),),
    ),
    "a step deleted without its rows": (
        "DELETE FROM step WHERE id = 5",
        (Break(MISSING, 5, 5), Break(STRAY, 5, 5)),
    ),
    "the first step deleted": (
        "DELETE FROM change WHERE step_id = 1; DELETE FROM step WHERE id = 1",
        (Break(MISSING, 1, 1),),
    ),
    "the last steps deleted": (
        "DELETE FROM change WHERE step_id > 6; DELETE FROM step WHERE id > 6",
        (Break(MISSING, 7, 8),),
    ),
    "a step appended by hand": (
        "INSERT INTO step(at, who, hash) VALUES ('2025-09-21 08:00:00.000000', 'Ai đó', '')",
        (Break(CHANGED, 9, 9),),
    ),
    "everything deleted": ("DELETE FROM change; DELETE FROM step", (Break(MISSING, 1, 8),)),
}


def one(session: Session, kind: str) -> None:
    add(session, kind)


def two(session: Session, people: int) -> None:
    for _ in range(2):
        add(session, "outreach", people=people)


def state(book: Book) -> ChainState:
    with book.reading() as session:
        return history_chain.verify(session)


@pytest.fixture(scope="module")
def worked_folder(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of eight steps, not open."""
    folder = tmp_path_factory.mktemp("worked")
    shutil.copy(template_folder / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=ticking()) as book:
        for people in range(40, 47):
            step(
                book,
                partial(two, people=people),
            )
        assert state(book) == ChainState(8, 8, state(book).last_hash, ())
    return folder


@pytest.mark.parametrize(("statements", "expected"), TAMPERED.values(), ids=TAMPERED)
def test_whoever_touches_the_log_shows(
    worked_folder: Path, tmp_path: Path, statements: str, expected: tuple[Break, ...]
) -> None:
    shutil.copy(worked_folder / BOOK_NAME, tmp_path / BOOK_NAME)
    connection = sqlite3.connect(tmp_path / BOOK_NAME)
    connection.executescript(statements)
    connection.close()
    with Book(tmp_path) as book:
        assert state(book).breaks == expected


def test_an_edited_record_is_no_matter_of_the_log(book: Book) -> None:
    """The chain guards what is said of changes; a row that was changed past the program is found by undo."""
    number = step(book, lambda session: add(session, "outreach"))[1]
    with sqlite3.connect(book.folder / BOOK_NAME) as connection:
        connection.execute("UPDATE outreach_activity SET people = 9")
    connection.close()
    assert state(book).is_whole
    with pytest.raises(history.ChangedSince):
        step(book, lambda session: history.revert(session, number))


def test_a_step_that_was_rolled_back_leaves_no_gap(book: Book) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            step(book, lambda session: add(session, "outreach") // 0)
        step(book, lambda session: add(session, "outreach"))
    assert state(book) == ChainState(3, 3, state(book).last_hash, ())


def test_a_backup_finds_out_who_makes_a_chain_of_his_own(book: Book) -> None:
    before = state(book)
    step(book, lambda session: add(session, "outreach"))
    with book.reading() as session:
        assert history_chain.hash_at(session, before.last_step) == before.last_hash
        assert history_chain.hash_at(session, 99) is None


def edited(session: Session) -> None:
    number = add(session, "plans")
    entries.change(session, "plans", number, CHANGES["plans"])


def brought(session: Session) -> None:
    rows = [values(session, "outreach", people=people) for people in range(1_200)]
    assert len([*entries.add_many(session, "outreach", rows)]) == len(rows)


def noted(session: Session) -> None:
    day = units.list_days(session)[-1] + timedelta(days=30)
    units.load(session, random_year.later_lines(), on=day, file_name="later.csv")


def drafted(session: Session) -> None:
    drafts.keep(session, "outreach", {"people": "4"})


DEEDS: tuple[Callable[[Session], object], ...] = (edited, brought, noted, drafted)


def test_every_step_of_a_random_year_is_chained(book_folder: Path) -> None:
    chance = Random(8)
    with Book(book_folder, clock=ticking()) as book:
        step(book, lambda session: random_year.fill(session, 8))
        steps = [step(book, deed)[1] for deed in DEEDS for _ in range(2)]
        steps += [step(book, partial(one, kind=kind))[1] for kind in KINDS]
        for number in chance.sample([number for number in steps if number], 12):
            back = step(book, partial(history.revert, step_id=number))[1]
            if back and chance.random() < 0.5:
                step(book, partial(history.revert, step_id=back), "Người khác")
        found = state(book)
        assert (found.breaks, found.steps) == ((), found.last_step)
        assert found.steps > len(steps)
