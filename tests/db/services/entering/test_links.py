"""Activities linked with tasks: what can be chosen, what is refused, what is let go."""

from datetime import date
from typing import Any

import pytest

from db.records import CommuneModel, Inspection, OutreachActivity, TrainingSession
from db.rules.entries import Values
from db.rules.findings import Refused
from db.rules.periods import DECREE_09, parse_period
from db.services.entering import entries, history, links
from db.services.entering.history import ChangedSince
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.services.planning import amendments
from db.sessions import Book
from tests.helpers.sample_records import added, contents, issued, step

YEAR = parse_period("2025").span(DECREE_09)


@pytest.fixture
def plan_id(book: Book) -> int:
    return added(book, "plans", number=5, symbol="KH-UBND")


@pytest.fixture
def task_id(book: Book, plan_id: int) -> int:
    return added(book, "tasks", plan_id=plan_id, content="Nói chuyện\nở  bản", lead="Công an huyện")


def linked(book: Book) -> list[int | None]:
    """The tasks that activities are linked with, kind by kind."""
    kinds: tuple[Any, ...] = (OutreachActivity, TrainingSession, Inspection, CommuneModel)
    with book.reading() as session:
        return [row.task_id for kind in kinds for row in session.query(kind).order_by(kind.id)]


def test_tasks_of_the_plans_of_a_year_are_offered_with_their_plan(book: Book, task_id: int) -> None:
    draft = added(book, "plans", subject="Kế hoạch đợt", state="draft", last_year=2026)
    other = added(book, "tasks", plan_id=draft, content="Phát tờ rơi")
    added(book, "tasks", plan_id=added(book, "plans", first_year=2024, last_year=2024))
    with book.reading() as session:
        found = links.options(session, "tasks", YEAR)
    assert [(item.id, item.label, item.text) for item in found] == [
        (other, "Kế hoạch đợt", "Phát tờ rơi"),
        (task_id, "05/KH-UBND", "Nói chuyện ở bản"),
    ]
    assert "cong an huyen" in found[1].search
    assert found[1].search.startswith("05/kh-ubnd")


@pytest.mark.parametrize(
    ("kind", "days", "findings"),
    [
        ("outreach", {"held_on": date(2025, 5, 6)}, []),
        ("outreach", {"held_on": date(2024, 12, 20)}, []),
        ("outreach", {"held_on": date(2024, 12, 14)}, [("task_other_year", "task_id", "2025", "2024")]),
        (
            "trainings",
            {"starts_on": date(2025, 12, 10), "ends_on": date(2025, 12, 15)},
            [("task_other_year", "task_id", "2025", "2026")],
        ),
        ("inspections", {"held_on": date(2024, 12, 14)}, [("task_other_year", "task_id", "2025", "2024")]),
        # A model runs for years: it serves a task of any of them.
        ("models", {"started_year": 2020}, []),
    ],
)
def test_an_activity_serves_tasks_of_its_reporting_year(
    book: Book, task_id: int, kind: str, days: dict[str, object], findings: list[object]
) -> None:
    found = []
    try:
        added(book, kind, task_id=task_id, **days)
    except Refused as refused:
        found = [(item.code, item.place, item.value, item.facts.get("year", "")) for item in refused.findings]
    assert found == findings


def test_a_task_that_is_gone_is_refused_at_the_field(book: Book, task_id: int) -> None:
    activity = added(book, "outreach")
    step(book, lambda session: entries.remove(session, "tasks", task_id))
    with pytest.raises(Refused) as caught:
        step(book, lambda session: entries.change(session, "outreach", activity, {"task_id": task_id}))
    assert [(item.code, item.place) for item in caught.value.findings] == [("link_gone", "task_id")]
    assert linked(book) == [None]


def test_a_removed_task_lets_its_activities_go_and_undo_brings_all_back(book: Book, task_id: int) -> None:
    for kind in ("outreach", "trainings", "inspections", "models"):
        added(book, kind, task_id=task_id)
    before = contents(book)
    _, removal = step(book, lambda session: entries.remove(session, "tasks", task_id))
    assert linked(book) == [None] * 4
    step(book, lambda session: history.revert(session, removal))
    assert contents(book) == before


def test_a_removed_plan_lets_the_activities_of_its_tasks_go(book: Book, plan_id: int, task_id: int) -> None:
    added(book, "outreach", task_id=task_id)
    before = contents(book)
    _, removal = step(book, lambda session: entries.remove(session, "plans", plan_id))
    assert linked(book) == [None]
    step(book, lambda session: history.revert(session, removal))
    assert contents(book) == before


def test_linking_is_no_change_of_an_issued_plan(book: Book, plan_id: int, task_id: int) -> None:
    issued(book, plan_id)
    activity = added(book, "outreach", task_id=task_id)
    step(book, lambda session: entries.change(session, "outreach", activity, {"task_id": None}))
    step(book, lambda session: entries.change(session, "outreach", activity, {"task_id": task_id}))
    assert linked(book) == [task_id]


def test_a_dropped_amendment_lets_go_of_the_tasks_it_brought(book: Book, plan_id: int) -> None:
    issued(book, plan_id)
    amendment, _ = step(book, lambda session: amendments.begin(session, plan_id))
    added(book, "outreach", task_id=added(book, "tasks", plan_id=plan_id))
    step(book, lambda session: amendments.drop(session, amendment))
    assert linked(book) == [None]


def test_a_task_that_activities_were_linked_with_since_is_not_taken_back(book: Book, plan_id: int) -> None:
    values: Values = {"plan_id": plan_id, "content": "Mới", "state": "planned"}
    task_id, step_id = step(book, lambda session: entries.add(session, "tasks", values))
    added(book, "outreach", task_id=task_id)
    with pytest.raises(ChangedSince):
        step(book, lambda session: history.revert(session, step_id))
    assert linked(book) == [task_id]


def test_the_words_of_its_task_find_an_activity_as_they_are_now(book: Book, task_id: int) -> None:
    activity = added(book, "outreach", task_id=task_id)
    added(book, "outreach")
    step(book, lambda session: entries.change(session, "tasks", task_id, {"content": "Hội thi"}))
    with book.reading() as session:
        found = [
            listings.matching_ids(session, ListQuery("outreach", text=text))
            for text in ("hoi thi", "hoi duong", "noi chuyen ban")
        ]
        (row,) = listings.rows(session, "outreach", (activity,))
    assert found == [(activity,), (activity,), ()]
    assert row.cells["task"] == "Hội thi"


def test_establishments_are_sought_by_any_part_of_their_words(book: Book) -> None:
    first = added(book, "establishments", name="Karaoke Sóng Đà", address=None)
    second = added(book, "establishments", name="Nhà nghỉ Ánh Sao", address="Bản Nà Đắng")
    with book.reading() as session:
        sought = {
            text: [item.id for item in links.seek(session, "establishments", text)]
            for text in ("ong da", "Sóng", "na dang", "que lam", "%", "không có")
        }
        shown = links.find(session, "establishments", second)
    assert sought == {
        "ong da": [first],
        "Sóng": [first],
        "na dang": [second],
        "que lam": [first, second],
        "%": [],
        "không có": [],
    }
    assert shown is not None
    assert (shown.text, shown.place) == ("Nhà nghỉ Ánh Sao", "Bản Nà Đắng, Xã Quế Lâm")


def test_no_more_records_are_sought_than_a_list_shows(book: Book) -> None:
    for number in range(3):
        added(book, "establishments", name=f"Quán {number}")
    with book.reading() as session:
        assert len(links.seek(session, "establishments", "quan", most=2)) == 2
