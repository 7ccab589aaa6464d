"""Tasks of a plan together."""

from datetime import date

from db.rules.standing import TaskStanding
from db.services.planning import tasks
from db.services.planning.tasks import SourceMoney
from db.sessions import Book
from tests.helpers.sample_records import added

TODAY = date(2025, 9, 20)


def test_money_is_added_up_by_source(book: Book) -> None:
    plan_id = added(book, "plans")
    for source, planned, spent in (
        ("Tỉnh", 5, None),
        ("Đảng", 7, 1),
        ("Tỉnh", 3, 2),
        (None, None, 4),
        ("Xã", None, None),
    ):
        money = {"money_source": source, "money_planned": planned, "money_spent": spent}
        added(book, "tasks", plan_id=plan_id, **money)
    with book.reading() as session:
        found = tasks.money_by_source(session, plan_id)
    assert found == (SourceMoney("", None, 4), SourceMoney("Đảng", 7, 1), SourceMoney("Tỉnh", 8, 2))


def test_a_task_that_comes_again_is_late_by_its_next_due_day(book: Book) -> None:
    plan_id = added(book, "plans")
    days = {"starts_on": date(2025, 1, 15), "ends_on": date(2025, 12, 14), "repeats": "quarterly"}
    for done_on in (None, date(2025, 6, 14), date(2025, 9, 14), date(2025, 12, 14)):
        added(book, "tasks", plan_id=plan_id, done_on=done_on, **days)
    with book.reading() as session:
        lines = tasks.timeline(session, plan_id, TODAY)
    assert [line.due for line in lines] == [
        date(2025, 3, 14),
        date(2025, 9, 14),
        date(2025, 12, 14),
        None,
    ]
    late, planned = TaskStanding.LATE, TaskStanding.PLANNED
    assert [line.standing for line in lines] == [late, late, planned, TaskStanding.DONE]
    assert len(lines[0].due_days) == 4


def test_a_task_without_a_last_day_is_due_on_none(book: Book) -> None:
    plan_id = added(book, "plans")
    added(book, "tasks", plan_id=plan_id, repeats="monthly")
    with book.reading() as session:
        (line,) = tasks.timeline(session, plan_id, TODAY)
    assert (line.due, line.first, line.standing) == (None, None, TaskStanding.PLANNED)


def test_a_task_comes_once_unless_told_otherwise(book: Book) -> None:
    plan_id = added(book, "plans")
    added(book, "tasks", plan_id=plan_id, ends_on=date(2025, 9, 1))
    with book.reading() as session:
        (line,) = tasks.timeline(session, plan_id, TODAY)
    assert line.due_days == (date(2025, 9, 1),)
