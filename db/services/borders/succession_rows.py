"""The rows of which unit took over which, one by one: all of them, and those that an office's book is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session, aliased

from db.records import Succession, Unit
from db.rules.periods import Span
from db.rules.successions import WHOLE
from db.rules.units import Level
from db.services import units

_EVER = Span(date.min, date.max, date.max.year)


@dataclass(frozen=True)
class Place:
    """A unit as a row names it, with the name of the unit it lay in."""

    id: int
    code: str
    name: str
    parent: str


@dataclass(frozen=True)
class SuccessionRow:
    """On a day `new` took over `old`; no `old` where no source settles it, and `written` is what a list says of it.

    A commune that began on a day and of which no row tells has a row without a number.
    """

    id: int | None
    on: date
    old: Place | None
    new: Place
    whole: bool
    written: str


def listed(session: Session) -> tuple[SuccessionRow, ...]:
    """Return every row by day and codes, then the communes of which no row tells."""
    known = places(session)
    columns = (Succession.id, Succession.on, Succession.old_id, Succession.new_id)
    kept = session.execute(select(*columns, Succession.extent, Succession.written))
    told = [_told(*row, known) for row in kept]
    told.sort(key=lambda row: (row.on, row.new.code, row.old.code if row.old else "", row.written))
    return (*told, *_silent(session, known))


def places(session: Session, *which: ColumnElement[bool]) -> dict[int, Place]:
    """Return the units for which conditions hold, by number."""
    over = aliased(Unit)
    named = select(Unit.id, Unit.code, Unit.name, over.name).outerjoin(over, Unit.parent_id == over.id)
    found = session.execute(named.where(*which))
    return {number: Place(number, code, name, parent or "") for number, code, name, parent in found}


def own_units(session: Session, unit_id: int) -> frozenset[int]:
    """Return the units that a book is about: the office's and below at any time, what they became and came from."""
    own = frozenset[int](session.scalars(units.scope(unit_id, _EVER)))
    pairs = [(old, new) for old, new in session.execute(select(Succession.old_id, Succession.new_id))]
    became = own.union(new for old, new in pairs if old is not None and old in own)
    return became.union(old for old, new in pairs if old is not None and new in became)


def _told(
    number: int,
    on: date,
    old_id: int | None,
    new_id: int,
    extent: str,
    written: str,
    known: Mapping[int, Place],
) -> SuccessionRow:
    old = None if old_id is None else known[old_id]
    return SuccessionRow(number, on, old, known[new_id], old is not None and extent == WHOLE, written)


def _silent(session: Session, known: Mapping[int, Place]) -> Iterator[SuccessionRow]:
    told = exists().where(Succession.new_id == Unit.id, Succession.on == Unit.valid_from)
    began = select(Unit.id, Unit.valid_from).where(Unit.level == Level.COMMUNE, ~told)
    for number, on in session.execute(began.order_by(Unit.valid_from, Unit.code)):
        if on is not None:
            yield SuccessionRow(None, on, None, known[number], False, "")
