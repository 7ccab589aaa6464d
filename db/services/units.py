"""Units in time: read a list of a day, find a unit on a day, what lies below it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from sqlalchemy import CTE, ColumnElement, Row, Select, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session, aliased

from db.records import Succession, Unit, UnitList
from db.rules.findings import Finding, Refused, Unknown
from db.rules.near_names import near_names
from db.rules.periods import Span
from db.rules.successions import WHOLE
from db.rules.text import folded, sort_key
from db.rules.units import Level, UnitLine, bare_name, check_units, name_key

# Statements are asked for again and again, for each source of facts and each month; they hold no rows, and nobody
# changes them.
_KEPT = 128


@dataclass(frozen=True)
class UnitInfo:
    """A unit as it was from `valid_from` to `valid_to`, both counted; an empty end is open."""

    id: int
    code: str
    name: str
    kind: str
    level: int
    parent: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class LoadedUnits:
    """What reading a list did: rows in it, units that are new, units that ended."""

    rows: int
    added: int
    ended: int


def valid_during(first: date, last: date) -> ColumnElement[bool]:
    """Return the condition that a unit existed on some day from first to last, both counted."""
    began = or_(Unit.valid_from.is_(None), Unit.valid_from <= last)
    return began & or_(Unit.valid_to.is_(None), Unit.valid_to >= first)


def existed_during(unit: Unit, first: date, last: date) -> bool:
    """Tell whether a unit existed on some day from first to last, both counted."""
    began = unit.valid_from is None or unit.valid_from <= last
    return began and (unit.valid_to is None or unit.valid_to >= first)


def lived_on(unit: UnitInfo, day: date) -> bool:
    """Tell whether a unit existed on a day."""
    return (unit.valid_from or day) <= day <= (unit.valid_to or day)


@lru_cache(_KEPT)
def scope(unit_id: int, span: Span) -> Select[tuple[int]]:
    """Return the statement that selects a unit and all below it that existed on some day of the span."""
    below = select(Unit.id).where(Unit.id == unit_id).cte("scope", recursive=True)
    child = (
        select(Unit.id).join(below, Unit.parent_id == below.c.id).where(valid_during(span.first, span.last))
    )
    return select(below.union_all(child).c.id)


@lru_cache(_KEPT)
def homes(unit_id: int, span: Span) -> CTE:
    """Return which unit of the scope answers for which (`unit`, `home`): itself, and what had gone over into it whole.

    What ended within the span still answers for itself.
    """
    own = scope(unit_id, span).subquery().c
    known = select(own.id.label("unit"), own.id.label("home")).cte("homes", recursive=True)
    before = (
        select(Succession.old_id, known.c.home)
        .join(known, Succession.new_id == known.c.unit)
        .join(Unit, Unit.id == Succession.old_id)
        # What took more in goes on as itself: it did not come from itself.
        .where(Succession.extent == "whole", Unit.valid_to < span.first)
        .where(Succession.old_id != Succession.new_id)
    )
    return known.union_all(before)


def find(session: Session, code: str, on: date) -> UnitInfo:
    """Return the unit that has the code on a day; raises Unknown with near codes and names."""
    found = session.execute(_select().where(Unit.code == code.strip(), valid_during(on, on))).first()
    if found is None:
        raise Unknown("unit", code, _near(session, code, on))
    return UnitInfo(*found)


def find_during(session: Session, code: str, span: Span) -> UnitInfo:
    """Return the unit that had the code last in a span of days; raises Unknown with near codes and names."""
    known = _select().where(Unit.code == code.strip(), valid_during(span.first, span.last))
    found = session.execute(known.order_by(Unit.valid_from.desc())).first()
    if found is None:
        raise Unknown("unit", code, _near(session, code, span.last))
    return UnitInfo(*found)


def by_id(session: Session, unit_id: int) -> UnitInfo:
    """Return a unit by its number; raises KeyError."""
    found = session.execute(_select().where(Unit.id == unit_id)).first()
    if found is None:
        raise KeyError(unit_id)
    return UnitInfo(*found)


def by_ids(session: Session, unit_ids: Iterable[int]) -> tuple[UnitInfo, ...]:
    """Return units by their numbers, by level and code; unknown numbers are left out."""
    statement = _select().where(Unit.id.in_(list(unit_ids)))
    return _infos(session.execute(statement.order_by(Unit.level, Unit.code, Unit.valid_from)))


def days_of_change(session: Session) -> tuple[date, ...]:
    """Return the days on which units began or took over others, the newest first."""
    days = {*session.scalars(select(Unit.valid_from).distinct()), *session.scalars(select(Succession.on))}
    return tuple(sorted((day for day in days if day is not None), reverse=True))


def known_on(session: Session, on: date) -> tuple[UnitInfo, ...]:
    """Return every unit that existed on a day, by level and code."""
    return _infos(session.execute(_select().where(valid_during(on, on)).order_by(Unit.level, Unit.code)))


def below(session: Session, unit_id: int, span: Span) -> tuple[UnitInfo, ...]:
    """Return a unit and, after it by code, all below it that existed on some day of the span."""
    statement = _select().where(Unit.id.in_(scope(unit_id, span))).order_by(Unit.level, Unit.code)
    return _infos(session.execute(statement))


def kept_by(session: Session, unit_id: int, span: Span) -> tuple[UnitInfo, ...]:
    """Return the units whose records an office keeps, those that existed on some day of the span, by level and code.

    They are its own unit, what has ever been below it, and all that these came from, in whole or in part.
    """
    kept = select(literal(unit_id).label("id")).cte("kept", recursive=True)
    below = select(Unit.id).join(kept, Unit.parent_id == kept.c.id)
    before = select(Succession.old_id).join(kept, Succession.new_id == kept.c.id)
    whole = kept.union(below, before.where(Succession.old_id.is_not(None)))
    statement = _select().where(Unit.id.in_(select(whole.c.id)), valid_during(span.first, span.last))
    return _infos(session.execute(statement.order_by(Unit.level, Unit.code, Unit.valid_from)))


def whole_heirs(session: Session, unit_ids: Collection[int]) -> frozenset[int]:
    """Return what units went whole into, one after the other, on whichever day."""
    heirs = select(Unit.id).where(Unit.id.in_(unit_ids)).cte("heirs", recursive=True)
    after = select(Succession.new_id).join(heirs, Succession.old_id == heirs.c.id)
    whole = heirs.union(after.where(Succession.extent == WHOLE))
    return frozenset(session.scalars(select(whole.c.id)))


def was_borne(session: Session, code: str) -> bool:
    """Tell whether a unit bore the code on any day."""
    return session.scalar(select(Unit.id).where(Unit.code == code.strip()).limit(1)) is not None


def list_days(session: Session) -> tuple[date, ...]:
    """Return the days of the lists of units that were read, in order."""
    return tuple(session.scalars(select(UnitList.on).distinct().order_by(UnitList.on)))


def list_day(session: Session, on: date) -> date:
    """Return the day of the list that is in force on a day; that day itself in a book that has none so early."""
    return max((day for day in list_days(session) if day <= on), default=on)


def load(session: Session, lines: Sequence[UnitLine], *, on: date, file_name: str) -> LoadedUnits:
    """Take in a list of the units of a day; raises Refused with every finding, and nothing is stored.

    A list speaks for all that lies below each parent it names, and for all provinces when it names several: what it
    leaves out ended the day before. What changed its name, kind or parent ends too and goes on as a new unit, and so
    does what lies below it where the list is silent there; what is a new unit for the sake of its parent alone took
    over the whole of the old one. The first list says nothing about beginnings, so its units have none.
    """
    earlier = {unit.code: unit for unit in session.scalars(select(Unit).where(valid_during(on, on)))}
    clean, findings = check_units(lines, frozenset(earlier))
    findings = (*findings, *_out_of_order(session, on), *_outliving(clean, earlier))
    if findings:
        raise Refused(findings, file_name)
    whole = (*clean, *_silent_below(clean, earlier))
    kept, added = _store(session, whole, earlier, on)
    ended = _end(session, clean, earlier, kept, on)
    _follow_parents(session, whole, earlier, kept, on)
    session.add(UnitList(on=on, file_name=file_name, rows=len(clean)))
    session.flush()
    return LoadedUnits(len(clean), added, ended)


@cache
def _select() -> Select[int, str, str, str, int, str, date | None, date | None]:
    # Made once: the alias took longer than the reading.
    parent = aliased(Unit)
    return select(
        Unit.id, Unit.code, Unit.name, Unit.kind, Unit.level, parent.code, Unit.valid_from, Unit.valid_to
    ).outerjoin(parent, Unit.parent_id == parent.id)


def _infos(
    rows: Iterable[Row[int, str, str, str, int, str, date | None, date | None]],
) -> tuple[UnitInfo, ...]:
    return tuple(UnitInfo(*row) for row in rows)


def _near(session: Session, asked: str, on: date) -> tuple[str, ...]:
    known = known_on(session, on)
    labels = {
        name: f"{unit.code} {unit.name}" for unit in known for name in (unit.code, bare_name(unit.name))
    }
    return tuple(labels[name] for name in near_names(bare_name(asked), labels))


def _out_of_order(session: Session, on: date) -> tuple[Finding, ...]:
    latest = session.scalars(select(UnitList.on).order_by(UnitList.on.desc())).first()
    if latest is not None and latest >= on:
        return (Finding("list_not_later", "", f"{on:%d/%m/%Y}", {"latest": f"{latest:%d/%m/%Y}"}),)
    began = session.scalar(select(func.max(Unit.valid_from)))
    if began is not None and began >= on:
        return (Finding("list_before_change", "", f"{on:%d/%m/%Y}", {"latest": f"{began:%d/%m/%Y}"}),)
    return ()


def _outliving(lines: Sequence[UnitLine], earlier: Mapping[str, Unit]) -> Iterator[Finding]:
    """Find what lies, by its line, below a unit that the list ends."""
    ended = _spoken_for(lines, earlier) - {line.code for line in lines}
    for line in lines:
        if line.parent_code in ended:
            facts = {"name": line.name, "parent": earlier[line.parent_code].name}
            yield Finding("unit_parent_ended", line.place_of("parent_code"), line.parent_code, facts)


def _spoken_for(lines: Sequence[UnitLine], earlier: Mapping[str, Unit]) -> set[str]:
    """Return the codes of the earlier units of which a list speaks, whether it names them or not."""
    parents = {line.parent_code for line in lines if line.parent_code}
    all_provinces = sum(line.level == Level.PROVINCE for line in lines) > 1
    codes = {unit.id: code for code, unit in earlier.items()}
    return {
        code
        for code, unit in earlier.items()
        if (all_provinces if unit.parent_id is None else codes[unit.parent_id] in parents)
    }


def _silent_below(lines: Sequence[UnitLine], earlier: Mapping[str, Unit]) -> Iterator[UnitLine]:
    codes = {unit.id: code for code, unit in earlier.items()}
    spoken_for = {line.parent_code for line in lines}
    named = {line.code for line in lines}
    for unit in sorted(earlier.values(), key=lambda unit: unit.level):
        parent = codes.get(unit.parent_id or 0)
        if unit.code not in named and parent in named and parent not in spoken_for:
            named.add(unit.code)
            yield UnitLine("", unit.code, unit.name, unit.kind, unit.level, parent)


def _store(
    session: Session, lines: Sequence[UnitLine], earlier: dict[str, Unit], on: date
) -> tuple[dict[str, int], int]:
    begins = on if earlier else None
    ids = {code: unit.id for code, unit in earlier.items()}
    added: set[str] = set()
    for level in (1, 2, 3):
        fresh = [
            line for line in lines if line.level == level and not _same(line, earlier.get(line.code), ids)
        ]
        if fresh:
            rows = [_row(line, ids, begins) for line in fresh]
            new_ids = session.scalars(insert(Unit).returning(Unit.id, sort_by_parameter_order=True), rows)
            ids.update(zip((line.code for line in fresh), new_ids, strict=True))
            added.update(line.code for line in fresh)
    return {line.code: ids[line.code] for line in lines}, len(added)


def _follow_parents(
    session: Session, lines: Sequence[UnitLine], earlier: dict[str, Unit], kept: dict[str, int], on: date
) -> None:
    parents = {unit.id: code for code, unit in earlier.items()}
    rows = [
        {"on": on, "old_id": old.id, "new_id": kept[line.code], "extent": WHOLE}
        for line in lines
        if (old := earlier.get(line.code)) and kept[line.code] != old.id and _is_named_alike(line, old)
        # Under another parent it may have become another: only a list of successions tells.
        if line.parent_code == parents.get(old.parent_id or 0)
    ]
    if rows:
        session.execute(insert(Succession), rows)


def _is_named_alike(line: UnitLine, unit: Unit) -> bool:
    # `Hoà` in one list and `Hòa` in the next are one place: its records stay with it.
    return line.kind == unit.kind and (unit.name == line.name or name_key(unit.name) == name_key(line.name))


def _same(line: UnitLine, unit: Unit | None, ids: dict[str, int]) -> bool:
    if unit is None or unit.parent_id != ids.get(line.parent_code or ""):
        return False
    return _is_named_alike(line, unit)


def _row(line: UnitLine, ids: dict[str, int], begins: date | None) -> dict[str, object]:
    return {
        "code": line.code,
        "level": line.level,
        "kind": line.kind,
        "name": line.name,
        "sort_key": sort_key(bare_name(line.name)),
        "search": folded(f"{line.name} {line.code}"),
        "parent_id": ids[line.parent_code] if line.parent_code else None,
        "valid_from": begins,
        "valid_to": None,
    }


def _end(
    session: Session, lines: Sequence[UnitLine], earlier: dict[str, Unit], kept: dict[str, int], on: date
) -> int:
    spoken_for = _spoken_for(lines, earlier)
    ended: set[int] = set()
    for unit in sorted(earlier.values(), key=lambda unit: unit.level):
        gone = kept.get(unit.code) != unit.id and (unit.code in spoken_for or unit.code in kept)
        if gone or (unit.parent_id in ended and unit.code not in kept):
            ended.add(unit.id)
    session.execute(update(Unit).where(Unit.id.in_(ended)).values(valid_to=on - timedelta(days=1)))
    return len(ended)
