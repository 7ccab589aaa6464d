"""The registers of the large book: establishments, inspections, hotspots, models, figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert

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
    Workforce,
)
from db.records.base import Base
from db.rules.periods import DECREE_09, Span, parse_period
from db.rules.text import folded
from db.services import figure_definitions
from db.sessions import Session

_KINDS = ("hotel", "guest_house", "lodging", "karaoke", "massage", "restaurant")
_NAMES = ("Nhà nghỉ Sao Mai", "Karaoke Núi Xanh", "Khách sạn Hoa Ban", "Nhà trọ Suối Mơ", "Tẩm quất Thảo Mộc")
_TEAMS = ("province", "district", "commune", "commune")
_FORMS = ("reminder", "warning", "fine")
_BEGAN = date(2016, 2, 1)
_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
Row = dict[str, Any]


@dataclass(frozen=True)
class Registers:
    """Whose registers they are, how much of each there is, and the chance that draws them."""

    communes: tuple[tuple[int, str], ...]
    establishments: int
    inspections: int
    figures: int
    chance: Random

    def day(self, span: Span) -> date:
        """Some day of a span."""
        return span.first + timedelta(days=self.chance.randrange((span.last - span.first).days + 1))


def kept(at: datetime, who: str) -> Row:
    """Who and when, for every row."""
    return {"created_at": at, "created_by": who, "changed_at": at, "changed_by": who}


_KEPT = kept(datetime(2026, 9, 20, 10, 42), "Lò Thị Hoa")


def store_places(session: Session, registers: Registers) -> None:
    """Store what is there before the first year: establishments, hotspots and models of each commune."""
    _store(session, Establishment, _establishments(registers))
    numbers = range(1, len(registers.communes) * registers.establishments + 1)
    _store(
        session,
        Commitment,
        ({"establishment_id": number, "signed_on": _BEGAN} for number in numbers if number % 5),
    )
    units = [unit for unit, _ in registers.communes]
    places = [
        {"id": number, "unit_id": unit, "place": "Bến xe", "kind": "public"}
        for number, unit in _numbered(units)
    ]
    _store(session, Hotspot, ({**row, "found_on": _BEGAN, "search": "ben xe"} for row in places))
    models = (
        {"id": number, "unit_id": unit, "name": "Câu lạc bộ", "kind": "peers"}
        for number, unit in _numbered(units)
    )
    _store(session, CommuneModel, ({**row, "search": "cau lac bo"} for row in models))


def store_year(session: Session, registers: Registers, span: Span) -> None:
    """Store what a year brings: counts of workers, inspections, events, states of models, figures."""
    numbers = range(1, len(registers.communes) * registers.establishments + 1)
    counted = {"counted_on": span.first, "workers": 8, "female": 5}
    _store(session, Workforce, ({"establishment_id": number, **counted} for number in numbers))
    _store_inspections(session, registers, span)
    what = "removed" if span.year % 2 else "reopened"
    communes = range(1, len(registers.communes) + 1)
    events = (
        {"hotspot_id": number, "happened_on": span.first, "what": what} for number in communes if number % 3
    )
    _store(session, HotspotEvent, events)
    states = ({"model_id": number, "year": span.year, "state": "kept"} for number in communes if number % 4)
    _store(session, ModelYear, states)
    _store(session, Figure, _figures(session, registers, span))


def _establishments(registers: Registers) -> Iterator[Row]:
    for at, (unit, name) in enumerate(registers.communes):
        for place in range(registers.establishments):
            shown = registers.chance.choice(_NAMES)
            yield {
                "id": at * registers.establishments + place + 1,
                "unit_id": unit,
                "name": shown,
                "kind": registers.chance.choice(_KINDS),
                "address": name,
                "opened_on": _BEGAN,
                "search": folded(f"{shown} {name}"),
            }


def _store_inspections(session: Session, registers: Registers, span: Span) -> None:
    first = (span.year - _BEGAN.year) * len(registers.communes) * registers.inspections
    rows = list(_inspections(registers, span, first))
    _store(session, Inspection, rows)
    _store(session, Handling, (_handling(registers, row["id"]) for row in rows if row["breach"]))


def _inspections(registers: Registers, span: Span, first: int) -> Iterator[Row]:
    chance = registers.chance
    for at, (unit, name) in enumerate(registers.communes):
        for place in range(registers.inspections):
            held_on = registers.day(span)
            yield {
                "id": first + at * registers.inspections + place + 1,
                "unit_id": unit,
                "held_on": held_on,
                "team": chance.choice(_TEAMS),
                "establishment_id": at * registers.establishments
                + chance.randrange(registers.establishments)
                + 1,
                "breach": chance.random() < 0.2,
                "search": folded(f"{held_on:%d/%m/%Y} {name}"),
            }


def _handling(registers: Registers, inspection: int) -> Row:
    form = registers.chance.choice(_FORMS)
    return {"inspection_id": inspection, "form": form, "fine": 3_000_000 if form == "fine" else None}


def _figures(session: Session, registers: Registers, span: Span) -> Iterator[Row]:
    """Return as many figures a commune as are asked for: the first definitions in each quarter."""
    codes = [item.code for item in figure_definitions.definitions(session)]
    pairs = [(code, quarter) for code in codes for quarter in _QUARTERS][: registers.figures]
    for unit, name in registers.communes:
        for code, quarter in pairs:
            days = parse_period(f"{span.year}-{quarter}").span(DECREE_09)
            yield {
                "unit_id": unit,
                "definition": code,
                "period": f"{span.year}-{quarter}",
                "first_on": days.first,
                "last_on": days.last,
                "value": registers.chance.randrange(9),
                "search": folded(f"{span.year}-{quarter} {name}"),
            }


def _numbered(units: Iterable[int]) -> Iterator[tuple[int, int]]:
    return enumerate(units, start=1)


def _store(session: Session, record: type[Base], rows: Iterable[Row]) -> None:
    complete = [{"search": "", **row, **_KEPT} for row in rows]
    if complete:
        session.connection().execute(insert(record), complete)
