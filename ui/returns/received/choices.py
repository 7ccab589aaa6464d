"""What a person has to choose among files: why they ask, and which is the newest of each unit, set and period."""

from collections.abc import Sequence

from db.rules.findings import Finding
from db.services.returns.received import Outcome, ReceivedPlan


def asked(planned: ReceivedPlan) -> tuple[Finding, ...]:
    """Return a finding for each reason for which a person has to choose a file."""
    if planned.outcome is not Outcome.ASKS or planned.unit is None:
        return ()
    other = planned.here.file_name if planned.here else ""
    facts = {"unit": planned.unit.name, "other": other}
    return tuple(Finding(f"return_{why}", "", str(planned.revision), facts) for why in planned.asks)


def newest(plans: Sequence[ReceivedPlan]) -> frozenset[int]:
    """Return which of those that ask a command takes: of one unit, set and period the last one given."""
    last = {plan.key: at for at, plan in enumerate(plans) if plan.outcome is Outcome.ASKS}
    return frozenset(last.values())
