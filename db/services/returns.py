"""Returns: fill a set of forms for a unit and a period from the measures, and freeze what was exported."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Return
from db.rules import levels
from db.rules.findings import Finding, Refused
from db.rules.periods import Period, Span
from db.rules.returns import (
    YEAR,
    FilledReturn,
    ReturnHead,
    ReturnSet,
    control_totals,
    figures_text,
    parse_return_set,
    with_each,
)
from db.services import content, office_names, offices, units
from db.services.filling import fill_sheets
from db.services.offices import OfficeNames
from db.services.scoring import classes
from db.services.units import UnitInfo

_CLASS = "class"
# As many years as the annexes of provinces' plans look back on.
_YEARS = 5


@dataclass(frozen=True)
class ExportedReturn:
    """One export of a unit: what it was, where it went, when and by whom. Both days are counted."""

    id: int
    set_code: str
    period: str
    first: date
    last: date
    revision: int
    check_code: str
    file_name: str
    at: datetime
    who: str


def sets(session: Session, on: date) -> tuple[ReturnSet, ...]:
    """Return the sets of forms that hold on a day, by code."""
    held = {item.code for item in content.holding(session, "return_set", on)}
    return tuple(return_set(session, code, on) for code in sorted(held))


def level_finding(form: ReturnSet, unit: UnitInfo, span: Span) -> Finding | None:
    """Return why a set is not for a unit in a span of days: it was not there, or the set does not know its level."""
    day = valid_on(unit, span)
    if day < span.first:
        return levels.ended_finding("unit", unit.name, day)
    return levels.level_finding(form.levels, unit.level, day, "set", form.title)


def valid_on(unit: UnitInfo, span: Span) -> date:
    """Return the day on which the code of a unit stands in a return: the last of the span, or its own last one."""
    return min(unit.valid_to or span.last, span.last)


def return_set(session: Session, code: str, on: date) -> ReturnSet:
    """Return the set of forms of that code as it holds on a day, before `fill`; raises Unknown with near codes."""
    held = content.in_force(session, "return_set", code, on)
    return parse_return_set(held.code, held.version, held.body)


def fill(
    session: Session, *, set_code: str, unit: UnitInfo, period: Period, borders: date | None = None
) -> FilledReturn:
    """Fill every form of a set for a unit and all below it, under the names that the office printed on the last day.

    The revision is the one that an export would get. To be looked at in the `borders` of a day, its columns of an
    earlier year are restated; what is exported is not. Raises Refused for a unit that ended before the period, or
    whose level the set does not know.
    """
    office = offices.current(session)
    span = period.span(office.cut_off)
    form = _whole(session, return_set(session, set_code, span.last), span)
    finding = level_finding(form, unit, span)
    if finding is not None:
        raise Refused([finding])
    sheets = fill_sheets(session, form.sheets, unit, period, office.cut_off)
    filled = FilledReturn(
        set=form,
        head=_head(office_names.on_day(session, span.last), office.sample),
        unit_code=unit.code,
        unit_name=unit.name,
        unit_valid_on=valid_on(unit, span),
        period=period.label,
        span=span,
        sheets=sheets,
        control_totals=control_totals(sheets),
    )
    filled = replace(filled, revision=_revision(session, unit, filled))
    if borders is None:
        return filled
    compared = fill_sheets(session, form.sheets, unit, period, office.cut_off, borders=borders)
    return replace(filled, sheets=compared)


def freeze(session: Session, filled: FilledReturn, *, file_name: str) -> None:
    """Keep what was exported; the same figures again are the same revision and change nothing."""
    unit = units.find(session, filled.unit_code, filled.unit_valid_on)
    if any(earlier.revision == filled.revision for earlier in _earlier(session, unit, filled)):
        return
    frozen = Return(
        unit_id=unit.id,
        set_code=filled.set.code,
        set_version=filled.set.version,
        period=filled.period,
        first=filled.span.first,
        last=filled.span.last,
        revision=filled.revision,
        figures=figures_text(filled),
        sha256=filled.sha256,
        check_code=filled.check_code,
        file_name=file_name,
    )
    session.add(frozen)
    session.flush()


def history(session: Session, unit_id: int) -> tuple[ExportedReturn, ...]:
    """Return what was exported for a unit, the newest first."""
    statement = select(Return).where(Return.unit_id == unit_id).order_by(Return.id.desc())
    return tuple(
        ExportedReturn(
            frozen.id,
            frozen.set_code,
            frozen.period,
            frozen.first,
            frozen.last,
            frozen.revision,
            frozen.check_code,
            frozen.file_name,
            frozen.created_at,
            frozen.created_by,
        )
        for frozen in session.scalars(statement)
    )


def _whole(session: Session, form: ReturnSet, span: Span) -> ReturnSet:
    """Return a set with a column for each class, entry of a catalogue and year of which it speaks."""
    years = [(str(back), str(span.year - back)) for back in reversed(range(_YEARS))]
    entries = {each: years if each == YEAR else _entries(session, each, span.year) for each in form.each}
    return with_each(form, entries)


def _entries(session: Session, each: str, year: int) -> Sequence[tuple[str, str]]:
    if each == _CLASS:
        return classes.of_year(session, year)
    return [(choice.code, choice.title) for choice in content.choices(session, each)]


def _head(names: OfficeNames, sample: bool) -> ReturnHead:
    return ReturnHead(
        names.parent_agency,
        names.issuing_agency,
        names.place,
        names.receiving_unit,
        names.authority,
        names.signatory_post,
        names.signatory_name,
        names.preparer_name,
        sample,
    )


def _revision(session: Session, unit: UnitInfo, filled: FilledReturn) -> int:
    earlier = _earlier(session, unit, filled)
    if not earlier:
        return 1
    return earlier[-1].revision + (earlier[-1].sha256 != filled.sha256)


def _earlier(session: Session, unit: UnitInfo, filled: FilledReturn) -> list[Return]:
    statement = select(Return).where(
        Return.unit_id == unit.id, Return.set_code == filled.set.code, Return.period == filled.period
    )
    return list(session.scalars(statement.order_by(Return.revision)))
