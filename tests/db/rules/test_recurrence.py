"""When tasks that come again are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.recurrence import Repeats, due_days, next_due

CASES = [
    (Repeats.ONCE, date(2025, 1, 1), date(2025, 3, 31), [date(2025, 3, 31)]),
    (Repeats.ONCE, date(2025, 1, 1), None, []),
    (Repeats.MONTHLY, None, date(2025, 3, 31), [date(2025, 3, 31)]),
    (
        Repeats.MONTHLY,
        date(2025, 1, 15),
        date(2025, 3, 31),
        [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31)],
    ),
    (Repeats.MONTHLY, date(2025, 1, 16), date(2025, 3, 15), [date(2025, 2, 15), date(2025, 3, 15)]),
    (
        Repeats.MONTHLY,
        date(2023, 12, 30),
        date(2024, 3, 30),
        [date(2023, 12, 30), date(2024, 1, 30), date(2024, 2, 29), date(2024, 3, 30)],
    ),
    (
        Repeats.QUARTERLY,
        date(2025, 1, 1),
        date(2025, 12, 14),
        [date(2025, 3, 14), date(2025, 6, 14), date(2025, 9, 14), date(2025, 12, 14)],
    ),
    (
        Repeats.YEARLY,
        date(2021, 1, 1),
        date(2023, 11, 20),
        [date(2021, 11, 20), date(2022, 11, 20), date(2023, 11, 20)],
    ),
]


@pytest.mark.parametrize(("repeats", "starts_on", "ends_on", "days"), CASES)
def test_task_is_due_on_its_last_day_and_whole_months_before(
    repeats: Repeats, starts_on: date | None, ends_on: date | None, days: list[date]
) -> None:
    assert list(due_days(repeats, starts_on, ends_on)) == days


def test_next_due_day_is_the_first_after_what_was_done() -> None:
    stretch = Repeats.QUARTERLY, date(2025, 1, 1), date(2025, 12, 14)

    assert next_due(*stretch, None) == date(2025, 3, 14)
    assert next_due(*stretch, date(2025, 3, 14)) == date(2025, 6, 14)
    assert next_due(*stretch, date(2025, 12, 14)) is None


@given(st.sampled_from(list(Repeats)), st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 2000))
def test_due_days_stay_within_the_stretch_and_in_order(
    repeats: Repeats, starts_on: date, length: int
) -> None:
    ends_on = starts_on + timedelta(days=length)

    days = due_days(repeats, starts_on, ends_on)

    assert days[-1] == ends_on
    assert list(days) == sorted(set(days))
    assert days[0] >= starts_on
