"""What the annexes of a plan say of the records: models of its first year by commune, hotspots removed so far."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import CommuneModel, Hotspot, HotspotEvent, ModelYear, Plan, Unit
from db.rules.hotspots import REMOVED, REOPENED
from db.rules.periods import Span, parse_period
from db.rules.plan_paper import ModelCount, RemovedHotspot
from db.services import offices, units

_KEPT, _NEW = "kept", "new"


def model_counts(session: Session, plan: Plan) -> tuple[ModelCount, ...]:
    """Return by commune how many models go on and how many begin in the plan's first year; none has no row."""
    span = _span(session, plan)
    statement = (
        select(CommuneModel.unit_id, ModelYear.state)
        .join(ModelYear, ModelYear.model_id == CommuneModel.id)
        .where(ModelYear.year == plan.first_year, CommuneModel.unit_id.in_(units.scope(plan.unit_id, span)))
        .where(ModelYear.state.in_((_KEPT, _NEW)))
    )
    states: dict[int, list[str]] = defaultdict(list)
    for unit_id, state in session.execute(statement):
        states[unit_id].append(state)
    listed = (unit for unit in units.below(session, plan.unit_id, span) if unit.id in states)
    return tuple(
        ModelCount(unit.name, states[unit.id].count(_KEPT), states[unit.id].count(_NEW)) for unit in listed
    )


def removed_hotspots(session: Session, plan: Plan) -> tuple[RemovedHotspot, ...]:
    """Return the hotspots removed by the end of the plan's first year, by the year of their last removal.

    One that was opened again since says so.
    """
    span = _span(session, plan)
    statement = (
        select(Unit.name, Hotspot.id, Hotspot.place, HotspotEvent.happened_on, HotspotEvent.what)
        .join(Hotspot, Hotspot.unit_id == Unit.id)
        .join(HotspotEvent)
        .where(Unit.id.in_(units.scope(plan.unit_id, span)), HotspotEvent.happened_on <= span.last)
        .order_by(Unit.code, Hotspot.id, HotspotEvent.happened_on, HotspotEvent.id)
    )
    rule = offices.current(session).cut_off
    found: dict[int, RemovedHotspot] = {}
    for locality, hotspot_id, place, day, what in session.execute(statement):
        if what == REMOVED:
            found[hotspot_id] = RemovedHotspot(locality, place, rule.year_of(day))
        elif what == REOPENED and hotspot_id in found:
            found[hotspot_id] = RemovedHotspot(locality, place, found[hotspot_id].year, reopened=True)
    return tuple(found.values())


def _span(session: Session, plan: Plan) -> Span:
    return parse_period(str(plan.first_year)).span(offices.current(session).cut_off)
