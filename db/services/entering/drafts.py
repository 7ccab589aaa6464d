"""Drafts: what was typed in a form that is not yet a record. Not counted by any measure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Draft as DraftRecord
from db.rules.text import nfc


@dataclass(frozen=True)
class Draft:
    """Typed texts by field, last kept `at`; of a record (`record_id`), or of a new one below `parent_id`."""

    id: int
    kind: str
    record_id: int | None
    parent_id: int | None
    raw: Mapping[str, str]
    at: datetime


def keep(
    session: Session,
    kind: str,
    raw: Mapping[str, str],
    *,
    record_id: int | None = None,
    parent_id: int | None = None,
    draft_id: int | None = None,
) -> int:
    """Keep what was typed, as a new draft or in place of an earlier one, and return the draft's number."""
    record = session.get(DraftRecord, draft_id) if draft_id is not None else None
    if record is None:
        record = DraftRecord(kind=kind, record_id=record_id, parent_id=parent_id)
        session.add(record)
    record.raw = json.dumps({key: nfc(text) for key, text in raw.items()}, ensure_ascii=False)
    record.at = session.info["clock"]()
    session.flush()
    return record.id


def of_kind(session: Session, kind: str) -> tuple[Draft, ...]:
    """Return the drafts of a kind, the oldest first."""
    records = session.scalars(select(DraftRecord).where(DraftRecord.kind == kind).order_by(DraftRecord.id))
    return tuple(
        Draft(record.id, record.kind, record.record_id, record.parent_id, json.loads(record.raw), record.at)
        for record in records
    )


def discard(session: Session, draft_id: int) -> None:
    """Drop a draft; one that is gone already is no error."""
    record = session.get(DraftRecord, draft_id)
    if record is not None:
        session.delete(record)
        session.flush()
