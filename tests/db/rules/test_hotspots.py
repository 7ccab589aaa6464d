"""The history of a hotspot: removed and re-opened take turns, whatever the order in which they were typed."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.hotspots import REMOVED, REOPENED, Event, history_findings

FOUND = date(2025, 2, 3)

# days of February with what happened, in the order of entry; the finding's code, place and value
HISTORIES: list[tuple[list[tuple[int, str]], tuple[str, str, str] | None]] = [
    ([], None),
    ([(3, REMOVED)], None),
    ([(3, REMOVED), (3, REOPENED), (3, REMOVED)], None),
    ([(9, REOPENED), (5, REMOVED)], None),
    ([(2, REMOVED)], ("event_before_found", "happened_on", "02/02/2025")),
    ([(5, REOPENED)], ("not_removed_before", "what", "05/02/2025")),
    ([(5, REMOVED), (6, REMOVED)], ("removed_already", "what", "06/02/2025")),
    ([(5, REMOVED), (9, REMOVED), (7, REOPENED)], None),
    ([(5, REMOVED), (7, REOPENED), (8, REOPENED)], ("not_removed_before", "what", "08/02/2025")),
    ([(5, REOPENED), (5, REMOVED)], ("not_removed_before", "what", "05/02/2025")),
]


def events(history: list[tuple[int, str]]) -> list[Event]:
    return [Event(date(2025, 2, day), number, what) for number, (day, what) in enumerate(history, start=1)]


@pytest.mark.parametrize(("history", "expected"), HISTORIES)
def test_events_out_of_turn_or_too_early_are_found(
    history: list[tuple[int, str]], expected: tuple[str, str, str] | None
) -> None:
    found = [(item.code, item.place, item.value) for item in history_findings(FOUND, events(history))]
    assert found == ([expected] if expected else [])


@given(days=st.lists(st.integers(3, 28), max_size=9), chance=st.randoms())
def test_turns_that_are_taken_in_order_are_right_however_they_come(days: list[int], chance: Random) -> None:
    history = [(day, REMOVED if place % 2 == 0 else REOPENED) for place, day in enumerate(sorted(days))]
    mixed = events(history)
    chance.shuffle(mixed)
    assert history_findings(FOUND, mixed) == ()
