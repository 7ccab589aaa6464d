"""Whose sheet a workbook is: the commune by code and validity, the year, the rule set of the sheet in this book."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.rules.findings import Finding, Refused, Unknown
from db.rules.formats import day_text
from db.rules.periods import Span, parse_period
from db.rules.scoring.received_books import ReadBook
from db.rules.scoring.received_cells import text_of
from db.rules.scoring.received_head import said_in_head
from db.rules.text import folded
from db.rules.units import name_key
from db.services import offices
from db.services.content import Content
from db.services.scoring import sending
from db.services.units import UnitInfo

_YEARS = range(1990, 2101)


@dataclass(frozen=True)
class Placed:
    """The commune and year of a workbook in this book, and the rule set under which the sheet stands here."""

    unit: UnitInfo
    year: int
    held: Content


def place(session: Session, read: ReadBook) -> Placed:
    """Find the commune, the year and the rule set; raises Refused at the cell that names what is not of this book."""
    year = _year(read)
    if year not in _YEARS:
        raise Refused([Finding("score_year_unknown", read.title.place, text_of(read.title))], read.name)
    unit = _unit(session, read, parse_period(str(year)).span(offices.cut_off(session)))
    try:
        held = sending.held_set(session, unit.id, year)
    except Unknown as unknown:
        finding = Finding("score_no_rule_set", read.title.place, unknown.name)
        raise Refused([finding], read.name) from unknown
    _check_rule_set(read, held)
    return Placed(unit, year, held)


def _year(read: ReadBook) -> int:
    text = read.mark.get("year", "") if read.is_verified else said_in_head(read, "year")
    return int(text) if text.isdecimal() else 0


def _unit(session: Session, read: ReadBook, span: Span) -> UnitInfo:
    code = read.mark.get("unit", "") if read.is_verified else said_in_head(read, "unit")
    if not code:
        raise Refused([Finding("score_unit_unknown", read.title.place, text_of(read.title))], read.name)
    bearers = [unit for unit in sending.communes(session, span) if unit.code == code]
    alike = _alike(read, bearers)
    if len(alike) == 1:
        return alike[0]
    if len(alike) > 1:
        names = ", ".join(f"{unit.name} ({_days(unit)})" for unit in alike)
        raise Refused([Finding("score_unit_several", read.title.place, code, {"units": names})], read.name)
    raise Refused([_not_of_book(session, read, code, bearers, span)], read.name)


def _alike(read: ReadBook, bearers: list[UnitInfo]) -> list[UnitInfo]:
    """Return which of ours the unit of a file may be: a code of another time is another place.

    The first list of a book tells no beginnings: one whose days are not known on both sides is told by its name.
    """
    if not read.is_verified:
        return bearers
    began, ended = (_day(read.mark.get(key, "")) for key in ("unit_from", "unit_to"))
    possible = [
        unit
        for unit in bearers
        if _agree(began, unit.valid_from)
        and _agree(ended, unit.valid_to)
        and name_key(read.mark.get("unit_name", "")) == name_key(unit.name)
    ]
    return [unit for unit in possible if (unit.valid_from, unit.valid_to) == (began, ended)] or possible


def _agree(theirs: date | None, ours: date | None) -> bool:
    return theirs is None or ours is None or theirs == ours


def _not_of_book(session: Session, read: ReadBook, code: str, bearers: list[UnitInfo], span: Span) -> Finding:
    name = read.mark.get("unit_name", "") or code
    facts = {"code": code, "year": str(span.year)}
    if bearers:
        facts["units"] = ", ".join(f"{unit.name} ({_days(unit)})" for unit in bearers)
        return Finding("score_unit_of_other_time", read.title.place, name, facts)
    ever = [unit for unit in sending.communes(session, _EVER) if unit.code == code]
    if ever:
        facts["units"] = ", ".join(f"{unit.name} ({_days(unit)})" for unit in ever)
        return Finding("score_unit_not_in_year", read.title.place, name, facts)
    return Finding("score_unit_not_ours", read.title.place, name, facts)


def _check_rule_set(read: ReadBook, held: Content) -> None:
    """Refuse a sheet of another rule set; one that was typed by hand names its set in words."""
    if read.is_verified:
        same = read.mark.get("rule_set_sha256") == held.sha256
        theirs = f"{read.mark.get('rule_set_title', '')} ({read.mark.get('version', '')})"
    else:
        theirs = text_of(read.rule_set_line)
        same = folded(held.title) in folded(theirs)
    if not same:
        facts = {"expected": f"{held.title} ({held.version})"}
        raise Refused([Finding("score_other_rule_set", read.rule_set_line.place, theirs, facts)], read.name)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _days(unit: UnitInfo) -> str:
    return f"{day_text(unit.valid_from) or '…'} – {day_text(unit.valid_to) or '…'}"


_EVER = Span(date.min, date.max, date.max.year)
