"""Which units came from which, and where the figures of an earlier time belong in the borders of a later day.

Counts are summed over wholes. What went in parts to several units, or where no source settles what a unit was made
of, is not comparable: it is named, never guessed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from db.rules.periods import Span
from db.rules.units import Level

WHOLE, PART = "whole", "part"
# Where some of a unit went that no succession tells.
_UNKNOWN = 0
_Places = frozenset[int]


@dataclass(frozen=True)
class UnitDays:
    """A unit from `valid_from` to `valid_to`, both counted; an empty end is open."""

    id: int
    name: str
    level: int
    parent_id: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def lived_in(self, first: date, last: date) -> bool:
        """Tell whether the unit existed on some day from first to last, both counted."""
        return (self.valid_from or first) <= last and (self.valid_to or last) >= first


@dataclass(frozen=True)
class Succession:
    """On a day `new` took over the whole or a part of `old`; no `old` where no source settles which.

    `written` is then what a list says of the old unit, as far as it says anything.
    """

    on: date
    old: int | None
    new: int
    whole: bool = True
    written: str = ""


class GapKind(StrEnum):
    """Why figures are not comparable: `JOINED` is of numbers of communes, where communes came together."""

    PART = "part"
    UNSETTLED = "unsettled"
    JOINED = "joined"


@dataclass(frozen=True)
class Gap:
    """Why figures are not comparable, and for the sake of which units: that went in parts, or are of unknown make."""

    kind: GapKind
    names: tuple[str, ...]


@dataclass(frozen=True)
class Borders:
    """Where figures of an earlier time belong in a scope as of a day.

    `homes` names the unit of the day for each earlier unit that lies in the scope; the scope's own unit stands for
    what lies in it but in no unit below it. `gaps` are the units of the day that are not comparable, `gap` is set
    where the scope as a whole is not. `joined` names the units in which communes came together: how many communes
    there are is then not comparable.
    """

    homes: Mapping[int, int]
    gaps: Mapping[int, Gap]
    gap: Gap | None = None
    joined: tuple[str, ...] = ()


def borders(
    units: Iterable[UnitDays], successions: Iterable[Succession], *, unit_id: int, span: Span, day: date
) -> Borders:
    """Tell where the figures of a span of days belong in a unit, and all below it, as of a later day.

    A unit above the communes that ended lies where all that was below it went. A scope whose own unit goes on, and
    which nothing entered or left, keeps all it had: what ended in it, its successor unknown, stays in it.
    """
    return _Restating(tuple(units), successions, unit_id, span, day).borders()


class _Restating:
    def __init__(
        self,
        units: Sequence[UnitDays],
        successions: Iterable[Succession],
        unit_id: int,
        span: Span,
        day: date,
    ) -> None:
        self._first, self._day = span.first, day
        self._units = {unit.id: unit for unit in units}
        self._own = self._units[unit_id]
        self._after, self._before = _by_unit(row for row in successions if span.first < row.on <= day)
        self._below: dict[int, list[UnitDays]] = defaultdict(list)
        for unit in units:
            self._below[unit.parent_id or 0].append(unit)
        self._scope = frozenset(self._all_below(self._own, day, day))
        self._ends = cache(self._ends_of)
        self._earlier = [unit for unit in units if unit.lived_in(span.first, min(span.last, day))]
        self._held = frozenset(self._all_below(self._own, span.first, span.last))

    def borders(self) -> Borders:
        closed = self._is_closed()
        homes, gaps = self._homes(closed), self._gaps()
        return Borders(homes, gaps, None if closed else self._gap(), self._joined(homes))

    def _homes(self, closed: bool) -> dict[int, int]:
        homes = {}
        for unit in self._counted():
            ends = self._ends(unit.id)
            if ends <= self._scope:
                homes[unit.id] = min(ends) if len(ends) == 1 and not self._is_gathered(unit) else self._own.id
            elif closed and unit.id in self._held:
                homes[unit.id] = self._own.id
        return homes

    def _joined(self, homes: Mapping[int, int]) -> tuple[str, ...]:
        communes = Counter(home for unit, home in homes.items() if self._units[unit].level == Level.COMMUNE)
        return tuple(
            self._units[home].name
            for home, count in communes.items()
            if count > 1 or self._units[home].level != Level.COMMUNE
        )

    def _gaps(self) -> dict[int, Gap]:
        parts: dict[int, list[str]] = defaultdict(list)
        for unit in self._earlier:
            if len(ends := self._ends(unit.id)) > 1 and not self._is_gathered(unit):
                for place in ends & self._scope:
                    parts[place].append(unit.name)
        unsettled = {unit.id: Gap(GapKind.UNSETTLED, (unit.name,)) for unit in self._unsettled()}
        return unsettled | {place: Gap(GapKind.PART, tuple(names)) for place, names in parts.items()}

    def _unsettled(self) -> list[UnitDays]:
        there = (self._units[place] for place in sorted(self._scope))
        return [unit for unit in there if self._is_unsettled(unit, self._day)]

    def _gap(self) -> Gap | None:
        """What parts the scope as a whole: a unit that lies across its border, or a make that nobody knows."""
        across = [unit for unit in self._counted() if self._lies_across(unit)]
        # Of what was gathered, only the unknown rest may be missing: then it is that rest which is named.
        incomplete = [
            unit
            for unit in across
            if self._is_gathered(unit) and self._ends(unit.id) <= self._scope | {_UNKNOWN}
        ]
        if len(incomplete) < len(across):
            return Gap(GapKind.PART, tuple(unit.name for unit in across if unit not in incomplete))
        unknown = [unit.name for unit in self._unsettled()]
        unknown += [name for unit in incomplete for name in self._lost(unit)]
        return Gap(GapKind.UNSETTLED, tuple(dict.fromkeys(unknown))) if unknown else None

    def _lost(self, unit: UnitDays) -> list[str]:
        """Name what ended in a unit with a successor that nobody knows."""
        below = self._below.get(unit.id, ())
        if not below:
            return [unit.name] if _UNKNOWN in self._ends(unit.id) else []
        return [name for part in below for name in self._lost(part)]

    def _counted(self) -> list[UnitDays]:
        # What ended above the scope's own level is never counted in it, wherever what was below it went.
        return [
            unit for unit in self._earlier if unit.level >= self._own.level or not self._is_gathered(unit)
        ]

    def _lies_across(self, unit: UnitDays) -> bool:
        ends = self._ends(unit.id)
        return bool(ends & self._scope) and not ends <= self._scope

    def _is_closed(self) -> bool:
        """Tell whether the scope's unit goes on from the first day, and nothing is known to have crossed its border."""
        if not self._own.lived_in(self._first, self._first):
            return False
        for unit in self._counted():
            known = self._ends(unit.id) - {_UNKNOWN}
            if not known <= self._scope if unit.id in self._held else known & self._scope:
                return False
        return True

    def _ends_of(self, unit_id: int, after: date = date.min) -> _Places:
        """Return the units of the day that hold what a unit was on the day `after`."""
        rows = [row for row in self._after.get(unit_id, ()) if row.on > after]
        if not rows:
            return self._ends_without_rows(unit_id)
        on = min(row.on for row in rows)
        rows = [row for row in rows if row.on == on]
        ends = _Places().union(*(self._ends(row.new, on) for row in rows))
        if self._units[unit_id].lived_in(on, on):
            return ends | self._ends(unit_id, on)
        return ends if rows[0].whole or len(rows) > 1 else ends | {_UNKNOWN}

    def _ends_without_rows(self, unit_id: int) -> _Places:
        if self._units[unit_id].lived_in(self._day, self._day):
            return _Places({unit_id})
        below = [self._ends(unit.id) for unit in self._below.get(unit_id, ())]
        return _Places().union(*below) if below else _Places({_UNKNOWN})

    def _is_gathered(self, unit: UnitDays) -> bool:
        """Tell whether only what was below a unit says where it went."""
        ended = not unit.lived_in(self._day, self._day)
        return ended and unit.id not in self._after and unit.id in self._below

    def _is_unsettled(self, unit: UnitDays, until: date) -> bool:
        rows = [row for row in self._before.get(unit.id, ()) if row.on <= until]
        began = unit.valid_from
        if began is not None and self._first < began and all(row.on != began for row in rows):
            return unit.id not in self._below
        return any(
            row.old is None or self._is_unsettled(self._units[row.old], row.on - timedelta(days=1))
            for row in rows
        )

    def _all_below(self, top: UnitDays, first: date, last: date) -> Iterable[int]:
        yield top.id
        for unit in self._below.get(top.id, ()):
            if unit.lived_in(first, last):
                yield from self._all_below(unit, first, last)


def _by_unit(
    successions: Iterable[Succession],
) -> tuple[dict[int, list[Succession]], dict[int, list[Succession]]]:
    after: dict[int, list[Succession]] = defaultdict(list)
    before: dict[int, list[Succession]] = defaultdict(list)
    for row in successions:
        if row.old is not None:
            after[row.old].append(row)
        before[row.new].append(row)
    return after, before
