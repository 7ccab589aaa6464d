"""Working days: neither Saturday nor Sunday nor a public holiday (Labour Code 2019, articles 111 and 112).

Holidays on fixed days are data with their source. Those by the lunar calendar, and the day beside National Day, are
laid down anew each year: the office enters them, nothing here guesses them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from db.rules.entries import read_day
from db.rules.findings import Finding, Refused

_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST = 31


@dataclass(frozen=True)
class FixedHoliday:
    """A holiday that falls on the same day of every year."""

    month: int
    day: int
    title: str


@dataclass(frozen=True)
class DaysOff:
    """The holidays on fixed days, and the days that the office entered for single years.

    `to_enter` names the holidays that a year still needs from the office.
    """

    fixed: tuple[FixedHoliday, ...] = ()
    entered: frozenset[date] = frozenset()
    to_enter: tuple[str, ...] = ()

    def works(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        return day.weekday() < _SATURDAY and day not in _holidays(self, day.year)

    def after(self, day: date, count: int) -> date:
        """Return the day on which `count` working days after a day have passed, that day itself not counted."""
        while count:
            day += _DAY
            count -= self.works(day)
        return day

    def any_between(self, day: date, last: date) -> bool:
        """Tell whether a working day lies after a day, up to the last one, itself counted."""
        return day < last and self.after(day, 1) <= last

    def is_entered(self, year: int) -> bool:
        """Tell whether the office entered any day off of a year."""
        return any(day.year == year for day in self.entered)


def read_fixed(body: Mapping[str, Any]) -> tuple[FixedHoliday, ...]:
    """Read the holidays on fixed days from their TOML."""
    return tuple(FixedHoliday(item["month"], item["day"], item["title"]) for item in body.get("fixed", ()))


def read_days(text: str, usual: date) -> frozenset[date]:
    """Read days and stretches of days as typed: `2/9/2026; 14/2/2026-22/2/2026`, in lines or between `;` or `,`.

    A day without its year is the one nearest to `usual`. Raises Refused for what is none.
    """
    parts = [part.strip() for part in re.split(r"[;,\n]", text) if part.strip()]
    return frozenset(day for part in parts for day in _stretch(part, usual))


def days_words(days: frozenset[date]) -> str:
    """Write days as `read_days` reads them, stretches of neighbours as one."""
    return "; ".join(
        f"{first:%d/%m/%Y}" if first == last else f"{first:%d/%m/%Y}-{last:%d/%m/%Y}"
        for first, last in _stretches(sorted(days))
    )


def _stretch(part: str, usual: date) -> Iterator[date]:
    first, dash, last = part.partition("-")
    begins = _day(first.strip(), usual)
    ends = _day(last.strip(), begins) if dash else begins
    if not 0 <= (ends - begins).days < _LONGEST:
        raise Refused([Finding("days_off_stretch", "days_off", part)])
    yield from (begins + _DAY * at for at in range((ends - begins).days + 1))


def _day(text: str, usual: date) -> date:
    try:
        return read_day(text, usual)
    except ValueError as error:
        raise Refused([Finding(str(error), "days_off", text)]) from None


def _stretches(days: list[date]) -> Iterator[tuple[date, date]]:
    at = 0
    while at < len(days):
        last = at
        while last + 1 < len(days) and days[last + 1] - days[last] == _DAY:
            last += 1
        yield days[at], days[last]
        at = last + 1


@lru_cache(maxsize=64)
def _holidays(days_off: DaysOff, year: int) -> frozenset[date]:
    fixed = sorted(date(year, item.month, item.day) for item in days_off.fixed)
    found = {*fixed, *days_off.entered}
    for day in fixed:
        # A holiday on a day of rest is made up for on the next working day (article 111.3).
        if day.weekday() >= _SATURDAY:
            found.add(_next_working(day, found))
    return frozenset(found)


def _next_working(day: date, holidays: set[date]) -> date:
    while day.weekday() >= _SATURDAY or day in holidays:
        day += _DAY
    return day
