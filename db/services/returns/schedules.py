"""The schedules that are known, the one that the office made its own, its days off, returns that are asked for once."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

import tomli_w
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ReturnTemplate
from db.rules.findings import Refused
from db.rules.levels import KnownLevels, read_levels
from db.rules.returns.schedule_soundness import judge, judge_once
from db.rules.returns.schedules import OnceDue, Schedule, read_schedule, schedule_body
from db.rules.returns.working_days import DaysOff, read_fixed
from db.services import content

# What serves until the office chose a schedule or made one.
USUAL = "decree-09"
_KIND, _OWN, _BESIDE, _CODE = "schedule", "office_schedule", "office_schedule_beside", "own"
_ONCE = "rieng-"
_EVER = date(2000, 1, 1)


@dataclass(frozen=True)
class SetTitle:
    """A set of forms by its code and title, the levels that it knows, the days from which and to which it holds."""

    code: str
    title: str
    levels: tuple[KnownLevels, ...]
    valid_from: date
    valid_to: date | None

    def holds(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def offered(session: Session) -> dict[str, Schedule]:
    """Return the schedules that came with the program, by code."""
    return {item.code: read_schedule(item.body) for item in content.of_kind(session, _KIND)}


def own(session: Session) -> tuple[Schedule, ...]:
    """Return the office's own schedules in the order of their days, none where it made none."""
    return tuple(read_schedule(item.body) for item in content.of_kind(session, _OWN))


def in_use(session: Session) -> tuple[Schedule, ...]:
    """Return the schedules that bind: the office's own, or the usual one where it has none."""
    return own(session) or tuple(item for code, item in offered(session).items() if code == USUAL)


def keep(session: Session, schedule: Schedule) -> None:
    """Make a schedule the office's own from its first day on; the one before ends the day before.

    Raises Refused with every finding.
    """
    findings = judge(schedule, set_codes(session))
    if findings:
        raise Refused(findings)
    for earlier in own(session):
        begins_before = earlier.valid_from < schedule.valid_from
        if begins_before and (earlier.valid_to is None or earlier.valid_to >= schedule.valid_from):
            _keep(session, replace(earlier, valid_to=schedule.valid_from - timedelta(days=1)))
    _keep(session, schedule)


def beside(session: Session) -> Schedule:
    """Return what the office entered beside all lines: thematic and ad hoc returns, days off of single years."""
    held = content.of_kind(session, _BESIDE)
    return read_schedule(held[-1].body) if held else Schedule("", "", _EVER)


def add_once(session: Session, once: OnceDue) -> str:
    """Add a thematic or ad hoc return and return its code; raises Refused with every finding."""
    findings = tuple(judge_once(once, set_codes(session)))
    if findings:
        raise Refused(findings)
    held = beside(session)
    taken = {item.code for item in held.once}
    code = next(code for number in count(1) if (code := f"{_ONCE}{number}") not in taken)
    _keep_beside(session, replace(held, once=(*held.once, replace(once, code=code))))
    return code


def remove_once(session: Session, code: str) -> None:
    """Take a thematic or ad hoc return out again."""
    held = beside(session)
    _keep_beside(session, replace(held, once=tuple(item for item in held.once if item.code != code)))


def set_days_off(session: Session, days: frozenset[date]) -> None:
    """Keep the days off that the office entered, in place of those before."""
    _keep_beside(session, replace(beside(session), days_off=days))


def days_off(session: Session) -> DaysOff:
    """Return the public holidays with the days that the office entered for single years."""
    # A later Labour Code takes the place of the earlier one; the fixed days of both are the same.
    body = content.of_kind(session, "days_off")[-1].body
    to_enter = tuple(item["title"] for item in body.get("entered", ()))
    return DaysOff(read_fixed(body), beside(session).days_off, to_enter)


def set_titles(session: Session) -> tuple[SetTitle, ...]:
    """Return the sets of forms of every time, by code and date."""
    shipped = (
        SetTitle(item.code, item.title, read_levels(item.body), item.valid_from, item.valid_to)
        for item in content.of_kind(session, "return_set")
    )
    columns = (
        ReturnTemplate.set_code,
        ReturnTemplate.title,
        ReturnTemplate.valid_from,
        ReturnTemplate.valid_to,
    )
    templates = session.execute(select(*columns))
    return (*shipped, *(SetTitle(code, title, (), first, last) for code, title, first, last in templates))


def set_codes(session: Session) -> frozenset[str]:
    """Return the codes of the sets of forms that the office has."""
    return frozenset(item.code for item in set_titles(session))


def _keep(session: Session, schedule: Schedule) -> None:
    content.keep(session, _OWN, _CODE, tomli_w.dumps(schedule_body(schedule)))


def _keep_beside(session: Session, schedule: Schedule) -> None:
    content.keep(session, _BESIDE, _CODE, tomli_w.dumps(schedule_body(schedule)))
