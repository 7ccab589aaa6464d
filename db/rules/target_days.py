"""The days that count for a target by the end of a period, and what is planned for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from db.rules.periods import CutOff, Period, Span, periods_of_year
from db.rules.standing import year_gone
from db.rules.target_progress import of_year
from db.rules.targets import CUMULATIVE, FREQUENCY, Goal

# Places of the parts of a year in `periods_of_year`.
_PARTS = {"month": slice(8, 20), "quarter": slice(4, 8), "year": slice(0, 1)}


@dataclass(frozen=True)
class Wanted:
    """What a target asks for in the years of its plan; `slices` holds what it asks for by the end of a year."""

    goal: Goal
    first_year: int
    last_year: int
    slices: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def is_cumulative(self) -> bool:
        """Tell whether the years of the plan are counted together."""
        return self.goal.spread == CUMULATIVE and self.last_year > self.first_year

    def planned(self, year: int) -> Goal:
        """Return what is asked for by the end of a year: of that year alone, or of all years up to it together."""
        return of_year(self.goal, self.slices.get(year))


@dataclass(frozen=True)
class TargetDays:
    """The days that count up to the period's end, the same a year before, a frequency's stretches that are over.

    `gone` is how much of the time until the planned value is due is over, `covered` how much of it the counted days
    are; both in per cent.
    """

    counted: Span
    before: Span
    slots: tuple[Span, ...]
    gone: Decimal
    covered: Decimal


def target_days(wanted: Wanted, period: Period, cut_off: CutOff, today: date) -> TargetDays:
    """Return the days since the start of the year, of a cumulative target since its plan's first day."""
    counted = period.since_year_start(cut_off)
    whole = year_span(counted.year, cut_off)
    if wanted.is_cumulative:
        first = year_span(min(wanted.first_year, counted.year), cut_off).first
        counted, whole = (
            cut_off.span(first, counted.last, counted.year),
            _until_due(wanted, first, counted, cut_off),
        )
    return TargetDays(
        counted,
        period.year_before().since_year_start(cut_off),
        _slots(wanted.goal, counted, cut_off, today),
        year_gone(whole, counted.last, today),
        year_gone(whole, counted.last, counted.last),
    )


def period_days(goal: Goal, period: Period, cut_off: CutOff, today: date) -> TargetDays:
    """Return the days of the period alone."""
    counted = period.span(cut_off)
    whole = year_span(counted.year, cut_off)
    return TargetDays(
        counted,
        period.year_before().span(cut_off),
        _slots(goal, counted, cut_off, today),
        year_gone(whole, counted.last, today),
        Decimal((counted.last - counted.first).days + 1) * 100 / ((whole.last - whole.first).days + 1),
    )


def year_span(year: int, cut_off: CutOff) -> Span:
    """Return the days of a reporting year, both ends counted."""
    return periods_of_year(year)[0].span(cut_off)


def _until_due(wanted: Wanted, first: date, counted: Span, cut_off: CutOff) -> Span:
    # Without a value for this year the whole plan has time for the whole value.
    year = counted.year if counted.year in wanted.slices else max(wanted.last_year, counted.year)
    return Span(first, year_span(year, cut_off).last, year)


def _slots(goal: Goal, counted: Span, cut_off: CutOff, today: date) -> tuple[Span, ...]:
    if goal.operator != FREQUENCY or goal.every not in _PARTS:
        return ()
    last = min(counted.last, today)
    spans = [
        part.span(cut_off)
        for year in range(cut_off.year_of(counted.first), counted.year + 1)
        for part in periods_of_year(year)[_PARTS[goal.every]]
    ]
    return tuple(span for span in spans if counted.first <= span.first and span.last <= last)
