"""Progress of a target by the end of a period: planned, done, per cent, standing, forecast, or why it has none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from db.rules.formats import Number
from db.rules.measures import ratio
from db.rules.standing import WHOLE, Standing, target_standing
from db.rules.successions import Gap
from db.rules.targets import Goal, TargetKind, share_of_plan

_MILLIONTH = Decimal("0.000001")


class Reason(StrEnum):
    """Why a target cannot be measured."""

    NO_MEASURE = "no_measure"
    NOTHING_RECORDED = "nothing_recorded"
    NO_DENOMINATOR = "no_denominator"
    NO_YEAR_BEFORE = "no_year_before"
    NO_PLANNED_VALUE = "no_planned_value"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True)
class Facts:
    """What the records say of a target.

    `done` is counted since the start of the year (cumulative: of the plan), `before` is what a change is measured
    against, `gone` the part of that time that is over in per cent. `slots` are a frequency's months or quarters that
    are over, each with what was done in it; a frequency kept by hand has in `done` how many of its `slots` were kept.
    `adds_up` is true of a flow: only that has a forecast. `missing` is set where there is nothing to count with, or
    nothing to compare with; `causes` tells why the year before is not comparable.
    """

    done: Number | None = None
    before: Number | None = None
    gone: Decimal = Decimal(0)
    slots: Sequence[Number | None] = ()
    adds_up: bool = False
    missing: Reason | None = None
    causes: Sequence[Gap] = ()


@dataclass(frozen=True)
class Progress:
    """How far a target is; `share` is in per cent of `planned`. A frequency counts the months or quarters kept.

    `causes` tells why a change is not comparable, and for the sake of which units.
    """

    planned: Number | None
    done: Number | None
    share: Decimal | None
    standing: Standing
    reason: Reason | None = None
    forecast: Number | None = None
    causes: Sequence[Gap] = ()


def target_progress(goal: Goal, facts: Facts) -> Progress:
    """Tell how far a target is; the value of `goal` is the one planned for the time that `facts` cover."""
    if goal.kind is TargetKind.FREQUENCY and not facts.causes:
        return _frequency(goal, facts)
    reason = facts.missing or _reason(goal, facts)
    share = share_of_plan(goal, facts.done, facts.before)
    if reason is not None:
        return Progress(goal.value, facts.done, share, Standing.UNMEASURED, reason, None, facts.causes)
    standing = target_standing(goal, facts.done, share, facts.gone)
    return Progress(goal.value, facts.done, share, standing, None, _forecast(goal, facts))


def kept_slots(goal: Goal, slots: Sequence[Number | None]) -> int | None:
    """Return in how many months or quarters the wanted number was reached; nothing where nothing was recorded."""
    recorded = [value for value in slots if value is not None]
    return sum(value >= (goal.value or 1) for value in recorded) if recorded else None


def _frequency(goal: Goal, facts: Facts) -> Progress:
    closed = len(facts.slots)
    kept = kept_slots(goal, facts.slots) if facts.done is None else facts.done
    reason = facts.missing or (Reason.NO_PLANNED_VALUE if goal.value is None or not goal.every else None)
    if reason is None and kept is None and closed:
        reason = Reason.NOTHING_RECORDED
    share = ratio(kept, closed, 100)
    if reason is not None:
        return Progress(closed, kept, share, Standing.UNMEASURED, reason)
    return Progress(closed, kept, share, _standing_of_frequency(share, facts.gone))


def _standing_of_frequency(share: Decimal | None, gone: Decimal) -> Standing:
    """A month or quarter that was missed does not come again; before the first is over nothing was missed."""
    is_over = gone >= WHOLE
    if share is None or share >= WHOLE:
        return Standing.REACHED if is_over else Standing.ON_TRACK
    return Standing.MISSED if is_over else Standing.BEHIND


def _reason(goal: Goal, facts: Facts) -> Reason | None:
    if facts.done is None:
        return Reason.NOTHING_RECORDED
    if goal.operator in ("none", "done"):
        return None
    if goal.value is None or (goal.value == 0 and goal.kind is not TargetKind.LIMIT):
        return Reason.NO_PLANNED_VALUE
    return Reason.NO_YEAR_BEFORE if goal.kind is TargetKind.CHANGE and not facts.before else None


def _forecast(goal: Goal, facts: Facts) -> Number | None:
    """What the year will end with if it goes on like this, whole; only what adds up can be told."""
    if not facts.adds_up or facts.done is None or not facts.gone or goal.kind is TargetKind.DONE:
        return None
    # `gone` is a share with an endless fraction: what it misses of a half must not round the half down.
    nearly = (Decimal(facts.done) * 100 / facts.gone).quantize(_MILLIONTH)
    return int(nearly.quantize(Decimal(1), ROUND_HALF_UP))


def of_year(goal: Goal, value: Decimal | None) -> Goal:
    """Return what a target of several years asks for by the end of one of them; none leaves its own value."""
    return goal if value is None else replace(goal, value=value, value_to=None)
