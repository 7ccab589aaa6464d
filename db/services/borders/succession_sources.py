"""Where a unit comes from, said by hand: units that may be meant, one row added, changed or taken out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Succession, Unit
from db.rules.findings import Finding, Refused
from db.rules.near_names import near_names
from db.rules.succession_lists import NamedUnit, check_successions
from db.rules.successions import Succession as Row
from db.rules.text import folded
from db.rules.units import bare_name
from db.services import offices, units
from db.services.borders import successions
from db.services.borders.succession_rows import Place, places
from db.services.entering.entries import Gone

KIND = "successions"
_MOST_NEAR, _MOST_SOUGHT = 4, 30


@dataclass(frozen=True)
class Candidate:
    """A unit of the day before that may be meant; `has_code` where its code is written, free where nobody took it."""

    unit: Place
    has_code: bool
    is_free: bool


@dataclass(frozen=True)
class Source:
    """What is said: on a day `new_id` took over the whole or a part of `old_id`."""

    on: date
    new_id: int
    old_id: int
    whole: bool = True


def candidates(session: Session, new_id: int, on: date, written: str) -> tuple[Candidate, ...]:
    """Offer units of the day before that something written may mean, in the old provinces of the new unit's neighbours.

    First the one that has the written code, then near names among those that no other unit took over, then others.
    Where nothing is written, all that nobody took over, those first that are called like the new unit.
    """
    before = successions.named_on(session, on - timedelta(days=1))
    around = _around(session, new_id, on, before)
    taken = set(session.scalars(select(Succession.old_id).where(Succession.on == on)))
    free = [unit for unit in around if unit.id not in taken]
    code, name = _parted(written)
    same = [unit for unit in before if unit.code == code]
    near = _near(name or units.by_id(session, new_id).name, free)
    near += _near(name, around) if name else free
    found = dict.fromkeys(unit.id for unit in (*same, *near))
    named = places(session, Unit.id.in_(found))
    return tuple(
        Candidate(named[number], named[number].code == code, number not in taken) for number in found
    )


def seek(session: Session, on: date, typed: str) -> tuple[Place, ...]:
    """Return units of the day before whose name and code hold every typed word."""
    eve = on - timedelta(days=1)
    held = [Unit.search.contains(word, autoescape=True) for word in folded(typed).split()]
    found = session.scalars(
        select(Unit.id)
        .where(units.valid_during(eve, eve), *held)
        .order_by(Unit.level.desc(), Unit.sort_key, Unit.code)
        .limit(_MOST_SOUGHT)
    ).all()
    named = places(session, Unit.id.in_(found))
    return tuple(named[number] for number in found)


def add(session: Session, source: Source) -> int:
    """Say where a unit comes from; raises Refused. Returns the number of the row."""
    return _store(session, source, None)


def change(session: Session, row_id: int, source: Source) -> int:
    """Put another row in the place of one, open or not; raises Refused, Gone. Returns the number of the new row.

    What lists left open for other units about a source that went whole into this one is settled with it.
    """
    return _store(session, source, _record(session, row_id))


def remove(session: Session, row_ids: Iterable[int]) -> None:
    """Take rows out; raises Gone."""
    for row_id in row_ids:
        session.delete(_record(session, row_id))
    session.flush()


def _store(session: Session, source: Source, replaced: Succession | None) -> int:
    row = Row(source.on, source.old_id, source.new_id, source.whole)
    others = successions.of_day(session, source.on)
    before = others.pop(replaced.id, None) if replaced else None
    findings = _findings(session, row, list(others.values()))
    if findings:
        raise Refused(findings)
    if replaced is not None:
        session.delete(replaced)
    for number in _settled_with(session, row, before, others):
        session.delete(_record(session, number))
    # A pair is kept once: the row it replaces may be the same pair with another extent.
    session.flush()
    record = Succession(**successions.columns_of(row))
    session.add(record)
    session.flush()
    offices.go_on(session)
    return record.id


def _findings(session: Session, row: Row, others: Sequence[Row]) -> tuple[Finding, ...]:
    before = {unit.id: unit for unit in successions.named_on(session, row.on - timedelta(days=1))}
    after = {unit.id: unit for unit in successions.named_on(session, row.on)}
    if row.old not in before:
        return (Finding("source_not_before", "old", units.by_id(session, row.old or 0).name),)
    if row.new not in after:
        return (Finding("source_not_then", "new", units.by_id(session, row.new).name),)
    if any((other.old, other.new) == (row.old, row.new) for other in others):
        facts = {"new": after[row.new].name}
        return (Finding("source_twice", "old", before[row.old].name, facts),)
    return check_successions([("old", row)], others, before | after)


def _settled_with(session: Session, row: Row, replaced: Row | None, others: Mapping[int, Row]) -> list[int]:
    """Return what else is settled: open rows in the same words, where these name the unit by its code."""
    if replaced is None or not row.whole:
        return []
    code = units.by_id(session, row.old or 0).code
    return [
        number
        for number, other in others.items()
        if other.old is None and other.written == replaced.written and _parted(other.written)[0] == code
    ]


def _around(session: Session, new_id: int, on: date, before: Collection[NamedUnit]) -> list[NamedUnit]:
    """Return the units without others below them in the old provinces from which the new unit's neighbours came."""
    own = select(Unit.parent_id).where(Unit.id == new_id).scalar_subquery()
    beside = select(Unit.id).where(Unit.parent_id == own)
    came = select(Succession.old_id).where(Succession.on == on, Succession.new_id.in_(beside))
    sources = set(session.scalars(came))
    provinces = {unit.province for unit in before if unit.id in sources}
    upper = set(session.scalars(select(Unit.parent_id).distinct()))
    return [unit for unit in before if unit.id not in upper and (not provinces or unit.province in provinces)]


def _near(name: str, known: Iterable[NamedUnit]) -> list[NamedUnit]:
    named: dict[str, list[NamedUnit]] = {}
    for unit in known:
        named.setdefault(bare_name(unit.name), []).append(unit)
    return [unit for near in near_names(bare_name(name), named, most=_MOST_NEAR) for unit in named[near]]


def _parted(written: str) -> tuple[str, str]:
    """Return the code with which something written begins, and the name after it."""
    code, _, name = written.partition(" ")
    return (code, name) if code.isdigit() else ("", written)


def _record(session: Session, row_id: int) -> Succession:
    record = session.get(Succession, row_id)
    if record is None:
        raise Gone(KIND, row_id)
    return record
