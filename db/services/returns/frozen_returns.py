"""Returns that were frozen: what was exported, its revisions."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Return
from db.rules.returns.filled import FilledReturn, figures_text
from db.rules.returns.frozen import frozen_text
from db.services import units
from db.services.units import UnitInfo


@dataclass(frozen=True)
class ExportedReturn:
    """One export of a unit: what it was, where it went, when and by whom. Both days are counted."""

    id: int
    set_code: str
    period: str
    first: date
    last: date
    revision: int
    check_code: str
    file_name: str
    at: datetime
    who: str


def freeze(session: Session, filled: FilledReturn, *, file_name: str) -> None:
    """Keep what was exported; the same figures again are the same revision and change nothing."""
    unit = units.find(session, filled.unit_code, filled.unit_valid_on)
    if any(earlier.revision == filled.revision for earlier in _earlier(session, unit, filled)):
        return
    frozen = Return(
        unit_id=unit.id,
        set_code=filled.set.code,
        set_version=filled.set.version,
        period=filled.period,
        first=filled.span.first,
        last=filled.span.last,
        revision=filled.revision,
        figures=figures_text(filled),
        sha256=filled.sha256,
        check_code=filled.check_code,
        file_name=file_name,
        frozen=frozen_text(filled),
        exported_at=session.info["clock"](),
    )
    session.add(frozen)
    session.flush()


def history(session: Session, unit_id: int) -> tuple[ExportedReturn, ...]:
    """Return what was exported for a unit, the newest first."""
    statement = select(Return).where(Return.unit_id == unit_id).order_by(Return.id.desc())
    return tuple(
        ExportedReturn(
            frozen.id,
            frozen.set_code,
            frozen.period,
            frozen.first,
            frozen.last,
            frozen.revision,
            frozen.check_code,
            frozen.file_name,
            frozen.created_at,
            frozen.created_by,
        )
        for frozen in session.scalars(statement)
    )


def next_revision(session: Session, unit: UnitInfo, filled: FilledReturn) -> int:
    """Return the revision that these figures would get: that of the last one where they are the same."""
    earlier = _earlier(session, unit, filled)
    if not earlier:
        return 1
    return earlier[-1].revision + (earlier[-1].sha256 != filled.sha256)


def _earlier(session: Session, unit: UnitInfo, filled: FilledReturn) -> list[Return]:
    statement = select(Return).where(
        Return.unit_id == unit.id, Return.set_code == filled.set.code, Return.period == filled.period
    )
    return list(session.scalars(statement.order_by(Return.revision)))
