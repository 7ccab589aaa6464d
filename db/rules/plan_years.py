"""A plan that is made from an older one: its days moved by whole years, the years in its texts that are now stale."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

_DAY = r"(?P<day>\d{1,2})(?P<mark>[/.\-])(?P<month>\d{1,2})(?P=mark)(?P<day_year>(?:19|20)\d{2})"
_RANGE = r"(?P<first>(?:19|20)\d{2})(?P<dash>\s*[-–—]\s*|\s+đến\s+(?:năm\s+)?)(?P<last>(?:19|20)\d{2})"
_WRITTEN_DAY = r"(?P<wday>\d{1,2})\s+tháng\s+(?P<wmonth>\d{1,2})\s+năm\s+(?P<wyear>(?:19|20)\d{2})"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DATED = re.compile(rf"(?<!\d)(?:{_DAY}|{_WRITTEN_DAY}|{_RANGE}|{_YEAR})(?!\d)")
# A document is cited by its number, symbol and day, which stay what they are: `số 12/2024/NĐ-CP ngày 01/02/2024`.
_CITED = re.compile(
    r"\d+\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][A-ZĐƯ0-9]*(?:-[A-ZĐƯ0-9]+)*"
    r"(?:\s*,?\s*ngày\s+\d{1,2}(?:[/.\-]\d{1,2}[/.\-]\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?"
)


@dataclass(frozen=True)
class Shift:
    """From the years of the older plan, both counted, on by a number of whole years."""

    first_year: int
    last_year: int
    years: int


@dataclass(frozen=True)
class StaleYear:
    """A stretch of a text (`start` to `end`, not itself counted) that names a stale year, and what it may become."""

    start: int
    end: int
    found: str
    proposed: str


def shifted_day(day: date, years: int) -> date:
    """Return the same day of another year; 29 February becomes the 28th where that year has none."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def stale_years(text: str, shift: Shift) -> tuple[StaleYear, ...]:
    """Return the years in a text that no longer fit after the shift, in their order.

    Stale are years from the one before the older plan to the one after it, alone or in a day, and stretches of years
    that end before the new plan's last year. Years of cited documents stay.
    """
    return tuple(_stale(text, shift)) if shift.years else ()


def with_replaced(text: str, accepted: Iterable[StaleYear]) -> str:
    """Return the text with the accepted proposals in place of what was found."""
    for stale in sorted(accepted, key=lambda item: item.start, reverse=True):
        text = text[: stale.start] + stale.proposed + text[stale.end :]
    return text


def _stale(text: str, shift: Shift) -> Iterator[StaleYear]:
    cited = [match.span() for match in _CITED.finditer(text)]
    for match in _DATED.finditer(text):
        if any(start <= match.start() < end for start, end in cited):
            continue
        proposed = _proposed(match, shift)
        if proposed != match.group():
            yield StaleYear(match.start(), match.end(), match.group(), proposed)


def _proposed(match: re.Match[str], shift: Shift) -> str:
    if match["first"]:
        return _proposed_range(match, shift)
    year = int(match["day_year"] or match["wyear"] or match["year"])
    if not shift.first_year - 1 <= year <= shift.last_year + 1:
        return match.group()
    if match["day_year"]:
        return _proposed_day(match, "day", "month", year, shift)
    if match["wyear"]:
        return _proposed_day(match, "wday", "wmonth", year, shift)
    return str(year + shift.years)


def _proposed_day(match: re.Match[str], day: str, month: str, year: int, shift: Shift) -> str:
    try:
        moved = shifted_day(date(year, int(match[month]), int(match[day])), shift.years)
    except ValueError:  # No such day: only its year is proposed.
        return match.group().replace(str(year), str(year + shift.years))
    rest = match.group()[len(match[day]) :].replace(str(year), str(moved.year))
    return f"{moved.day:0{len(match[day])}d}{rest}"


def _proposed_range(match: re.Match[str], shift: Shift) -> str:
    """Move the plan's own years with it; another stretch that has ended goes on to the next of its length."""
    first, last = int(match["first"]), int(match["last"])
    if (first, last) == (shift.first_year, shift.last_year):
        step = shift.years
    elif first < last < shift.last_year + shift.years:
        step = last - first + 1
    else:
        return match.group()
    return f"{first + step}{match['dash']}{last + step}"
