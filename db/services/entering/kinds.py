"""Which mapped class holds the records of each kind that is typed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import InstrumentedAttribute

from db import records
from db.records.base import Base
from db.rules.entries import EntryKind
from db.rules.entry_kinds import ENTRY_KINDS

if TYPE_CHECKING:
    from db.records import (
        Commitment,
        CommuneModel,
        Establishment,
        Figure,
        Handling,
        Hotspot,
        HotspotEvent,
        Inspection,
        ModelYear,
        Official,
        OutreachActivity,
        Plan,
        PlanSection,
        Target,
        Task,
        TrainingSession,
        Workforce,
    )

    Record = type[
        OutreachActivity
        | TrainingSession
        | Official
        | Plan
        | PlanSection
        | Target
        | Task
        | Establishment
        | Commitment
        | Workforce
        | Inspection
        | Handling
        | Hotspot
        | HotspotEvent
        | CommuneModel
        | ModelYear
        | Figure
    ]


@dataclass(frozen=True)
class Stored:
    """A kind and the name of its class, which is mapped when a record of the kind is wanted.

    `parent` is the key of the record of kind `parent_kind` that it belongs to, `day` that of the day on which its
    unit must exist (with `until`: on some day from one to the other), `lives` those of the day or year from which and
    of the day until which it is there itself: on one of those days its unit must have been there too, an empty end is
    open. `title` is the key of its words where another record links to it. No two records have the same values in all
    keys of `unique`.
    """

    entry: EntryKind
    record_name: str
    parent: str = ""
    parent_kind: str = ""
    day: str = ""
    until: str = ""
    lives: tuple[str, str] = ("", "")
    title: str = ""
    unique: tuple[str, ...] = ()

    @cached_property
    def record(self) -> "Record":
        """Return the class."""
        found: Record = getattr(records, self.record_name)
        return found

    @property
    def is_ordered(self) -> bool:
        """Tell whether its records have a place among those of the same parent."""
        return "position" in self.record.__table__.columns


def _part(name: str, record: str) -> Stored:
    return Stored(ENTRY_KINDS[name], record, "plan_id", "plans")


_ESTABLISHMENT, _INSPECTION = ("establishment_id", "establishments"), ("inspection_id", "inspections")
_HOTSPOT, _MODEL = ("hotspot_id", "hotspots"), ("model_id", "models")

STORED: Mapping[str, Stored] = {
    stored.entry.name: stored
    for stored in (
        Stored(ENTRY_KINDS["outreach"], "OutreachActivity", day="held_on"),
        Stored(ENTRY_KINDS["trainings"], "TrainingSession", day="ends_on"),
        Stored(ENTRY_KINDS["officials"], "Official", lives=("from_on", "to_on")),
        Stored(ENTRY_KINDS["plans"], "Plan"),
        _part("sections", "PlanSection"),
        _part("targets", "Target"),
        _part("tasks", "Task"),
        Stored(
            ENTRY_KINDS["establishments"], "Establishment", lives=("opened_on", "closed_on"), title="name"
        ),
        Stored(
            ENTRY_KINDS["commitments"],
            "Commitment",
            *_ESTABLISHMENT,
            unique=("establishment_id", "signed_on"),
        ),
        Stored(
            ENTRY_KINDS["workforces"], "Workforce", *_ESTABLISHMENT, unique=("establishment_id", "counted_on")
        ),
        Stored(ENTRY_KINDS["inspections"], "Inspection", day="held_on"),
        Stored(ENTRY_KINDS["handlings"], "Handling", *_INSPECTION),
        Stored(ENTRY_KINDS["hotspots"], "Hotspot", day="found_on"),
        Stored(ENTRY_KINDS["hotspot_events"], "HotspotEvent", *_HOTSPOT),
        Stored(ENTRY_KINDS["models"], "CommuneModel", lives=("started_year", "")),
        Stored(ENTRY_KINDS["model_years"], "ModelYear", *_MODEL, unique=("model_id", "year")),
        Stored(
            ENTRY_KINDS["figures"],
            "Figure",
            day="first_on",
            until="last_on",
            unique=("definition", "unit_id", "period"),
        ),
    )
}


def column(record: type[Base], key: str) -> InstrumentedAttribute[object]:
    """Return a mapped column by its name."""
    attribute: InstrumentedAttribute[object] = getattr(record, key)
    return attribute


def row_values(stored: Stored, record: Any) -> dict[str, Any]:
    """Return the values of a record's fields, and those that its kind is described by: its parent and its days."""
    keys = [field.key for field in stored.entry.fields]
    beside = [key for key in (stored.parent, stored.day, stored.until) if key]
    return {key: getattr(record, key) for key in (*keys, *beside)}
