"""A single change of units on a day: merger, split, renaming, another kind or parent, as rows that end, begin, succeed.

What goes on as it was keeps its row; anything else ends the day before and begins anew, and so does what lies below it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.successions import Succession
from db.rules.units import UnitLine, check_units, clean_unit_name, kind_of_name, name_key


@dataclass(frozen=True)
class KnownUnit:
    """A unit as the book keeps it; an empty day is open."""

    id: int
    code: str
    name: str
    kind: str
    level: int
    parent_id: int | None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Source:
    """A unit that is concerned: it ends, or only a part of it goes elsewhere."""

    unit_id: int
    whole: bool = True


@dataclass(frozen=True)
class GoesOn:
    """A unit that there is already and that goes on, with more or with less in it."""

    unit_id: int


@dataclass(frozen=True)
class Begins:
    """A unit that begins; its kind is the one with which its name begins."""

    code: str
    name: str
    parent_id: int | None


@dataclass(frozen=True)
class UnitChange:
    """On a day the results stand in the place of the sources: several in one, or one in several."""

    on: date
    sources: tuple[Source, ...]
    results: tuple[GoesOn | Begins, ...]


@dataclass(frozen=True)
class NewUnit:
    """A unit that begins, under a number below 0; its parent's number may be such a one too."""

    number: int
    code: str
    name: str
    kind: str
    level: int
    parent: int | None


@dataclass(frozen=True)
class Outcome:
    """What becomes of the book: units that end the day before, units that begin, who took over whom."""

    ended: tuple[KnownUnit, ...] = ()
    begun: tuple[NewUnit, ...] = ()
    rows: tuple[Succession, ...] = ()

    def home_of(self, unit_id: int) -> int | None:
        """Return the number of the unit into which an ended one went whole, none where it went in parts."""
        return next((row.new for row in self.rows if row.old == unit_id and row.whole), None)


def work_out(
    change: UnitChange, units: Mapping[int, KnownUnit], latest_list: date | None, today: date
) -> tuple[Outcome, tuple[Finding, ...]]:
    """Return what a change makes of the units of the book, or what is wrong with it.

    `units` are all that did not end before the day. The change has to be later than the latest list of units.
    """
    findings = (*_day_findings(change.on, latest_list, today), *_shape_findings(change, units))
    if findings:
        return Outcome(), findings
    return _Working(change, units).outcome()


def _day_findings(on: date, latest_list: date | None, today: date) -> Iterator[Finding]:
    if on > today:
        yield Finding("change_in_future", "on", day_text(on))
    if latest_list is not None and on <= latest_list:
        yield Finding("change_before_list", "on", day_text(on), {"latest": day_text(latest_list)})


def _shape_findings(change: UnitChange, units: Mapping[int, KnownUnit]) -> Iterator[Finding]:
    for place, chosen in (("sources", change.sources), ("results", change.results)):
        if not chosen:
            yield Finding("required", place)
    if len(change.sources) > 1 and len(change.results) > 1:
        yield Finding("change_many_to_many", "results")
    numbers = [source.unit_id for source in change.sources]
    goes_on = [result.unit_id for result in change.results if isinstance(result, GoesOn)]
    for place, chosen_ids in (("sources", numbers), ("results", goes_on)):
        for number in sorted({number for number in chosen_ids if chosen_ids.count(number) > 1}):
            yield Finding("change_unit_twice", place, units[number].name)
    if len({units[number].level for number in (*numbers, *goes_on)}) > 1:
        yield Finding("change_levels_differ", "sources")


