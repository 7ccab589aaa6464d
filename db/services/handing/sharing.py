"""What of a district's book goes to which commune's: what follows its unit, what a person decides, what is its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import Draft, Succession, Unit
from db.rules.findings import Finding, Refused
from db.rules.handing.heirs import Follows, Heirs, heirs
from db.rules.successions import WHOLE, UnitDays
from db.rules.successions import Succession as Row
from db.rules.units import Level
from db.services.handing.collecting import Collected, collect
from db.services.handing.tables import KINDS
from db.services.handing.words import TABLE_WORDS

# Where a group goes that no commune's book gets: it stays in the file of the whole book alone.
ARCHIVE = 0
# How the records of a unit follow it where a person has to say which commune's book gets them.
WANT_DECISION = frozenset({Follows.PARTS, Follows.UNKNOWN})
Counts = Mapping[str, int]


@dataclass(frozen=True)
class Group:
    """Records of one kind and one unit that go together, by their numbers; `heirs` tells how the unit's follow it."""

    unit_id: int
    kind: str
    heirs: Heirs
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Decisions:
    """What the officer decided: by unit and kind whose book gets a group, and whose the own ones (ARCHIVE: none)."""

    groups: Mapping[tuple[int, str], int] = field(default_factory=dict)
    own: int = ARCHIVE


@dataclass(frozen=True)
class Shares:
    """How a book would be split: groups by where they go, those that want a decision, and how many drafts stay behind.

    `heirs` are all communes of the day, any of which may get what is not settled.
    """

    collected: Collected
    names: Mapping[int, str]
    codes: Mapping[int, str]
    groups: tuple[Group, ...]
    heirs: frozenset[int]
    places: Mapping[int, tuple[Group, ...]]
    undecided: tuple[Group, ...]
    drafts: int

    @cached_property
    def communes(self) -> tuple[int, ...]:
        """Return the communes that get a book, by name."""
        return tuple(
            sorted((unit for unit in self.places if unit != ARCHIVE), key=lambda unit: self.codes[unit])
        )

    @property
    def all_counts(self) -> Counts:
        """Return how many records of each kind the book holds."""
        found: Counter[str] = Counter()
        for group in self.groups:
            found[group.kind] += len(group.numbers)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    def counts(self, unit_id: int) -> Counts:
        """Return how many records of each kind go to a commune's book, or to none (ARCHIVE)."""
        found: Counter[str] = Counter()
        for group in self.places.get(unit_id, ()):
            found[group.kind] += len(group.numbers)
        return {kind: found[kind] for kind in KINDS if found[kind]}


def share(session: Session, *, day: date, decisions: Decisions) -> Shares:
    """Tell what goes where in the borders of a day. What follows no unit of itself, and is not decided, is undecided.

    Raises Refused where a decision names a commune that the unit has nothing to do with.
    """
    collected = collect(session)
    known = {unit.id: unit for unit in session.scalars(select(Unit))}
    following = heirs(map(_days, known.values()), _successions(session), day=day)
    shares = Shares(
        collected,
        {number: unit.name for number, unit in known.items()},
        {number: unit.code for number, unit in known.items()},
        tuple(_groups(collected, following)),
        _communes_of(known.values(), day),
        {},
        (),
        session.scalar(select(func.count()).select_from(Draft)) or 0,
    )
    return with_decisions(shares, decisions)


def with_decisions(shares: Shares, decisions: Decisions) -> Shares:
    """Return the same book, shared as is decided; raises Refused as `share` does."""
    _refuse_others(shares, decisions)
    places, left = _placed(shares.groups, decisions)
    return replace(shares, places=places, undecided=left)


def refuse_undecided(shares: Shares) -> None:
    """Raise Refused where something wants a decision, each group as a finding."""
    if shares.undecided:
        raise Refused(undecided(shares))


def undecided(shares: Shares) -> tuple[Finding, ...]:
    """Return what wants a decision: a finding for each unit, with its kinds of record and how many there are."""
    by_unit: dict[int, list[Group]] = defaultdict(list)
    for group in shares.undecided:
        by_unit[group.unit_id].append(group)
    return tuple(
        _undecided(shares, unit, by_unit[unit]) for unit in sorted(by_unit, key=shares.codes.__getitem__)
    )


def _undecided(shares: Shares, unit: int, groups: list[Group]) -> Finding:
    heirs = groups[0].heirs
    facts = {
        "kinds": ", ".join(
            f"{TABLE_WORDS[KINDS[group.kind].__tablename__]} {len(group.numbers)}" for group in groups
        ),
        "choices": ", ".join(f"{shares.codes[heir]} {shares.names[heir]}" for heir in heirs.units),
    }
    return Finding(f"handed_undecided_{heirs.follows}", shares.codes[unit], shares.names[unit], facts)


def _groups(collected: Collected, following: Mapping[int, Heirs]) -> Iterator[Group]:
    for kind, mapped in KINDS.items():
        by_unit: dict[int, list[int]] = defaultdict(list)
        for number, row in collected.of(mapped.__tablename__).items():
            by_unit[_number(row["unit_id"])].append(number)
        for unit_id, numbers in sorted(by_unit.items()):
            yield Group(unit_id, kind, following[unit_id], tuple(numbers))


def _placed(
    groups: Iterable[Group], decisions: Decisions
) -> tuple[Mapping[int, tuple[Group, ...]], tuple[Group, ...]]:
    places: dict[int, list[Group]] = defaultdict(list)
    undecided = []
    for group in groups:
        place = _place(group, decisions)
        if place is None:
            undecided.append(group)
        else:
            places[place].append(group)
    return {place: tuple(found) for place, found in places.items()}, tuple(undecided)


def _place(group: Group, decisions: Decisions) -> int | None:
    decided = decisions.groups.get((group.unit_id, group.kind))
    match group.heirs.follows:
        case Follows.WHOLE:
            return group.heirs.units[0]
        case Follows.OWN:
            return decisions.own if decided is None else decided
    return decided


def _refuse_others(shares: Shares, decisions: Decisions) -> None:
    parted = {group.unit_id: set(group.heirs.units) for group in shares.groups if _is_parted(group)}
    findings = []
    for (unit, kind), place in decisions.groups.items():
        if place not in (ARCHIVE, *parted.get(unit, shares.heirs)):
            facts = {"unit": shares.names[unit]}
            where = f"{shares.codes[unit]}:{kind}"
            findings.append(Finding("handed_not_an_heir", where, shares.names[place], facts))
    if decisions.own not in (ARCHIVE, *shares.heirs):
        findings.append(Finding("handed_no_commune", "own", shares.names[decisions.own]))
    if findings:
        raise Refused(findings)


def _is_parted(group: Group) -> bool:
    return group.heirs.follows is Follows.PARTS


def _communes_of(units: Iterable[Unit], day: date) -> frozenset[int]:
    there = (unit for unit in units if _days(unit).lived_in(day, day))
    return frozenset(unit.id for unit in there if unit.level == Level.COMMUNE)


def _days(unit: Unit) -> UnitDays:
    return UnitDays(unit.id, unit.name, unit.level, unit.parent_id, unit.valid_from, unit.valid_to)


def _successions(session: Session) -> list[Row]:
    return [
        Row(row.on, row.old_id, row.new_id, row.extent == WHOLE)
        for row in session.scalars(select(Succession))
    ]


def _number(value: Any) -> int:
    return int(value)
