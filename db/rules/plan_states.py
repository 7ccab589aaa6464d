"""From which state a plan may go to which, what it needs for that, and what is no longer changed afterwards."""

from collections.abc import Iterable, Mapping

from db.rules.entries import Values
from db.rules.findings import Finding

ISSUED = "issued"
# A plan begins as a draft or, typed from a text that lies with its signatory, as submitted.
MOVES: Mapping[str, tuple[str, ...]] = {
    "": ("draft", "submitted"),
    "draft": ("submitted",),
    "submitted": ("draft", ISSUED),
    ISSUED: ("closed",),
    "closed": (),
}
NEEDED_TO_ISSUE = ("subject", "number", "issued_on", "signatory_post", "signatory_name")
LOCKED_STATES = frozenset((ISSUED, "closed"))
# What is written down all year, whatever the plan says.
PROGRESS: Mapping[str, frozenset[str]] = {
    "plans": frozenset(("state",)),
    "tasks": frozenset(("state", "done_on", "money_spent", "note")),
}


def state_findings(before: str, after: str, printed: Values) -> tuple[Finding, ...]:
    """Judge a plan that goes from one state to another (`""`: it is new); `printed` is what its paper would say.

    No finding means that it may go. Staying is always allowed.
    """
    if before == after:
        return ()
    if after not in MOVES.get(before, ()):
        return (Finding("plan_state_move", "state", after),)
    if after != ISSUED:
        return ()
    return tuple(
        Finding("needed_to_issue", key) for key in NEEDED_TO_ISSUE if not _is_there(printed.get(key))
    )


def locked_findings(kind: str, keys: Iterable[str]) -> tuple[Finding, ...]:
    """Return a finding for each field of a plan or its parts that only an amendment changes once it is issued."""
    free = PROGRESS.get(kind, frozenset())
    return tuple(Finding("plan_issued", key) for key in keys if key not in free)


def _is_there(value: object) -> bool:
    return value is not None and value != ""
