"""The facts of establishments, inspections, hotspots, models and figures.

Establishments, hotspots and models outlive the unit that they name: after a merger they count for the unit that took
it over whole.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

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
from db.rules.hotspots import REMOVED, REOPENED
from db.rules.periods import Span
from db.services.measuring.fact_parts import Columns, During, Facts, columns, last_day, on_day, whole_span


def _open_on_last(span: Span) -> ColumnElement[bool]:
    began = or_(Establishment.opened_on.is_(None), Establishment.opened_on <= span.last)
    return and_(began, or_(Establishment.closed_on.is_(None), Establishment.closed_on >= span.last))


def _latest_count(count: Any) -> During:
    counted = select(count).where(Workforce.establishment_id == Establishment.id)
    newest = counted.order_by(Workforce.counted_on.desc()).limit(1)
    return lambda span: (
        newest.where(Workforce.counted_on <= span.last).correlate(Establishment).scalar_subquery()
    )


def _committed(span: Span) -> ColumnElement[int]:
    signed = exists().where(
        Commitment.establishment_id == Establishment.id, Commitment.signed_on <= span.last
    )
    return case((signed.correlate(Establishment), 1), else_=0)


_INSPECTED = on_day(Inspection.held_on)


def _inspected(during: During, home_days: Any) -> Facts:
    filters = {"kind": Establishment.kind.expression, "team": Inspection.team.expression}
    rows = Inspection.__table__.join(Establishment.__table__)
    values = columns(Inspection, "establishment_id")
    return Facts(rows, Establishment.unit_id.expression, during, filters, values, home_days)


def _found_by_last(span: Span) -> ColumnElement[bool]:
    return Hotspot.found_on <= span.last


def _open_hotspot(span: Span) -> ColumnElement[int]:
    events = select(HotspotEvent.what).where(
        HotspotEvent.hotspot_id == Hotspot.id, HotspotEvent.happened_on <= span.last
    )
    newest = events.order_by(HotspotEvent.happened_on.desc(), HotspotEvent.id.desc()).limit(1)
    last = newest.correlate(Hotspot).scalar_subquery()
    return case((func.coalesce(last, REOPENED) == REOPENED, 1), else_=0)


def _found(span: Span) -> ColumnElement[int]:
    return case((on_day(Hotspot.found_on)(span), 1), else_=0)


def _happened(what: str) -> During:
    events = select(func.count()).where(HotspotEvent.hotspot_id == Hotspot.id, HotspotEvent.what == what)
    return lambda span: (
        events.where(on_day(HotspotEvent.happened_on)(span)).correlate(Hotspot).scalar_subquery()
    )


def _models(condition: ColumnElement[bool] | None = None) -> Facts:
    rows = ModelYear.__table__.join(CommuneModel.__table__)
    filters: Columns = {"kind": CommuneModel.kind.expression, "state": ModelYear.state.expression}
    return Facts(
        rows if condition is None else rows.join(Unit.__table__, condition),
        CommuneModel.unit_id.expression,
        lambda span: ModelYear.year == span.year,
        filters,
        home_days=last_day,
    )


def _wholly_within(span: Span) -> ColumnElement[bool]:
    return and_(Figure.first_on >= span.first, Figure.last_on <= span.last)


def _last_within(span: Span) -> ColumnElement[bool]:
    later = aliased(Figure)
    follows = exists().where(
        later.definition == Figure.definition,
        later.unit_id == Figure.unit_id,
        later.last_on > Figure.last_on,
        later.last_on <= span.last,
    )
    return and_(_wholly_within(span), ~follows.correlate(Figure))


def _figures(during: During) -> Facts:
    filters, values = columns(Figure, "definition"), columns(Figure, "value")
    return Facts(Figure.__table__, Figure.unit_id.expression, during, filters, values)


REGISTER_FACTS: Mapping[str, Facts] = {
    "establishments": Facts(
        Establishment.__table__,
        Establishment.unit_id.expression,
        _open_on_last,
        columns(Establishment, "kind"),
        {
            "workers": _latest_count(Workforce.workers),
            "female": _latest_count(Workforce.female),
            "committed": _committed,
        },
        last_day,
    ),
    "establishments_inspected": _inspected(_INSPECTED, whole_span),
    "establishments_inspected_open": _inspected(
        lambda span: and_(_INSPECTED(span), _open_on_last(span)), last_day
    ),
    "inspections": Facts(
        Inspection.__table__,
        Inspection.unit_id.expression,
        on_day(Inspection.held_on),
        columns(Inspection, "team"),
        # A visit that found nothing is a recorded 0.
        {"breach": case((Inspection.breach.is_(True), 1), else_=0)},
    ),
    "handlings": Facts(
        Handling.__table__.join(Inspection.__table__),
        Inspection.unit_id.expression,
        on_day(Inspection.held_on),
        {"form": Handling.form.expression, "team": Inspection.team.expression},
        columns(Handling, "fine"),
    ),
    "hotspots": Facts(
        Hotspot.__table__,
        Hotspot.unit_id.expression,
        _found_by_last,
        columns(Hotspot, "kind"),
        {"open": _open_hotspot},
        last_day,
    ),
    "hotspot_history": Facts(
        Hotspot.__table__,
        Hotspot.unit_id.expression,
        _found_by_last,
        columns(Hotspot, "kind"),
        {"found": _found, "removed": _happened(REMOVED), "reopened": _happened(REOPENED)},
        whole_span,
    ),
    "models": _models(),
    "model_communes": _models(
        and_(CommuneModel.unit_id == Unit.id, Unit.level == 3, ModelYear.state.in_(("new", "kept")))
    ),
    "figures": _figures(_wholly_within),
    "figures_latest": _figures(_last_within),
}
