"""What is still to be done for a sheet, and until when."""

from datetime import date

import pytest

from db.rules.scoring.chain import State
from db.rules.scoring.due_steps import due_steps
from db.rules.scoring.rule_sets import DueDay, RuleSet

RULES = RuleSet(
    (),
    (),
    due={
        "registered": DueDay(3, 31),
        "self": DueDay(12, 5),
        "appraised": DueDay(12, 25),
        "recognised": DueDay(1, 31, 1),
    },
)


@pytest.mark.parametrize(
    ("state", "registered", "today", "expected"),
    [
        (State.OPEN, False, date(2025, 3, 1), [("registered", 30), ("self", 279)]),
        (State.OPEN, False, date(2025, 3, 31), [("registered", 0), ("self", 249)]),
        (State.OPEN, False, date(2025, 4, 1), [("registered", -1), ("self", 248)]),
        (State.OPEN, True, date(2025, 12, 6), [("self", -1)]),
        (State.RETURNED, False, date(2025, 12, 1), [("self", 4)]),
        (State.SUBMITTED, False, date(2025, 12, 28), [("appraised", -3)]),
        (State.APPRAISED, True, date(2026, 1, 1), [("recognised", 30)]),
        (State.RECOGNISED, True, date(2026, 6, 1), []),
        (State.WITHDRAWN, True, date(2026, 6, 1), []),
    ],
)
def test_open_steps_tell_their_days(
    state: State, registered: bool, today: date, expected: list[tuple[str, int]]
) -> None:
    found = due_steps(RULES, 2025, state=state, is_registered=registered, today=today)
    assert [(due.step, due.days) for due in found] == expected
    assert [due.is_late for due in found] == [days < 0 for _, days in expected]


def test_a_step_without_a_last_day_is_never_late() -> None:
    assert due_steps(RuleSet((), ()), 2025, state=State.OPEN, is_registered=False, today=date.max) == ()
