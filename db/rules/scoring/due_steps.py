"""Which steps of a sheet are still to be taken, and how long until or since their last day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.rules.scoring.chain import State
from db.rules.scoring.rule_sets import RuleSet

REGISTERED = "registered"
# What a sheet waits for, by the state it is in.
_AHEAD: Mapping[State, tuple[str, ...]] = {
    State.OPEN: (REGISTERED, "self"),
    State.RETURNED: ("self",),
    State.SUBMITTED: ("appraised",),
    State.APPRAISED: ("recognised",),
}


@dataclass(frozen=True)
class DueStep:
    """A step that is still to be taken, its last day (counted), and how many days are left; below 0 it is late."""

    step: str
    on: date
    days: int

    @property
    def is_late(self) -> bool:
        """Return whether its day is over."""
        return self.days < 0


def due_steps(
    rule_set: RuleSet, year: int, *, state: State, is_registered: bool, today: date
) -> tuple[DueStep, ...]:
    """Return what is still to be done for a sheet of a year, in the order of the chain; not what has no last day."""
    ahead = [step for step in _AHEAD.get(state, ()) if step != REGISTERED or not is_registered]
    days = {step: rule_set.due[step].in_year(year) for step in ahead if step in rule_set.due}
    return tuple(DueStep(step, on, (on - today).days) for step, on in days.items())
