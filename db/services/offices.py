"""The office whose book this is: made once, its names as printed may change."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.records import Office, Succession
from db.rules.block_rows import Named
from db.rules.findings import Finding, Refused, Unknown
from db.rules.imports.codes import bearers_told
from db.rules.imports.names import named_unit
from db.rules.near_names import near_names
from db.rules.periods import CALENDAR, DECREE_09, STANDARD_CUT_OFFS, CutOff, Span, own_cut_off
from db.rules.successions import WHOLE
from db.rules.text import cleaned
from db.rules.units import Level, bare_name, in_sentence
from db.services import content, units
from db.services.units import UnitInfo

OFFICE_ID = 1
_EVER = Span(date.min, date.max, date.max.year)


@dataclass(frozen=True)
class OfficeNames:
    """Agencies (in ordinary case; paper capitalises), place before the date, who receives, signs and prepares."""

    parent_agency: str
    issuing_agency: str
    place: str
    receiving_unit: str
    symbol: str
    authority: str
    signatory_post: str
    signatory_name: str
    preparer_name: str = ""


@dataclass(frozen=True)
class OfficeInfo:
    """The office, its unit, names, cut-off rule, and whether its records are invented."""

    unit: UnitInfo
    names: OfficeNames
    cut_off: CutOff
    sample: bool


def create(
    session: Session,
    *,
    unit: UnitInfo,
    names: OfficeNames,
    cut_off: str = DECREE_09.name,
    sample: bool = False,
) -> None:
    """Make the office of a unit and copy the shipped content into its book; raises Refused.

    Mostly of a district or a commune; a province's takes in what districts that ended hand on.
    """
    parse_cut_off(cut_off)
    key = secrets.token_hex(16)
    session.add(
        Office(id=OFFICE_ID, unit_id=unit.id, cut_off=cut_off, sample=sample, book_key=key, **_columns(names))
    )
    content.ship(session)
    session.flush()


def is_guarded(session: Session) -> bool:
    """Tell whether the book is not to be opened without accounts."""
    return bool(session.scalar(select(Office.guarded).where(Office.id == OFFICE_ID)))


def current(session: Session) -> OfficeInfo:
    """Return the office; raises KeyError in a book that has none yet."""
    office = _office(session)
    names = OfficeNames(**{field.name: getattr(office, field.name) for field in fields(OfficeNames)})
    return OfficeInfo(
        units.by_id(session, office.unit_id), names, parse_cut_off(office.cut_off), office.sample
    )


def cut_off(session: Session) -> CutOff:
    """Return the office's cut-off rule alone; raises KeyError in a book that has no office yet."""
    return parse_cut_off(_office(session).cut_off)


def unit_of(session: Session) -> int | None:
    """Return the number of the office's unit, none in a book that has no office."""
    office = session.get(Office, OFFICE_ID)
    return office.unit_id if office else None


def book_key(session: Session) -> str:
    """Return what names this book wherever its records go."""
    return _office(session).book_key


def unit_in_scope(session: Session, code: str, span: Span, on: date | None = None) -> UnitInfo:
    """Return the unit of the office that had a code in a span of days, the last of one name, or on a day of them.

    Raises Unknown with near names, and Refused where the code went from one place to another within the span.
    """
    days = Span(on, on, span.year) if on else span
    listed = units_kept(session, days)
    bearers = [item for item in listed if item.code == code.strip()]
    if not bearers:
        unit = units.find_during(session, code, days)
        raise Unknown("unit_in_scope", code, near_names(unit.name, (item.name for item in listed)))
    told = bearers_told([_named(item) for item in bearers], days.first, days.last)
    if told:
        raise Refused([Finding("unit_of_several", "unit", code, {"units": told})])
    return bearers[-1]


def units_kept(session: Session, span: Span) -> tuple[UnitInfo, ...]:
    """Return the units whose records the office keeps that existed on some day of the span, by level and code."""
    return units.kept_by(session, _office(session).unit_id, span)


