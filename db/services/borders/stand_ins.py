"""Which units stood on a day where another stands that was not there on it: asked when a record names such a one."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from db.records import Succession, Unit
from db.rules import stand_ins, successions
from db.rules.findings import Finding
from db.rules.periods import Span
from db.rules.stand_ins import CodedUnit, StandIns
from db.services import offices
from db.services.entering.lists_once import once

_EVER = Span(date.min, date.max, date.max.year)
_COLUMNS = (Unit.id, Unit.name, Unit.level, Unit.parent_id, Unit.valid_from, Unit.valid_to, Unit.code)


def of(session: Session, unit_id: int, day: date) -> StandIns:
    """Return the units that stood on a day where a unit stands that was not there on it; none of an unknown unit."""
    return once(session, f"stand-ins {unit_id} {day}", lambda: _told_apart(session, unit_id, day))


def of_kept(session: Session, kept: str, day: date) -> StandIns:
    """Return the same of a unit by what a field keeps of it, its number as digits."""
    return of(session, int(kept), day)


def not_there(session: Session, place: str, unit_id: int, day: date) -> Finding:
    """Return the finding of a record whose unit was not there on its day, or is none."""
    unit = session.get(Unit, unit_id)
    if unit is None:
        return Finding("not_chosen", place, str(unit_id))
    return stand_ins.not_there(place, unit.name, day, of(session, unit_id, day))


def _told_apart(session: Session, unit_id: int, day: date) -> StandIns:
    """Return them with those of which the office keeps no records: one that ended keeps none of what came after it."""
    found = _read(session, unit_id, day)
    kept = once(session, "units kept", lambda: _kept(session))
    return replace(found, elsewhere=frozenset(unit.id for unit in found.units) - kept)


def _kept(session: Session) -> frozenset[int]:
    return frozenset(unit.id for unit in offices.units_kept(session, _EVER))


def _read(session: Session, unit_id: int, day: date) -> StandIns:
    known, rows = once(session, f"kin {unit_id}", lambda: _kin(session, unit_id))
    if unit_id not in known:
        return StandIns()
    return stand_ins.stand_ins(known[unit_id], day, known.values(), rows)


def _kin(session: Session, unit_id: int) -> tuple[dict[int, CodedUnit], list[successions.Succession]]:
    """Return a unit with those it came from and became, and the successions between them."""
    rows = _rows(session, unit_id)
    ids = {unit_id, *(row.new for row in rows), *(row.old for row in rows if row.old is not None)}
    return {row[0]: CodedUnit(*row) for row in session.execute(_units().where(Unit.id.in_(ids)))}, rows


def _rows(session: Session, unit_id: int) -> list[successions.Succession]:
    """Return the successions by which a unit came from others and became others, one after the other."""
    found: dict[int, successions.Succession] = {}
    reached, fresh = {unit_id}, {unit_id}
    while fresh:
        touching = or_(Succession.old_id.in_(fresh), Succession.new_id.in_(fresh))
        columns = select(Succession).where(touching)
        for row in session.scalars(columns):
            is_whole = row.extent == successions.WHOLE
            found[row.id] = successions.Succession(row.on, row.old_id, row.new_id, is_whole)
        ends = {end for row in found.values() for end in (row.old, row.new) if end is not None}
        fresh = ends - reached
        reached |= fresh
    return list(found.values())


def _units() -> Select[int, str, int, int | None, date | None, date | None, str]:
    return select(*_COLUMNS)