class _Working:
    def __init__(self, change: UnitChange, units: Mapping[int, KnownUnit]) -> None:
        self._change, self._units = change, units
        self._stay = {result.unit_id for result in change.results if isinstance(result, GoesOn)}
        self._stay |= {source.unit_id for source in change.sources if not source.whole}
        self._gone = [units[source.unit_id] for source in change.sources if source.unit_id not in self._stay]
        self._ended: list[KnownUnit] = []
        self._begun: list[NewUnit] = []
        self._rows: dict[Succession, None] = {}

    def outcome(self) -> tuple[Outcome, tuple[Finding, ...]]:
        findings = [*self._days_findings(), *self._parent_findings(), *self._result_findings()]
        if findings:
            return Outcome(), tuple(findings)
        numbers = [self._number_of(result) for result in self._change.results]
        for source in self._change.sources:
            self._succeed(source, numbers)
        for number in numbers:
            self._keep_on(number)
        self._ended += self._gone
        findings += self._follow(numbers)
        return Outcome(tuple(self._ended), tuple(self._begun), tuple(self._rows)), tuple(findings)

    def _number_of(self, result: GoesOn | Begins) -> int:
        if isinstance(result, GoesOn):
            return result.unit_id
        name = clean_unit_name(result.name)
        return self._begin(result.code.strip(), name, kind_of_name(name), self._level, result.parent_id)

    @property
    def _level(self) -> int:
        return self._units[self._change.sources[0].unit_id].level

    def _begin(self, code: str, name: str, kind: str, level: int, parent: int | None) -> int:
        number = -1 - len(self._begun)
        self._begun.append(NewUnit(number, code, name, kind, level, parent))
        return number

    def _succeed(self, source: Source, numbers: Sequence[int]) -> None:
        whole = source.whole and len(numbers) == 1
        for number in numbers:
            self._add(source.unit_id, number, whole)
        if source.unit_id in self._stay and not whole:
            self._add(source.unit_id, source.unit_id, False)

    def _keep_on(self, number: int) -> None:
        """Say of what was there before, and took more in, that it goes on as itself."""
        known = self._units.get(number)
        told = any(row.old == number for row in self._rows)
        if known is not None and not told and known.valid_from != self._change.on:
            self._add(number, number, True)

    def _add(self, old: int, new: int, whole: bool) -> None:
        self._rows[Succession(self._change.on, old, new, whole)] = None

    def _follow(self, numbers: Sequence[int]) -> Iterator[Finding]:
        for gone in self._gone:
            below = [unit for unit in self._units.values() if unit.parent_id == gone.id]
            if below and len(numbers) > 1:
                yield Finding("change_split_has_below", "sources", gone.name, {"count": str(len(below))})
            elif below:
                yield from self._move_below(below, numbers[0])

    def _move_below(self, below: Iterable[KnownUnit], parent: int) -> Iterator[Finding]:
        for unit in below:
            yield from self._own_days_findings(unit)
            number = self._begin(unit.code, unit.name, unit.kind, unit.level, parent)
            self._ended.append(unit)
            self._add(unit.id, number, True)
            lower = [other for other in self._units.values() if other.parent_id == unit.id]
            yield from self._move_below(lower, number)

    def _days_findings(self) -> Iterator[Finding]:
        for source in self._change.sources:
            yield from self._own_days_findings(self._units[source.unit_id])
        sources = {source.unit_id for source in self._change.sources}
        for result in self._change.results:
            if isinstance(result, GoesOn) and result.unit_id not in sources:
                yield from self._result_days_findings(self._units[result.unit_id])

    def _own_days_findings(self, unit: KnownUnit) -> Iterator[Finding]:
        on = self._change.on
        if unit.valid_from is not None and unit.valid_from >= on:
            facts = {"on": day_text(on), "began": day_text(unit.valid_from)}
            yield Finding("change_before_beginning", "sources", unit.name, facts)
        if unit.valid_to is not None:
            facts = {"on": day_text(on), "ended": day_text(unit.valid_to)}
            yield Finding("change_of_ended", "sources", unit.name, facts)

    def _result_days_findings(self, unit: KnownUnit) -> Iterator[Finding]:
        on = self._change.on
        if unit.valid_from is not None and unit.valid_from > on:
            facts = {"on": day_text(on), "began": day_text(unit.valid_from)}
            yield Finding("change_before_beginning", "results", unit.name, facts)
        if unit.valid_to is not None:
            facts = {"on": day_text(on), "ended": day_text(unit.valid_to)}
            yield Finding("change_of_ended", "results", unit.name, facts)

    def _parent_findings(self) -> Iterator[Finding]:
        for place, result in _begins(self._change):
            parent = self._units.get(result.parent_id or 0)
            if parent is not None and parent.valid_to is not None:
                yield Finding("change_parent_ends", f"{place}.parent", parent.name)

    def _result_findings(self) -> Iterator[Finding]:
        """What a list of units would be refused for, a code that another bears, and a change that is none."""
        gone = {unit.id for unit in self._gone}
        there = {unit.code: unit for unit in self._units.values() if unit.id not in gone}
        lines = [_line(place, result, self._level, self._units) for place, result in _begins(self._change)]
        if lines:
            yield from check_units(lines, frozenset(unit.code for unit in self._units.values()))[1]
        for place, result in _begins(self._change):
            taken = there.get(result.code.strip())
            if taken is not None and taken.valid_to is None:
                yield Finding("change_code_taken", f"{place}.code", taken.code, {"name": taken.name})
        if self._is_nothing():
            yield Finding("change_of_nothing", "results", self._units[self._change.sources[0].unit_id].name)

    def _is_nothing(self) -> bool:
        if len(self._change.results) > 1 or len(self._change.sources) > 1:
            return False
        (source,), (result,) = self._change.sources, self._change.results
        if isinstance(result, GoesOn):
            return result.unit_id == source.unit_id
        unit, name = self._units[source.unit_id], clean_unit_name(result.name)
        as_it_was = name_key(name) == name_key(unit.name) and result.code.strip() == unit.code
        return source.whole and as_it_was and result.parent_id == unit.parent_id


def _begins(change: UnitChange) -> Iterator[tuple[str, Begins]]:
    """Yield what begins, each with its place: the results are counted from 1."""
    for number, result in enumerate(change.results, start=1):
        if isinstance(result, Begins):
            yield f"results.{number}", result


def _line(place: str, result: Begins, level: int, units: Mapping[int, KnownUnit]) -> UnitLine:
    parent = units.get(result.parent_id or 0)
    cells = {"code": f"{place}.code", "name": f"{place}.name", "kind": f"{place}.name"}
    cells["parent_code"] = f"{place}.parent"
    kind = kind_of_name(clean_unit_name(result.name))
    return UnitLine(place, result.code, result.name, kind, level, parent.code if parent else None, cells)
