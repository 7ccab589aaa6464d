"""How far a target is: the share of its planned value that was done, by its operator."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from db.rules.formats import Number, number_text
from db.rules.measures import ratio

# Measured against the same stretch of the year before.
CHANGES = frozenset(("increase", "decrease"))
FREQUENCY = "at_least_every"
# Counted since the first day of the plan instead of the start of the year.
CUMULATIVE = "cumulative"
_SIGNS = {"at_least": "≥ ", "at_most": "≤ ", "increase": "tăng ", "decrease": "giảm "}
_EVERY = {"month": "tháng", "quarter": "quý", "year": "năm"}
_SHARE_UNITS = ("%", "phần trăm", "tỷ lệ", "tỉ lệ")


class TargetKind(StrEnum):
    """The kinds of target that provinces' plans use; a kind follows from operator and unit and is not stored."""

    SHARE = "share"
    COUNT = "count"
    RANGE = "range"
    LIMIT = "limit"
    CHANGE = "change"
    FREQUENCY = "frequency"
    DONE = "done"


@dataclass(frozen=True)
class Goal:
    """What a target asks for: an operator, one or two values and their unit of measure.

    `every` is the stretch of a frequency (month, quarter, year), `base` the value of a whole year that a change is
    measured against (none: the year before), `spread` tells whether years are counted together (cumulative) or apart.
    """

    operator: str
    value: Decimal | None = None
    value_to: Decimal | None = None
    measured_in: str = ""
    every: str = ""
    base: Decimal | None = None
    spread: str = ""

    @property
    def kind(self) -> TargetKind:
        """Return the kind of the target."""
        if self.operator != "at_least":
            return _KINDS.get(self.operator, TargetKind.DONE)
        return TargetKind.SHARE if self.is_in_per_cent else TargetKind.COUNT

    @property
    def is_in_per_cent(self) -> bool:
        """Tell whether the unit of measure is per cent, with words after it or not (`% số xã`)."""
        return self.measured_in.strip().casefold().startswith(_SHARE_UNITS)


_KINDS = {
    "between": TargetKind.RANGE,
    "at_most": TargetKind.LIMIT,
    "none": TargetKind.LIMIT,
    "increase": TargetKind.CHANGE,
    "decrease": TargetKind.CHANGE,
    FREQUENCY: TargetKind.FREQUENCY,
}


def planned_text(goal: Goal) -> str:
    """Write what is planned: `≥ 70 %`, `100–150 người`, `≥ 1 lần mỗi quý`; nothing where the target has no value."""
    if goal.operator == FREQUENCY and goal.value is not None:
        each = f" mỗi {_EVERY[goal.every]}" if goal.every in _EVERY else ""
        return f"≥ {number_text(goal.value)} {goal.measured_in or 'lần'}{each}"
    if goal.operator == "none":
        return "không để xảy ra"
    if goal.value is None:
        return ""
    until = f"–{number_text(goal.value_to)}" if goal.value_to is not None else ""
    return f"{_SIGNS.get(goal.operator, '')}{number_text(goal.value)}{until} {goal.measured_in}".strip()


def share_of_plan(goal: Goal, done: Number | None, year_before: Number | None) -> Decimal | None:
    """Return what was done in per cent of the plan, 3 decimals; nothing where it cannot be measured that way.

    A range is measured by its lower end; a change against the change planned; "at most", "none", "done or not"
    and a frequency have no share here.
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
