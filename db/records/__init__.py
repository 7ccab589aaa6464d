"""Mapped classes. Each is mapped when somebody asks for it: a start maps what its first list shows, not all tables.

Whoever asks this package for `Base` makes the whole schema known.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_MODULES: Mapping[str, tuple[str, ...]] = {
    "content": ("Content",),
    "establishments": ("Commitment", "Establishment", "Workforce"),
    "figures": ("Figure",),
    "history": ("Change", "Draft", "Step"),
    "hotspots": ("Hotspot", "HotspotEvent"),
    "inspections": ("Handling", "Inspection"),
    "models": ("CommuneModel", "ModelYear"),
    "offices": ("Office", "OfficeNamesOfTime"),
    "origins": ("Origin", "SourceBook"),
    "outreach": ("OutreachActivity",),
    "plans": (
        "Plan",
        "PlanAmendment",
        "PlanSection",
        "Target",
        "TargetShare",
        "TargetValue",
        "TargetYear",
        "Task",
    ),
    "returns": (
        "ReportText",
        "Return",
        "ReturnCell",
        "ReturnFile",
        "ReturnMark",
        "ReturnTemplate",
        "ReturnWord",
        "ReturnWork",
    ),
    "scores": ("ScoreEvidence", "ScoreFile", "ScoreMark", "ScoreSheet", "ScoreStep"),
    "trainings": ("Attendance", "Official", "TrainingSession"),
    "units": ("Succession", "Unit", "UnitList"),
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _PLACES:
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    if name != "Base":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    for module in _MODULES:
        import_module(f"{__name__}.{module}")
    return import_module(f"{__name__}.base").Base
