"""What a record may not be beside the others that the book holds: twice, out of turn, over the same days."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import CommuneModel, Establishment, Figure, Hotspot, HotspotEvent, Inspection, ModelYear, Unit
from db.rules.entries import typed_text
from db.rules.findings import Finding, Refused
from db.rules.formats import number_text
from db.rules.hotspots import Event, history_findings
from db.services.borders import stand_ins
from db.services.entering.kinds import Stored, column

Row = Mapping[str, Any]

# A new event comes after those of its day.
_LAST = 10**12


def findings(session: Session, stored: Stored, values: Row, record_id: int | None) -> Iterator[Finding]:
    """Judge a record with these values beside all others; `record_id` is its own number, none of a new one."""
    twice = [*_twice(session, stored, values, record_id)]
    yield from twice
    check = _CHECKS.get(stored.entry.name)
    if check is not None and not twice:
        yield from check(session, values, record_id)


def check_removal(session: Session, kind: str, record: Any) -> None:
    """Judge whether the others can do without a record; raises Refused."""
    check = _REMOVALS.get(kind)
    found = tuple(check(session, record)) if check is not None else ()
    if found:
        raise Refused(found)


def _twice(session: Session, stored: Stored, values: Row, record_id: int | None) -> Iterator[Finding]:
    if not stored.unique:
        return
    same = [column(stored.record, key) == values[key] for key in stored.unique]
    number = column(stored.record, "id")
    if session.scalar(select(number).where(*same, number != (record_id or 0))) is not None:
        place = next(field.key for field in stored.entry.fields if field.key in stored.unique)
        yield Finding("kept_already", place, typed_text(values[place]))


def _inspected(session: Session, record: Establishment) -> Iterator[Finding]:
    inspections = select(func.count()).select_from(Inspection)
    count = session.scalar(inspections.where(Inspection.establishment_id == record.id))
    if count:
        yield Finding("establishment_inspected", "name", record.name, {"count": number_text(count)})


def _event_between(session: Session, record: HotspotEvent) -> Iterator[Finding]:
    left = [event for event in _events(session, record.hotspot_id) if event.number != record.id]
    if history_findings(session.get_one(Hotspot, record.hotspot_id).found_on, left):
        yield Finding("event_between", "what", typed_text(record.happened_on))


def _hotspot_history(session: Session, values: Row, record_id: int | None) -> Iterator[Finding]:
    if record_id is None:
        return
    for finding in history_findings(values["found_on"], _events(session, record_id)):
        yield Finding(
            "found_after_event", "found_on", typed_text(values["found_on"]), {"event": finding.value}
        )


def _event_in_history(session: Session, values: Row, record_id: int | None) -> Iterator[Finding]:
    hotspot = session.get_one(Hotspot, values["hotspot_id"])
    others = [event for event in _events(session, hotspot.id) if event.number != record_id]
    own = Event(values["happened_on"], record_id or _LAST, str(values["what"]))
    yield from history_findings(hotspot.found_on, [*others, own])


def _events(session: Session, hotspot_id: int) -> list[Event]:
    columns = (HotspotEvent.happened_on, HotspotEvent.id, HotspotEvent.what)
    rows = session.execute(select(*columns).where(HotspotEvent.hotspot_id == hotspot_id))
    return [Event(*row) for row in rows]


def _model_start(session: Session, values: Row, record_id: int | None) -> Iterator[Finding]:
    first = session.scalar(select(func.min(ModelYear.year)).where(ModelYear.model_id == record_id))
    yield from _before_start("started_year", values.get("started_year"), first)


def _model_year(session: Session, values: Row, _: int | None) -> Iterator[Finding]:
    model = session.get_one(CommuneModel, values["model_id"])
    yield from _before_start("year", model.started_year, values["year"])
    # After its unit ended a model counts for the one that took the unit over.
    began = session.get_one(Unit, model.unit_id).valid_from
    if began is not None and values["year"] is not None and values["year"] < began.year:
        yield stand_ins.not_there(session, "year", model.unit_id, date(values["year"], 12, 31))


def _before_start(place: str, started: Any, year: Any) -> Iterator[Finding]:
    if started is not None and year is not None and year < started:
        yield Finding("year_before_start", place, str(year), {"started": str(started)})


def _figure_overlap(session: Session, values: Row, record_id: int | None) -> Iterator[Finding]:
    statement = select(Figure.period).where(
        Figure.definition == values["definition"],
        Figure.unit_id == values["unit_id"],
        Figure.first_on <= values["last_on"],
        Figure.last_on >= values["first_on"],
        Figure.id != (record_id or 0),
    )
    other = session.scalar(statement.order_by(Figure.first_on))
    if other is not None:
        yield Finding("figure_overlaps", "period", str(values["period"]), {"other": other})


_CHECKS: Mapping[str, Callable[[Session, Row, int | None], Iterator[Finding]]] = {
    "hotspots": _hotspot_history,
    "hotspot_events": _event_in_history,
    "models": _model_start,
    "model_years": _model_year,
    "figures": _figure_overlap,
}
_REMOVALS: Mapping[str, Callable[[Session, Any], Iterator[Finding]]] = {
    "establishments": _inspected,
    "hotspot_events": _event_between,
}
