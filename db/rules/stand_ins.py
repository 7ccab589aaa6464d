"""Which units stood where another one stands, on a day on which that one did not exist: what it came from or became."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.successions import Succession, UnitDays

# Facts of a finding: the one unit to take instead, and all that may be meant, by their numbers as digits.
UNIT_FACT, UNITS_FACT = "unit_id", "unit_ids"


@dataclass(frozen=True)
class CodedUnit(UnitDays):
    """A unit from `valid_from` to `valid_to` with its code."""

    code: str = ""


@dataclass(frozen=True)
class StandIns:
    """The units that stood there, by name; `is_sure` where the only one had, or has, the whole of the other.

    `elsewhere` are those of which the office keeps no records: they are named, never offered.
    """

    units: tuple[CodedUnit, ...] = ()
    is_sure: bool = False
    elsewhere: frozenset[int] = frozenset()

    @property
    def offered(self) -> tuple[CodedUnit, ...]:
        """Return the units that a record of the office may name instead."""
        return tuple(unit for unit in self.units if unit.id not in self.elsewhere)


def stand_ins(unit: CodedUnit, day: date, known: Iterable[CodedUnit], rows: Iterable[Succession]) -> StandIns:
    """Tell which units stood on a day where a unit stands that was not there on it.

    Whoever it went to in parts, or was made of, are named, but none of several is ever sure; nor is any while a
    source is not settled.
    """
    found = _Walk(day, known, rows)
    ends = [*found.ends(unit, is_whole=True)]
    units = {end.id: end for end, _ in ends if end is not None}
    is_sure = len(units) == 1 and all(end is not None and is_whole for end, is_whole in ends)
    return StandIns(tuple(sorted(units.values(), key=lambda item: item.name)), is_sure)


def not_there(place: str, value: str, day: date, found: StandIns) -> Finding:
    """Return the finding of a unit that was not there on a day; it names those that were, a sure one by its number."""
    facts = {"day": day_text(day)}
    if not found.units:
        return Finding("unit_not_on_day", place, value, facts)
    facts["then"] = ", ".join(coded_name(unit.code, unit.name) for unit in found.units)
    if not found.offered:
        return Finding("unit_not_on_day_elsewhere", place, value, facts)
    facts[UNITS_FACT] = " ".join(str(unit.id) for unit in found.offered)
    if found.is_sure:
        return Finding("unit_not_on_day_then", place, value, facts | {UNIT_FACT: str(found.units[0].id)})
    return Finding("unit_not_on_day_several", place, value, facts)


def coded_name(code: str, name: str) -> str:
    """Return how a finding names a unit; a cell may name it so too."""
    return f"{name} ({code})"


def joined(found: Sequence[StandIns]) -> StandIns:
    """Return those of several units that a text may mean."""
    if len(found) == 1:
        return found[0]
    units = dict.fromkeys(unit for item in found for unit in item.units)
    return StandIns(tuple(units), elsewhere=frozenset().union(*(item.elsewhere for item in found)))


# A unit, none where a source is open, and whether all of it is meant.
_End = tuple[CodedUnit | None, bool]


class _Walk:
    def __init__(self, day: date, known: Iterable[CodedUnit], rows: Iterable[Succession]) -> None:
        self._day = day
        self._units = {unit.id: unit for unit in known}
        self._rows = [row for row in rows if row.old != row.new]

    def ends(self, unit: CodedUnit, *, is_whole: bool) -> Iterator[_End]:
        """Yield the units of the day, no unit where a source is open, each with whether it is about the whole."""
        if unit.lived_in(self._day, self._day):
            yield unit, is_whole
        elif unit.valid_to is not None and unit.valid_to < self._day:
            for row in self._rows:
                if row.old == unit.id and row.on <= self._day:
                    yield from self.ends(self._units[row.new], is_whole=is_whole and row.whole)
        else:
            for row in self._rows:
                if row.new == unit.id and row.on > self._day:
                    yield from self._before(row, is_whole=is_whole and row.whole)

    def _before(self, row: Succession, *, is_whole: bool) -> Iterator[_End]:
        if row.old is None:
            yield None, False
        else:
            yield from self.ends(self._units[row.old], is_whole=is_whole)
