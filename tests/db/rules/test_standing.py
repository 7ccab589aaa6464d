"""Where targets and tasks stand."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.periods import Span
from db.rules.standing import Standing, TaskStanding, target_standing, task_due, task_standing, year_gone
from db.rules.targets import Goal

YEAR = Span(date(2024, 12, 15), date(2025, 12, 14), 2025)
TODAY = date(2025, 9, 20)


@pytest.mark.parametrize(
    ("operator", "done", "share", "gone", "standing"),
    [
        ("at_least", 420, "100", "70", Standing.REACHED),
        ("at_least", 300, "71.4", "70", Standing.ON_TRACK),
        ("at_least", 200, "47.6", "70", Standing.BEHIND),
        ("at_least", 419, "99.8", "100", Standing.MISSED),
        ("at_least", None, None, "70", Standing.UNMEASURED),
        ("between", 100, "100", "10", Standing.REACHED),
        ("increase", 105, "120", "50", Standing.ON_TRACK),
        ("increase", 105, "120", "100", Standing.REACHED),
        ("increase", 101, "60", "50", Standing.BEHIND),
        ("increase", 101, None, "50", Standing.UNMEASURED),
        ("at_most", 5, None, "50", Standing.WITHIN),
        ("at_most", 6, None, "50", Standing.EXCEEDED),
        ("none", 0, None, "50", Standing.WITHIN),
        ("none", 1, None, "50", Standing.EXCEEDED),
        ("none", 21, None, "50", Standing.EXCEEDED),
        ("done", 1, None, "50", Standing.REACHED),
        ("done", 0, None, "50", Standing.BEHIND),
        ("done", 0, None, "100", Standing.MISSED),
    ],
)
def test_a_target_stands_by_its_share_and_the_part_of_the_year_that_is_over(
    operator: str, done: int | None, share: str | None, gone: str, standing: Standing
) -> None:
    goal = Goal(operator, None if operator == "none" else Decimal(5))
    found = target_standing(goal, done, Decimal(share) if share else None, Decimal(gone))
    assert found is standing


@pytest.mark.parametrize(
    ("state", "ends_on", "standing"),
    [
        ("done", date(2025, 1, 1), TaskStanding.DONE),
        ("dropped", date(2025, 1, 1), TaskStanding.DROPPED),
        ("running", date(2025, 9, 19), TaskStanding.LATE),
        ("running", TODAY, TaskStanding.SOON),
        ("planned", date(2025, 10, 4), TaskStanding.SOON),
        ("running", date(2025, 10, 5), TaskStanding.RUNNING),
        ("planned", date(2025, 10, 5), TaskStanding.PLANNED),
        ("planned", None, TaskStanding.PLANNED),
    ],
)
def test_a_task_is_late_the_day_after_its_last_day(
    state: str, ends_on: date | None, standing: TaskStanding
) -> None:
    assert task_standing(state, ends_on, TODAY) is standing


@pytest.mark.parametrize(
    ("repeats", "done_on", "due"),
    [
        ("once", None, date(2025, 12, 14)),
        ("once", date(2025, 5, 1), date(2025, 12, 14)),
        ("quarterly", None, date(2025, 3, 14)),
        ("quarterly", date(2025, 3, 14), date(2025, 6, 14)),
        ("quarterly", date(2025, 7, 1), date(2025, 9, 14)),
        ("monthly", date(2025, 9, 15), date(2025, 10, 14)),
        ("quarterly", date(2025, 12, 14), None),
    ],
)
def test_a_task_that_comes_again_is_next_due_after_it_was_last_done(
    repeats: str, done_on: date | None, due: date | None
) -> None:
    assert task_due(repeats, date(2025, 1, 15), date(2025, 12, 14), done_on) == due


@pytest.mark.parametrize(
    ("last", "today", "days"),
    [
        (YEAR.last, date(2026, 1, 1), 365),
        (date(2025, 3, 14), date(2026, 1, 1), 90),
        (YEAR.last, date(2024, 12, 15), 1),
        (YEAR.last, date(2024, 1, 1), 0),
    ],
)
def test_no_more_of_a_year_is_over_than_was_lived(last: date, today: date, days: int) -> None:
    assert year_gone(YEAR, last, today) == Decimal(days) * 100 / 365
