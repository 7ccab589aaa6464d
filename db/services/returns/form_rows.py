"""Fill the forms of a set: the measures are asked once for each stretch of days, then every cell finds its value."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from db.rules.formats import Number, Value
from db.rules.measures import MeasureRef
from db.rules.periods import CutOff, Period, Span, parse_period
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import EACH_ENTRY, ColumnForm, Over, RowsOf, SheetForm
from db.rules.successions import Gap, GapKind
from db.rules.units import Level
from db.services import content, units
from db.services.content import Choice
from db.services.measuring import measures
from db.services.measuring.looking import Looking
from db.services.measuring.restating import Restated
from db.services.planning.target_sheets import TargetSheets
from db.services.planning.task_sheets import task_sheet
from db.services.units import UnitInfo

Days = tuple[Over, int]
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
    asked: Mapping[Days, _Asked]


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
    ground = _Ground(listed, _ask(session, sheets, unit, _Stretches(spans, cut_off), borders))
    of_targets = TargetSheets(session, unit.id, period, cut_off, borders)
    of_plans: Mapping[RowsOf, Callable[[SheetForm], FilledSheet]] = {
        RowsOf.TARGETS: of_targets.sheet,
        RowsOf.TASKS: partial(task_sheet, session, unit_id=unit.id, span=spans[Over.PERIOD]),
    }
    return tuple(
        of_plans[form.rows](form) if form.rows in of_plans else _filled(session, form, ground)
        for form in sheets
    )


@dataclass(frozen=True)
class _Stretches:
    """The days over which columns ask."""

    spans: Spans
    cut_off: CutOff

    def span(self, days: Days) -> Span:
        """Return the days of a stretch; of the year some years back all of them."""
        over, back = days
        year = self.spans[over].year - back
        return self.spans[over] if not back else parse_period(str(year)).span(self.cut_off)


def _ask(
    session: Session, forms: Iterable[SheetForm], unit: UnitInfo, stretches: _Stretches, borders: date | None
) -> dict[Days, _Asked]:
    wanted: dict[Days, dict[str, MeasureRef]] = defaultdict(dict)
    for form in forms:
        for days, name in _measures(session, form):
            wanted[days][name] = measures.refer(session, name)
    reported = Looking(session, unit_id=unit.id, day=None)
    compared = Looking(session, unit_id=unit.id, day=borders)
    # A table of several years is one of the communes of its last day.
    of_years = Looking(session, unit_id=unit.id, day=borders or stretches.spans[Over.PERIOD].last)
    found = {}
    for days, refs in wanted.items():
        over, back = days
        look = of_years if back else compared if over.is_earlier else reported
        found[days] = _Asked(refs, look.seen(refs.values(), stretches.span(days)))
    return found


def _measures(session: Session, form: SheetForm) -> Iterator[tuple[Days, str]]:
    entries = content.choices(session, form.entries) if form.entries else ()
    for column in form.columns:
        if EACH_ENTRY in column.measure:
            yield from ((column.days, column.measure_of(entry.code)) for entry in entries)
        elif column.measure:
            yield column.days, column.measure


def _filled(session: Session, form: SheetForm, ground: _Ground) -> FilledSheet:
    if form.rows is RowsOf.ENTRIES:
        entries = enumerate(content.choices(session, form.entries), start=1)
        return FilledSheet(form, tuple(_entry_row(form, number, of, ground.asked) for number, of in entries))
    if form.rows is RowsOf.TOTAL:
        return FilledSheet(
            form, (), tuple(_total_cell(column, form, ground.asked) for column in form.columns)
        )
    return _fill(form, ground)


def _entry_row(
    form: SheetForm, number: int, entry: Choice, asked: Mapping[Days, _Asked]
) -> tuple[Value, ...]:
    cells: Mapping[str, Value] = {"row_number": number, "entry_title": entry.title}
    return tuple(
        asked[column.days].number(column.measure_of(entry.code))
        if column.measure
        else cells.get(column.holds)
        for column in form.columns
    )


def _fill(form: SheetForm, ground: _Ground) -> FilledSheet:
    listed = [unit for unit in ground.units if form.rows is RowsOf.UNITS or unit.level == Level.COMMUNE]
    rows = tuple(_unit_row(form, number, unit, ground.asked) for number, unit in enumerate(listed, start=1))
    total = tuple(_total_cell(column, form, ground.asked) for column in form.columns)
    return FilledSheet(form, rows, total, dict(_gaps(form, listed, ground.asked)))


def _gaps(
    form: SheetForm, listed: Sequence[UnitInfo], asked: Mapping[Days, _Asked]
) -> Iterator[tuple[tuple[int, int], Gap]]:
    for at, column in enumerate(form.columns):
        if column.measure and column.is_earlier:
            for row, unit in enumerate((*listed, None)):
                gap = asked[column.days].gap(column.measure, unit)
                if gap is not None:
                    yield (row, at), gap


def _unit_row(
    form: SheetForm, number: int, unit: UnitInfo, asked: Mapping[Days, _Asked]
) -> tuple[Value, ...]:
    return tuple(_unit_cell(column, number, unit, asked) for column in form.columns)


def _unit_cell(column: ColumnForm, number: int, unit: UnitInfo, asked: Mapping[Days, _Asked]) -> Value:
    if column.measure:
        return asked[column.days].number(column.measure, unit)
    if column.is_kept:
        return None
    cells: Mapping[str, Value] = {"row_number": number, "unit_code": unit.code, "unit_name": unit.name}
    return cells[column.holds]


def _total_cell(column: ColumnForm, form: SheetForm, asked: Mapping[Days, _Asked]) -> Value:
    if column.measure:
        return asked[column.days].number(column.measure)
    return form.total if column.holds == "unit_name" else None
