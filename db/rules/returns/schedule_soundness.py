"""What is wrong with a schedule before it becomes the office's own: its head, its lines, what it binds."""

import calendar
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

from db.rules.findings import Finding, Unknown
from db.rules.formats import day_text
from db.rules.levels import levels_on
from db.rules.periods import STANDARD_CUT_OFFS, parse_period
from db.rules.returns.schedules import DueLine, DueRule, OnceDue, Schedule
from db.rules.units import Level

LONGEST_TITLE = 250
_MOST_DAYS, _LONGEST_MONTH, _MONTHS, _MOST_AFTER = 60, 31, 12, 11
_LEAP_YEAR = 2024
# Every year since then is looked through for what is still open.
_EARLIEST = date(2015, 1, 1)


def judge(schedule: Schedule, sets: Collection[str]) -> tuple[Finding, ...]:
    """Return everything that stands against a schedule; `sets` are the codes of the forms that the office has.

    A place is a field of the head, `due.2` for a line or `once.1` for a single return, counted from 1.
    """
    findings = [*_head(schedule), *_bound(schedule), *_twice(schedule)]
    for at, line in enumerate(schedule.lines, start=1):
        findings += _line(line, f"due.{at}", sets)
    for at, once in enumerate(schedule.once, start=1):
        findings += judge_once(once, sets, f"once.{at}")
    return tuple(findings)


def judge_once(once: OnceDue, sets: Collection[str], place: str = "once") -> Iterator[Finding]:
    """Yield what stands against a return that is added by hand."""
    if not once.title:
        yield Finding("required", f"{place}.title")
    elif len(once.title) > LONGEST_TITLE:
        yield Finding("too_long", f"{place}.title", once.title, {"most": str(LONGEST_TITLE)})
    if once.set_code and once.set_code not in sets:
        yield Finding("schedule_set_unknown", f"{place}.set", once.set_code)
    try:
        parse_period(once.period)
    except Unknown:
        yield Finding("not_period", f"{place}.period", once.period)


def gone_levels(schedule: Schedule, levels: Collection[Level], day: date) -> tuple[Level, ...]:
    """Return which of the levels that a line binds do not exist on a day."""
    known = levels_on(schedule.levels, day)
    return tuple(level for level in levels if level not in known)


def _head(schedule: Schedule) -> Iterator[Finding]:
    for place, text in (("title", schedule.title), ("citation", schedule.citation)):
        if not text:
            yield Finding("required", place)
        elif len(text) > LONGEST_TITLE:
            yield Finding("too_long", place, text, {"most": str(LONGEST_TITLE)})
    if schedule.valid_from < _EARLIEST:
        day = day_text(schedule.valid_from)
        yield Finding("schedule_too_early", "valid_from", day, {"first": day_text(_EARLIEST)})
    if schedule.valid_to is not None and schedule.valid_to < schedule.valid_from:
        facts = {"begins": day_text(schedule.valid_from)}
        yield Finding("ends_before_begins", "valid_to", day_text(schedule.valid_to), facts)
    if not schedule.lines and not schedule.once:
        yield Finding("schedule_empty", "due")


def _line(line: DueLine, place: str, sets: Collection[str]) -> Iterator[Finding]:
    if not line.sets:
        yield Finding("required", f"{place}.sets")
    for code in line.sets:
        if code not in sets:
            yield Finding("schedule_set_unknown", f"{place}.sets", code)
    if line.cut_off and line.cut_off not in STANDARD_CUT_OFFS:
        yield Finding("cut_off", f"{place}.cut_off", line.cut_off, {"known": ", ".join(STANDARD_CUT_OFFS)})
    yield from _day(line, place)


def _day(line: DueLine, place: str) -> Iterator[Finding]:
    number = str(line.number)
    if not 0 <= line.after <= _MOST_AFTER:
        yield Finding("schedule_after", f"{place}.after", str(line.after))
    if line.rule is DueRule.WORKING_DAYS:
        if not 1 <= line.number <= _MOST_DAYS:
            yield Finding("schedule_days", f"{place}.number", number, {"most": str(_MOST_DAYS)})
    elif line.rule is DueRule.BEFORE_DAY:
        if not 1 <= line.number <= _LONGEST_MONTH:
            yield Finding("schedule_day", f"{place}.number", number)
    elif not (1 <= line.month <= _MONTHS and 1 <= line.number <= _length(line.month)):
        yield Finding("no_such_day", f"{place}.number", f"{line.number}/{line.month}")


def _length(month: int) -> int:
    return calendar.monthrange(_LEAP_YEAR, month)[1]


def _bound(schedule: Schedule) -> Iterator[Finding]:
    """Find lines for levels that are gone before the schedule begins."""
    for at, line in enumerate(schedule.lines, start=1):
        for level in gone_levels(schedule, line.levels, schedule.valid_from):
            facts = {"day": day_text(schedule.valid_from), "level": str(int(level))}
            yield Finding("schedule_level_gone", f"due.{at}.levels", "", facts)


def _twice(schedule: Schedule) -> Iterator[Finding]:
    asked = Counter(
        (line.kind, code, level)
        for line in schedule.lines
        for code in line.sets
        for level in line.levels or tuple(Level)
    )
    for kind, code in dict.fromkeys((kind, code) for (kind, code, _), count in asked.items() if count > 1):
        yield Finding("schedule_twice", "due", code, {"kind": kind.value})
