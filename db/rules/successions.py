"""Which units came from which, and where figures belong in the borders of a day later or earlier than theirs.

Counts are summed over wholes. What went in parts to several units, or where no source settles what a unit was made
of, is not comparable: it is named, never guessed. The same holds backwards for what came together from several units.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from db.rules.periods import Span
from db.rules.units import Level

WHOLE, PART = "whole", "part"
# Where some of a unit went that no succession tells.
UNKNOWN = 0
Places = frozenset[int]


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
    """Why figures are not comparable.

    `PART`: units went in parts to several; `UNSETTLED`: of unknown make; `JOINED` is of numbers of communes and of
    scores, where communes came together. Backwards, `MERGED`: units hold more than what is asked for. `OUTSIDE`: a
    unit of the day also holds units that were never the scope's. `ABSENT`: a unit did not exist on the day.
    """

    PART = "part"
    UNSETTLED = "unsettled"
    JOINED = "joined"
    MERGED = "merged"
    OUTSIDE = "outside"
    ABSENT = "absent"


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
    there are is then not comparable; `joins` has them by their numbers. `undivided` lie in several units of the day,
    `lost` were the scope's and lie in none that is known; `scope` are the units of the day that are asked for.
    """

    homes: Mapping[int, int]
    gaps: Mapping[int, Gap]
    gap: Gap | None = None
    joined: tuple[str, ...] = ()
    joins: Mapping[int, str] = field(default_factory=dict, compare=False)
    undivided: frozenset[int] = field(default=frozenset(), compare=False)
    lost: frozenset[int] = field(default=frozenset(), compare=False)
    scope: frozenset[int] = field(default=frozenset(), compare=False)


def borders(
    units: Iterable[UnitDays], successions: Iterable[Succession], *, unit_id: int, span: Span, day: date
) -> Borders:
    """Tell where the figures of a span of days belong in a unit, and all below it, as of a later day.

    A unit above the communes that ended lies where all that was below it went. A scope whose own unit goes on, and
    which nothing entered or left, keeps all it had: what ended in it, its successor unknown, stays in it. What began
    after the day is left out.
    """
    return Restating(tuple(units), successions, unit_id, span, day).borders()


def has_moved(
    units: Iterable[UnitDays], successions: Iterable[Succession], unit_id: int, first: date, last: date
) -> bool:
    """Tell whether anything in a unit began, ended, was taken over or took over after the first of two days."""
    there = [unit for unit in units if unit.lived_in(first, last)]
    scope, added = {unit_id}, {unit_id}
    while added:
        added = {unit.id for unit in there if unit.parent_id in added} - scope
        scope |= added
    if any(
        (unit.valid_from or first) > first or (unit.valid_to or last) < last
        for unit in there
        if unit.id in scope
    ):
        return True
    return any(first < row.on <= last and (row.new in scope or row.old in scope) for row in successions)