def units_held(session: Session) -> frozenset[int]:
    """Return the units at which records of the book may stand, by number.

    They are those whose records the office keeps, and once its own unit ended what these went whole into.
    """
    held = frozenset(unit.id for unit in units_kept(session, _EVER))
    return held if current(session).unit.valid_to is None else held | units.whole_heirs(session, held)


def rename(session: Session, **names: str) -> None:
    """Change some of the names as printed, by their keys in OfficeNames."""
    office = _office(session)
    for key, value in _columns(replace(current(session).names, **names)).items():
        setattr(office, key, value)
    session.flush()


def go_on(session: Session) -> UnitInfo | None:
    """Let the book follow its unit, where that went whole into another; return what it is now, nothing if it stays.

    The names as printed stay. A book of no office, as a list alone makes, has nothing to follow.
    """
    office = session.get(Office, OFFICE_ID)
    if office is None:
        return None
    before = office.unit_id
    while (new_id := session.scalar(_taken_over(office.unit_id))) is not None:
        office.unit_id = new_id
    session.flush()
    return None if office.unit_id == before else units.by_id(session, office.unit_id)


def set_cut_off(session: Session, rule: str) -> None:
    """Change the cut-off rule; raises Refused for one that is none."""
    parse_cut_off(rule)
    _office(session).cut_off = rule
    session.flush()


def usual_names(session: Session, unit: UnitInfo, on: date) -> OfficeNames:
    """Propose the names that are usually printed in such a unit."""
    parent = units.find(session, unit.parent, on) if unit.parent else unit
    return names_for(unit.name, parent.name, unit.level)


def names_for(unit_name: str, parent_name: str, level: int) -> OfficeNames:
    """Propose the usual names of a unit's people's committee from its own and its parent's name.

    In a province the department of health answers for the programme (since 1 March 2025).
    """
    if level == Level.PROVINCE:
        return _names_of_department(unit_name)
    return OfficeNames(
        parent_agency=f"Ủy ban nhân dân {in_sentence(parent_name)}",
        issuing_agency=f"Ủy ban nhân dân {in_sentence(unit_name)}",
        place=bare_name(unit_name),
        receiving_unit=f"Ủy ban nhân dân {in_sentence(parent_name)}",
        symbol="KH-UBND",
        authority="TM. Ủy ban nhân dân",
        signatory_post="Chủ tịch",
        signatory_name="",
    )


def _names_of_department(province: str) -> OfficeNames:
    return OfficeNames(
        parent_agency=f"Ủy ban nhân dân {in_sentence(province)}",
        issuing_agency="Sở Y tế",
        place=bare_name(province),
        receiving_unit="Bộ Y tế",
        symbol="KH-SYT",
        authority="",
        signatory_post="Giám đốc",
        signatory_name="",
    )


def parse_cut_off(text: str) -> CutOff:
    """Read a cut-off rule; raises Refused.

    `decree-09`, `calendar`, or the office's own: `own:20` for months that close on their 20th, with the months that
    close on another day of theirs behind it, `own:20,2025-02-25`.
    """
    if text in STANDARD_CUT_OFFS:
        return STANDARD_CUT_OFFS[text]
    name, _, days = text.partition(":")
    try:
        if name == "own":
            day, *others = days.split(",")
            return own_cut_off(
                int(day), {(other.year, other.month): other for other in map(date.fromisoformat, others)}
            )
    except ValueError:
        pass
    raise Refused(
        [Finding("cut_off", "cut_off", text, {"known": f"{DECREE_09.name}, {CALENDAR.name}, own:20"})]
    )


def _named(unit: UnitInfo) -> Named:
    return named_unit(unit.id, unit.code, unit.name, unit.valid_from, unit.valid_to)


def _taken_over(unit_id: int) -> Select[int]:
    is_another = Succession.new_id != unit_id
    return select(Succession.new_id).where(
        Succession.old_id == unit_id, Succession.extent == WHOLE, is_another
    )


def _office(session: Session) -> Office:
    office = session.get(Office, OFFICE_ID)
    if office is None:
        raise KeyError("office")
    return office


def _columns(names: OfficeNames) -> Mapping[str, str]:
    return {field.name: cleaned(getattr(names, field.name)) for field in fields(names)}
