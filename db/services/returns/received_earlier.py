"""A return that came in beside what came from the same unit for the last period and for the same one a year before."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from db.rules.periods import Period, parse_period
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, row_keys
from db.rules.returns.comparisons import Against, Earlier, comparison_findings
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.services.returns import frozen_returns, received_files
from db.services.returns.received_files import FileState
from db.services.units import UnitInfo


def earlier_findings(session: Session, unit: UnitInfo, filled: FilledReturn) -> Iterator[CheckFinding]:
    """Yield what wants a look beside earlier returns of a unit; where none came nor was approved here, nothing."""
    for against, period in _periods(parse_period(filled.period)):
        before = _said(session, unit, filled, period)
        if before is not None:
            rows = _same_rows(before.sheets, filled.sheets)
            earlier = Earlier(against, period.label, before.sheets, rows)
            yield from comparison_findings(filled.sheets, earlier, filled.set.limits)


def _periods(period: Period) -> Iterator[tuple[Against, Period]]:
    before, year_before = period.before(), period.year_before()
    if before is not None and before.label != year_before.label:
        yield Against.LAST_PERIOD, before
    yield Against.LAST_YEAR, year_before


def _said(session: Session, unit: UnitInfo, filled: FilledReturn, period: Period) -> FilledReturn | None:
    files = received_files.of_unit(session, unit.id, filled.set.code, period.label)
    counts = next((file for file in files if file.state is FileState.RECEIVED), None)
    if counts is not None:
        return received_files.said(session, counts.id)
    approved = frozen_returns.latest(session, unit_id=unit.id, set_code=filled.set.code, period=period.label)
    return approved.filled if approved else None


def _same_rows(before: tuple[FilledSheet, ...], now: tuple[FilledSheet, ...]) -> frozenset[str]:
    """Return the rows that name the same places: code and name; the whole return is of the same unit."""
    return frozenset({key for key, _ in _named(before) & _named(now)} | {TOTAL_ROW})


def _named(sheets: tuple[FilledSheet, ...]) -> set[tuple[str, str]]:
    found = set()
    for sheet in sheets:
        holds = [column.holds for column in sheet.form.columns]
        if "unit_name" in holds:
            at = holds.index("unit_name")
            found |= {(key, str(row[at])) for key, row in zip(row_keys(sheet), sheet.rows, strict=True)}
    return found
