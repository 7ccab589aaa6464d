"""Returns: fill a set of forms for a unit and a period from the measures, and freeze what was exported."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Return
from db.rules.formats import Number, Value
from db.rules.periods import CutOff, Period, Span
from db.rules.returns import (
    ColumnForm,
    FilledReturn,
    FilledSheet,
    Over,
    ReturnHead,
    ReturnSet,
    RowsOf,
    SheetForm,
    control_totals,
    figures_text,
    parse_return_set,
)
from db.rules.targets import Goal, planned_text, share_of_plan
from db.rules.units import Level
from db.services import content, measures, offices, plans, units
from db.services.measures import Answer, Answers
from db.services.offices import OfficeInfo
from db.services.plans import TargetInfo
from db.services.units import UnitInfo

Spans = Mapping[Over, Span]
Asked = Mapping[Over, Answers]
_NOTHING = Answer({}, None)
# A change is measured against the same stretch of the year before.
_BEFORE = {Over.PERIOD: Over.YEAR_BEFORE, Over.YEAR: Over.SINCE_START_BEFORE}


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


def return_set(session: Session, code: str, on: date) -> ReturnSet:
    """Return the set of forms of that code as it holds on a day; raises Unknown with near codes."""
    held = content.in_force(session, "return_set", code, on)
    return parse_return_set(held.code, held.version, held.body)


def fill(session: Session, *, set_code: str, unit: UnitInfo, period: Period) -> FilledReturn:
    """Fill every form of a set for a unit and all below it. The revision is the one that an export would get."""
    office = offices.current(session)
    spans = spans_of(period, office.cut_off)
    span = spans[Over.PERIOD]
    form = return_set(session, set_code, span.last)
    sheets = tuple(_fill_sheet(session, sheet, unit, spans) for sheet in form.sheets)
    filled = FilledReturn(
        set=form,
        head=_head(office),
        unit_code=unit.code,
        unit_name=unit.name,
        unit_valid_on=min(unit.valid_to or span.last, span.last),
        period=period.label,
        span=span,
        sheets=sheets,
        control_totals=control_totals(sheets),
    )
    return replace(filled, revision=_revision(session, unit, filled))


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


def spans_of(period: Period, cut_off: CutOff) -> Spans:
    """Return the days over which the columns of a form ask: this period, since the start of the year, a year before."""
    return {
        Over.PERIOD: period.span(cut_off),
        Over.YEAR: period.since_year_start(cut_off),
        Over.YEAR_BEFORE: period.year_before().span(cut_off),
        Over.SINCE_START_BEFORE: period.year_before().since_year_start(cut_off),
    }


def _head(office: OfficeInfo) -> ReturnHead:
    names = office.names
    return ReturnHead(
        names.parent_agency,
        names.issuing_agency,
        names.place,
        names.receiving_unit,
        names.authority,
        names.signatory_post,
        names.signatory_name,
        names.preparer_name,
        office.sample,
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


def _fill_sheet(session: Session, form: SheetForm, unit: UnitInfo, spans: Spans) -> FilledSheet:
    if form.rows is RowsOf.TARGETS:
        return _fill_targets(session, form, unit, spans)
    return _fill_units(session, form, unit, spans)


def _fill_units(session: Session, form: SheetForm, unit: UnitInfo, spans: Spans) -> FilledSheet:
    asked = _ask(
        session, [(column.over, column.measure) for column in form.columns if column.measure], unit, spans
    )
    # A unit that ended earlier in the year has figures in the columns since its start.
    listed = _listed(session, form, unit, spans[Over.YEAR])
    rows = tuple(
        tuple(_unit_cell(column, number, row, asked) for column in form.columns)
        for number, row in enumerate(listed, start=1)
    )
    return FilledSheet(form, rows, tuple(_total_cell(column, form, asked) for column in form.columns))


def _listed(session: Session, form: SheetForm, unit: UnitInfo, span: Span) -> list[UnitInfo]:
    listed = units.below(session, unit.id, span)
    return [item for item in listed if form.rows is RowsOf.UNITS or item.level == Level.COMMUNE]


def _unit_cell(column: ColumnForm, number: int, unit: UnitInfo, asked: Asked) -> Value:
    if column.measure:
        return asked[column.over][column.measure].by_unit.get(unit.id)
    cells: Mapping[str, Value] = {"row_number": number, "unit_code": unit.code, "unit_name": unit.name}
    return cells[column.holds]


def _total_cell(column: ColumnForm, form: SheetForm, asked: Asked) -> Value:
    if column.measure:
        return asked[column.over][column.measure].total
    return form.total if column.holds == "unit_name" else None


def _fill_targets(session: Session, form: SheetForm, unit: UnitInfo, spans: Spans) -> FilledSheet:
    targets = plans.targets_of_year(session, unit_id=unit.id, year=spans[Over.PERIOD].year)
    wanted = [(over, target.measure) for over in Over for target in targets if target.measure]
    asked = _ask(session, wanted, unit, spans)
    rows = tuple(
        tuple(_target_cell(column, number, target, asked) for column in form.columns)
        for number, target in enumerate(targets, start=1)
    )
    return FilledSheet(form, rows)


def _target_cell(column: ColumnForm, number: int, target: TargetInfo, asked: Asked) -> Value:
    done, before = _done(target, column.over, asked), _done(target, _BEFORE.get(column.over), asked)
    cells: Mapping[str, Value] = {
        "row_number": number,
        "target_text": target.text,
        "target_unit": target.goal.measured_in,
        "planned": _planned(target.goal),
        "done": done,
        "share_of_plan": share_of_plan(target.goal, done, before),
    }
    return cells[column.holds]


def _planned(goal: Goal) -> Value:
    if goal.operator == "at_least":
        return goal.value
    # The unit of measure has its own column.
    return planned_text(replace(goal, measured_in="")) or None


def _done(target: TargetInfo, over: Over | None, asked: Asked) -> Number | None:
    return asked[over].get(target.measure, _NOTHING).total if over else None


def _ask(session: Session, wanted: list[tuple[Over, str]], unit: UnitInfo, spans: Spans) -> Asked:
    return {
        over: measures.ask(session, [name for at, name in wanted if at is over], unit_id=unit.id, span=span)
        for over, span in spans.items()
    }
