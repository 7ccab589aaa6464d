"""One measure as a table of units and periods, and the records behind each of its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.records import (
    CommuneModel,
    Establishment,
    Figure,
    Hotspot,
    Inspection,
    Official,
    OutreachActivity,
    ScoreSheet,
    Task,
    TrainingSession,
    Unit,
)
from db.rules.formats import Number
from db.rules.measures import MeasureKind, MeasureRef
from db.rules.periods import Span
from db.services import content, measures, units
from db.services.units import UnitInfo


@dataclass(frozen=True)
class MeasureTable:
    """Values by unit, and for the whole scope, each with one place for every span that was asked for."""

    units: tuple[UnitInfo, ...]
    by_unit: Mapping[int, tuple[Number | None, ...]]
    totals: tuple[Number | None, ...]


@dataclass(frozen=True)
class Behind:
    """The records that a number was counted from, by their numbers, with what each adds; the last entered first."""

    kind: str
    added: Mapping[int, Number | None]


_OFFICIALS, _ESTABLISHMENTS = ("officials", Official.id), ("establishments", Establishment.id)
# Which records the facts of a source are found in; a score sheet goes by the number of its commune.
ORIGINS: Mapping[str, tuple[str, Any]] = {
    "units": ("units", Unit.id),
    "outreach": ("outreach", OutreachActivity.id),
    "outreach_communes": ("outreach", OutreachActivity.id),
    "outreach_quarters": ("units", Unit.id),
    "trainings": ("trainings", TrainingSession.id),
    "attendances": _OFFICIALS,
    "attendances_in_post": _OFFICIALS,
    "officials": _OFFICIALS,
    "establishments": _ESTABLISHMENTS,
    "establishments_inspected": _ESTABLISHMENTS,
    "establishments_inspected_open": _ESTABLISHMENTS,
    "inspections": ("inspections", Inspection.id),
    "handlings": ("inspections", Inspection.id),
    "hotspots": ("hotspots", Hotspot.id),
    "hotspot_history": ("hotspots", Hotspot.id),
    "models": ("models", CommuneModel.id),
    "model_communes": ("models", CommuneModel.id),
    "figures": ("figures", Figure.id),
    "figures_latest": ("figures", Figure.id),
    "tasks_due": ("tasks", Task.id),
    "tasks_done": ("tasks", Task.id),
    "self_scores": ("scores", ScoreSheet.unit_id),
    "appraised_scores": ("scores", ScoreSheet.unit_id),
}


def table(session: Session, ref: MeasureRef, *, unit_id: int, spans: Sequence[Span]) -> MeasureTable:
    """Answer a measure for a unit and all below it over each span; a unit above the communes only where it has values.

    Totals are asked for and never added up here: what does not add up is counted anew, a ratio comes from its parts.
    """
    found = [measures.answers(session, [ref], unit_id=unit_id, span=span)[ref.expression] for span in spans]
    known = _known(session, unit_id, spans)
    rows = {unit.id: tuple(answer.by_unit.get(unit.id) for answer in found) for unit in known}
    lowest = max((unit.level for unit in known), default=0)
    shown = tuple(unit for unit in known if unit.level == lowest or any(v is not None for v in rows[unit.id]))
    return MeasureTable(
        shown, {unit.id: rows[unit.id] for unit in shown}, tuple(answer.total for answer in found)
    )


def behind(session: Session, ref: MeasureRef, *, unit_id: int, span: Span, only: int | None = None) -> Behind:
    """Return the records behind a number of a scope, or of `only` one unit in it; of a ratio, of its upper part."""
    counted = ref
    if ref.measure.kind is MeasureKind.RATIO:
        upper = (ref.measure.parts or ("",))[0]
        counted = ref.part(upper, content.measure_catalogue(session))
    kind, key = ORIGINS[counted.measure.source]
    return Behind(kind, measures.counted(session, counted, key, unit_id=unit_id, span=span, only=only))


def _known(session: Session, unit_id: int, spans: Sequence[Span]) -> tuple[UnitInfo, ...]:
    whole = Span(min(span.first for span in spans), max(span.last for span in spans), spans[-1].year)
    return units.below(session, unit_id, whole)
