"""Hand a book on: whole, or split by the communes that the district's became."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from db.records import Unit
from db.rules.findings import Finding, Refused
from db.rules.handing.document import HandedBook, HandedHead, sealed
from db.services import offices
from db.services.handing import gathering, sharing
from db.services.handing.collecting import collect
from db.services.handing.sharing import Shares
from db.services.handing.tables import KINDS


def day_after(session: Session) -> date:
    """Return the day in whose borders a book is split: the first without its office's unit; raises Refused."""
    unit = offices.current(session).unit
    if unit.valid_to is None:
        raise Refused([Finding("handed_not_ended", "", unit.name)])
    return unit.valid_to + timedelta(days=1)


def whole(session: Session, *, handed_on: date, schema: str) -> HandedBook:
    """Return the whole book as it is handed on; raises Refused where it is too large."""
    office = offices.current(session)
    head = _head(session, handed_on, office.unit.valid_to or handed_on, schema)
    return sealed(head, gathering.everything(collect(session), office.unit.id))


def split(
    session: Session, shares: Shares, *, handed_on: date, day: date, schema: str
) -> Iterator[HandedBook]:
    """Return the book of each commune, by code; raises Refused where something is not decided."""
    sharing.refuse_undecided(shares)
    head = _head(session, handed_on, day, schema)
    for unit_id in shares.communes:
        yield _part(session, shares, unit_id, head)


def _part(session: Session, shares: Shares, unit_id: int, head: HandedHead) -> HandedBook:
    homes = [
        (KINDS[group.kind].__tablename__, number)
        for group in shares.places[unit_id]
        for number in group.numbers
    ]
    unit = session.get_one(Unit, unit_id)
    to = replace(head, to_code=unit.code, to_name=unit.name)
    return sealed(to, gathering.with_all_they_need(shares.collected, homes, [unit_id]))


def _head(session: Session, handed_on: date, day: date, schema: str) -> HandedHead:
    office = offices.current(session)
    return HandedHead(
        book_key=offices.book_key(session),
        unit_code=office.unit.code,
        unit_name=office.unit.name,
        office_name=office.names.issuing_agency,
        to_code="",
        to_name="",
        handed_on=handed_on,
        day=day,
        schema=schema,
        sample=office.sample,
    )