class Restating:
    """Finds for each unit the units of a later day that hold what it was."""

    def __init__(
        self,
        units: Sequence[UnitDays],
        successions: Iterable[Succession],
        unit_id: int,
        span: Span,
        day: date,
    ) -> None:
        self._first, self._last, self._day = span.first, span.last, day
        self._units = {unit.id: unit for unit in units}
        self._own = self._units[unit_id]
        self._after, self._before = by_unit(row for row in successions if span.first < row.on <= day)
        self._below: dict[int, list[UnitDays]] = defaultdict(list)
        for unit in units:
            self._below[unit.parent_id or 0].append(unit)
        self._ends = cache(self._ends_of)
        self._earlier = self._lived(units)
        self._held = frozenset(self._all_below(self._own, span.first, span.last))
        self._scope = self._asked_for()

    def borders(self) -> Borders:
        """Return where the figures belong."""
        closed = self._is_closed()
        homes, gaps = self._homes(closed), self._gaps()
        joins = {home: self._units[home].name for home in self._joins(homes)}
        gap = None if closed else self._gap()
        undivided = frozenset(unit for unit in homes if len(self._places(self._units[unit])) > 1)
        lost = self._held - homes.keys()
        return Borders(homes, gaps, gap, tuple(joins.values()), joins, undivided, lost, self._scope)

    def _lived(self, units: Iterable[UnitDays]) -> list[UnitDays]:
        return [unit for unit in units if unit.lived_in(self._first, min(self._last, self._day))]

    def _asked_for(self) -> Places:
        return Places(self._all_below(self._own, self._day, self._day))

    def _places(self, unit: UnitDays) -> Places:
        """Return the units of the day that hold what a unit was."""
        return self._ends(unit.id)

    def _homes(self, closed: bool) -> dict[int, int]:
        homes = {}
        for unit in self._counted():
            ends = self._places(unit)
            if ends <= self._scope:
                homes[unit.id] = min(ends) if len(ends) == 1 and not self._is_gathered(unit) else self._own.id
            elif closed and unit.id in self._held:
                homes[unit.id] = self._own.id
        return homes

    def _joins(self, homes: Mapping[int, int]) -> list[int]:
        there = (self._units[unit] for unit in homes)
        living = [unit for unit in there if unit.lived_in(self._first, self._last)]
        communes = Counter(homes[unit.id] for unit in living if unit.level == Level.COMMUNE)
        return [
            home for home, count in communes.items() if count > 1 or self._units[home].level != Level.COMMUNE
        ]

    def _gaps(self) -> dict[int, Gap]:
        parts: dict[int, list[str]] = defaultdict(list)
        for unit in self._earlier:
            if len(ends := self._places(unit)) > 1 and not self._is_gathered(unit):
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
            if self._is_gathered(unit) and self._places(unit) <= self._scope | {UNKNOWN}
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
            return [unit.name] if UNKNOWN in self._places(unit) else []
        return [name for part in below for name in self._lost(part)]

    def _counted(self) -> list[UnitDays]:
        # What ended above the scope's own level is never counted in it, wherever what was below it went.
        return [
            unit for unit in self._earlier if unit.level >= self._own.level or not self._is_gathered(unit)
        ]

    def _lies_across(self, unit: UnitDays) -> bool:
        ends = self._places(unit)
        return bool(ends & self._scope) and not ends <= self._scope

    def _is_closed(self) -> bool:
        """Tell whether the scope's unit goes on from the first day, and nothing is known to have crossed its border."""
        if not self._own.lived_in(self._first, self._first):
            return False
        for unit in self._counted():
            known = self._places(unit) - {UNKNOWN}
            if not known <= self._scope if unit.id in self._held else known & self._scope:
                return False
        return True

    def _ends_of(self, unit_id: int, after: date = date.min) -> Places:
        """Return the units of the day that hold what a unit was on the day `after`."""
        rows = [row for row in self._after.get(unit_id, ()) if row.on > after]
        if not rows:
            return self._ends_without_rows(unit_id)
        on = min(row.on for row in rows)
        rows = [row for row in rows if row.on == on]
        ends = Places().union(*(self._ends(row.new, on) for row in rows))
        if self._units[unit_id].lived_in(on, on):
            return ends | self._ends(unit_id, on)
        return ends if rows[0].whole or len(rows) > 1 else ends | {UNKNOWN}

    def _ends_without_rows(self, unit_id: int) -> Places:
        if self._units[unit_id].lived_in(self._day, self._day):
            return Places({unit_id})
        below = [self._ends(unit.id) for unit in self._below.get(unit_id, ())]
        return Places().union(*below) if below else Places({UNKNOWN})

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


def by_unit(
    successions: Iterable[Succession],
) -> tuple[dict[int, list[Succession]], dict[int, list[Succession]]]:
    """Return the rows by the unit that was taken over, and by the one that took over."""
    after: dict[int, list[Succession]] = defaultdict(list)
    before: dict[int, list[Succession]] = defaultdict(list)
    for row in successions:
        if row.old is not None:
            after[row.old].append(row)
        before[row.new].append(row)
    return after, before
