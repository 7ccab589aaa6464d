"""When the returns of a year are due, which due days clash with their cut-off, and what still has to be done."""

import calendar
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from db.rules.findings import Unknown
from db.rules.levels import levels_on
from db.rules.periods import STANDARD_CUT_OFFS, CutOff, Period, parse_period
from db.rules.returns.schedules import DueLine, DueRule, PeriodKind, ReportKind, Schedule
from db.rules.returns.working_days import DaysOff
from db.rules.units import Level

_DECEMBER = 12
_DAY = timedelta(days=1)
_PARTS = {
    PeriodKind.MONTH: tuple(f"{month:02d}" for month in range(1, 13)),
    PeriodKind.QUARTER: ("Q1", "Q2", "Q3", "Q4"),
    PeriodKind.HALF: ("H1",),
    PeriodKind.SECOND_HALF: ("H2",),
    PeriodKind.NINE_MONTHS: ("9M",),
    PeriodKind.YEAR: ("",),
}


class Clash(StrEnum):
    """Why a due day cannot be kept: it lies before the cut-off, or no working day lies between them.

    At least one working day has to (Decree 09/2019/NĐ-CP, article 8.5).
    """

    BEFORE_CUT_OFF = "due_before_cut_off"
    NO_WORKING_DAY = "no_working_day"


class DueState(StrEnum):
    """Where a return stands. The first seven are those of a return of this office; a unit below sends a file."""

    NOT_BEGUN = "not_begun"
    FILLED = "filled"
    CHECKED = "checked"
    APPROVED = "approved"
    EXPORTED = "exported"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    RECEIVED = "received"
    REFUSED = "refused"
    EXCUSED = "excused"


_CLOSED = (DueState.SENT, DueState.ACKNOWLEDGED, DueState.RECEIVED, DueState.EXCUSED)
_AT_HAND = (DueState.APPROVED, DueState.EXPORTED)


@dataclass(frozen=True)
class Due:
    """One return of one period: its cut-off and due day, both the last of their kind, and what clashes.

    `title` and `code` are those of a return that was added by hand; `levels` those that have to send it.
    """

    set_code: str
    period: Period
    cut_off: date
    due: date
    levels: tuple[Level, ...] = ()
    kind: ReportKind = ReportKind.PERIODIC
    title: str = ""
    code: str = ""
    clash: Clash | None = None
    is_day_off: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Return the set and the label of the period, under which its state is kept."""
        return self.set_code, self.period.label

    def binds(self, level: int) -> bool:
        """Tell whether units of a level have to send it."""
        return level in self.levels


def due_in_year(schedule: Schedule, year: int, cut_off: CutOff, days_off: DaysOff) -> tuple[Due, ...]:
    """Return what a schedule asks for in a reporting year, by due day.

    It asks for a period where it is in force on the period's last day. A return that was added by hand belongs to the
    year of its due day; one whose period is none is left out (`schedule_soundness` says so).
    """
    found = (*_periodic(schedule, year, cut_off, days_off), *_once(schedule, year, cut_off, days_off))
    return tuple(
        sorted(found, key=lambda item: (item.due, item.cut_off, -_first_month(item.period), item.key))
    )


def due_day(line: DueLine, period: Period, cut_off: date, days_off: DaysOff) -> date:
    """Return the last day on which a return of a period is in time, by the rule of its line."""
    if line.rule is DueRule.WORKING_DAYS:
        return days_off.after(cut_off, line.number)
    year, (_, last_month) = _months(period)
    if line.rule is DueRule.BEFORE_DAY:
        years, month = divmod(last_month - 1 + line.after, _DECEMBER)
        return _capped(year + years, month + 1, line.number, days_before=1)
    return _capped(
        year + line.after, line.month, line.number, days_before=int(line.rule is DueRule.BEFORE_DATE)
    )


def clash_of(cut_off: date, due: date, days_off: DaysOff) -> Clash | None:
    """Return why a due day cannot be kept after a cut-off."""
    if due < cut_off:
        return Clash.BEFORE_CUT_OFF
    return None if days_off.any_between(cut_off, due) else Clash.NO_WORKING_DAY


def is_open(state: DueState, *, own: bool) -> bool:
    """Tell whether a return is still to be sent. One of a unit below is at hand once this office approved it."""
    return state not in _CLOSED and (own or state not in _AT_HAND)


def _periodic(schedule: Schedule, year: int, cut_off: CutOff, days_off: DaysOff) -> Iterator[Due]:
    for line in schedule.lines:
        rule = STANDARD_CUT_OFFS.get(line.cut_off, cut_off)
        for part in _PARTS[line.kind]:
            period = parse_period(f"{year}-{part}" if part else str(year))
            closes = period.span(rule).last
            if schedule.holds(closes):
                due = due_day(line, period, closes, days_off)
                bound = _bound(schedule, line.levels, closes)
                for set_code in line.sets:
                    yield _due(set_code, period, closes, due, days_off, bound)


def _once(schedule: Schedule, year: int, cut_off: CutOff, days_off: DaysOff) -> Iterator[Due]:
    for once in schedule.once:
        if cut_off.year_of(once.due) != year:
            continue
        try:
            period = parse_period(once.period)
        except Unknown:
            continue
        closes = period.span(cut_off).last
        bound = _bound(schedule, once.levels, closes)
        due = _due(once.key, period, closes, once.due, days_off, bound)
        yield replace(due, kind=once.kind, title=once.title, code=once.code)


def _bound(schedule: Schedule, levels: Collection[Level], day: date) -> tuple[Level, ...]:
    """Return the levels that have to send a return: those that it names, of those that there are on the day."""
    return tuple(level for level in levels_on(schedule.levels, day) if not levels or level in levels)


def _due(
    set_code: str, period: Period, closes: date, due: date, days_off: DaysOff, levels: tuple[Level, ...]
) -> Due:
    clash, is_off = clash_of(closes, due, days_off), not days_off.works(due)
    return Due(set_code, period, closes, due, levels, clash=clash, is_day_off=is_off)


def _first_month(period: Period) -> int:
    return period.months[0] if period.months else 0


def _months(period: Period) -> tuple[int, tuple[int, int]]:
    assert period.year is not None and period.months is not None
    return period.year, period.months


def _capped(year: int, month: int, day: int, *, days_before: int) -> date:
    """Return so many days before a day of a month; a month that has no such day ends before it."""
    length = calendar.monthrange(year, month)[1]
    return date(year, month, length) if day > length else date(year, month, day) - _DAY * days_before
