"""Where a figure of a return comes from: over other days, and the records behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.rules.findings import Unknown
from db.rules.formats import Number
from db.rules.periods import Period, Span, parse_period
from db.rules.returns.check_findings import TOTAL_ROW
from db.rules.returns.forms import ColumnForm, Over
from db.services import offices, units
from db.services.measuring import measure_tables, measures
from db.services.measuring.measure_tables import Behind
from db.services.returns.form_rows import spans_of
from db.services.units import UnitInfo

SIDES = (Over.PERIOD, Over.YEAR, Over.YEAR_BEFORE, Over.SINCE_START_BEFORE)


@dataclass(frozen=True)
class SideBySide:
    """A measure over the days of `SIDES`, as reported: by the codes of units, the whole scope under `TOTAL_ROW`."""

    title: str
    unit: str
    names: Mapping[str, str]
    values: Mapping[str, tuple[Number | None, ...]]


def side_by_side(session: Session, column: ColumnForm, unit: UnitInfo, period: Period) -> SideBySide:
    """Ask the measure of a column for this period, since the start of the year, and both a year before."""
    ref = measures.refer(session, column.measure)
    spans = spans_of(period, offices.current(session).cut_off)
    listed = units.below(session, unit.id, spans[Over.PERIOD])
    asked = [
        measures.answers(session, [ref], unit_id=unit.id, span=spans[over])[ref.expression] for over in SIDES
    ]
    values = {item.code: tuple(answer.by_unit.get(item.id) for answer in asked) for item in listed}
    values[TOTAL_ROW] = tuple(answer.total for answer in asked)
    return SideBySide(ref.measure.title, ref.measure.unit, {item.code: item.name for item in listed}, values)


def behind(session: Session, column: ColumnForm, row: str, unit: UnitInfo, period: Period) -> Behind:
    """Return the records behind a figure of a column: of the unit of a row, or of the whole scope."""
    ref = measures.refer(session, column.measure)
    span = _days(column, period, session)
    only = None if row == TOTAL_ROW else _unit_of(session, row, unit, span)
    return measure_tables.behind(session, ref, unit_id=unit.id, span=span, only=only)


def _days(column: ColumnForm, period: Period, session: Session) -> Span:
    cut_off = offices.current(session).cut_off
    span = spans_of(period, cut_off)[column.over]
    return span if not column.back else parse_period(str(span.year - column.back)).span(cut_off)


def _unit_of(session: Session, row: str, unit: UnitInfo, span: Span) -> int:
    code, _, number = row.partition("#")
    found = [item.id for item in units.below(session, unit.id, span) if item.code == code]
    if not found:
        raise Unknown("unit_in_scope", code)
    return found[min(int(number or 1), len(found)) - 1]
