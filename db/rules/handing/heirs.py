"""Which office's book the records of a unit follow once the office above it ended."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.successions import Succession, UnitDays
from db.rules.units import Level


class Follows(StrEnum):
    """Where the records of a unit go.

    A commune's follow it WHOLE; where it went in PARTS, or nobody knows where, a person decides; what is of the
    district, or of what lies above it, is the office's OWN.
    """

    WHOLE = "whole"
    PARTS = "parts"
    UNKNOWN = "unknown"
    OWN = "own"


@dataclass(frozen=True)
class Heirs:
    """How the records of a unit follow it, and the communes of the day that hold some of it."""

    follows: Follows
    units: tuple[int, ...] = ()


def heirs(units: Iterable[UnitDays], successions: Iterable[Succession], *, day: date) -> Mapping[int, Heirs]:
    """Tell for each unit which communes of a day hold what it was.

    A commune that still is there goes on as itself. A single part says that the rest is somewhere unknown; that it
    went on with more or less in it, before it ended, says nothing of where it went.
    """
    return _Following(units, successions, day).all()


class _Following:
    def __init__(self, units: Iterable[UnitDays], successions: Iterable[Succession], day: date) -> None:
        self._units = {unit.id: unit for unit in units}
        self._day = day
        self._after: dict[int, list[Succession]] = defaultdict(list)
        for row in successions:
            if row.old is not None and row.old != row.new and row.on <= day:
                self._after[row.old].append(row)

    def all(self) -> dict[int, Heirs]:
        return {number: self._heirs(unit) for number, unit in self._units.items()}

    def _heirs(self, unit: UnitDays) -> Heirs:
        if unit.level != Level.COMMUNE:
            return Heirs(Follows.OWN)
        ends, known = self._ends(unit.id, frozenset())
        if not known:
            return Heirs(Follows.UNKNOWN, tuple(sorted(ends)))
        return Heirs(Follows.WHOLE if len(ends) == 1 else Follows.PARTS, tuple(sorted(ends)))

    def _ends(self, number: int, passed: frozenset[int]) -> tuple[frozenset[int], bool]:
        """Return the units of the day that hold some of a unit, and whether they hold all of it."""
        unit = self._units.get(number)
        if unit is None or number in passed:
            return frozenset(), False
        if unit.lived_in(self._day, self._day):
            return frozenset({number}), True
        rows = self._after.get(number, [])
        found = [self._ends(row.new, passed | {number}) for row in rows]
        known = bool(rows) and (rows[0].whole or len(rows) > 1) and all(whole for _, whole in found)
        return frozenset().union(*(ends for ends, _ in found)), known
