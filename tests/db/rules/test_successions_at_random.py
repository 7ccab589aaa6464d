"""Random mergers and splits against the land itself: a first commune has two halves, a unit is a set of halves."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from db.rules.periods import Span
from db.rules.successions import Borders, Succession, UnitDays, borders

DAYS = (date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 1))
BEFORE, LATER = Span(date(2024, 1, 1), date(2024, 12, 31), 2024), date(2026, 6, 1)
PROVINCES = (1, 2)

Land = frozenset[tuple[int, int]]


@dataclass
class Country:
    """Two provinces that go on, and communes that merge, split and move between them."""

    random: Random
    land: dict[int, Land] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)
    days: dict[int, tuple[date | None, date | None]] = field(default_factory=dict)
    rows: list[Succession] = field(default_factory=list)
    there: list[int] = field(default_factory=list)

    def begin(self, on: date | None, land: Land, parent: int = 0) -> int:
        unit_id = len(self.land) + 3
        self.land[unit_id], self.days[unit_id] = land, (on, None)
        self.parents[unit_id] = parent or self.random.choice(PROVINCES)
        self.there.append(unit_id)
        return unit_id

    def end(self, unit_id: int, on: date) -> None:
        self.days[unit_id] = (self.days[unit_id][0], on - timedelta(days=1))
        self.there.remove(unit_id)

    def merge(self, on: date) -> None:
        """Let some communes of the day before become one."""
        old = self.random.sample(self._older(on), min(len(self._older(on)), self.random.randint(1, 3)))
        if old:
            parent = self.random.choice([*(self.parents[unit] for unit in old), 0])
            new = self.begin(on, frozenset().union(*(self.land[unit] for unit in old)), parent)
            for unit in old:
                self.end(unit, on)
                self.rows.append(Succession(on, unit, new))

    def split(self, on: date) -> None:
        """Let a commune that holds both kinds of halves become two."""
        for unit in self.random.sample(self._older(on), len(self._older(on))):
            parts = [frozenset(piece for piece in self.land[unit] if piece[1] == half) for half in (0, 1)]
            if all(parts):
                self.end(unit, on)
                self.rows += [Succession(on, unit, self.begin(on, part), whole=False) for part in parts]
                return

    def units(self) -> list[UnitDays]:
        communes = [
            UnitDays(unit, f"Xã {unit}", 3, self.parents[unit], *self.days[unit]) for unit in self.land
        ]
        return [*(UnitDays(unit, f"Tỉnh {unit}", 1) for unit in PROVINCES), *communes]

    def _older(self, on: date) -> list[int]:
        return [unit for unit in self.there if self.days[unit][0] != on]


def made(seed: int) -> Country:
    country = Country(Random(seed))
    for number in range(country.random.randint(2, 6)):
        country.begin(None, frozenset({(number, 0), (number, 1)}))
    for on in DAYS:
        for _ in range(country.random.randint(0, 3)):
            country.random.choice([country.merge, country.merge, country.split])(on)
    return country


def expected(country: Country, scope: list[int]) -> tuple[set[int], bool]:
    """The first communes that lie in the units, and whether one lies across their border."""
    within: Land = frozenset().union(*(country.land[unit] for unit in scope))
    first = {unit: land for unit, land in country.land.items() if country.days[unit][0] is None}
    crosses = any(land & within and not land <= within for land in first.values())
    return {unit for unit, land in first.items() if land <= within}, crosses


@given(seed=st.integers(0, 10**9))
def test_a_scope_has_what_lay_on_its_land(seed: int) -> None:
    country = made(seed)
    for province in PROVINCES:
        scope = [unit for unit in country.there if country.parents[unit] == province]
        found = asked(country, province)
        inside, crosses = expected(country, scope)
        assert (found.gap is not None) == crosses
        assert crosses or set(found.homes) - set(PROVINCES) == inside


@given(seed=st.integers(0, 10**9))
def test_a_commune_has_what_lay_on_its_land(seed: int) -> None:
    country = made(seed)
    for unit in country.there:
        found = asked(country, unit)
        inside, crosses = expected(country, [unit])
        assert (found.gap is not None, unit in found.gaps) == (crosses, crosses)
        assert set(found.homes) == inside


def asked(country: Country, unit_id: int) -> Borders:
    return borders(country.units(), country.rows, unit_id=unit_id, span=BEFORE, day=LATER)
