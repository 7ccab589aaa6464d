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
}


def records(session: Session) -> dict[str, int]:
    """Return the number of records by kind."""
    return {
        kind: session.scalar(select(func.count()).select_from(record)) or 0
        for kind, record in _COUNTED.items()
    }
