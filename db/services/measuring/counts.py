"""How many records of each kind the book holds."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import (
    CommuneModel,
    Establishment,
    Figure,
    Hotspot,
    Inspection,
    Official,
    OutreachActivity,
    Plan,
    Return,
    ReturnFile,
    ScoreSheet,
    TrainingSession,
    Unit,
)
from db.records.base import Base

_COUNTED: Mapping[str, type[Base]] = {
    "units": Unit,
    "plans": Plan,
    "trainings": TrainingSession,
    "officials": Official,
    "outreach": OutreachActivity,
    "establishments": Establishment,
    "inspections": Inspection,
    "hotspots": Hotspot,
    "models": CommuneModel,
    "figures": Figure,
    "score_sheets": ScoreSheet,
    "returns": Return,
    "received_files": ReturnFile,
}
# Where each kind lies, for what counts without the mapped classes: a book of an older schema has fewer.
TABLES: Mapping[str, str] = {kind: record.__tablename__ for kind, record in _COUNTED.items()}


def records(session: Session) -> dict[str, int]:
    """Return the number of records by kind."""
    return {
        kind: session.scalar(select(func.count()).select_from(record)) or 0
        for kind, record in _COUNTED.items()
    }
