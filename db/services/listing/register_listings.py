"""The lists of establishments, inspections, hotspots, models, figures, and of what belongs to each."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, cast, func, or_, select, true

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
from db.rules.hotspots import REMOVED
from db.rules.periods import Span
from db.services.listing.listing_parts import UNIT, Columns, Listing, columns, task_of
from db.services.measuring.fact_parts import on_day


def _latest(value: Any, of: type[Base], belongs: ColumnElement[bool], *order: Any) -> ColumnElement[Any]:
    """Return a value of the last of the records that belong to the listed one."""
    newest_first = [key.desc() for key in order]
    return select(value).where(belongs).order_by(*newest_first).limit(1).correlate(of).scalar_subquery()


def _by(day: Any, span: Span | None) -> ColumnElement[bool]:
    return true() if span is None else day <= span.last


def _opened_by(span: Span) -> ColumnElement[bool]:
    return or_(Establishment.opened_on.is_(None), Establishment.opened_on <= span.last)


def _establishment_at(span: Span | None) -> Columns:
    """Return what an establishment was last; one that is closed has no workers."""
    closed_on = Establishment.closed_on
    is_closed = and_(closed_on.is_not(None), true() if span is None else closed_on < span.last)
    counted = and_(Workforce.establishment_id == Establishment.id, _by(Workforce.counted_on, span))
    workers, female = (
        case((is_closed, None), else_=_latest(value, Establishment, counted, Workforce.counted_on))
        for value in (Workforce.workers, Workforce.female)
    )
    signed = and_(Commitment.establishment_id == Establishment.id, _by(Commitment.signed_on, span))
    inspected = and_(Inspection.establishment_id == Establishment.id, _by(Inspection.held_on, span))
    return {
        "workers": workers,
        "female": female,
        "committed_on": _newest(Commitment.signed_on, signed),
        "inspected_on": _newest(Inspection.held_on, inspected),
        "closed": is_closed,
        "state": case((is_closed, "closed"), else_="open"),
    }


def _newest(day: Any, belongs: ColumnElement[bool]) -> ColumnElement[Any]:
    # Not the bare column: SQLite would walk its index down from the last day, once for each establishment.
    newest = func.max(func.coalesce(day, day))
    return select(newest).where(belongs).correlate(Establishment).scalar_subquery()


def _hotspot_at(span: Span | None) -> Columns:
    happened = and_(HotspotEvent.hotspot_id == Hotspot.id, _by(HotspotEvent.happened_on, span))
    order = (HotspotEvent.happened_on, HotspotEvent.id)
    what = _latest(HotspotEvent.what, Hotspot, happened, *order)
    return {
        "state": func.coalesce(what, "open"),
        "event_on": _latest(HotspotEvent.happened_on, Hotspot, happened, *order),
        "removed": func.coalesce(what == REMOVED, False),
    }


def _written(year: Any) -> ColumnElement[Any]:
    # A year is no count: it is written without a dot.
    return cast(year, String)


def _model_at(span: Span | None) -> Columns:
    """Return how a model stood in the year of a span; a year without a record has no state."""
    of_model = ModelYear.model_id == CommuneModel.id
    of_year = of_model if span is None else and_(of_model, ModelYear.year == span.year)
    return {
        "state": _latest(ModelYear.state, CommuneModel, of_year, ModelYear.year),
        "year": _written(_latest(ModelYear.year, CommuneModel, of_model, ModelYear.year)),
    }


def _found_by(span: Span) -> ColumnElement[bool]:
    return Hotspot.found_on <= span.last


def _begun_by(span: Span) -> ColumnElement[bool]:
    return or_(CommuneModel.started_year.is_(None), CommuneModel.started_year <= span.year)


def _wholly_within(span: Span) -> ColumnElement[bool]:
    return and_(Figure.first_on >= span.first, Figure.last_on <= span.last)


_HANDLED = select(func.count(Handling.id)).where(Handling.inspection_id == Inspection.id)
_FINES = select(func.sum(Handling.fine)).where(Handling.inspection_id == Inspection.id)
_NAME = select(Establishment.name).where(Establishment.id == Inspection.establishment_id)

LISTINGS: Mapping[str, Listing] = {
    "establishments": Listing(
        columns(Establishment, "name", "kind", "address", "licence", "opened_on", "closed_on") | UNIT,
        ("workers", "female"),
        _opened_by,
        (Unit.sort_key.expression, func.vn_sort(Establishment.name)),
        order_by_unit=True,
        words={"state": "establishment_states"},
        dated=_establishment_at,
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
        | task_of(Inspection.task_id)
        | UNIT,
        ("breach", "handlings", "fines"),
        on_day(Inspection.held_on),
        (Inspection.held_on.desc(),),
    ),
    "handlings": Listing(columns(Handling, "form", "fine"), ("fine",), order=(Handling.id.desc(),)),
    "hotspots": Listing(
        columns(Hotspot, "found_on", "place", "kind") | UNIT,
        during=_found_by,
        order=(Hotspot.found_on.desc(),),
        words={"state": "hotspot_states"},
        dated=_hotspot_at,
    ),
    "hotspot_events": Listing(
        columns(HotspotEvent, "happened_on", "what"), order=(HotspotEvent.happened_on.desc(),)
    ),
    "models": Listing(
        columns(CommuneModel, "name", "kind")
        | {"started_year": _written(CommuneModel.started_year)}
        | task_of(CommuneModel.task_id)
        | UNIT,
        during=_begun_by,
        order=(Unit.sort_key.expression, func.vn_sort(CommuneModel.name)),
        order_by_unit=True,
        words={"state": "model_states"},
        dated=_model_at,
    ),
    "model_years": Listing(
        {"year": _written(ModelYear.year)} | columns(ModelYear, "state"), order=(ModelYear.year.desc(),)
    ),
    "figures": Listing(
        columns(Figure, "period", "first_on", "last_on", "definition", "value", "note") | UNIT,
        during=_wholly_within,
        order=(Figure.last_on.desc(), Figure.unit_id.expression, Figure.definition.expression),
    ),
}
