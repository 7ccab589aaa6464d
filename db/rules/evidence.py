"""What activities say of the task they serve: which of its times they fill, where they lack, what may be marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.rules.recurrence import Repeats, due_days
from db.rules.standing import TaskStanding

_OVER = (TaskStanding.DONE, TaskStanding.DROPPED)


@dataclass(frozen=True)
class Slot:
    """One of the times of a task, from its first day (none: no beginning) to its due day, and how many lie in it."""

    first: date | None
    last: date
    count: int


@dataclass(frozen=True)
class Offer:
    """That a task may be marked done up to a day; `whole`: it is done for good then."""

    done_on: date
    whole: bool


def slots(
    repeats: Repeats, starts_on: date | None, ends_on: date | None, days: Sequence[date]
) -> tuple[Slot, ...]:
    """Return the times of a task, each from the day after the one before it was due, with the activities in it.

    A task that comes once counts all of them, early or late. Without a last day it has no time.
    """
    found: list[Slot] = []
    first = starts_on
    for last in due_days(repeats, starts_on, ends_on):
        within = [day for day in days if (first is None or first <= day) and day <= last]
        found.append(Slot(first, last, len(days if repeats is Repeats.ONCE else within)))
        first = last + timedelta(days=1)
    return tuple(found)


def missing(state: str, times: Sequence[Slot], today: date) -> tuple[Slot, ...]:
    """Return the times that are over without any activity; a task that was dropped misses none."""
    if state == TaskStanding.DROPPED:
        return ()
    return tuple(slot for slot in times if slot.last < today and not slot.count)


def offer(state: str, done_on: date | None, times: Sequence[Slot], days: Sequence[date]) -> Offer | None:
    """Return up to which day activities speak for a task being done, beyond what is marked; none where they do not.

    Of a task that comes again it is the last of its next times in a row that hold activities.
    """
    if state in _OVER or not days:
        return None
    if len(times) < 2:
        return Offer(max(days), whole=True)
    served = None
    for slot in (slot for slot in times if done_on is None or slot.last > done_on):
        if not slot.count:
            break
        served = slot
    return None if served is None else Offer(served.last, whole=served is times[-1])
