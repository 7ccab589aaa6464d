"""Records that were entered while a period ran but are dated before it: it does not count them."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import Inspection, OutreachActivity, TrainingSession
from db.rules.formats import day_text
from db.rules.returns.check_findings import CheckFinding, Severity
from db.rules.returns.filled import FilledReturn
from db.services import units

# Kind, record, its day, and the beginning of the names of the measures that count it.
_DATED: tuple[tuple[str, Any, Any, str], ...] = (
    ("outreach", OutreachActivity, OutreachActivity.held_on, "outreach."),
    ("trainings", TrainingSession, TrainingSession.starts_on, "training."),
    ("inspections", Inspection, Inspection.held_on, "inspections."),
)
# A return is filled within these days after its period.
_DAYS_AFTER = 31


def outside_findings(session: Session, filled: FilledReturn) -> Iterator[CheckFinding]:
    """Yield a warning for each kind that the return counts where some were entered in its period, dated before it."""
    unit = units.find(session, filled.unit_code, filled.unit_valid_on)
    span = filled.span
    until = datetime.combine(span.last + timedelta(days=_DAYS_AFTER), time())
    scope = units.scope(unit.id, span)
    asked = [column.measure for sheet in filled.sheets for column in sheet.form.columns]
    for kind, record, day, counted in _DATED:
        if not any(name.startswith(counted) for name in asked):
            continue
        entered = record.created_at.between(datetime.combine(span.first, time()), until)
        statement = select(func.count(), func.min(day), func.max(day)).where(
            record.unit_id.in_(scope), entered, day < span.first
        )
        count, first, last = session.execute(statement).one()
        if count:
            yield _finding(kind, count, first, last)


def _finding(kind: str, count: int, first: date, last: date) -> CheckFinding:
    facts = {"first": day_text(first), "last": day_text(last)}
    return CheckFinding(Severity.WARNING, f"dated_before_{kind}", value=str(count), facts=facts)
