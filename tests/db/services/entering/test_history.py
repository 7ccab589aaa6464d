"""The log: every step can be taken back and done again; nothing of it is lost or mixed up."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from db.records import Attendance, Change, OutreachActivity, Step
from db.rules.periods import parse_period
from db.rules.scoring.marks import Mark
from db.services import figures, trainings, units
from db.services.entering import drafts, entries, history
from db.services.entering.entries import Gone
from db.services.entering.history import ChangedSince
from db.services.scoring import sheets
from db.sessions import Book, Session
from tests.helpers import books
from tests.helpers.books import NOW, OFFICER, unit_id
from tests.helpers.sample_records import CHANGES, KINDS, add, added, contents, step, ticking

TODAY = date(2025, 9, 20)


@pytest.fixture
def book(book_folder: Path) -> Iterator[Book]:
    """The district's book with a clock that moves."""
    with Book(book_folder, clock=ticking()) as opened:
        yield opened


def revert(book: Book, number: int, who: str = OFFICER) -> int:
    return step(book, lambda session: history.revert(session, number), who)[1]


def filled_plan(session: Session) -> int:
    plan_id = add(session, "plans")
    for kind in ("sections", "targets", "tasks", "targets", "sections"):
        add(session, kind, plan_id=plan_id)
    return plan_id


def training_with_roster(session: Session) -> int:
    training_id = add(session, "trainings", others_total=3)
    trainings.set_roster(session, training_id, [add(session, "officials") for _ in range(3)])
    return training_id


def marked(session: Session, criterion: str = "1", points: str = "6.5") -> None:
    commune = unit_id(session, "99102")
    sheets.give_mark(session, unit_id=commune, year=2025, mark=Mark(criterion, points), today=TODAY)


def back_and_forth(book: Book, before: object, number: int) -> None:
    """Undo, redo, undo, redo: each way the book is exactly as it was."""
    after = contents(book)
    for expected in (before, after, before, after):
        number = revert(book, number)
        assert contents(book) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_an_addition_goes_back_and_forth(book: Book, kind: str) -> None:
    before = contents(book)
    _, number = step(book, lambda session: add(session, kind))
    back_and_forth(book, before, number)


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_goes_back_and_forth(book: Book, kind: str) -> None:
    record_id = added(book, kind)
    before = contents(book)
    _, number = step(book, lambda session: entries.change(session, kind, record_id, CHANGES[kind]))
    back_and_forth(book, before, number)


@pytest.mark.parametrize("kind", KINDS)
def test_a_removal_goes_back_and_forth(book: Book, kind: str) -> None:
    record_id = added(book, kind)
    before = contents(book)
    _, number = step(book, lambda session: entries.remove(session, kind, record_id))
    back_and_forth(book, before, number)


def test_a_plan_is_made_with_its_parts_and_goes_back_and_forth(book: Book) -> None:
    before = contents(book)
    _, number = step(book, filled_plan)
    back_and_forth(book, before, number)


def test_a_plan_is_removed_with_its_parts_and_comes_back(book: Book) -> None:
    plan_id, _ = step(book, filled_plan)
    before = contents(book)
    _, number = step(book, lambda session: entries.remove(session, "plans", plan_id))
    assert [contents(book)[name] for name in ("plan", "plan_section", "target", "task")] == [[]] * 4
    back_and_forth(book, before, number)


def test_a_training_is_removed_with_its_roster_and_comes_back(book: Book) -> None:
    training_id, _ = step(book, training_with_roster)
    before = contents(book)
    _, number = step(book, lambda session: entries.remove(session, "trainings", training_id))
    assert contents(book)["attendance"] == []
    back_and_forth(book, before, number)


def test_an_official_is_removed_from_each_roster_and_comes_back(book: Book) -> None:
    training_id, _ = step(book, training_with_roster)
    with book.reading() as session:
        official = trainings.roster(session, training_id)[0].id
    before = contents(book)
    _, number = step(book, lambda session: entries.remove(session, "officials", official))
    back_and_forth(book, before, number)


