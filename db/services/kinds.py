"""Which mapped class holds the records of each kind that is typed in."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import InstrumentedAttribute

from db.records import Official, OutreachActivity, Plan, PlanSection, Target, Task, TrainingSession
from db.records.base import Base
from db.rules.entries import EntryKind
from db.rules.entry_kinds import ENTRY_KINDS

Record = type[OutreachActivity | TrainingSession | Official | Plan | PlanSection | Target | Task]


@dataclass(frozen=True)
class Stored:
    """A kind, its class, the key of the record it belongs to, and the day on which its unit must exist."""

    entry: EntryKind
    record: Record
    parent: str = ""
    day: str = ""


STORED: Mapping[str, Stored] = {
    stored.entry.name: stored
    for stored in (
        Stored(ENTRY_KINDS["outreach"], OutreachActivity, day="held_on"),
        Stored(ENTRY_KINDS["trainings"], TrainingSession, day="ends_on"),
        Stored(ENTRY_KINDS["officials"], Official),
        Stored(ENTRY_KINDS["plans"], Plan),
        Stored(ENTRY_KINDS["sections"], PlanSection, parent="plan_id"),
        Stored(ENTRY_KINDS["targets"], Target, parent="plan_id"),
        Stored(ENTRY_KINDS["tasks"], Task, parent="plan_id"),
    )
}


def column(record: type[Base], key: str) -> InstrumentedAttribute[object]:
    """Return a mapped column by its name."""
    attribute: InstrumentedAttribute[object] = getattr(record, key)
    return attribute
