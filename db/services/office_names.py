"""The names that offices printed at their time: those of the day of a document are the ones it is printed with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Office, OfficeNamesOfTime
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.services import offices
from db.services.offices import OFFICE_ID, OfficeNames

_KEYS = tuple(field.key for field in OfficeNamesOfTime.__table__.columns if field.key != "id")


@dataclass(frozen=True)
class EarlierNames:
    """The names that the office printed until a day, itself counted."""

    id: int
    until: date
    names: OfficeNames


def on_day(session: Session, day: date | None, unit_id: int | None = None) -> OfficeNames:
    """Return the names that the office prints on a document of a day; without a day those of now.

    `unit_id` is the unit whose document it is: one that came in a handed book is printed with the names of its office.
    """
    found = of_unit(session, day, unit_id) if unit_id is not None else None
    if found is not None:
        return found
    return _of_day(_held(session, None), day) or offices.current(session).names


def of_unit(session: Session, day: date | None, unit_id: int) -> OfficeNames | None:
    """Return the names that another unit's office printed on a day; nothing where no handed book brought any."""
    held = _held(session, unit_id)
    return (_of_day(held, day) or _names(held[-1])) if held else None


def earlier(session: Session) -> tuple[EarlierNames, ...]:
    """Return the names that the office printed before, the last first."""
    held = (row for row in _held(session, None) if row.valid_to is not None)
    found = [EarlierNames(row.id, row.valid_to, _names(row)) for row in held if row.valid_to]
    return tuple(reversed(found))


def change_from(session: Session, day: date, **names: str) -> None:
    """Let the office print other names from a day on; documents of the days before keep those of now.

    Raises Refused where names are known of that day or a later one already.
    """
    until = day - timedelta(days=1)
    latest = max((item.until for item in earlier(session)), default=date.min)
    if until <= latest:
        facts = {"latest": day_text(latest)}
        raise Refused([Finding("names_not_later", "on", day_text(day), facts)])
    now = offices.current(session).names
    session.add(OfficeNamesOfTime(unit_id=None, valid_to=until, **_columns(now)))
    offices.rename(session, **names)


def forget(session: Session, names_id: int) -> None:
    """Take earlier names out of the book: documents of their days are printed with the names that follow."""
    row = session.get(OfficeNamesOfTime, names_id)
    if row is not None:
        session.delete(row)
        session.flush()


def as_printed_now(session: Session) -> Mapping[str, Any]:
    """Return the office's names of now as values of a row that has no end, with who and when."""
    office = session.get_one(Office, OFFICE_ID)
    return {key: None if key in ("unit_id", "valid_to") else getattr(office, key) for key in _KEYS}


def _held(session: Session, unit_id: int | None) -> Sequence[OfficeNamesOfTime]:
    of_unit = OfficeNamesOfTime.unit_id
    statement = select(OfficeNamesOfTime).where(of_unit.is_(None) if unit_id is None else of_unit == unit_id)
    until = OfficeNamesOfTime.valid_to
    return session.scalars(statement.order_by(until.is_(None), until)).all()


def _of_day(held: Sequence[OfficeNamesOfTime], day: date | None) -> OfficeNames | None:
    for row in held:
        if row.valid_to is None or (day is not None and day <= row.valid_to):
            return _names(row)
    return None


def _names(row: OfficeNamesOfTime) -> OfficeNames:
    return OfficeNames(**{field.name: getattr(row, field.name) for field in fields(OfficeNames)})


def _columns(names: OfficeNames) -> Mapping[str, str]:
    return {field.name: getattr(names, field.name) for field in fields(OfficeNames)}