def test_a_changed_roster_goes_back_and_forth(book: Book) -> None:
    training_id, _ = step(book, training_with_roster)
    newcomer = added(book, "officials")
    with book.reading() as session:
        stays = trainings.roster(session, training_id)[0].id
    before = contents(book)
    _, number = step(book, lambda session: trainings.set_roster(session, training_id, [stays, newcomer]))
    back_and_forth(book, before, number)


def test_the_first_and_a_later_mark_go_back_and_forth(book: Book) -> None:
    empty = contents(book)
    _, first = step(book, marked)
    one = contents(book)
    _, second = step(book, lambda session: marked(session, "1", "7.125"))
    back_and_forth(book, one, second)
    undone = revert(book, second + 4)  # The last of the four above did the second mark again.
    assert (undone, contents(book)) == (second + 5, one)
    back_and_forth(book, empty, first)


def test_moving_goes_back_and_forth(book: Book) -> None:
    plan_id = added(book, "plans")
    targets = [added(book, "targets", plan_id=plan_id) for _ in range(3)]
    before = contents(book)
    _, number = step(book, lambda session: entries.move(session, "targets", targets[2], -2))
    back_and_forth(book, before, number)


@pytest.mark.parametrize("later", ["change", "remove"])
def test_a_record_that_was_touched_later_is_not_taken_back(book: Book, later: str) -> None:
    record_id, number = step(book, lambda session: add(session, "outreach"))
    if later == "change":
        step(book, lambda session: entries.change(session, "outreach", record_id, {"people": 1}))
    else:
        step(book, lambda session: entries.remove(session, "outreach", record_id))
    before = contents(book)
    with pytest.raises(ChangedSince) as caught:
        revert(book, number)
    assert (caught.value.table, caught.value.row_id) == ("outreach_activity", record_id)
    assert contents(book) == before


def test_a_part_does_not_come_back_without_its_plan(book: Book) -> None:
    plan_id = added(book, "plans")
    target = added(book, "targets", plan_id=plan_id)
    _, number = step(book, lambda session: entries.remove(session, "targets", target))
    step(book, lambda session: entries.remove(session, "plans", plan_id))
    with pytest.raises(ChangedSince):
        revert(book, number)


def test_a_place_taken_meanwhile_is_not_taken_twice(book: Book) -> None:
    training_id, _ = step(book, training_with_roster)
    with book.reading() as session:
        roster = [official.id for official in trainings.roster(session, training_id)]
    _, number = step(book, lambda session: trainings.set_roster(session, training_id, roster[1:]))
    step(book, lambda session: trainings.set_roster(session, training_id, roster))
    with pytest.raises(ChangedSince):
        revert(book, number)


def test_a_step_that_cannot_be_taken_back_whole_stays_whole(book: Book) -> None:
    def two(session: Session) -> tuple[int, int]:
        return add(session, "outreach"), add(session, "outreach")

    (first, _), number = step(book, two)
    step(book, lambda session: entries.change(session, "outreach", first, {"people": 1}))
    before = contents(book)
    with pytest.raises(ChangedSince):
        revert(book, number)
    assert contents(book) == before


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_are_never_given_twice(book: Book, kind: str) -> None:
    first = added(book, kind)
    step(book, lambda session: entries.remove(session, kind, first))
    assert added(book, kind) > first


def test_the_log_says_who_and_when(book: Book) -> None:
    step(book, lambda session: add(session, "outreach"), "Lò Thị Hoa")
    step(book, lambda session: add(session, "outreach"), "Cà Văn Đôi")
    with book.reading() as session:
        first, second = session.scalars(select(Step).order_by(Step.id.desc()).limit(2)).all()[::-1]
        assert (first.who, second.who) == ("Lò Thị Hoa", "Cà Văn Đôi")
        assert NOW < first.at < second.at


