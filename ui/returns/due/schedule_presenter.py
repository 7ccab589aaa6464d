"""The state of the schedule that is being edited: what it may begin from, its due days in the year, keeping it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.rules.findings import Finding, Refused
from db.rules.periods import parse_period
from db.rules.returns.due import Due, due_in_year
from db.rules.returns.schedules import DueLine, Schedule
from db.rules.returns.working_days import DaysOff
from db.services.returns import schedules
from db.sessions import Session
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Workplace
from ui.returns.due.presenter import SCHEDULES

PRESENT = ""


@dataclass(frozen=True)
class _Known:
    """What the book says of schedules."""

    offered: Mapping[str, Schedule]
    own: tuple[Schedule, ...]
    days_off: DaysOff
    sets: tuple[Option, ...]


class SchedulePresenter:
    """Knows the schedules that may be begun from. The days of the preview are those of the chosen year."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._known = workplace.read(_read)
        self.sets = self._known.sets

    @property
    def year(self) -> int:
        return self._workplace.year

    @property
    def typing_day(self) -> date:
        return self._workplace.typing_day

    @property
    def days_off(self) -> frozenset[date]:
        """Return the days off that the office entered before."""
        return self._known.days_off.entered

    @property
    def offered(self) -> tuple[Option, ...]:
        """Return what can be begun from: the schedule in use, then those that came with the program."""
        return tuple(option(code, item.title) for code, item in self._known.offered.items())

    def begun_from(self, code: str) -> Schedule:
        """Return the schedule of a code as the office's own from the start of the chosen year."""
        own, first = self._known.own, parse_period(str(self.year)).span(self._workplace.cut_off).first
        if code != PRESENT:
            return replace(self._known.offered[code], valid_from=first, valid_to=None)
        if not own:
            return replace(self._known.offered[schedules.USUAL], valid_from=first, valid_to=None)
        return next((item for item in reversed(own) if item.holds(first)), own[-1])

    def days(self, schedule: Schedule, off: frozenset[date]) -> tuple[Due, ...]:
        """Return the due days of the chosen year under a schedule."""
        days_off = replace(self._known.days_off, entered=off)
        return due_in_year(schedule, self.year, self._workplace.cut_off, days_off)

    def keep(self, schedule: Schedule, off: frozenset[date]) -> tuple[Finding, ...]:
        """Make it the office's own as one step; return what stands against it."""

        def keep(session: Session) -> None:
            schedules.keep(session, schedule)
            schedules.set_days_off(session, off)

        try:
            self._workplace.write(keep, SCHEDULES)
        except Refused as refused:
            return refused.findings
        return ()


def one_set_each(lines: tuple[DueLine, ...]) -> tuple[DueLine, ...]:
    """Return lines of one set each, as they are edited."""
    return tuple(replace(line, sets=(code,)) for line in lines for code in line.sets)


def _read(session: Session) -> _Known:
    titles = {item.code: item.title for item in schedules.set_titles(session)}
    return _Known(
        schedules.offered(session),
        schedules.own(session),
        schedules.days_off(session),
        tuple(option(code, title) for code, title in titles.items()),
    )
