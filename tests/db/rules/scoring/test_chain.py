"""The way of a sheet: which step is open when, and what it needs."""

from datetime import date

import pytest

from db.rules.scoring.chain import State, Step, Taken, closed_finding, open_steps, step_findings

TODAY = date(2025, 12, 20)
OPEN = {
    State.OPEN: [Step.REGISTER, Step.SUBMIT],
    State.RETURNED: [Step.REGISTER, Step.SUBMIT],
    State.SUBMITTED: [Step.RETURN, Step.APPRAISE],
    State.APPRAISED: [Step.RETURN, Step.REOPEN, Step.RECOGNISE],
    State.RECOGNISED: [Step.WITHDRAW],
    State.WITHDRAWN: [],
}
NEEDED = [
    (State.OPEN, Taken(Step.REGISTER, TODAY), [("required", "class_code")]),
    (State.OPEN, Taken(Step.REGISTER, TODAY, class_code="good"), []),
    (State.SUBMITTED, Taken(Step.RETURN, TODAY), [("required", "reason")]),
    (State.SUBMITTED, Taken(Step.RETURN, TODAY, reason="  \n"), [("required", "reason")]),
    (State.APPRAISED, Taken(Step.RECOGNISE, TODAY, "good"), [("required", "number")]),
    (State.APPRAISED, Taken(Step.SUBMIT, TODAY), [("step_not_from_appraised", "step")]),
    (State.OPEN, Taken(Step.SUBMIT, date(2025, 12, 21)), [("day_ahead", "on")]),
    (State.OPEN, Taken(Step.SUBMIT, date(2025, 3, 11)), [("day_before_step", "on")]),
    (State.OPEN, Taken(Step.SUBMIT, date(2025, 3, 12)), []),
]
COLUMNS = [
    (State.OPEN, ["appraised"]),
    (State.RETURNED, ["appraised"]),
    (State.SUBMITTED, ["self"]),
    (State.APPRAISED, ["self", "appraised"]),
    (State.RECOGNISED, ["self", "appraised"]),
]


@pytest.mark.parametrize("state", State)
def test_a_state_has_its_steps(state: State) -> None:
    assert list(open_steps(state)) == OPEN[state]


@pytest.mark.parametrize(("state", "taken", "expected"), NEEDED)
def test_a_step_says_what_it_needs(state: State, taken: Taken, expected: list[tuple[str, str]]) -> None:
    findings = step_findings(state, taken, date(2025, 3, 12), TODAY)
    assert [(item.code, item.place) for item in findings] == expected


@pytest.mark.parametrize(("state", "closed"), COLUMNS)
def test_a_column_is_open_in_its_time(state: State, closed: list[str]) -> None:
    found = {column: closed_finding(state, column) for column in ("self", "appraised")}
    assert [column for column, finding in found.items() if finding] == closed
