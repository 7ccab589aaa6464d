"""One measure as a table of units and periods, and the records behind each of its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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
from db.rules.successions import Gap
from db.services import content, units
from db.services.measuring import looking, measures
from db.services.measuring.looking import Looking, Source
from db.services.measuring.restating import Restated
from db.services.units import UnitInfo


@dataclass(frozen=True)
class MeasureTable:
    """Values by unit, and for the whole scope, each with one place for every span that was asked for.

    A value that is missing because it is not comparable has its reason in the same place of `gaps` or `total_gaps`.
    Where it is `shared_out`, the values of the scope's own unit are what the units of the day cannot share.
    """

    units: tuple[UnitInfo, ...]
    by_unit: Mapping[int, tuple[Number | None, ...]]
    totals: tuple[Number | None, ...]
    gaps: Mapping[int, tuple[Gap | None, ...]]
    total_gaps: tuple[Gap | None, ...]
    shared_out: bool = False


@dataclass(frozen=True)
class Behind:
    """The records that a number was counted from, by their numbers, with what each adds; the last entered first.

    Of a restated number `sources` are the units behind it, each with its own value, which add up to it where
    `adds_up`; `gap` is why there is none.
    """

    kind: str
    added: Mapping[int, Number | None]
    sources: tuple[Source, ...] = ()
    adds_up: bool = False
    gap: Gap | None = None


_ADDS_UP = (MeasureKind.FLOW, MeasureKind.STOCK)
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
    "registered_scores": ("scores", ScoreSheet.unit_id),
    "self_scores": ("scores", ScoreSheet.unit_id),
    "appraised_scores": ("scores", ScoreSheet.unit_id),
    "recognised_scores": ("scores", ScoreSheet.unit_id),
}


def table(
    session: Session, ref: MeasureRef, *, unit_id: int, spans: Sequence[Span], day: date | None = None
) -> MeasureTable:
    """Answer a measure for a unit and all below it over each span; a unit above the communes only where it has values.

    Totals are asked for and never added up here: what does not add up is counted anew, a ratio comes from its parts.
    With a `day`, each span is restated into its borders.
    """
    look = Looking(session, unit_id=unit_id, day=day)
    seen = [look.seen([ref], span) for span in spans]
    known = _known(session, unit_id, spans, seen)
    rows = {unit.id: tuple(restated.number(ref, unit.id) for restated in seen) for unit in known}
    gaps = {unit.id: tuple(restated.gap_of(ref.measure, unit.id) for restated in seen) for unit in known}
    lowest = max((unit.level for unit in known), default=0)
    shown = tuple(unit for unit in known if unit.level == lowest or any(v is not None for v in rows[unit.id]))
    return MeasureTable(
        shown,
        {unit.id: rows[unit.id] for unit in shown},
        tuple(restated.number(ref) for restated in seen),
        {unit.id: gaps[unit.id] for unit in shown},
        tuple(restated.gap_of(ref.measure) for restated in seen),
        shared_out=any(
            unit.id == unit_id and restated.shares_out(unit) for unit in known for restated in seen
        ),
    )


def behind(
    session: Session,
    ref: MeasureRef,
    *,
    unit_id: int,
    span: Span,
    only: int | None = None,
    day: date | None = None,
) -> Behind:
    """Return the records behind a number of a scope, or of `only` one unit in it; of a ratio, of its upper part.

    With a `day` it is the number restated into its borders: its records are those of the units behind it.
    """
    counted = ref
    if ref.measure.kind is MeasureKind.RATIO:
        upper = (ref.measure.parts or ("",))[0]
        counted = ref.part(upper, content.measure_catalogue(session))
    kind, key = ORIGINS[counted.measure.source]
    seen = looking.seen(session, [ref], unit_id=unit_id, span=span, day=day)
    if not seen.homes:
        until = units.by_id(session, unit_id).valid_to
        found = measures.counted(session, counted, key, unit_id=unit_id, span=span, only=only, until=until)
        return Behind(kind, found)
    homes = {unit: home for unit, home in seen.homes.items() if only in (None, home)}
    sources = looking.sources(session, [ref], seen, span=span)[ref.expression]
    return Behind(
        kind,
        measures.counted_in(session, counted, key, homes=homes, span=span),
        looking.named([source for source in sources if source.unit.id in homes]),
        ref.measure.kind in _ADDS_UP and not ref.measure.of_scores,
        seen.gap_of(ref.measure, only),
    )


def _known(
    session: Session, unit_id: int, spans: Sequence[Span], seen: Sequence[Restated]
) -> tuple[UnitInfo, ...]:
    """Return the units of the day, the scope's own first; of what was not restated, those of the spans."""
    there = {unit for restated in seen for unit in restated.scope}
    if there:
        own, listed = units.by_id(session, unit_id), units.by_ids(session, there - {unit_id})
        return (own, *listed)
    whole = Span(min(span.first for span in spans), max(span.last for span in spans), spans[-1].year)
    return units.below(session, unit_id, whole)
