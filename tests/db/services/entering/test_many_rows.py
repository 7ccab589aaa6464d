"""Records added many at once: kept, logged and taken back exactly as if they had come one by one."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from db.records import Change, Official
from db.rules.entries import Values
from db.rules.findings import Refused
from db.services.entering import entries, history
from db.services.entering.history import ChangedSince
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.books import NOW
from tests.helpers.sample_records import KINDS, added, contents, step, values

Store = Callable[[Session, str, list[Values]], object]


def together(session: Session, kind: str, rows: list[Values]) -> list[int]:
    return list(entries.add_many(session, kind, rows))


def one_by_one(session: Session, kind: str, rows: list[Values]) -> list[int]:
    return [entries.add(session, kind, row) for row in rows]


@contextmanager
def copied(template_folder: Path, folder: Path) -> Iterator[Book]:
    folder.mkdir()
    shutil.copy(template_folder / BOOK_NAME, folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book:
        yield book


def logged(book: Book, number: int) -> list[tuple[object, ...]]:
    columns = Change.table_name, Change.row_id, Change.before, Change.after
    with book.reading() as session:
        return [
            tuple(row)
            for row in session.execute(select(*columns).where(Change.step_id == number).order_by(Change.id))
        ]


def outreach(session: Session, count: int) -> list[Values]:
    return [values(session, "outreach", people=number) for number in range(count)]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "figures"])
def test_together_they_leave_the_same_book_and_log(template_folder: Path, tmp_path: Path, kind: str) -> None:
    def done(folder: str, store: Store) -> tuple[object, object]:
        with copied(template_folder, tmp_path / folder) as book:
            rows, _ = step(book, lambda session: [values(session, kind) for _ in range(3)])
            _, number = step(book, lambda session: store(session, kind, rows))
            return contents(book), logged(book, number)

    assert done("together", together) == done("alone", one_by_one)


@pytest.mark.parametrize("kind", ["outreach", "trainings", "figures", "inspections"])
def test_many_records_go_back_and_forth(book: Book, kind: str) -> None:
    rows, _ = step(book, lambda session: [values(session, kind) for _ in range(7)])
    before = contents(book)
    _, number = step(book, lambda session: together(session, kind, rows))
    after = contents(book)
    for expected in (before, after, before, after):
        _, number = step(book, partial(history.revert, step_id=number))
        assert contents(book) == expected


def test_more_than_one_run_is_taken_back_and_told(book: Book) -> None:
    before, told = contents(book), list[tuple[int, int]]()
    _, number = step(book, lambda session: together(session, "outreach", outreach(session, 1_200)))
    step(
        book, lambda session: history.revert(session, number, lambda done, every: told.append((done, every)))
    )
    assert contents(book) == before
    assert told == [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]
    with book.reading() as session:
        assert history.size(session, number) == 1_200


def test_one_that_was_changed_since_keeps_them_all(book: Book) -> None:
    ids, number = step(book, lambda session: together(session, "outreach", outreach(session, 3)))
    step(book, lambda session: entries.change(session, "outreach", ids[1], {"people": 77}))
    before = contents(book)
    with pytest.raises(ChangedSince) as caught:
        step(book, lambda session: history.revert(session, number))
    assert (caught.value.row_id, contents(book)) == (ids[1], before)


def test_what_others_rest_on_does_not_go(book: Book) -> None:
    def two(session: Session) -> list[int]:
        return together(session, "establishments", [values(session, "establishments") for _ in range(2)])

    ids, number = step(book, two)
    added(book, "inspections", establishment_id=ids[0])
    with pytest.raises(ChangedSince):
        step(book, lambda session: history.revert(session, number))


def test_the_number_of_a_removed_record_is_never_given_again(book: Book) -> None:
    ids, number = step(book, lambda session: together(session, "outreach", outreach(session, 3)))
    step(book, lambda session: history.revert(session, number))
    assert step(book, lambda session: together(session, "outreach", outreach(session, 1)))[0] == [ids[-1] + 1]


def test_what_waits_in_the_session_is_logged_before(book: Book) -> None:
    def act(session: Session) -> None:
        official = session.get_one(Official, entries.add(session, "officials", values(session, "officials")))
        official.post = "Trưởng phòng"
        together(session, "outreach", outreach(session, 1))

    _, number = step(book, act)
    assert [row[0] for row in logged(book, number)] == ["official", "official", "outreach_activity"]


def test_a_refused_row_is_told_by_its_place_and_left_out(book: Book) -> None:
    told: list[tuple[int, str]] = []

    def act(session: Session) -> list[int]:
        rows = [values(session, "outreach", form=form) for form in ("talk", "no such", "talk")]
        found = entries.add_many(session, "outreach", rows, lambda at, why: told.append((at, str(why))))
        return list(found)

    ids, number = step(book, act)
    assert (len(ids), [at for at, _ in told]) == (2, [1])
    assert [json.loads(str(row[3]))["form"] for row in logged(book, number)] == ["talk", "talk"]


def test_a_refused_row_is_raised_where_nobody_listens(book: Book) -> None:
    with pytest.raises(Refused):
        step(
            book, lambda session: together(session, "outreach", [values(session, "outreach", unit_id=10**6)])
        )
    assert contents(book)["outreach_activity"] == []
