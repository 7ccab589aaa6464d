"""What belongs to an imported record: commitments, counts of workers, handlings, events, years, who attended.

A part that the book holds is changed, another is added; none is ever taken away because a list does not name it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Attendance
from db.rules.entries import Values, typed_text
from db.rules.findings import Finding
from db.rules.hotspots import Event, history_findings
from db.rules.imports.rows import RowPart
from db.rules.imports.sheets import ROSTER
from db.services.entering import entries
from db.services.entering.kinds import STORED, column, row_values

# In which fields two parts of one record agree to be the same.
_ALIKE = {
    "commitments": ("signed_on",),
    "workforces": ("counted_on",),
    "handlings": ("form",),
    "hotspot_events": ("happened_on", "what"),
    "model_years": ("year",),
    ROSTER: ("official_id",),
}
# One can be reminded of the rules who broke none.
_WITHOUT_BREACH = ("reminder",)
_AT_A_TIME = 500
_LAST = 10**12
Held = Mapping[str, Any]


@dataclass(frozen=True)
class PlannedPart:
    """A part to add, or the values of one to change; `old` are those it has, `columns` the keys of columns by field."""

    kind: str
    record_id: int | None
    values: Values
    old: Values
    columns: Mapping[str, str]


class PartMatches:
    """The parts that some records hold, read together."""

    def __init__(self, session: Session, kinds: Iterable[str], record_ids: Sequence[int]) -> None:
        self._held: dict[tuple[str, int], list[Held]] = {}
        for kind in kinds:
            for start in range(0, len(record_ids), _AT_A_TIME):
                self._read(session, kind, record_ids[start : start + _AT_A_TIME])

    def planned(self, record_id: int | None, parts: Sequence[RowPart]) -> tuple[PlannedPart, ...]:
        """Return what of a row's parts is new or differs; an empty cell differs from nothing."""
        taken: set[tuple[str, int]] = set()
        return tuple(
            planned for part in parts if (planned := self._planned(record_id, part, taken)) is not None
        )

    def events(self, hotspot_id: int | None) -> list[Event]:
        """Return the events that a hotspot has."""
        held = self._held.get(("hotspot_events", hotspot_id or 0), [])
        return [Event(item["happened_on"], item["id"], item["what"]) for item in held]

    def _planned(
        self, record_id: int | None, part: RowPart, taken: set[tuple[str, int]]
    ) -> PlannedPart | None:
        for held in self._held.get((part.kind, record_id or 0), ()):
            alike = all(held[key] == part.values.get(key) for key in _ALIKE[part.kind])
            if alike and (part.kind, held["id"]) not in taken:
                taken.add((part.kind, held["id"]))
                given = {key: value for key, value in part.values.items() if value is not None}
                differing = {key: value for key, value in given.items() if held[key] != value}
                if not differing:
                    return None
                return PlannedPart(part.kind, held["id"], differing, held, part.columns)
        return PlannedPart(part.kind, None, part.values, {}, part.columns)

    def _read(self, session: Session, kind: str, record_ids: Sequence[int]) -> None:
        if kind == ROSTER:
            attended = Attendance.session_id.in_(record_ids)
            for row in session.scalars(select(Attendance).where(attended)):
                self._hold(kind, row.session_id, {"id": row.id, "official_id": row.official_id})
            return
        stored = STORED[kind]
        record: Any = stored.record
        parent = column(record, stored.parent)
        for row in session.scalars(select(record).where(parent.in_(record_ids))):
            self._hold(kind, getattr(row, stored.parent), {"id": row.id, **row_values(stored, row)})

    def _hold(self, kind: str, record_id: int, values: Held) -> None:
        self._held.setdefault((kind, record_id), []).append(values)


def findings(values: Values, parts: Sequence[RowPart], held: Sequence[Event]) -> Iterator[Finding]:
    """Yield what is wrong between a record and its parts, each at the key of a column."""
    started = values.get("started_year")
    for part in parts:
        year = part.values.get("year")
        if (
            part.kind == "model_years"
            and isinstance(year, int)
            and isinstance(started, int)
            and year < started
        ):
            yield Finding("year_before_start", part.columns["year"], str(year), {"started": str(started)})
    yield from _handled_without_breach(values, parts)
    yield from _history(values.get("found_on"), parts, held)


def _handled_without_breach(values: Values, parts: Sequence[RowPart]) -> Iterator[Finding]:
    if values.get("breach") is not False:
        return
    for part in parts:
        form = part.values.get("form")
        if part.kind == "handlings" and form not in (None, *_WITHOUT_BREACH):
            yield Finding("handled_without_breach", part.columns["form"])


def _history(found_on: object, parts: Sequence[RowPart], held: Sequence[Event]) -> Iterator[Finding]:
    known = {(event.happened_on, event.what) for event in held}
    events = [part for part in parts if part.kind == "hotspot_events"]
    days = [part.values.get("happened_on") for part in events]
    if not isinstance(found_on, date) or not all(isinstance(day, date) for day in days):
        return
    added = [
        Event(day, _LAST + place, str(part.values["what"]))
        for place, (day, part) in enumerate(zip(days, events, strict=True))
        if isinstance(day, date) and (day, part.values["what"]) not in known
    ]
    for finding in history_findings(found_on, [*held, *added]):
        where = next(
            (part for part in events if typed_text(part.values["happened_on"]) == finding.value), None
        )
        place = where.columns["happened_on"] if where else "found_on"
        yield Finding(finding.code, place, finding.value, finding.facts)


def store(session: Session, record_id: int, parts: Sequence[PlannedPart]) -> None:
    """Add and change the parts of a record; raises Refused."""
    for part in parts:
        if part.kind == ROSTER:
            session.add(Attendance(session_id=record_id, official_id=part.values["official_id"]))
        elif part.record_id is None:
            entries.add(session, part.kind, {STORED[part.kind].parent: record_id, **_whole(part)})
        else:
            entries.change(session, part.kind, part.record_id, part.values)


def _whole(part: PlannedPart) -> dict[str, Any]:
    return {field.key: part.values.get(field.key) for field in STORED[part.kind].entry.fields}
