"""Which units of a handed book are which of the book that takes it in: one code, one name, days that meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from db.rules.findings import Finding
from db.rules.units import Level, bare_name, name_key


@dataclass(frozen=True)
class UnitOfTime:
    """A unit with all that tells it from others; both days counted, an empty end is open.

    `known_from` is the first day on which its book knows it: the first list of a book tells no beginnings.
    """

    id: int
    code: str
    level: int
    kind: str
    name: str
    valid_from: date | None
    valid_to: date | None
    known_from: date


@dataclass(frozen=True)
class SameUnits:
    """By the number there the number here of units that are the same, those here whose days are learned, and doubts."""

    same: Mapping[int, int]
    learned: tuple[UnitOfTime, ...]
    findings: tuple[Finding, ...]


def same_units(there: Iterable[UnitOfTime], here: Iterable[UnitOfTime]) -> SameUnits:
    """Match units. One here that began or ended on a day that only the other book knows learns that day.

    What has the code of another on the same days is a finding: one of the two books lacks a list.
    """
    return _Matching(there, here).result()


class _Matching:
    def __init__(self, there: Iterable[UnitOfTime], here: Iterable[UnitOfTime]) -> None:
        # The earlier of two of one name first: what it ended on is then known of ours.
        self._there = sorted(there, key=lambda unit: (unit.known_from, unit.id))
        self._before = {unit.id: unit for unit in here}
        self._here = dict(self._before)
        self._by_code: dict[tuple[int, str], list[int]] = defaultdict(list)
        for unit in self._here.values():
            self._by_code[unit.level, unit.code].append(unit.id)
        self._same: dict[int, int] = {}

    def result(self) -> SameUnits:
        for unit in self._there:
            self._match(unit)
        findings = [
            finding for unit in self._there if unit.id not in self._same for finding in self._late(unit)
        ]
        learned = tuple(unit for number, unit in self._here.items() if unit != self._before[number])
        return SameUnits(self._same, learned, tuple(findings))

    def _match(self, unit: UnitOfTime) -> None:
        alike = [held for held in self._of_code(unit) if _are_one(unit, held)]
        if len(alike) == 1:
            held = alike[0]
            self._same[unit.id] = held.id
            self._here[held.id] = replace(
                held,
                valid_from=held.valid_from or unit.valid_from,
                valid_to=held.valid_to or unit.valid_to,
            )

    def _late(self, unit: UnitOfTime) -> Iterable[Finding]:
        """Let ours begin after another that had its code before; what had it at the same time is named."""
        for held in self._of_code(unit):
            if _meet(unit, held):
                yield Finding("handed_unit_differs", "", unit.name, {"code": unit.code, "name": held.name})
            elif held.valid_from is None and unit.valid_to is not None and unit.valid_to < held.known_from:
                self._here[held.id] = replace(held, valid_from=unit.valid_to + timedelta(days=1))

    def _of_code(self, unit: UnitOfTime) -> list[UnitOfTime]:
        return [self._here[number] for number in self._by_code[unit.level, unit.code]]


def _are_one(one: UnitOfTime, other: UnitOfTime) -> bool:
    if not _meet(one, other):
        return False
    # A province may have become a city meanwhile; of smaller units the kind is part of what they are.
    if one.level == Level.PROVINCE:
        return name_key(bare_name(one.name)) == name_key(bare_name(other.name))
    return one.kind == other.kind and name_key(one.name) == name_key(other.name)


def _meet(one: UnitOfTime, other: UnitOfTime) -> bool:
    return max(one.known_from, other.known_from) <= min(one.valid_to or date.max, other.valid_to or date.max)
