"""Schedules as data: which sets of forms are due for which kinds of period, by which rule, and whom that binds.

Decree 09/2019/NĐ-CP leaves the due date to whoever asks for a report (at least one working day after the cut-off,
article 8.5), so every province has its own. One is the office's own; what is asked for once is added to it by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from db.rules.levels import LEVEL_CODES, KnownLevels, read_levels
from db.rules.units import Level


class PeriodKind(StrEnum):
    """A kind of period for which a return is asked for again and again."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SECOND_HALF = "second_half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


class DueRule(StrEnum):
    """How a due day follows from its period.

    BEFORE_DAY: before a day of the period's last month, or of a month `after` it. WORKING_DAYS: so many working days
    after the cut-off. BEFORE_DATE: before a day and month of the reporting year, or of a year `after` it; ON_DATE is
    that day itself. "Before the 15th" makes the 14th the last day.
    """

    BEFORE_DAY = "before_day"
    WORKING_DAYS = "working_days"
    BEFORE_DATE = "before_date"
    ON_DATE = "on_date"


class ReportKind(StrEnum):
    """Kinds of report (Decree 09/2019/NĐ-CP, article 4)."""

    PERIODIC = "periodic"
    THEMATIC = "thematic"
    AD_HOC = "ad_hoc"


@dataclass(frozen=True)
class DueLine:
    """One line of a schedule. `number` is the day of the month, or the working days; no levels bind every level.

    `cut_off` names the rule of this form; an empty one is the office's.
    """

    kind: PeriodKind
    sets: tuple[str, ...]
    rule: DueRule
    number: int
    month: int = 0
    after: int = 0
    levels: tuple[Level, ...] = ()
    cut_off: str = ""


@dataclass(frozen=True)
class OnceDue:
    """A thematic or ad hoc return, added by hand with its own due day; one without forms has no set."""

    code: str
    title: str
    kind: ReportKind
    period: str
    due: date
    set_code: str = ""
    levels: tuple[Level, ...] = ()

    @property
    def key(self) -> str:
        """Return what its state is kept under: its set, or where it has none its own code."""
        return self.set_code or self.code


@dataclass(frozen=True)
class Schedule:
    """Lines and single returns that hold from day to day (both counted, an empty end is open), with their source."""

    title: str
    citation: str
    valid_from: date
    valid_to: date | None = None
    lines: tuple[DueLine, ...] = ()
    once: tuple[OnceDue, ...] = ()
    days_off: frozenset[date] = frozenset()
    levels: tuple[KnownLevels, ...] = ()

    def holds(self, day: date) -> bool:
        """Tell whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def read_schedule(body: Mapping[str, Any]) -> Schedule:
    """Read a schedule from its TOML; raises KeyError and ValueError for what is none."""
    return Schedule(
        body["title"],
        body["citation"],
        body["valid_from"],
        body.get("valid_to"),
        tuple(map(_read_line, body.get("due", ()))),
        tuple(map(_read_once, body.get("once", ()))),
        frozenset(body.get("days_off", ())),
        read_levels(body),
    )


def schedule_body(schedule: Schedule) -> dict[str, Any]:
    """Return a schedule as the body of its TOML, as `read_schedule` reads it."""
    body = {
        "valid_from": schedule.valid_from,
        "valid_to": schedule.valid_to,
        "days_off": sorted(schedule.days_off),
        "levels": list(map(_known_body, schedule.levels)),
        "due": list(map(_line_body, schedule.lines)),
        "once": list(map(_once_body, schedule.once)),
    }
    return {"title": schedule.title, "citation": schedule.citation, **_said(body)}


def _read_line(item: Mapping[str, Any]) -> DueLine:
    return DueLine(
        PeriodKind(item["kind"]),
        tuple(item["sets"]),
        DueRule(item["rule"]),
        item["number"],
        item.get("month", 0),
        item.get("after", 0),
        _read_bound(item),
        item.get("cut_off", ""),
    )


def _read_once(item: Mapping[str, Any]) -> OnceDue:
    return OnceDue(
        item["code"],
        item["title"],
        ReportKind(item["kind"]),
        item["period"],
        item["due"],
        item.get("set", ""),
        _read_bound(item),
    )


def _read_bound(item: Mapping[str, Any]) -> tuple[Level, ...]:
    return tuple(LEVEL_CODES[code] for code in item.get("units", ()))


def _line_body(line: DueLine) -> dict[str, Any]:
    return _said(
        {
            "kind": line.kind.value,
            "sets": list(line.sets),
            "rule": line.rule.value,
            "number": line.number,
            "month": line.month,
            "after": line.after,
            "units": _level_codes(line.levels),
            "cut_off": line.cut_off,
        }
    )


def _once_body(once: OnceDue) -> dict[str, Any]:
    return _said(
        {
            "code": once.code,
            "title": once.title,
            "kind": once.kind.value,
            "period": once.period,
            "due": once.due,
            "set": once.set_code,
            "units": _level_codes(once.levels),
        }
    )


def _known_body(known: KnownLevels) -> dict[str, Any]:
    body = {"units": _level_codes(known.levels), "valid_from": known.first, "valid_to": known.last}
    return _said(body)


def _level_codes(levels: tuple[Level, ...]) -> list[str]:
    return [level.name.lower() for level in levels]


def _said(body: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if value not in (None, "", 0, [])}
