"""How far a task is on the last day of a period."""

from datetime import date

import pytest

from db.rules.standing import TaskStanding
from db.rules.task_progress import progress_text, state_on

DAY = date(2025, 9, 14)


@pytest.mark.parametrize(
    ("state", "starts_on", "done_on", "expected"),
    [
        ("planned", None, None, "planned"),
        ("running", None, None, "running"),
        ("dropped", None, None, "dropped"),
        ("done", None, None, "done"),
        ("done", None, DAY, "done"),
        ("done", None, date(2025, 9, 15), "running"),
        ("done", date(2025, 9, 14), date(2025, 9, 20), "running"),
        ("done", date(2025, 9, 15), date(2025, 9, 20), "planned"),
    ],
)
def test_what_was_done_later_was_not_done_on_the_day(
    state: str, starts_on: date | None, done_on: date | None, expected: str
) -> None:
    assert state_on(state, starts_on, done_on, DAY) == expected


@pytest.mark.parametrize(
    ("state", "done_on", "due", "expected"),
    [
        ("done", date(2025, 6, 2), date(2025, 5, 30), "Tên ngày 02/06/2025"),
        ("done", None, date(2025, 5, 30), "Tên"),
        ("running", None, DAY, "Tên"),
        ("running", None, date(2025, 9, 13), "Tên, quá hạn 13/09/2025"),
        ("planned", None, None, "Tên"),
        ("dropped", None, date(2025, 1, 1), "Tên"),
    ],
)
def test_a_task_says_when_it_was_done_or_that_it_is_late(
    state: str, done_on: date | None, due: date | None, expected: str
) -> None:
    assert progress_text("Tên", TaskStanding(state), done_on, due, DAY) == expected
