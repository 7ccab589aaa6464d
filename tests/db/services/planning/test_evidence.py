"""The activities that serve a task, linking many of them, and marking done by them."""

from datetime import date
from functools import partial

import pytest

from db.rules.evidence import Offer
from db.rules.findings import Refused
from db.rules.periods import DECREE_09, parse_period
from db.services.entering import entries, history
from db.services.entering.entries import Gone
from db.services.planning import evidence, tasks
from db.services.planning.tasks import TaskLine
from db.sessions import Book
from tests.helpers.sample_records import added, contents, issued, step

TODAY = date(2025, 9, 20)
YEAR = parse_period("2025").span(DECREE_09)
MAY, JULY = date(2025, 5, 6), date(2025, 7, 1)


@pytest.fixture
def plan_id(book: Book) -> int:
    return added(book, "plans")


@pytest.fixture
def task_id(book: Book, plan_id: int) -> int:
    return added(book, "tasks", plan_id=plan_id, ends_on=date(2025, 9, 1))


def line(book: Book, plan_id: int, at: int = 0) -> TaskLine:
    with book.reading() as session:
        return tasks.timeline(session, plan_id, TODAY)[at]


def test_activities_of_every_kind_are_listed_by_day(book: Book, task_id: int) -> None:
    added(book, "trainings", task_id=task_id, starts_on=MAY, ends_on=JULY, others_total=12)
    added(book, "outreach", task_id=task_id, held_on=MAY, sessions=2, people=40, topic=None)
    added(book, "outreach")
    with book.reading() as session:
        found = evidence.of_task(session, task_id)
    told = [
        (item.kind, item.day, item.unit, item.form, item.what, item.sessions, item.people) for item in found
    ]
    assert told == [
        ("outreach", MAY, "Xã Quế Lâm", "Nói chuyện chuyên đề", "", 2, 40),
        ("trainings", JULY, "Xã Quế Lâm", "", "Lớp tập huấn", None, 12),
    ]


def test_inspections_and_models_are_evidence_too(book: Book, task_id: int) -> None:
    guest_house = added(book, "establishments")
    added(book, "inspections", task_id=task_id, held_on=MAY, establishment_id=guest_house)
    added(book, "inspections", task_id=task_id, held_on=JULY)
    model = added(book, "models", task_id=task_id)
    for year, state in ((2024, "new"), (2025, "kept"), (2026, "kept")):
        added(book, "model_years", model_id=model, year=year, state=state)
    with book.reading() as session:
        found = [(item.kind, item.day, item.what) for item in evidence.of_task(session, task_id)]
        days = evidence.of_one(session, task_id, TODAY).days
    assert found == [
        ("inspections", MAY, "Nhà nghỉ Ánh Sao"),
        ("inspections", JULY, "Quán Gió"),
        ("models", YEAR.last, "Nhóm Vì ngày mai"),
    ]
    assert days == (MAY, JULY, TODAY)


@pytest.mark.parametrize(
    ("years", "started", "is_free"),
    [
        ((("2025", "new"),), None, True),
        ((("2024", "new"), ("2025", "kept"), ("2026", "kept")), 2024, True),
        ((("2024", "new"), ("2025", "ended")), None, False),
        ((("2026", "new"),), 2026, False),
        ((), 2025, True),
        ((), 2024, False),
        ((), None, True),
    ],
)
def test_a_model_is_free_in_the_years_in_which_it_runs(
    book: Book, task_id: int, years: tuple[tuple[str, str], ...], started: int | None, is_free: bool
) -> None:
    model = added(book, "models", started_year=started)
    for year, state in years:
        added(book, "model_years", model_id=model, year=int(year), state=state)
    with book.reading() as session:
        found = evidence.free(session, YEAR)
    assert [item.id for item in found] == ([model] if is_free else [])
    step(book, lambda session: evidence.link(session, task_id, found))
    with book.reading() as session:
        assert evidence.of_one(session, task_id, TODAY).count == len(found)


