"""The lists of establishments, inspections, hotspots, models, figures, and of what belongs to each."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

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
    Unit,
    Workforce,
)
from db.records.base import Base
from db.rules.periods import Span
from db.services.fact_parts import on_day
from db.services.listing_parts import UNIT, Listing, columns


def _latest(value: Any, of: type[Base], belongs: ColumnElement[bool], *order: Any) -> ColumnElement[Any]:
    """Return a value of the last of the records that belong to the listed one."""
    newest_first = [key.desc() for key in order]
    return select(value).where(belongs).order_by(*newest_first).limit(1).correlate(of).scalar_subquery()


def _open_during(span: Span) -> ColumnElement[bool]:
    began = or_(Establishment.opened_on.is_(None), Establishment.opened_on <= span.last)
    return and_(began, or_(Establishment.closed_on.is_(None), Establishment.closed_on >= span.first))


def _found_by(span: Span) -> ColumnElement[bool]:
    return Hotspot.found_on <= span.last


def _begun_by(span: Span) -> ColumnElement[bool]:
    return or_(CommuneModel.started_year.is_(None), CommuneModel.started_year <= span.year)


def _wholly_within(span: Span) -> ColumnElement[bool]:
    return and_(Figure.first_on >= span.first, Figure.last_on <= span.last)


_WORKERS = Workforce.establishment_id == Establishment.id
_SIGNED = select(func.max(Commitment.signed_on)).where(Commitment.establishment_id == Establishment.id)
_HANDLED = select(func.count(Handling.id)).where(Handling.inspection_id == Inspection.id)
_FINES = select(func.sum(Handling.fine)).where(Handling.inspection_id == Inspection.id)
_NAME = select(Establishment.name).where(Establishment.id == Inspection.establishment_id)
_EVENTS = HotspotEvent.hotspot_id == Hotspot.id
_YEARS = ModelYear.model_id == CommuneModel.id

REGISTER_LISTINGS: Mapping[str, Listing] = {
    "establishments": Listing(
        columns(Establishment, "name", "kind", "address", "licence", "opened_on", "closed_on")
        | {
            "workers": _latest(Workforce.workers, Establishment, _WORKERS, Workforce.counted_on),
            "female": _latest(Workforce.female, Establishment, _WORKERS, Workforce.counted_on),
            "committed_on": _SIGNED.correlate(Establishment).scalar_subquery(),
        }
        | UNIT,
        ("workers", "female"),
        _open_during,
        (Unit.sort_key.expression, func.vn_sort(Establishment.name)),
        order_by_unit=True,
    ),
    "commitments": Listing(columns(Commitment, "signed_on", "note"), order=(Commitment.signed_on.desc(),)),
    "workforces": Listing(
        columns(Workforce, "counted_on", "workers", "female"), order=(Workforce.counted_on.desc(),)
    ),
    "inspections": Listing(
        columns(Inspection, "held_on", "team", "breach")
        | {
            "establishment": func.coalesce(_NAME.correlate(Inspection).scalar_subquery(), Inspection.place),
            "handlings": func.nullif(_HANDLED.correlate(Inspection).scalar_subquery(), 0),
            "fines": _FINES.correlate(Inspection).scalar_subquery(),
        }
        | UNIT,
        ("handlings", "fines"),
        on_day(Inspection.held_on),
        (Inspection.held_on.desc(),),
    ),
    "handlings": Listing(columns(Handling, "form", "fine"), ("fine",), order=(Handling.id.desc(),)),
    "hotspots": Listing(
        columns(Hotspot, "found_on", "place", "kind")
        | {
            "event": _latest(HotspotEvent.what, Hotspot, _EVENTS, HotspotEvent.happened_on, HotspotEvent.id),
            "event_on": _latest(HotspotEvent.happened_on, Hotspot, _EVENTS, HotspotEvent.happened_on),
        }
        | UNIT,
        during=_found_by,
        order=(Hotspot.found_on.desc(),),
        words={"event": "hotspot_events"},
    ),
    "hotspot_events": Listing(
        columns(HotspotEvent, "happened_on", "what"), order=(HotspotEvent.happened_on.desc(),)
    ),
    "models": Listing(
        columns(CommuneModel, "name", "kind", "started_year")
        | {
            "state": _latest(ModelYear.state, CommuneModel, _YEARS, ModelYear.year),
            "year": _latest(ModelYear.year, CommuneModel, _YEARS, ModelYear.year),
        }
        | UNIT,
        during=_begun_by,
        order=(Unit.sort_key.expression, func.vn_sort(CommuneModel.name)),
        order_by_unit=True,
        words={"state": "model_states"},
    ),
    "model_years": Listing(columns(ModelYear, "year", "state"), order=(ModelYear.year.desc(),)),
    "figures": Listing(
        columns(Figure, "period", "first_on", "last_on", "definition", "value", "note") | UNIT,
        during=_wholly_within,
        order=(Figure.last_on.desc(), Figure.unit_id.expression, Figure.definition.expression),
    ),
}
