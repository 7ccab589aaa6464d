"""Where a target or a task stands: reached, on its way, behind; late, due soon, done."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from db.rules.formats import Number
from db.rules.periods import Span
from db.rules.recurrence import Repeats, next_due
from db.rules.targets import CHANGES, Goal, TargetKind

SOON_DAYS = 14
WHOLE = Decimal(100)


class Standing(StrEnum):
    """Where a target stands; `WITHIN` and `EXCEEDED` are of a limit, `MISSED` is behind after the year has ended."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    MISSED = "missed"
    WITHIN = "within"
    EXCEEDED = "exceeded"
    UNMEASURED = "unmeasured"


class TaskStanding(StrEnum):
    """Where a task stands; `LATE` and `SOON` are of a task that is still to be done."""

    DONE = "done"
    DROPPED = "dropped"
    LATE = "late"
    SOON = "soon"
    RUNNING = "running"
    PLANNED = "planned"


def year_gone(year: Span, last: date, today: date) -> Decimal:
    """Return how much of a reporting year is over, in per cent, by `last` or `today`, whichever is earlier."""
    days = (min(last, today) - year.first).days + 1
    return Decimal(max(days, 0)) * 100 / ((year.last - year.first).days + 1)


def target_standing(goal: Goal, done: Number | None, share: Decimal | None, gone: Decimal) -> Standing:
    """Tell where a measured target stands, given its share of the plan and how much of the year is over (per cent).

    What is counted up is on its way while its share keeps up with the year; a change against the year before, only
    while it is reached; none again means 0, whatever number the target names; what is to be done once is done or not.
    """
    if done is None:
        return Standing.UNMEASURED
    if goal.kind is TargetKind.LIMIT:
        most = (goal.value or 0) if goal.operator == "at_most" else 0
        return Standing.WITHIN if done <= most else Standing.EXCEEDED
    if goal.kind is TargetKind.DONE:
        return _standing_of_share(WHOLE if done >= 1 else Decimal(0), gone, is_change=False)
    if share is None:
        return Standing.UNMEASURED
    return _standing_of_share(share, gone, is_change=goal.operator in CHANGES)


def task_due(repeats: str, starts_on: date | None, ends_on: date | None, done_on: date | None) -> date | None:
    """Return the day by which a task is next due; of one that comes again, the first due day after it was last done."""
    how = Repeats(repeats)
    return ends_on if how is Repeats.ONCE else next_due(how, starts_on, ends_on, done_on)


def task_standing(state: str, ends_on: date | None, today: date) -> TaskStanding:
    """Tell where a task stands by its state and its last day, itself counted; due soon is within 14 days."""
    if state in (TaskStanding.DONE, TaskStanding.DROPPED):
        return TaskStanding(state)
    if ends_on is not None and ends_on < today:
        return TaskStanding.LATE
    if ends_on is not None and (ends_on - today).days <= SOON_DAYS:
        return TaskStanding.SOON
    return TaskStanding.RUNNING if state == TaskStanding.RUNNING else TaskStanding.PLANNED


def _standing_of_share(share: Decimal, gone: Decimal, *, is_change: bool) -> Standing:
    is_over = gone >= WHOLE
    if share >= WHOLE:
        return Standing.ON_TRACK if is_change and not is_over else Standing.REACHED
    if is_over:
        return Standing.MISSED
    return Standing.BEHIND if is_change or share < gone else Standing.ON_TRACK
