"""The bin: what was deleted comes back with what went with it, or a word says why it cannot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.records import Commitment
from db.rules.findings import Refused
from db.services.entering import entries, history
from db.services.entering.kinds import STORED
from db.services.history import bin as deleted
from db.services.history.bin import NotBroughtBack
from db.services.history.logged_rows import LoggedRow
from db.services.history.steps import LogQuery
from db.sessions import Book, Session
from tests.helpers.sample_records import KINDS, PARENTS, added, contents, issued, step, ticking


@pytest.fixture
def book(book_folder: Path) -> Iterator[Book]:
    """The district's book with a clock that moves."""
    with Book(book_folder, clock=ticking()) as opened:
        yield opened


def in_bin(book: Book, query: LogQuery | None = None) -> tuple[LoggedRow, ...]:
    with book.reading() as session:
        return deleted.read(session, deleted.deleted_ids(session, query or LogQuery()))


def remove(book: Book, kind: str, *numbers: int) -> int:
    def act(session: Session) -> None:
        for number in numbers:
            entries.remove(session, kind, number)

    return step(book, act)[1]


def bring_back(book: Book, number: int) -> int:
    return step(book, lambda session: deleted.bring_back(session, number))[1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_back_as_it_was(book: Book, kind: str) -> None:
    number = added(book, kind)
    before = contents(book)
    remove(book, kind, number)
    gone = contents(book)
    (row,) = in_bin(book)
    assert row.name
    back = bring_back(book, row.id)
    assert contents(book) == before and not in_bin(book)
    step(book, lambda session: history.revert(session, back))
    assert contents(book) == gone


def test_what_went_along_is_not_named_and_comes_back_too(book: Book) -> None:
    signed = added(book, "commitments")
    with book.reading() as session:
        (place,) = {row.establishment_id for row in session.query(Commitment)}
    before = contents(book)
    remove(book, "establishments", place)
    (row,) = in_bin(book)
    assert (row.table, row.row_id) == ("establishment", place)
    bring_back(book, row.id)
    assert contents(book) == before and signed


def test_one_of_several_comes_back_alone(book: Book) -> None:
    first, second = added(book, "hotspots", place="Bến xe"), added(book, "hotspots", place="Chợ")
    remove(book, "hotspots", first, second)
    rows = {row.row_id: row for row in in_bin(book)}
    bring_back(book, rows[first].id)
    assert [row.row_id for row in in_bin(book)] == [second]


def test_links_that_were_let_go_of_are_tied_again(book: Book) -> None:
    task = added(book, "tasks")
    added(book, "outreach", task_id=task)
    written_since = added(book, "outreach", task_id=task)
    before = contents(book)
    remove(book, "tasks", task)
    step(book, lambda session: entries.change(session, "outreach", written_since, {"people": 7}))
    bring_back(book, in_bin(book)[0].id)
    linked = [
        row[:1] for row in contents(book)["outreach_activity"] if task in row[1:] and row[0] != written_since
    ]
    assert contents(book)["task"] == before["task"] and len(linked) >= 1


def test_what_is_back_does_not_come_twice(book: Book) -> None:
    remove(book, "hotspots", added(book, "hotspots"))
    (row,) = in_bin(book)
    bring_back(book, row.id)
    with pytest.raises(NotBroughtBack) as told:
        bring_back(book, row.id)
    assert told.value.reason == "back"


@pytest.mark.parametrize("kind", [kind for kind, (_, parent) in PARENTS.items() if parent != "plans"])
def test_a_part_whose_record_is_gone_stays_and_says_so(book: Book, kind: str) -> None:
    number = added(book, kind)
    key, parent = PARENTS[kind]
    with book.reading() as session:
        owner = getattr(session.get(STORED[kind].record, number), key)
    remove(book, kind, number)
    remove(book, parent, owner)
    table = STORED[kind].record.__tablename__
    (row,) = (row for row in in_bin(book) if row.table == table)
    with pytest.raises(NotBroughtBack) as told:
        bring_back(book, row.id)
    assert told.value.reason == "parent" and told.value.name


def test_a_place_that_is_taken_is_told(book: Book) -> None:
    place = added(book, "establishments")
    number = added(book, "commitments", establishment_id=place)
    remove(book, "commitments", number)
    added(book, "commitments", establishment_id=place)
    before = contents(book)
    with pytest.raises(Refused) as told:
        bring_back(book, in_bin(book)[0].id)
    assert [finding.code for finding in told.value.findings] == ["kept_already"]
    assert contents(book) == before


def test_a_part_of_an_issued_plan_stays_out(book: Book) -> None:
    plan = added(book, "plans")
    task = added(book, "tasks", plan_id=plan)
    remove(book, "tasks", task)
    issued(book, plan)
    with pytest.raises(Refused):
        bring_back(book, in_bin(book)[0].id)


def test_the_bin_is_narrowed_like_the_log(book: Book) -> None:
    remove(book, "hotspots", added(book, "hotspots", place="Bến xe Đạt Thành"))
    remove(book, "outreach", added(book, "outreach"))
    assert [row.table for row in in_bin(book, LogQuery(kind="hotspots"))] == ["hotspot"]
    assert [row.table for row in in_bin(book, LogQuery(text="ben xe dat"))] == ["hotspot"]
    assert in_bin(book, LogQuery(who="Ai đó")) == ()
