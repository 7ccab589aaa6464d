"""Tasks that come again: the days on which they are due within their stretch of time."""

import calendar
from datetime import date
from enum import StrEnum


class Repeats(StrEnum):
    """How often a task comes: once, or each month, quarter or year counted back from its last day."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


_MONTHS = {Repeats.MONTHLY: 1, Repeats.QUARTERLY: 3, Repeats.YEARLY: 12}


def due_days(repeats: Repeats, starts_on: date | None, ends_on: date | None) -> tuple[date, ...]:
    """Return the days on which a task is due, in order, from its first day to its last, both counted.

    They are the last day and those whole months before it; on a month that is too short, its last day. Without a last
    day nothing is due; without a first one only the last.
    """
    if ends_on is None:
        return ()
    if repeats is Repeats.ONCE or starts_on is None:
        return (ends_on,)
    days = []
    day, back = ends_on, 0
    while day >= starts_on:
        days.append(day)
        back += _MONTHS[repeats]
        day = _months_before(ends_on, back)
    return tuple(reversed(days))


def next_due(
    repeats: Repeats, starts_on: date | None, ends_on: date | None, after: date | None
) -> date | None:
    """Return the first due day later than `after` (the day up to which the task was done); none when all were."""
    return next((day for day in due_days(repeats, starts_on, ends_on) if after is None or day > after), None)


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    is_month_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, length if is_month_end else min(day.day, length))
