"""Returns that were approved and frozen: their revisions, and how far each has come."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Return
from db.rules.returns.filled import FilledReturn, figures_text
from db.rules.returns.frozen import frozen_text, thawed
from db.rules.returns.states import ReturnState, state_of
from db.services import units
from db.services.units import UnitInfo


@dataclass(frozen=True)
class ApprovedReturn:
    """An approved return of a unit: what it was, when and by whom, where it went. Both days are counted.

    `at` and `who` are of the approval.
    """

    id: int
    set_code: str
    period: str
    first: date
    last: date
    revision: int
    check_code: str
    sha256: str
    file_name: str
    at: datetime
    who: str
    note: str
    exported_at: datetime | None
    sent_on: date | None
    acknowledged_on: date | None

    @property
    def state(self) -> ReturnState:
        """Return how far it has come."""
        return state_of(
            approved=True,
            exported=self.exported_at is not None,
            sent=self.sent_on is not None,
            acknowledged=self.acknowledged_on is not None,
        )


@dataclass(frozen=True)
class FrozenReturn:
    """An approved return with all that it says; `words` is JSON. One of an earlier program keeps its figures alone."""

    known: ApprovedReturn
    filled: FilledReturn | None
    words: str


def freeze(
    session: Session, filled: FilledReturn, *, words: str = "", note: str = "", sources: str = ""
) -> int:
    """Keep a return whole as the revision that it is; return its number. `words` and `sources` are JSON.

    A revision that is kept already stays as it is.
    """
    unit = units.find(session, filled.unit_code, filled.unit_valid_on)
    kept = [row.id for row in _earlier(session, unit, filled) if row.revision == filled.revision]
    if kept:
        return kept[0]
    row = Return(
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
        file_name="",
        frozen=frozen_text(filled),
        sources=sources,
        words=words,
        note=note,
    )
    session.add(row)
    session.flush()
    return row.id


def history(session: Session, unit_id: int) -> tuple[ApprovedReturn, ...]:
    """Return what was approved for a unit, the newest first."""
    statement = select(Return).where(Return.unit_id == unit_id).order_by(Return.id.desc())
    return tuple(_known(row) for row in session.scalars(statement))


def latest(session: Session, *, unit_id: int, set_code: str, period: str) -> FrozenReturn | None:
    """Return the newest revision of a return; none where it was never approved."""
    statement = select(Return).where(
        Return.unit_id == unit_id, Return.set_code == set_code, Return.period == period
    )
    row = session.scalar(statement.order_by(Return.revision.desc()).limit(1))
    return _frozen(row) if row is not None else None


def by_id(session: Session, return_id: int) -> FrozenReturn:
    """Return an approved return by its number."""
    return _frozen(session.get_one(Return, return_id))


def _known(row: Return) -> ApprovedReturn:
    return ApprovedReturn(
        row.id,
        row.set_code,
        row.period,
        row.first,
        row.last,
        row.revision,
        row.check_code,
        row.sha256,
        row.file_name,
        row.created_at,
        row.created_by,
        row.note,
        row.exported_at,
        row.sent_on,
        row.acknowledged_on,
    )


def _frozen(row: Return) -> FrozenReturn:
    return FrozenReturn(_known(row), thawed(row.frozen) if row.frozen else None, row.words)


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
