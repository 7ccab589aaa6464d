"""Which times of a task its activities fill, which are empty, and what they speak for."""

from datetime import date

import pytest

from db.rules.evidence import Offer, Slot, missing, offer, slots
from db.rules.recurrence import Repeats

D = date
FIRST, LAST = D(2025, 1, 15), D(2025, 9, 14)
QUARTERS = (D(2025, 3, 14), D(2025, 6, 14), D(2025, 9, 14))


@pytest.mark.parametrize(
    ("repeats", "starts_on", "ends_on", "days", "expected"),
    [
        (Repeats.ONCE, FIRST, LAST, (D(2025, 2, 1),), [(FIRST, LAST, 1)]),
        (Repeats.ONCE, FIRST, LAST, (D(2025, 1, 1), D(2025, 12, 1)), [(FIRST, LAST, 2)]),
        (Repeats.ONCE, None, LAST, (), [(None, LAST, 0)]),
        (Repeats.ONCE, FIRST, None, (D(2025, 2, 1),), []),
        (Repeats.MONTHLY, None, LAST, (D(2024, 2, 1),), [(None, LAST, 1)]),
        (
            Repeats.QUARTERLY,
            FIRST,
            LAST,
            (D(2025, 1, 14), FIRST, QUARTERS[0], D(2025, 3, 15), D(2025, 9, 15)),
            [(FIRST, QUARTERS[0], 2), (D(2025, 3, 15), QUARTERS[1], 1), (D(2025, 6, 15), LAST, 0)],
        ),
        (
            Repeats.MONTHLY,
            D(2025, 2, 1),
            D(2025, 3, 31),
            (D(2025, 2, 28), D(2025, 3, 1)),
            [(D(2025, 2, 1), D(2025, 2, 28), 1), (D(2025, 3, 1), D(2025, 3, 31), 1)],
        ),
        (
            Repeats.YEARLY,
            D(2024, 1, 1),
            D(2025, 6, 1),
            (),
            [(D(2024, 1, 1), D(2024, 6, 1), 0), (D(2024, 6, 2), D(2025, 6, 1), 0)],
        ),
    ],
)
def test_each_time_of_a_task_begins_after_the_one_before(
    repeats: Repeats,
    starts_on: date | None,
    ends_on: date | None,
    days: tuple[date, ...],
    expected: list[tuple[date | None, date, int]],
) -> None:
    assert list(slots(repeats, starts_on, ends_on, days)) == [Slot(*slot) for slot in expected]


def times(*counts: int) -> tuple[Slot, ...]:
    return tuple(Slot(None, last, count) for last, count in zip(QUARTERS, counts, strict=False))


@pytest.mark.parametrize(
    ("state", "counts", "today", "expected"),
    [
        ("running", (0, 2, 0), D(2025, 9, 14), QUARTERS[:1]),
        ("done", (0, 2, 0), D(2025, 9, 15), (QUARTERS[0], QUARTERS[2])),
        ("dropped", (0, 0, 0), D(2025, 12, 1), ()),
        ("planned", (), D(2025, 12, 1), ()),
    ],
)
def test_a_time_that_is_over_without_activities_lacks_them(
    state: str, counts: tuple[int, ...], today: date, expected: tuple[date, ...]
) -> None:
    assert tuple(slot.last for slot in missing(state, times(*counts), today)) == expected


@pytest.mark.parametrize(
    ("state", "done_on", "counts", "expected"),
    [
        ("running", None, (1,), Offer(D(2025, 2, 2), whole=True)),
        ("planned", None, (), Offer(D(2025, 2, 2), whole=True)),
        ("done", None, (1,), None),
        ("dropped", None, (1,), None),
        ("running", None, (1, 1, 0), Offer(QUARTERS[1], whole=False)),
        ("running", None, (0, 1, 1), None),
        ("running", QUARTERS[0], (0, 1, 1), Offer(QUARTERS[2], whole=True)),
        ("running", QUARTERS[2], (1, 1, 1), None),
    ],
)
def test_activities_speak_for_the_next_times_in_a_row(
    state: str, done_on: date | None, counts: tuple[int, ...], expected: Offer | None
) -> None:
    days = (D(2025, 1, 20), D(2025, 2, 2))
    assert offer(state, done_on, times(*counts), days) == expected


def test_without_activities_nothing_is_offered() -> None:
    assert offer("running", None, times(0), ()) is None