def test_the_timeline_tells_how_much_evidence_each_task_has(book: Book, plan_id: int, task_id: int) -> None:
    added(book, "tasks", plan_id=plan_id, ends_on=date(2025, 9, 1))
    for people in (40, None):
        added(book, "outreach", task_id=task_id, people=people)
    first, second = line(book, plan_id).evidence, line(book, plan_id, 1).evidence
    assert (first.count, first.people, first.days, len(first.missing)) == (2, 40, (MAY, MAY), 0)
    assert (second.count, second.people, len(second.missing), second.offer) == (0, None, 1, None)


def test_only_activities_of_the_span_without_a_task_are_free(book: Book, task_id: int) -> None:
    added(book, "outreach", task_id=task_id)
    wanted = added(book, "outreach")
    added(book, "outreach", held_on=date(2024, 12, 14))
    session_id = added(book, "trainings")
    with book.reading() as session:
        found = evidence.free(session, YEAR)
    assert [(item.kind, item.id) for item in found] == [("outreach", wanted), ("trainings", session_id)]
    assert "duong day nong" in found[0].search


def test_many_are_linked_and_let_go_in_one_step_each(book: Book, plan_id: int, task_id: int) -> None:
    issued(book, plan_id)
    added(book, "outreach")
    added(book, "trainings")
    before = contents(book)
    with book.reading() as session:
        free = evidence.free(session, YEAR)
    _, linking = step(book, lambda session: evidence.link(session, task_id, free))
    assert line(book, plan_id).evidence.count == 2
    step(book, lambda session: history.revert(session, linking))
    assert contents(book) == before
    step(book, lambda session: evidence.link(session, task_id, free))
    step(book, lambda session: evidence.unlink(session, free[:1]))
    assert line(book, plan_id).evidence.count == 1


def test_what_is_gone_or_of_another_year_is_not_linked(book: Book, task_id: int) -> None:
    added(book, "outreach")
    other = added(book, "tasks", plan_id=added(book, "plans", first_year=2024, last_year=2024))
    with book.reading() as session:
        free = evidence.free(session, YEAR)
    before = contents(book)
    for target, code in ((other, "task_other_year"), (99, "link_gone")):
        with pytest.raises(Refused) as caught:
            step(book, partial(evidence.link, task_id=target, activities=free))
        assert [item.code for item in caught.value.findings] == [code]
    assert contents(book) == before
    step(book, lambda session: entries.remove(session, "outreach", free[0].id))
    with pytest.raises(Gone):
        step(book, lambda session: evidence.link(session, task_id, free))
    with pytest.raises(Gone):
        step(book, lambda session: evidence.unlink(session, free))


def test_evidence_never_marks_a_task_but_offers_to(book: Book, plan_id: int, task_id: int) -> None:
    issued(book, plan_id)
    added(book, "outreach", task_id=task_id)
    assert line(book, plan_id).standing == "late"
    assert line(book, plan_id).evidence.offer == Offer(MAY, whole=True)
    step(book, lambda session: evidence.mark_done(session, task_id, TODAY))
    assert (line(book, plan_id).standing, line(book, plan_id).evidence.offer) == ("done", None)
    _, nothing = step(book, lambda session: evidence.mark_done(session, task_id, TODAY))
    assert nothing == 0


def test_a_task_that_comes_again_is_marked_up_to_its_last_served_time(book: Book, plan_id: int) -> None:
    days = {"starts_on": date(2025, 1, 15), "ends_on": date(2025, 12, 14), "repeats": "quarterly"}
    task_id = added(book, "tasks", plan_id=plan_id, **days)
    for held_on in (date(2025, 2, 1), MAY):
        added(book, "outreach", task_id=task_id, held_on=held_on)
    assert [slot.count for slot in line(book, plan_id).evidence.slots] == [1, 1, 0, 0]
    step(book, lambda session: evidence.mark_done(session, task_id, TODAY))
    with book.reading() as session:
        kept = entries.values_of(session, "tasks", task_id)
    assert (kept["state"], kept["done_on"]) == ("running", date(2025, 6, 14))
    assert line(book, plan_id).due == date(2025, 9, 14)


def test_a_task_that_is_gone_is_not_marked(book: Book) -> None:
    with pytest.raises(Gone):
        step(book, lambda session: evidence.mark_done(session, 99, TODAY))
