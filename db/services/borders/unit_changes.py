"""A single change of units on a day: what it would touch, and the change itself as one step."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.records import Succession, Unit, UnitList
from db.rules import unit_changes
from db.rules.findings import Finding, Refused
from db.rules.succession_lists import NamedUnit, check_successions
from db.rules.successions import Succession as Row
from db.rules.text import folded, sort_key
from db.rules.unit_changes import GoesOn, KnownUnit, NewUnit, Outcome, UnitChange
from db.rules.units import bare_name
from db.services import offices
from db.services.borders import dated_records, successions


@dataclass(frozen=True)
class Preview:
    """What a change does to the book, by kind of record; nothing but what is told here changes.

    `moving` are records of the day or later that go along with a unit that went whole into another, `staying` those
    that stand at a unit that ended in parts, `naming` what names an ended unit and stays as it is. `office` is the
    name under which the office goes on, nothing where its unit is not concerned. `pairs` are the successions by code.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    moving: Mapping[str, int] = field(default_factory=dict)
    staying: Mapping[str, int] = field(default_factory=dict)
    naming: Mapping[str, int] = field(default_factory=dict)
    office: str = ""
    pairs: tuple[tuple[str, str, bool], ...] = ()


def preview(session: Session, change: UnitChange, *, today: date) -> Preview:
    """Tell what a change would touch, or why it cannot be; nothing is written."""
    units = _known(session, change)
    held = frozenset(successions.of_day(session, change.on).values())
    outcome, findings = unit_changes.work_out(change, units, _latest_list(session), today)
    # An earlier change of the day has told that a unit goes on as itself.
    outcome = replace(outcome, rows=tuple(row for row in outcome.rows if row not in held))
    homes = {unit.id: home for unit in outcome.ended if (home := outcome.home_of(unit.id)) is not None}
    findings = (
        *findings,
        *_row_findings(held, change.on, outcome, units),
        *dated_records.twice(session, homes, change.on),
    )
    if findings:
        return Preview(outcome, findings)
    ended = [unit.id for unit in outcome.ended]
    return Preview(
        outcome,
        (),
        dated_records.counts(session, homes, change.on),
        dated_records.counts(session, set(ended) - set(homes), change.on),
        dated_records.naming(session, ended, change.on),
        _office_name(session, homes, outcome, units),
        tuple(_pairs(outcome, units)),
    )


def checked(session: Session, change: UnitChange, *, today: date) -> Preview:
    """Tell what a change would touch; raises Refused with all that is wrong."""
    found = preview(session, change, today=today)
    if found.findings:
        raise Refused(found.findings)
    return found


def apply(session: Session, change: UnitChange, *, today: date) -> Preview:
    """Make the change; raises Refused with all that is wrong, and nothing is stored."""
    found = checked(session, change, today=today)
    numbers = _begin(session, found.outcome.begun, change.on)
    _end(session, found.outcome.ended, change.on)
    for row in found.outcome.rows:
        kept = replace(row, new=numbers.get(row.new, row.new))
        session.add(Succession(**successions.columns_of(kept)))
    session.flush()
    homes = {unit.id: found.outcome.home_of(unit.id) for unit in found.outcome.ended}
    whole = {old: numbers.get(new, new) for old, new in homes.items() if new is not None}
    dated_records.move(session, whole, change.on)
    offices.go_on(session)
    return found


def _known(session: Session, change: UnitChange) -> dict[int, KnownUnit]:
    """Return what did not end before the day, and what the change names."""
    named = {source.unit_id for source in change.sources}
    named |= {result.unit_id for result in change.results if isinstance(result, GoesOn)}
    columns = (Unit.id, Unit.code, Unit.name, Unit.kind, Unit.level, Unit.parent_id)
    there = or_(Unit.valid_to.is_(None), Unit.valid_to >= change.on, Unit.id.in_(named))
    rows = session.execute(select(*columns, Unit.valid_from, Unit.valid_to).where(there))
    return {row[0]: KnownUnit(*row) for row in rows}


def _latest_list(session: Session) -> date | None:
    return session.scalar(select(func.max(UnitList.on)))


def _row_findings(
    held: Collection[Row], on: date, outcome: Outcome, units: Mapping[int, KnownUnit]
) -> tuple[Finding, ...]:
    """Return what contradicts the successions that the book has of the day already."""
    eve, ended = on - timedelta(days=1), {unit.id for unit in outcome.ended}
    named = {
        unit.id: NamedUnit(
            unit.id, unit.code, unit.name, "", unit.valid_from, eve if unit.id in ended else unit.valid_to
        )
        for unit in units.values()
    }
    named |= {unit.number: NamedUnit(unit.number, unit.code, unit.name, "", on) for unit in outcome.begun}
    known = [row for row in held if row.new in named and (row.old is None or row.old in named)]
    return check_successions([("sources", row) for row in outcome.rows], known, named)


def _office_name(
    session: Session, homes: Mapping[int, int], outcome: Outcome, units: Mapping[int, KnownUnit]
) -> str:
    home = homes.get(offices.unit_of(session) or 0)
    if home is None:
        return ""
    return units[home].name if home in units else outcome.begun[-1 - home].name


def _pairs(outcome: Outcome, units: Mapping[int, KnownUnit]) -> Iterator[tuple[str, str, bool]]:
    codes = {number: unit.code for number, unit in units.items()}
    codes |= {unit.number: unit.code for unit in outcome.begun}
    for row in outcome.rows:
        yield codes[row.old or 0], codes[row.new], row.whole


def _begin(session: Session, begun: tuple[NewUnit, ...], on: date) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for unit in begun:
        record = Unit(
            code=unit.code,
            level=unit.level,
            kind=unit.kind,
            name=unit.name,
            sort_key=sort_key(bare_name(unit.name)),
            search=folded(f"{unit.name} {unit.code}"),
            parent_id=numbers.get(unit.parent or 0, unit.parent),
            valid_from=on,
        )
        session.add(record)
        session.flush()
        numbers[unit.number] = record.id
    return numbers


def _end(session: Session, ended: tuple[KnownUnit, ...], on: date) -> None:
    which = [unit.id for unit in ended]
    for record in session.scalars(select(Unit).where(Unit.id.in_(which))):
        record.valid_to = on - timedelta(days=1)
    session.flush()
