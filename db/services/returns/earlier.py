"""Returns of earlier periods beside which one is checked: as they were approved, else as the records say now."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from db.rules.periods import Period, Span, parse_period
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, Severity
from db.rules.returns.comparisons import Against, Earlier
from db.rules.returns.differences import differences
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.forms import Over, SheetForm
from db.services import offices, units
from db.services.returns import frozen_returns, hand_filling
from db.services.units import UnitInfo

_COMPARED = {Against.LAST_PERIOD: (Over.PERIOD,), Against.LAST_YEAR: (Over.PERIOD, Over.YEAR)}


def earlier_returns(session: Session, filled: FilledReturn) -> Iterator[Earlier]:
    """Yield the return of the last period and that of the same one a year before, with the columns that compare."""
    unit, cut_off = _unit(session, filled), offices.current(session).cut_off
    for against, before in _periods(parse_period(filled.period)):
        approved = _approved(session, unit, filled, before)
        sheets = (
            approved.sheets
            if approved
            else _sheets(session, unit, filled, [sheet.form for sheet in filled.sheets], before, against)
        )
        rows = _same_places(session, unit, filled.span, before.span(cut_off))
        yield Earlier(against, before.label, sheets, rows)


def late_findings(session: Session, filled: FilledReturn) -> Iterator[CheckFinding]:
    """Yield a warning where records of the last period were entered or changed after its return was approved."""
    unit = _unit(session, filled)
    before = parse_period(filled.period).before()
    approved = _approved(session, unit, filled, before) if before else None
    if before is None or approved is None:
        return
    forms = [sheet.form for sheet in approved.sheets]
    now = _sheets(session, unit, filled, forms, before, Against.LAST_PERIOD)
    kept = [_narrowed_sheet(sheet, form) for sheet, form in _paired(approved.sheets, now)]
    count = sum(1 for _ in differences(kept, now))
    if count:
        facts = {"period": before.label, "revision": str(approved.revision)}
        yield CheckFinding(Severity.WARNING, "earlier_changed", value=str(count), facts=facts)


def _unit(session: Session, filled: FilledReturn) -> UnitInfo:
    return units.find(session, filled.unit_code, filled.unit_valid_on)


def _periods(period: Period) -> Iterator[tuple[Against, Period]]:
    before, year_before = period.before(), period.year_before()
    if before is not None and before.label != year_before.label:
        yield Against.LAST_PERIOD, before
    yield Against.LAST_YEAR, year_before


def _approved(session: Session, unit: UnitInfo, filled: FilledReturn, period: Period) -> FilledReturn | None:
    latest = frozen_returns.latest(session, unit_id=unit.id, set_code=filled.set.code, period=period.label)
    return latest.filled if latest else None


def _sheets(
    session: Session,
    unit: UnitInfo,
    filled: FilledReturn,
    forms: Sequence[SheetForm],
    period: Period,
    against: Against,
) -> tuple[FilledSheet, ...]:
    """Fill what compares of forms: the measures of other days are not asked."""
    narrowed = [_narrowed(form, against) for form in forms if not form.is_of_plan]
    return hand_filling.sheets(session, narrowed, set_code=filled.set.code, unit=unit, period=period)


def _narrowed(form: SheetForm, against: Against) -> SheetForm:
    overs = _COMPARED[against]
    columns = (
        column for column in form.columns if not column.measure or (column.over in overs and not column.back)
    )
    return replace(form, columns=tuple(columns))


def _paired(
    kept: Sequence[FilledSheet], now: Sequence[FilledSheet]
) -> Iterator[tuple[FilledSheet, SheetForm]]:
    forms = {sheet.form.code: sheet.form for sheet in now}
    return ((sheet, forms[sheet.form.code]) for sheet in kept if sheet.form.code in forms)


def _narrowed_sheet(sheet: FilledSheet, form: SheetForm) -> FilledSheet:
    places = [at for at, column in enumerate(sheet.form.columns) if column in form.columns]
    rows = tuple(tuple(row[at] for at in places) for row in sheet.rows)
    total = tuple(sheet.total[at] for at in places) if sheet.total else ()
    return FilledSheet(form, rows, total)


def _same_places(session: Session, unit: UnitInfo, now: Span, then: Span) -> frozenset[str]:
    """Return the codes that name the same unit in both times, and the total where the return's own unit is the same."""
    here, there = (_places(session, unit, span) for span in (now, then))
    same = {code for code, number in here.items() if there.get(code) == number}
    return frozenset(same | ({TOTAL_ROW} if unit.id in there.values() else set()))


def _places(session: Session, unit: UnitInfo, span: Span) -> dict[str, int]:
    listed = units.below(session, unit.id, span)
    often = Counter(item.code for item in listed)
    return {item.code: item.id for item in listed if often[item.code] == 1}
