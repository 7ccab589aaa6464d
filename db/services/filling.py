"""Fill the forms of a set: the measures are asked once for each stretch of days, then every cell finds its value."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.rules.formats import Number, Value
from db.rules.measures import MeasureRef
from db.rules.periods import CutOff, Period, Span
from db.rules.returns import ColumnForm, FilledSheet, Over, RowsOf, SheetForm
from db.rules.successions import Gap, GapKind
from db.rules.units import Level
from db.services import units
from db.services.measuring import measures
from db.services.measuring.looking import Looking
from db.services.measuring.restating import Restated
from db.services.planning.target_sheets import TargetSheets
from db.services.units import UnitInfo

Spans = Mapping[Over, Span]


@dataclass(frozen=True)
class _Asked:
    """The measures of one stretch of days by their names as forms write them, and their answers."""

    refs: Mapping[str, MeasureRef]
    seen: Restated

    def number(self, name: str, unit: UnitInfo | None = None) -> Number | None:
        return self.seen.number(self.refs[name], unit.id if unit else None)

    def gap(self, name: str, unit: UnitInfo | None = None) -> Gap | None:
        """Tell why a number is not comparable; one of a unit that did not exist in the borders never is."""
        scope = self.seen.scope
        if unit and scope and unit.id not in scope and unit.id not in self.seen.homes.values():
            return Gap(GapKind.ABSENT, (unit.name,))
        return self.seen.gap_of(self.refs[name].measure, unit.id if unit else None)


@dataclass(frozen=True)
class _Ground:
    """What every cell of a set rests on."""

    units: tuple[UnitInfo, ...]
    asked: Mapping[Over, _Asked]


def spans_of(period: Period, cut_off: CutOff) -> Spans:
    """Return the days over which columns ask: this period, since the start of the year, and both a year before."""
    return {
        Over.PERIOD: period.span(cut_off),
        Over.YEAR: period.since_year_start(cut_off),
        Over.YEAR_BEFORE: period.year_before().span(cut_off),
        Over.SINCE_START_BEFORE: period.year_before().since_year_start(cut_off),
    }


def fill_sheets(
    session: Session,
    forms: Iterable[SheetForm],
    unit: UnitInfo,
    period: Period,
    cut_off: CutOff,
    *,
    borders: date | None = None,
) -> tuple[FilledSheet, ...]:
    """Fill each form for a unit and all below it.

    Where `borders` names a day, the columns of an earlier year are restated into those.
    """
    sheets, spans = tuple(forms), spans_of(period, cut_off)
    # A unit that ended earlier in the year has figures in the columns since its start.
    listed = units.below(session, unit.id, spans[Over.YEAR])
    ground = _Ground(listed, _ask(session, sheets, unit, spans, borders))
    of_targets = TargetSheets(session, unit.id, period, cut_off, borders)
    return tuple(
        of_targets.sheet(form) if form.rows is RowsOf.TARGETS else _fill(form, ground) for form in sheets
    )


def _ask(
    session: Session, forms: Iterable[SheetForm], unit: UnitInfo, spans: Spans, borders: date | None
) -> dict[Over, _Asked]:
    wanted: dict[Over, dict[str, MeasureRef]] = defaultdict(dict)
    for form in forms:
        for over, name in _of_units(form):
            wanted[over][name] = measures.refer(session, name)
    reported = Looking(session, unit_id=unit.id, day=None)
    compared = Looking(session, unit_id=unit.id, day=borders)
    found = {}
    for over, span in spans.items():
        look = compared if over.is_earlier else reported
        found[over] = _Asked(wanted[over], look.seen(wanted[over].values(), span))
    return found


def _of_units(form: SheetForm) -> Iterator[tuple[Over, str]]:
    return ((column.over, column.measure) for column in form.columns if column.measure)


def _fill(form: SheetForm, ground: _Ground) -> FilledSheet:
    listed = [unit for unit in ground.units if form.rows is RowsOf.UNITS or unit.level == Level.COMMUNE]
    rows = tuple(_unit_row(form, number, unit, ground.asked) for number, unit in enumerate(listed, start=1))
    total = tuple(_total_cell(column, form, ground.asked) for column in form.columns)
    return FilledSheet(form, rows, total, dict(_gaps(form, listed, ground.asked)))


def _gaps(
    form: SheetForm, listed: Sequence[UnitInfo], asked: Mapping[Over, _Asked]
) -> Iterator[tuple[tuple[int, int], Gap]]:
    for at, column in enumerate(form.columns):
        if column.measure and column.over.is_earlier:
            for row, unit in enumerate((*listed, None)):
                gap = asked[column.over].gap(column.measure, unit)
                if gap is not None:
                    yield (row, at), gap


def _unit_row(
    form: SheetForm, number: int, unit: UnitInfo, asked: Mapping[Over, _Asked]
) -> tuple[Value, ...]:
    return tuple(_unit_cell(column, number, unit, asked) for column in form.columns)


def _unit_cell(column: ColumnForm, number: int, unit: UnitInfo, asked: Mapping[Over, _Asked]) -> Value:
    if column.measure:
        return asked[column.over].number(column.measure, unit)
    cells: Mapping[str, Value] = {"row_number": number, "unit_code": unit.code, "unit_name": unit.name}
    return cells[column.holds]


def _total_cell(column: ColumnForm, form: SheetForm, asked: Mapping[Over, _Asked]) -> Value:
    if column.measure:
        return asked[column.over].number(column.measure)
    return form.total if column.holds == "unit_name" else None
