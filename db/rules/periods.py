"""Reporting periods and the three cut-off rules (Decree 09/2019/NĐ-CP, article 12; calendar; the office's own dates).

A cut-off rule answers one question, the last day of a month's data. Every period follows from it: it begins the day
after the month before it closed and ends when its last month closes, so neighbours never gap or overlap.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from db.rules.findings import Unknown

Month = tuple[int, int]

_SPANS = {
    **{f"Q{quarter}": (3 * quarter - 2, 3 * quarter) for quarter in range(1, 5)},
    "H1": (1, 6),
    "9M": (1, 9),
    "H2": (7, 12),
    "": (1, 12),
    **{f"{month:02d}": (month, month) for month in range(1, 13)},
}
_LABEL = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<part>Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?", re.ASCII)
_FREE = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)\.\.((?:19|20)\d\d-\d\d-\d\d)", re.ASCII)


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both counted, of the reporting year `year`.

    `quarters` are the stretches of it, first and last day, that lie in one quarter each; a span that was not made by a
    cut-off rule has none.
    """

    first: date
    last: date
    year: int
    quarters: tuple[tuple[date, date], ...] = field(default=(), compare=False, repr=False)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class CutOff:
    """The last day of each month's data: a closing day (none is the calendar's last day) and the months that differ."""

    name: str
    closing_day: int | None = None
    exceptions: Mapping[Month, date] = field(default_factory=dict)

    def closing(self, year: int, month: int) -> date:
        """Return the last day whose events count in the month, itself counted."""
        own = self.exceptions.get((year, month))
        if own is not None:
            return own
        length = calendar.monthrange(year, month)[1]
        return date(year, month, min(self.closing_day or length, length))

    def opening(self, year: int, month: int) -> date:
        """Return the first day that counts in the month: the day after the month before closed."""
        return self.closing(*_month_before(year, month)) + timedelta(days=1)

    def span(self, first: date, last: date, year: int) -> Span:
        """Return the days from first to last with their quarters under this rule."""
        quarters = [
            (max(first, self.opening(each, month - 2)), min(last, self.closing(each, month)))
            for each in range(self.year_of(first), self.year_of(last) + 1)
            for month in (3, 6, 9, 12)
        ]
        return Span(first, last, year, tuple(pair for pair in quarters if pair[0] <= pair[1]))

    def year_of(self, day: date) -> int:
        """Return the reporting year that a day belongs to (20/12/2025 is in 2026 under `decree-09`)."""
        if day <= self.closing(day.year - 1, 12):
            return day.year - 1  # The office's own December may close in January.
        return day.year + 1 if day > self.closing(day.year, 12) else day.year


DECREE_09 = CutOff("decree-09", closing_day=14)
CALENDAR = CutOff("calendar")
STANDARD_CUT_OFFS = {rule.name: rule for rule in (DECREE_09, CALENDAR)}


@dataclass(frozen=True)
class Period:
    """A labelled part of a reporting year, or free dates; which days it covers depends on the cut-off rule."""

    label: str
    year: int | None = None
    months: tuple[int, int] | None = None
    free: tuple[date, date] | None = None

    def span(self, rule: CutOff) -> Span:
        """Return the first and the last day, both counted. Free dates are the same under every rule."""
        if self.free is not None:
            return rule.span(*self.free, year=rule.year_of(self.free[1]))
        year, (first, last) = self._months()
        return rule.span(rule.opening(year, first), rule.closing(year, last), year)

    def since_year_start(self, rule: CutOff) -> Span:
        """Return the days from the start of the reporting year to the period's last day, both counted."""
        span = self.span(rule)
        return rule.span(rule.opening(span.year, 1), span.last, span.year)

    def year_before(self) -> "Period":
        """Return the same period of the year before (29 February becomes 28)."""
        if self.free is not None:
            first, last = (_year_earlier(day) for day in self.free)
            return Period(f"{first.isoformat()}..{last.isoformat()}", free=(first, last))
        year, months = self._months()
        return Period(self.label.replace(str(year), str(year - 1), 1), year - 1, months)

    def before(self) -> "Period | None":
        """Return the period of the same length that ended where this one begins; none where no label has it."""
        if self.months is None or self.year is None:
            return None
        first, last = self.months
        length = last - first + 1
        year, end = (self.year, first - 1) if first > 1 else (self.year - 1, 12)
        parts = {months: part for part, months in _SPANS.items()}
        part = parts.get((end - length + 1, end))
        if part is None:
            return None
        return Period(f"{year}-{part}" if part else f"{year}", year, (end - length + 1, end))

    def _months(self) -> tuple[int, tuple[int, int]]:
        if self.year is None or self.months is None:
            raise ValueError(f"{self.label} has no months")
        return self.year, self.months


def parse_period(label: str) -> Period:
    """Read a label: `2025`, `2025-Q3`, `2025-H1`, `2025-9M`, `2025-H2`, `2025-07` or `2025-01-01..2025-05-31`.

    Raises `Unknown` with near labels where it is none of these.
    """
    text = label.strip().upper()
    free = _FREE.fullmatch(text)
    if free:
        return _free_period(free[1], free[2], label)
    match = _LABEL.fullmatch(text)
    if match is None:
        raise Unknown("period", label, _near_labels(text))
    return Period(text, int(match["year"]), _SPANS[match["part"] or ""])


def periods_of_year(year: int) -> tuple[Period, ...]:
    """Return the labelled periods of a year in the order in which an officer thinks of them: year, parts, months."""
    order = ("", "H1", "9M", "H2", "Q1", "Q2", "Q3", "Q4", *(f"{month:02d}" for month in range(1, 13)))
    return tuple(Period(f"{year}-{part}" if part else f"{year}", year, _SPANS[part]) for part in order)


def own_cut_off(closing_day: int, exceptions: Mapping[Month, date] | None = None) -> CutOff:
    """Return a rule with the office's own dates; raises ValueError where a month closes before the one before it."""
    if not 1 <= closing_day <= 31:
        raise ValueError(f"closing day {closing_day}")
    own = dict(sorted((exceptions or {}).items()))
    name = ",".join([f"own:{closing_day}", *(closing.isoformat() for closing in own.values())])
    rule = CutOff(name, closing_day, own)
    for year, month in rule.exceptions:
        before, after = rule.closing(*_month_before(year, month)), rule.closing(*_month_after(year, month))
        if not before < rule.closing(year, month) < after:
            raise ValueError(f"closing of {year}-{month:02d}")
    return rule


def _free_period(first_text: str, last_text: str, label: str) -> Period:
    try:
        first, last = date.fromisoformat(first_text), date.fromisoformat(last_text)
    except ValueError:
        raise Unknown("period", label, _near_labels("")) from None
    if last < first:
        raise Unknown("period", label, (f"{last_text}..{first_text}",))
    return Period(f"{first_text}..{last_text}", free=(first, last))


def _near_labels(text: str) -> tuple[str, ...]:
    year = re.search(r"(?:19|20)\d\d", text, re.ASCII)
    start = year[0] if year else "2025"
    return tuple(f"{start}-{part}" if part else start for part in ("Q1", "Q2", "Q3", "Q4", "H1", "9M", ""))


def _month_before(year: int, month: int) -> Month:
    return (year, month - 1) if month > 1 else (year - 1, 12)


def _month_after(year: int, month: int) -> Month:
    return (year, month + 1) if month < 12 else (year + 1, 1)


def _year_earlier(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
