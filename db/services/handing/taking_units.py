"""Units, lists of them and successions of a handed book: found in this one, or added to it.

Units are not taken back by undo, for records rest on them; so what a book brings of them stays too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from db.records import Succession, Unit, UnitList
from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.handing.same_units import SameUnits, UnitOfTime, same_units
from db.rules.successions import WHOLE
from db.rules.text import folded, sort_key
from db.rules.units import Level, bare_name
from db.services.handing.checking import Checked, Typed

_Numbers = Mapping[int, int]


@dataclass(frozen=True)
class UnitsToTake:
    """Which units of a handed book are ours, which are new, and what contradicts what this book knows."""

    same: SameUnits
    fresh: tuple[Typed, ...]
    findings: tuple[Finding, ...]

    @property
    def numbers(self) -> dict[int, int]:
        """Return our number of each unit there; of one that is new the number there, turned negative."""
        return {**self.same.same, **{row["id"]: -row["id"] for row in self.fresh}}


def compare(session: Session, brought: Checked) -> UnitsToTake:
    """Tell which units of a handed book are which of this one; nothing is written."""
    there = brought.of(Unit.__tablename__)
    lists = [row["on"] for row in brought.of(UnitList.__tablename__).values()]
    held = [dict(row) for row in session.execute(select(*Unit.__table__.columns)).mappings()]
    first_here = session.scalar(select(func.min(UnitList.on)))
    same = same_units(_of_time(there.values(), min(lists, default=None)), _of_time(held, first_here))
    fresh = [row for number, row in there.items() if number not in same.same]
    units = UnitsToTake(same, tuple(sorted(fresh, key=lambda row: (row["level"], row["id"]))), ())
    behind = _left_behind(session, units.fresh, max(lists, default=date.min))
    findings = (*same.findings, *behind, *_contradictions(session, brought, units.numbers))
    return UnitsToTake(same, units.fresh, findings)


def store(session: Session, brought: Checked, units: UnitsToTake) -> dict[int, int]:
    """Add what is new and return our number of each unit there."""
    for unit in units.same.learned:
        days = {"valid_from": unit.valid_from, "valid_to": unit.valid_to}
        session.execute(update(Unit).where(Unit.id == unit.id).values(**days))
    numbers = dict(units.same.same)
    for row in units.fresh:
        statement = insert(Unit).values(**_columns(row, numbers)).returning(Unit.id)
        numbers[row["id"]] = session.execute(statement).scalar_one()
    _store_lists(session, brought)
    _store_successions(session, brought, numbers)
    session.expire_all()
    return numbers


def _of_time(rows: Iterable[Mapping[str, Any]], first_list: date | None) -> list[UnitOfTime]:
    return [
        UnitOfTime(
            row["id"],
            row["code"],
            row["level"],
            row["kind"],
            row["name"],
            row["valid_from"],
            row["valid_to"],
            row["valid_from"] or min(first_list or date.min, row["valid_to"] or date.max),
        )
        for row in rows
    ]


def _left_behind(session: Session, fresh: Iterable[Typed], latest_there: date) -> Iterator[Finding]:
    """Name what goes on by the handed book alone, which lacks our latest list: here, it would never end."""
    latest = session.scalar(select(func.max(UnitList.on)))
    if latest is not None and latest_there < latest:
        for row in fresh:
            if row["valid_to"] is None and row["level"] != Level.PROVINCE:
                facts = {"code": row["code"], "day": day_text(latest)}
                yield Finding("handed_list_missing", "", row["name"], facts)


def _columns(row: Typed, numbers: _Numbers) -> dict[str, Any]:
    return {
        **_without_number(row),
        "parent_id": numbers[row["parent_id"]] if row["parent_id"] else None,
        "sort_key": sort_key(bare_name(row["name"])),
        "search": folded(f"{row['name']} {row['code']}"),
    }


def _without_number(row: Typed) -> Typed:
    return {key: value for key, value in row.items() if key != "id"}


def _store_lists(session: Session, brought: Checked) -> None:
    held = set(session.scalars(select(UnitList.on)))
    rows = [row for row in brought.of(UnitList.__tablename__).values() if row["on"] not in held]
    for row in sorted(rows, key=lambda row: row["on"]):
        session.add(UnitList(**_without_number(row)))


def _store_successions(session: Session, brought: Checked, numbers: _Numbers) -> None:
    """Add what is new. Of a unit whose sources one of the two books knows all of, nothing stays open."""
    theirs = [
        {**_without_number(row), "old_id": numbers.get(row["old_id"] or 0), "new_id": numbers[row["new_id"]]}
        for row in brought.of(Succession.__tablename__).values()
    ]
    keys = ("on", "old_id", "new_id", "written")
    columns = [Succession.__table__.columns[key] for key in keys]
    ours = [dict(row) for row in session.execute(select(*columns)).mappings()]
    held = set(map(_told, ours))
    settled = _settled(ours)
    for row in theirs:
        is_open = row["old_id"] is None
        if _told(row) not in held and not (is_open and row["new_id"] in settled):
            session.execute(insert(Succession).values(row))
    open_here = Succession.old_id.is_(None) & Succession.new_id.in_(_settled(theirs))
    session.execute(delete(Succession).where(open_here))


def _told(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what a succession tells; one unit may take more in, and go on as itself, on several days."""
    return row["on"], row["old_id"], row["new_id"], row["written"] if row["old_id"] is None else ""


def _settled(rows: Sequence[Mapping[str, Any]]) -> set[int]:
    """Return the new units of which every source is named."""
    named = {row["new_id"] for row in rows if row["old_id"] is not None}
    return named - {row["new_id"] for row in rows if row["old_id"] is None}


def _contradictions(session: Session, brought: Checked, numbers: _Numbers) -> list[Finding]:
    """Name the units that went whole into one unit by this book, and into another by the handed one.

    What took more in goes on as itself: that says nothing of where it went at last.
    """
    went = Succession.extent == WHOLE, Succession.old_id != Succession.new_id
    held = dict(session.execute(select(Succession.old_id, Succession.new_id).where(*went)).all())
    units, findings = brought.of(Unit.__tablename__), []
    for row in brought.of(Succession.__tablename__).values():
        ours = held.get(numbers.get(row["old_id"] or 0))
        if row["old_id"] != row["new_id"] and ours is not None and ours != numbers[row["new_id"]]:
            old, new = units[row["old_id"]], units[row["new_id"]]
            facts = {"new": new["name"], "day": day_text(row["on"])}
            findings.append(Finding("handed_succession_differs", "", old["name"], facts))
    return findings