def test_a_record_says_who_made_it_and_who_changed_it(book: Book) -> None:
    record_id, _ = step(book, lambda session: add(session, "outreach"), "Lò Thị Hoa")
    step(book, lambda session: entries.change(session, "outreach", record_id, {"people": 1}), "Cà Văn Đôi")
    with book.reading() as session:
        record = session.get_one(OutreachActivity, record_id)
        assert (record.created_by, record.changed_by) == ("Lò Thị Hoa", "Cà Văn Đôi")
        assert record.created_at < record.changed_at


def test_a_change_is_logged_with_the_row_before_and_after(book: Book) -> None:
    record_id = added(book, "outreach", cost=5)
    _, number = step(book, lambda session: entries.change(session, "outreach", record_id, {"cost": None}))
    with book.reading() as session:
        (change,) = session.scalars(select(Change).where(Change.step_id == number))
    before, after = json.loads(change.before or ""), json.loads(change.after or "")
    assert (before["cost"], after["cost"], before["topic"], after["topic"]) == (
        5,
        None,
        *["Đường dây nóng"] * 2,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_typing_the_same_again_is_no_step(book: Book, kind: str) -> None:
    record_id = added(book, kind)
    before = contents(book)
    with book.reading() as session:
        same = entries.values_of(session, kind, record_id)
    assert step(book, lambda session: entries.change(session, kind, record_id, same))[1] == 0
    assert contents(book) == before


def test_moving_beyond_an_end_is_no_step(book: Book) -> None:
    plan_id = added(book, "plans")
    first, last = (added(book, "tasks", plan_id=plan_id) for _ in range(2))
    assert step(book, lambda session: entries.move(session, "tasks", first, -1))[1] == 0
    assert step(book, lambda session: entries.move(session, "tasks", last, 5))[1] == 0


def test_a_draft_is_no_step(book: Book) -> None:
    number, logged = step(book, lambda session: drafts.keep(session, "outreach", {"people": "4"}))
    assert logged == 0
    assert step(book, lambda session: drafts.discard(session, number))[1] == 0


def test_a_list_of_units_is_noted_and_never_goes_back(book: Book) -> None:
    number = step(
        book, lambda session: units.load(session, books.unit_lines(), on=date(2025, 7, 1), file_name="b.csv")
    )[1]
    before = contents(book)
    with book.reading() as session:
        assert number and not history.can_revert(session, number) and history.size(session, number) == 0
    assert revert(book, number) == 0
    assert contents(book) == before


def test_a_record_added_and_removed_in_one_go_leaves_nothing(book: Book) -> None:
    def both(session: Session) -> None:
        entries.remove(session, "trainings", training_with_roster(session))

    before = contents(book)
    _, number = step(book, both)
    revert(book, number)
    assert contents(book) == before


def test_what_was_taken_back_is_gone_for_the_services(book: Book) -> None:
    training_id, number = step(book, training_with_roster)
    revert(book, number)
    with book.reading() as session, pytest.raises(Gone):
        entries.values_of(session, "trainings", training_id)
    with book.reading() as session:
        assert session.scalars(select(Attendance)).all() == []


def test_a_step_of_many_rows_goes_back_and_comes_again(book: Book) -> None:
    def fill(session: Session, value: int) -> None:
        for label in ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2024"):
            grid = figures.grid(session, unit_id=unit_id(session), period=parse_period(label))
            places = [(unit.id, item.code) for unit in grid.units for item in grid.definitions]
            figures.write(session, period=label, values=dict.fromkeys(places, value))

    before = contents(book)
    back_and_forth(book, before, step(book, lambda session: fill(session, 4))[1])
    filled = contents(book)
    back_and_forth(book, filled, step(book, lambda session: fill(session, 5))[1])
    assert len(filled["figure"]) == 660


def test_rows_that_took_each_others_place_go_back_one_after_the_other(book: Book) -> None:
    model = added(book, "models")
    early, late = (added(book, "model_years", model_id=model, year=year) for year in (2024, 2025))

    def move(session: Session) -> None:
        entries.change(session, "model_years", late, {"year": 2026})
        entries.change(session, "model_years", early, {"year": 2025})

    before = contents(book)
    back_and_forth(book, before, step(book, move)[1])
