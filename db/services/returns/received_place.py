"""Whose return a workbook is: the unit by code and validity, the period, the set of forms; asked once for a batch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Unit
from db.rules.findings import Finding, Refused, Unknown
from db.rules.periods import Period, Span, parse_period
from db.rules.returns.forms import ReturnSet
from db.rules.returns.received_books import ReadReturn, SaidPeriod, SaidUnit
from db.rules.returns.received_forms import sheets_of
from db.rules.returns.received_judging import ExpectedReturn
from db.rules.returns.received_mark import MARK_SHEET, ReturnMark
from db.rules.returns.received_rows import ListedUnit
from db.rules.units import Level, name_key
from db.services import offices, units
from db.services.offices import OfficeInfo
from db.services.returns import return_sets
from db.services.units import UnitInfo


@dataclass(frozen=True)
class Placed:
    """A file's unit, period and days in this book, and what a return of it has to have."""

    unit: UnitInfo
    period: Period
    span: Span
    expected: ExpectedReturn


class Places:
    """Places files of one batch: forms, units and their days are read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._office = offices.current(session)
        self._sets: dict[tuple[str, Span], ReturnSet] = {}
        self._kept: dict[Span, dict[int, UnitInfo]] = {}

    @property
    def office(self) -> OfficeInfo:
        """Return the office that receives."""
        return self._office

    def place(self, read: ReadReturn, mark: ReturnMark | None) -> Placed:
        """Find the unit, the period and the set; raises Refused at the cell that names what is not of this book."""
        period, span = self._period(read, mark)
        unit = self._unit(read, mark, span)
        form = self._form(read, mark, span)
        wrong = return_sets.level_finding(form, unit, span)
        if wrong is not None:
            raise Refused([wrong])
        return Placed(unit, period, span, self._expected(form, unit, period, span))

    def named_before(self, code: str, name: str) -> bool:
        """Tell whether another place that had a code at some time bears a name."""
        names = self._session.scalars(select(Unit.name).where(Unit.code == code))
        return any(name_key(known) == name_key(name) for known in names)

    def _period(self, read: ReadReturn, mark: ReturnMark | None) -> tuple[Period, Span]:
        said = next((sheet.period for sheet in read.sheets if sheet.period), None)
        if mark is None and said is None:
            raise Refused([Finding("return_period_not_said", read.sheets[0].name if read.sheets else "")])
        label = mark.period if mark else said.label if said else ""
        place = MARK_SHEET if mark or said is None else said.place
        try:
            period = parse_period(label)
        except Unknown as error:
            raise Refused([Finding("return_period_unknown", place, label)]) from error
        span = period.span(self._office.cut_off)
        days = (mark.first, mark.last) if mark else _days(said)
        if days is not None and days != (span.first, span.last):
            facts = {"expected": _span_text(span.first, span.last), "period": period.label}
            raise Refused([Finding("return_days_differ", place, _span_text(*days), facts)])
        return period, span

    def _unit(self, read: ReadReturn, mark: ReturnMark | None, span: Span) -> UnitInfo:
        said = next((sheet.unit for sheet in read.sheets if sheet.unit), None)
        if mark is None and said is None:
            raise Refused([Finding("return_unit_not_said", read.sheets[0].name if read.sheets else "")])
        place = MARK_SHEET if mark or said is None else said.place
        unit = self._marked_unit(mark, span) if mark else self._said_unit(said, span) if said else None
        if unit is None:
            code = mark.unit_code if mark else (said.code or said.name) if said else ""
            raise Refused([Finding("return_unit_unknown", place, code)])
        if unit.id == self._office.unit.id:
            raise Refused([Finding("return_unit_own", place, unit.name)])
        if unit.id not in self._units(span):
            raise Refused([Finding("return_unit_not_below", place, f"{unit.name} ({unit.code})")])
        if mark is None and said is not None:
            self._check_name(said, unit)
        return unit

    def _marked_unit(self, mark: ReturnMark, span: Span) -> UnitInfo | None:
        try:
            return units.find(self._session, mark.unit_code, mark.unit_valid_on)
        except Unknown:
            # A unit that ended within the period, which its own book does not know of yet.
            return self._unit_during(mark.unit_code, span)

    def _unit_during(self, code: str, span: Span) -> UnitInfo | None:
        try:
            return units.find_during(self._session, code, span) if code else None
        except Unknown:
            return None

    def _said_unit(self, said: SaidUnit, span: Span) -> UnitInfo | None:
        """Find the unit that a line names: by its code on the last day of the period, without a code by its name."""
        listed = [unit for unit in self._units(span).values() if units.lived_on(unit, span.last)]
        if said.code:
            same = [unit for unit in listed if unit.code == said.code.strip()]
        else:
            same = [unit for unit in listed if name_key(unit.name) == name_key(said.name)]
        return same[0] if len(same) == 1 else self._unit_during(said.code, span)

    def _check_name(self, said: SaidUnit, unit: UnitInfo) -> None:
        # Without the hidden sheet the code alone says nothing: it names one place after the other.
        if name_key(said.name) != name_key(unit.name):
            rule = (
                "return_unit_other_time" if self.named_before(unit.code, said.name) else "return_unit_renamed"
            )
            facts = {"expected": unit.name, "code": unit.code}
            raise Refused([Finding(rule, said.place, said.name, facts)])

    def _units(self, span: Span) -> dict[int, UnitInfo]:
        if span not in self._kept:
            self._kept[span] = {unit.id: unit for unit in offices.units_kept(self._session, span)}
        return self._kept[span]

    def _form(self, read: ReadReturn, mark: ReturnMark | None, span: Span) -> ReturnSet:
        if mark is not None:
            try:
                return self._whole(mark.set_code, span)
            except Unknown as error:
                raise Refused([Finding("return_set_unknown", MARK_SHEET, mark.set_code)]) from error
        held = [self._whole(item.code, span) for item in return_sets.sets(self._session, span.last)]
        best = max(held, key=lambda form: len(sheets_of(form, read)) / len(form.sheets), default=None)
        if best is None or not sheets_of(best, read):
            raise Refused([Finding("return_no_forms")])
        return best

    def _whole(self, code: str, span: Span) -> ReturnSet:
        if (code, span) not in self._sets:
            form = return_sets.return_set(self._session, code, span.last)
            self._sets[code, span] = return_sets.whole(self._session, form, span)
        return self._sets[code, span]

    def _expected(self, form: ReturnSet, unit: UnitInfo, period: Period, span: Span) -> ExpectedReturn:
        # A unit that ended earlier in the year has figures in the columns since its start.
        year = period.since_year_start(self._office.cut_off)
        is_alone = unit.level == Level.COMMUNE
        listed = (unit,) if is_alone else units.below(self._session, unit.id, year)
        return ExpectedReturn(
            form,
            unit.code,
            unit.name,
            return_sets.valid_on(unit, span),
            period.label,
            span,
            _listed(listed),
        )


def _listed(found: Sequence[UnitInfo]) -> tuple[ListedUnit, ...]:
    return tuple(ListedUnit(unit.code, unit.name, unit.level == Level.COMMUNE) for unit in found)


def _days(said: SaidPeriod | None) -> tuple[date, date] | None:
    return (said.first, said.last) if said and said.first and said.last else None


def _span_text(first: date, last: date) -> str:
    return f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"
