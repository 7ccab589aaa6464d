"""How far a target is: the share of its planned value that was done, by its operator."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from db.rules.formats import Number, number_text
from db.rules.measures import ratio

# Measured against the same stretch of the year before.
CHANGES = frozenset(("increase", "decrease"))
_SIGNS = {"at_least": "≥ ", "at_most": "≤ ", "increase": "tăng ", "decrease": "giảm "}


@dataclass(frozen=True)
class Goal:
    """What a target asks for: an operator, one or two values and their unit of measure."""

    operator: str
    value: Decimal | None = None
    value_to: Decimal | None = None
    measured_in: str = ""


def planned_text(goal: Goal) -> str:
    """Write what is planned: `≥ 70 %`, `100–150 người`; nothing where the target has no value."""
    if goal.operator == "none":
        return "không để xảy ra"
    if goal.value is None:
        return ""
    until = f"–{number_text(goal.value_to)}" if goal.value_to is not None else ""
    return f"{_SIGNS.get(goal.operator, '')}{number_text(goal.value)}{until} {goal.measured_in}".strip()


def share_of_plan(goal: Goal, done: Number | None, year_before: Number | None) -> Decimal | None:
    """Return what was done in per cent of the plan, 3 decimals; nothing where it cannot be measured that way.

    A range is measured by its lower end; a change against the change planned; "at most", "none" and "done or not"
    have no share.
    """
    measured = _MEASURED.get(goal.operator)
    return ratio(measured(done, year_before), goal.value, 100) if measured else None


def _done(done: Number | None, _: Number | None) -> Number | None:
    return done


def _rise(done: Number | None, before: Number | None) -> Decimal | None:
    # Not rounded here: the share of the plan is, once.
    return None if done is None or not before else (Decimal(done) - before) * 100 / before


def _fall(done: Number | None, before: Number | None) -> Decimal | None:
    rise = _rise(done, before)
    return None if rise is None else -rise


_MEASURED: Mapping[str, Callable[[Number | None, Number | None], Number | None]] = {
    "at_least": _done,
    "between": _done,
    "increase": _rise,
    "decrease": _fall,
}
