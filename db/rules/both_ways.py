"""Where figures belong in the borders of any day, the days after it too.

What came together after the day from several of its units cannot be parted again: it is named, never guessed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from db.rules.periods import Span
from db.rules.successions import (
    UNKNOWN,
    Borders,
    Gap,
    GapKind,
    Places,
    Restating,
    Succession,
    UnitDays,
    by_unit,
)


def borders_of_day(
    units: Iterable[UnitDays], successions: Iterable[Succession], *, unit_id: int, span: Span, day: date
) -> Borders:
    """Tell where the figures of a span of days belong in a unit, and all below it, as of a day of any time.

    What ended before the day goes on to it as in `borders`. What began after it belongs to the unit of the day from
    which alone it came. Where the scope's own unit did not exist on the day, the units in which it lay stand for it;
    the scope as a whole is then not told of.
    """
    return _BothWays(tuple(units), tuple(successions), unit_id, span, day).borders()


class _BothWays(Restating):
    def __init__(
        self,
        units: Sequence[UnitDays],
        successions: Sequence[Succession],
        unit_id: int,
        span: Span,
        day: date,
    ) -> None:
        self._all_units, self._all_rows = units, successions
        self._gone, self._came = by_unit(row for row in successions if row.on > day)
        self._origins = cache(self._origins_of)
        super().__init__(units, successions, unit_id, span, day)
        self._held = frozenset(self._all_below(self._own, min(span.first, day), span.last))

    def borders(self) -> Borders:
        """Return where the figures belong."""
        found = super().borders()
        return replace(found, gap=found.gap if self._is_of_day(self._own) else None)

    def _lived(self, units: Iterable[UnitDays]) -> list[UnitDays]:
        # What ended between the day and the span still has what outlives its unit: establishments, hotspots, models.
        return [unit for unit in units if unit.lived_in(min(self._first, self._day), self._last)]

    def _asked_for(self) -> Places:
        if self._is_of_day(self._own):
            return super()._asked_for()
        tops = (self._units[place] for place in self._places_of_own() - {UNKNOWN})
        return Places(place for top in tops for place in self._all_below(top, self._day, self._day))

    def _places_of_own(self) -> Places:
        own = self._own
        if own.valid_from is not None and own.valid_from > self._day:
            return self._origins(own.id, own.valid_from)
        end = own.valid_to or self._day
        alone = Restating(self._all_units, self._all_rows, own.id, Span(end, end, end.year), self._day)
        return alone._places(own)

    def _places(self, unit: UnitDays) -> Places:
        if self._is_later(unit):
            return self._origins(unit.id, self._last)
        forward = self._ends(unit.id)
        return forward | self._origins(unit.id, self._last) if self._is_of_day(unit) else forward

    def _origins_of(self, unit_id: int, until: date) -> Places:
        """Return the units of the day from which a later unit came, by what it took over until a day."""
        unit = self._units[unit_id]
        rows = [row for row in self._came.get(unit_id, ()) if row.on <= until]
        places = Places().union(*(self._origin(row) for row in rows))
        if self._is_of_day(unit):
            return places | {unit_id}
        if any(row.on == unit.valid_from for row in rows):
            return places
        below = [self._origins(part.id, until) for part in self._below.get(unit_id, ())]
        return places.union(*below) if below else places | {UNKNOWN}

    def _origin(self, row: Succession) -> Places:
        return Places({UNKNOWN}) if row.old is None else self._origins(row.old, row.on - timedelta(days=1))

    def _is_later(self, unit: UnitDays) -> bool:
        return unit.valid_from is not None and unit.valid_from > self._day

    def _is_of_day(self, unit: UnitDays) -> bool:
        return unit.lived_in(self._day, self._day)

    def _is_gathered(self, unit: UnitDays) -> bool:
        if self._is_later(unit):
            return unit.id not in self._came and unit.id in self._below
        return super()._is_gathered(unit)

    def _gaps(self) -> dict[int, Gap]:
        lost = {unit.id: Gap(GapKind.UNSETTLED, (unit.name,)) for unit in self._scattered()}
        outside = {place: Gap(GapKind.OUTSIDE, names) for place, names in self._outside()}
        merged = {place: Gap(GapKind.MERGED, names) for place, names in self._merged()}
        return super()._gaps() | outside | lost | merged

    def _gap(self) -> Gap | None:
        across = [unit.name for unit in self._counted() if self._mixes(unit) and self._lies_across(unit)]
        if across:
            return Gap(GapKind.MERGED, tuple(across))
        lost = tuple(unit.name for unit in self._scattered())
        return super()._gap() or (Gap(GapKind.UNSETTLED, lost) if lost else None)

    def _merged(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Name for each unit of the day the later ones that hold it and others."""
        names: dict[int, list[str]] = defaultdict(list)
        for unit in self._earlier:
            if self._mixes(unit) and not self._is_gathered(unit):
                for place in self._origins(unit.id, self._last) & self._scope:
                    names[place].append(unit.name)
        return ((place, tuple(named)) for place, named in names.items())

    def _mixes(self, unit: UnitDays) -> bool:
        """Tell whether after the day a unit is several of its units, which cannot be told apart."""
        return len(self._origins(unit.id, self._last)) > 1

    def _scattered(self) -> list[UnitDays]:
        """Return the units of the day that ended since, no source telling all that became of them."""
        there = (self._units[place] for place in sorted(self._scope))
        return [unit for unit in there if self._is_scattered(unit)]

    def _is_scattered(self, unit: UnitDays) -> bool:
        if unit.valid_to is None or unit.valid_to >= self._last or unit.id in self._below:
            return False
        rows = [row for row in self._gone.get(unit.id, ()) if row.on == unit.valid_to + timedelta(days=1)]
        return not rows or (len(rows) == 1 and not rows[0].whole)

    def _outside(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Name for each unit that stands for the scope what lies in it and was never the scope's."""
        names: dict[int, list[str]] = defaultdict(list)
        for unit in self._counted() if not self._is_of_day(self._own) else ():
            if self._was_beside(unit):
                for place in self._places(unit) & self._scope:
                    names[place].append(unit.name)
        return ((place, tuple(named)) for place, named in names.items())

    def _was_beside(self, unit: UnitDays) -> bool:
        own = self._own
        lived = unit.lived_in(own.valid_from or self._first, own.valid_to or self._last)
        return lived and unit.id not in self._held
