"""Fill the forms of a set: the measures are asked once for each stretch of days, then every cell finds its value."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.rules.formats import Value
from db.rules.periods import CutOff, Period, Span
from db.rules.returns import ColumnForm, FilledSheet, Over, RowsOf, SheetForm
from db.rules.units import Level
from db.services import measures, units
from db.services.measures import Answers
from db.services.target_sheets import TargetSheets
from db.services.units import UnitInfo

Spans = Mapping[Over, Span]
Asked = Mapping[Over, Answers]


@dataclass(frozen=True)
class _Ground:
    """What every cell of a set rests on."""

    units: tuple[UnitInfo, ...]
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
    session: Session, forms: Iterable[SheetForm], unit: UnitInfo, period: Period, cut_off: CutOff
) -> tuple[FilledSheet, ...]:
    """Fill each form for a unit and all below it."""
    sheets, spans = tuple(forms), spans_of(period, cut_off)
    # A unit that ended earlier in the year has figures in the columns since its start.
    listed = units.below(session, unit.id, spans[Over.YEAR])
    ground = _Ground(listed, _ask(session, sheets, unit, spans))
    of_targets = TargetSheets(session, unit.id, period, cut_off)
    return tuple(
        FilledSheet(form, of_targets.rows(form)) if form.rows is RowsOf.TARGETS else _fill(form, ground)
        for form in sheets
    )


def _ask(session: Session, forms: Iterable[SheetForm], unit: UnitInfo, spans: Spans) -> Asked:
    wanted: dict[Over, dict[str, None]] = defaultdict(dict)
    for form in forms:
        for over, name in _of_units(form):
            wanted[over][name] = None
    return {
        over: measures.ask(session, wanted[over], unit_id=unit.id, span=span) for over, span in spans.items()
    }


def _of_units(form: SheetForm) -> Iterator[tuple[Over, str]]:
    return ((column.over, column.measure) for column in form.columns if column.measure)


def _fill(form: SheetForm, ground: _Ground) -> FilledSheet:
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
