"""Fill the forms of a set: the measures are asked once for each stretch of days, then every cell finds its value."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from db.rules.formats import Number, Value
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import parse_expression
from db.rules.periods import CutOff, Period, Span
from db.rules.returns import ColumnForm, FilledSheet, Over, RowsOf, SheetForm
from db.rules.targets import CHANGES, Goal, planned_text, share_of_plan
from db.rules.units import Level
from db.services import measures, plans, units
from db.services.measures import Answer, Answers
from db.services.plans import TargetInfo
from db.services.units import UnitInfo

Spans = Mapping[Over, Span]
Asked = Mapping[Over, Answers]
_NOTHING = Answer({}, None)
# A change is measured against the same stretch of the year before.
_BEFORE = {Over.PERIOD: Over.YEAR_BEFORE, Over.YEAR: Over.SINCE_START_BEFORE}


@dataclass(frozen=True)
class _Ground:
    """What every cell of a set rests on."""

    units: tuple[UnitInfo, ...]
    targets: tuple[TargetInfo, ...]
    asked: Asked


def spans_of(period: Period, cut_off: CutOff) -> Spans:
    """Return the days over which columns ask: this period, since the start of the year, and both a year before."""
    return {
        Over.PERIOD: period.span(cut_off),
        Over.YEAR: period.since_year_start(cut_off),
        Over.YEAR_BEFORE: period.year_before().span(cut_off),
        Over.SINCE_START_BEFORE: period.year_before().since_year_start(cut_off),
    }


def fill_sheets(
    session: Session, forms: Iterable[SheetForm], unit: UnitInfo, spans: Spans
) -> tuple[FilledSheet, ...]:
    """Fill each form for a unit and all below it."""
    sheets = tuple(forms)
    targets = plans.targets_of_year(session, unit_id=unit.id, year=spans[Over.PERIOD].year)
    # A unit that ended earlier in the year has figures in the columns since its start.
    listed = units.below(session, unit.id, spans[Over.YEAR])
    ground = _Ground(listed, targets, _ask(session, sheets, targets, unit, spans))
    return tuple(_fill(form, ground) for form in sheets)


def _ask(
    session: Session, forms: Iterable[SheetForm], targets: Iterable[TargetInfo], unit: UnitInfo, spans: Spans
) -> Asked:
    wanted: dict[Over, dict[str, None]] = defaultdict(dict)
    for form in forms:
        for over, name in _of_targets(form, targets) if form.rows is RowsOf.TARGETS else _of_units(form):
            wanted[over][name] = None
    return {
        over: measures.ask(session, wanted[over], unit_id=unit.id, span=span) for over, span in spans.items()
    }


def _of_units(form: SheetForm) -> Iterator[tuple[Over, str]]:
    return ((column.over, column.measure) for column in form.columns if column.measure)


def _of_targets(form: SheetForm, targets: Iterable[TargetInfo]) -> Iterator[tuple[Over, str]]:
    overs = {column.over for column in form.columns if column.holds in ("done", "share_of_plan")}
    for target in targets:
        compared = (
            {_BEFORE[over] for over in overs & _BEFORE.keys()} if target.goal.operator in CHANGES else set()
        )
        if target.measure:
            yield from ((over, target.measure) for over in overs | compared)


def _fill(form: SheetForm, ground: _Ground) -> FilledSheet:
    if form.rows is RowsOf.TARGETS:
        targets = enumerate(ground.targets, start=1)
        return FilledSheet(
            form, tuple(_target_row(form, number, target, ground.asked) for number, target in targets)
        )
    listed = [unit for unit in ground.units if form.rows is RowsOf.UNITS or unit.level == Level.COMMUNE]
    rows = tuple(_unit_row(form, number, unit, ground.asked) for number, unit in enumerate(listed, start=1))
    return FilledSheet(form, rows, tuple(_total_cell(column, form, ground.asked) for column in form.columns))


def _unit_row(form: SheetForm, number: int, unit: UnitInfo, asked: Asked) -> tuple[Value, ...]:
    return tuple(_unit_cell(column, number, unit, asked) for column in form.columns)


def _unit_cell(column: ColumnForm, number: int, unit: UnitInfo, asked: Asked) -> Value:
    if column.measure:
        return asked[column.over][column.measure].by_unit.get(unit.id)
    cells: Mapping[str, Value] = {"row_number": number, "unit_code": unit.code, "unit_name": unit.name}
    return cells[column.holds]


def _total_cell(column: ColumnForm, form: SheetForm, asked: Asked) -> Value:
    if column.measure:
        return asked[column.over][column.measure].total
    return form.total if column.holds == "unit_name" else None


def _target_row(form: SheetForm, number: int, target: TargetInfo, asked: Asked) -> tuple[Value, ...]:
    return tuple(_target_cell(column, number, target, asked) for column in form.columns)


def _target_cell(column: ColumnForm, number: int, target: TargetInfo, asked: Asked) -> Value:
    done, before = _done(target, column.over, asked), _done(target, _BEFORE.get(column.over), asked)
    cells: Mapping[str, Value] = {
        "row_number": number,
        "target_text": target.text,
        "target_unit": _measured_in(target),
        "planned": _planned(target.goal),
        "done": done,
        "share_of_plan": share_of_plan(target.goal, done, before),
    }
    return cells[column.holds]


def _measured_in(target: TargetInfo) -> str:
    if target.goal.operator in CHANGES and target.measure:
        # The change is planned in per cent, what was done is counted in the measure's own unit.
        return parse_expression(target.measure, MEASURES).measure.unit
    return target.goal.measured_in


def _planned(goal: Goal) -> Value:
    if goal.operator == "at_least":
        return goal.value
    # The unit of measure has its own column, except that of a change.
    shown = goal if goal.operator in CHANGES else replace(goal, measured_in="")
    return planned_text(shown) or None


def _done(target: TargetInfo, over: Over | None, asked: Asked) -> Number | None:
    return asked[over].get(target.measure, _NOTHING).total if over else None
