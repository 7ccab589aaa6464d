"""Mapped classes. Importing this package makes the whole schema known."""

from db.records.base import Base
from db.records.content import Content
from db.records.establishments import Commitment, Establishment, Workforce
from db.records.figures import Figure
from db.records.history import Change, Draft, Step
from db.records.hotspots import Hotspot, HotspotEvent
from db.records.inspections import Handling, Inspection
from db.records.models import CommuneModel, ModelYear
from db.records.offices import Office, OfficeNamesOfTime
from db.records.origins import Origin, SourceBook
from db.records.outreach import OutreachActivity
from db.records.plans import (
    Plan,
    PlanAmendment,
    PlanSection,
    Target,
    TargetShare,
    TargetValue,
    TargetYear,
    Task,
)
from db.records.returns import (
    ReportText,
    Return,
    ReturnCell,
    ReturnFile,
    ReturnMark,
    ReturnTemplate,
    ReturnWord,
    ReturnWork,
)
from db.records.scores import ScoreEvidence, ScoreFile, ScoreMark, ScoreSheet, ScoreStep
from db.records.trainings import Attendance, Official, TrainingSession
from db.records.units import Succession, Unit, UnitList

__all__ = [
    "Attendance",
    "Base",
    "Change",
    "Commitment",
    "CommuneModel",
    "Content",
    "Draft",
    "Establishment",
    "Figure",
    "Handling",
    "Hotspot",
    "HotspotEvent",
    "Inspection",
    "ModelYear",
    "Office",
    "OfficeNamesOfTime",
    "Official",
    "Origin",
    "OutreachActivity",
    "Plan",
    "PlanAmendment",
    "PlanSection",
    "ReportText",
    "Return",
    "ReturnCell",
    "ReturnFile",
    "ReturnMark",
    "ReturnTemplate",
    "ReturnWord",
    "ReturnWork",
    "ScoreEvidence",
    "ScoreFile",
    "ScoreMark",
    "ScoreSheet",
    "ScoreStep",
    "SourceBook",
    "Step",
    "Succession",
    "Target",
    "TargetShare",
    "TargetValue",
    "TargetYear",
    "Task",
    "TrainingSession",
    "Unit",
    "UnitList",
    "Workforce",
]
