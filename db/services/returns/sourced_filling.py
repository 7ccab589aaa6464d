"""Fill a return as its work says: from this office's records, or from the returns of the units below."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.rules.periods import Period
from db.rules.returns.check_findings import CheckFinding
from db.rules.returns.filled import FilledReturn
from db.services.returns import filling, works
from db.services.returns.consolidating import Tell, consolidate
from db.services.units import UnitInfo


@dataclass(frozen=True)
class SourcedReturn:
    """A filled return. Of a consolidated one `sources` (JSON) is kept when it is approved, and `findings` are told."""

    filled: FilledReturn
    sources: str = ""
    findings: tuple[CheckFinding, ...] = ()


def fill(
    session: Session,
    *,
    set_code: str,
    unit: UnitInfo,
    period: Period,
    borders: date | None = None,
    tell: Tell | None = None,
) -> SourcedReturn:
    """Fill a return from where its work says that its figures come; without a work from the records.

    What was added up from returns stays in the borders in which they were made. Raises as `filling.fill` does.
    """
    work = works.find(session, unit_id=unit.id, set_code=set_code, period=period.label)
    if work is None or work.source != works.RETURNS:
        filled = filling.fill(session, set_code=set_code, unit=unit, period=period, borders=borders)
        return SourcedReturn(filled)
    found = consolidate(session, set_code=set_code, unit=unit, period=period, tell=tell)
    return SourcedReturn(found.filled, found.sources_text, found.findings)


def take_over(session: Session, *, set_code: str, unit: UnitInfo, period: Period) -> None:
    """Let the returns of the units below be where a return's figures come from."""
    works.begin(session, unit_id=unit.id, set_code=set_code, period=period.label, source=works.RETURNS)


def give_back(session: Session, *, set_code: str, unit: UnitInfo, period: Period) -> None:
    """Let this office's records be where a return's figures come from again."""
    works.begin(session, unit_id=unit.id, set_code=set_code, period=period.label, source=works.RECORDS)
