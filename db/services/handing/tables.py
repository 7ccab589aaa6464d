"""Which tables a handed book brings, what in them names a row of another, and what belongs to what."""

from collections.abc import Mapping
from functools import cache

from db.records import (
    Attendance,
    Base,
    Commitment,
    CommuneModel,
    Content,
    Establishment,
    Figure,
    Handling,
    Hotspot,
    HotspotEvent,
    Inspection,
    ModelYear,
    OfficeNamesOfTime,
    Official,
    Origin,
    OutreachActivity,
    Plan,
    PlanAmendment,
    PlanSection,
    ReportText,
    Return,
    ReturnMark,
    ScoreEvidence,
    ScoreMark,
    ScoreSheet,
    ScoreStep,
    SourceBook,
    Succession,
    Target,
    TargetShare,
    TargetValue,
    TargetYear,
    Task,
    TrainingSession,
    Unit,
    UnitList,
    Workforce,
)

# Records as officers count them, by the word for their kind.
KINDS: Mapping[str, type[Base]] = {
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
    "return_marks": ReturnMark,
    "report_texts": ReportText,
}
# What belongs to another record goes wherever that goes; an attendance belongs to its training session.
PARTS: Mapping[type[Base], str] = {
    PlanAmendment: "plan_id",
    PlanSection: "plan_id",
    Target: "plan_id",
    TargetYear: "target_id",
    TargetShare: "target_id",
    TargetValue: "target_id",
    Task: "plan_id",
    Attendance: "session_id",
    Commitment: "establishment_id",
    Workforce: "establishment_id",
    Handling: "inspection_id",
    HotspotEvent: "hotspot_id",
    ModelYear: "model_id",
    ScoreMark: "sheet_id",
    ScoreStep: "sheet_id",
    ScoreEvidence: "sheet_id",
}
# What no officer counts: units and lists of them, names that offices printed, content that records rest on.
BESIDE: tuple[type[Base], ...] = (Unit, UnitList, Succession, OfficeNamesOfTime, Content, SourceBook, Origin)
# Made from the rest of the row, or of this book alone.
LEFT_OUT = frozenset({"search", "sort_key"})

_MAPPED: tuple[type[Base], ...] = (*KINDS.values(), *PARTS)
_ORDER = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
# Parents before what names them; last of all the amendments, which hold a whole plan with its parts.
RECORDS: tuple[type[Base], ...] = tuple(
    sorted(_MAPPED, key=lambda mapped: (mapped is PlanAmendment, _ORDER[mapped.__tablename__]))
)
TABLES: Mapping[str, type[Base]] = {mapped.__tablename__: mapped for mapped in (*BESIDE, *RECORDS)}
KIND_OF: Mapping[str, str] = {mapped.__tablename__: kind for kind, mapped in KINDS.items()}


@cache
def links(mapped: type[Base]) -> Mapping[str, str]:
    """Return the columns of a class that name a row of another table, each with that table."""
    columns = mapped.__table__.columns
    return {
        column.key: next(iter(column.foreign_keys)).column.table.name
        for column in columns
        if column.foreign_keys
    }


@cache
def carried(mapped: type[Base]) -> tuple[str, ...]:
    """Return the columns of a class that a handed book brings."""
    return tuple(column.key for column in mapped.__table__.columns if column.key not in LEFT_OUT)
