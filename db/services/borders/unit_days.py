"""A record's unit must have been there on the record's day; what was there instead is named, never taken silently."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from db.records import Unit
from db.rules.entries import Values
from db.rules.findings import Finding, Refused
from db.rules.periods import parse_period
from db.services import offices
from db.services.borders import stand_ins
from db.services.entering.kinds import Stored
from db.services.entering.lists_once import once
from db.services.units import existed_during

_UNIT = "unit_id"


def findings(session: Session, stored: Stored, values: Values) -> Iterator[Finding]:
    """Judge whether the unit of a record with these values was there on its day.

    What has a day wants the unit on it, a figure on some day of its period. What is there from one day to another
    (an official, an establishment, a model) wants it on one of them.
    """
    unit_id = values.get(_UNIT)
    days = _days(stored, values)
    if not isinstance(unit_id, int) or days is None:
        return
    unit = once(session, f"unit {unit_id}", lambda: session.get(Unit, unit_id))
    if unit is None:
        yield Finding("not_chosen", _UNIT, str(unit_id))
    elif not existed_during(unit, *days):
        yield stand_ins.not_there(session, _UNIT, unit_id, _missed(unit, *days))


def refuse_other_years(session: Session, unit_id: int, first_year: int, last_year: int) -> None:
    """Judge whether a unit was there on some day of some years, as the office counts them; raises Refused."""
    rule, unit = offices.cut_off(session), session.get(Unit, unit_id)
    first = parse_period(str(first_year)).span(rule).first
    last = parse_period(str(last_year)).span(rule).last
    if unit is not None and not existed_during(unit, first, last):
        raise Refused([stand_ins.not_there(session, _UNIT, unit_id, _missed(unit, first, last))])


def _days(stored: Stored, values: Values) -> tuple[date, date] | None:
    """Return the days on one of which the unit must be there; nothing where the record's own day is not known."""
    if not stored.day:
        first, last = (_day(values.get(key)) for key in stored.lives)
        return first or date.min, last or date.max
    day = _day(values.get(stored.day))
    return None if day is None else (day, _day(values.get(stored.until)) or day)


def _day(value: object) -> date | None:
    if isinstance(value, int):
        return date(value, 1, 1)
    return value if isinstance(value, date) else None


def _missed(unit: Unit, first: date, last: date) -> date:
    """Return the day nearest to a unit's own on which it would have to have been there."""
    return first if unit.valid_to is not None and unit.valid_to < first else last
