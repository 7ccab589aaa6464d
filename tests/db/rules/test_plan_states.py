"""Which way a plan may go, and what an issued one no longer lets be changed."""

from itertools import product

import pytest

from db.rules.entries import Values
from db.rules.plan_states import locked_findings, state_findings

STATES = ("", "draft", "submitted", "issued", "closed")
ALLOWED = {
    ("", "draft"),
    ("", "submitted"),
    ("draft", "submitted"),
    ("submitted", "draft"),
    ("submitted", "issued"),
    ("issued", "closed"),
}
SIGNED: Values = {
    "subject": "Kế hoạch",
    "number": 5,
    "issued_on": "10/01/2025",
    "signatory_post": "Chủ tịch",
    "signatory_name": "Lò Văn Bảo",
}


@pytest.mark.parametrize(("before", "after"), list(product(STATES, STATES[1:])))
def test_a_plan_goes_only_the_allowed_ways(before: str, after: str) -> None:
    codes = [finding.code for finding in state_findings(before, after, SIGNED)]
    assert codes == ([] if before == after or (before, after) in ALLOWED else ["plan_state_move"])


@pytest.mark.parametrize("key", list(SIGNED))
@pytest.mark.parametrize("blank", [None, ""])
def test_a_plan_is_issued_only_with_all_that_its_paper_needs(key: str, blank: str | None) -> None:
    findings = state_findings("submitted", "issued", {**SIGNED, key: blank})
    assert [(finding.code, finding.place) for finding in findings] == [("needed_to_issue", key)]


@pytest.mark.parametrize(
    ("kind", "keys", "locked"),
    [
        ("plans", ["subject", "state", "number"], ["subject", "number"]),
        ("sections", ["text"], ["text"]),
        ("targets", ["value", "measure"], ["value", "measure"]),
        ("tasks", ["state", "done_on", "money_spent", "note"], []),
        ("tasks", ["content", "state", "ends_on"], ["content", "ends_on"]),
    ],
)
def test_only_progress_is_free_in_an_issued_plan(kind: str, keys: list[str], locked: list[str]) -> None:
    assert [finding.place for finding in locked_findings(kind, keys)] == locked
