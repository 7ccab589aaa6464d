"""Lists of successions as they are read: which units of two days a line names, and what makes a list acceptable.

A unit is found by its code on its day; its name must agree but for case, spaces, signs, tone and letter marks. A name
that another unit of the province bears as written is in doubt: what it tells of is then taken as not settled.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from db.rules.findings import Finding
from db.rules.near_names import near_names
from db.rules.successions import PART, WHOLE, Succession
from db.rules.text import cleaned, folded
from db.rules.units import (
    CODE_LENGTHS,
    Level,
    bare_name,
    clean_unit_name,
    code_finding,
    kind_of_name,
    name_key,
)

UNKNOWN = "unknown"
EXTENTS = (WHOLE, PART, UNKNOWN)
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
# To look for near names takes time; who reads the list of another day gets thousands of findings.
_MOST_NEAR = 100


@dataclass(frozen=True)
class SuccessionLine:
    """One row of a list as read. `place` is the row; `cells` names the cell of each field where the file has cells."""

    place: str
    new_code: str
    new_name: str
    old_code: str
    old_name: str
    extent: str
    cells: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def place_of(self, name: str) -> str:
        """Return where a field of the row stands: its cell, else the row."""
        return self.cells.get(name, self.place)


@dataclass(frozen=True)
class NamedUnit:
    """A unit of a day as a list may name it; `province` is the code of the province that it lies in."""

    id: int
    code: str
    name: str
    province: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Settled:
    """What the lines say, each with its place; what is wrong, what is in doubt, how many lines name unknown units."""

    rows: tuple[tuple[str, Succession], ...]
    findings: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    left_out: int


def settle(
    lines: Iterable[SuccessionLine], on: date, before: Collection[NamedUnit], after: Collection[NamedUnit]
) -> Settled:
    """Find the units that lines name among those of the day before and those of the day.

    Whoever knows units of one province only cannot know what those of others were made of: there, lines are left out
    where none of their new unit names a unit known before. Whoever knows a single district of it cannot know what lay
    beside: there, such a source of a unit of its own is taken as not settled.
    """
    return _Settling(on, before, after).settled(lines)


def check_successions(
    rows: Sequence[tuple[str, Succession]], held: Iterable[Succession], units: Mapping[int, NamedUnit]
) -> tuple[Finding, ...]:
    """Return what contradicts another line, what is kept of the same day already, or the days of the units."""
    whole = [("", row) for row in held] + list(rows)
    looping = _looping(row for _, row in whole)
    kept_on = {row.new for _, row in whole if row.old == row.new}
    findings: list[Finding] = []
    earlier: dict[int, list[tuple[str, Succession]]] = defaultdict(list)
    for place, row in whole:
        if place:
            findings += _days_findings(place, row, units, looping, kept_on)
        if row.old is not None:
            if place:
                findings += _again_findings(place, row, units, earlier[row.old])
            earlier[row.old].append((place, row))
    return tuple(findings)


class _Names:
    """The units of a day by code and by name, the names within their province."""

    def __init__(self, units: Collection[NamedUnit]) -> None:
        self._by_code = {unit.code: unit for unit in units}
        self._asked = 0

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], list[NamedUnit]]:
        by_name: dict[tuple[str, str], list[NamedUnit]] = defaultdict(list)
        for unit in self._by_code.values():
            by_name[unit.province, name_key(unit.name)].append(unit)
        return by_name

    def find(self, code: str) -> NamedUnit | None:
        return self._by_code.get(code)

    def namesakes(self, name: str, unit: NamedUnit) -> list[NamedUnit]:
        """Return the other units of the province that bear a name as written, where the unit itself does not."""
        if name == unit.name or name_key(name) == name_key(unit.name):
            return []
        return self._by_name.get((unit.province, name_key(name)), [])

    def near(self, name: str, province: str = "") -> str:
        self._asked += 1
        if self._asked > _MOST_NEAR:
            return ""
        units = (unit for unit in self._by_code.values() if province in ("", unit.province))
        labels = {bare_name(unit.name): f"{unit.code} {unit.name}" for unit in units}
        return ", ".join(labels[near] for near in near_names(bare_name(name), labels))


class _Settling:
    def __init__(self, on: date, before: Collection[NamedUnit], after: Collection[NamedUnit]) -> None:
        self._on = on
        self._before, self._after = _Names(before), _Names(after)
        self._knows_all = len({unit.province for unit in before}) > 1
        districts = sum(len(unit.code) == CODE_LENGTHS[Level.DISTRICT] for unit in before)
        self._knows_beside = self._knows_all or districts != 1
        self._ours: frozenset[str] = frozenset()
        self._rows: dict[Succession, str] = {}
        self._pairs: dict[tuple[int, int], SuccessionLine] = {}
        self._findings: list[Finding] = []
        self._doubts: list[Finding] = []
        self._left_out = 0

    def settled(self, lines: Iterable[SuccessionLine]) -> Settled:
        cleaned_lines = [_clean(line) for line in lines]
        self._ours = frozenset(line.new_code for line in cleaned_lines if self._before.find(line.old_code))
        for line in cleaned_lines:
            wrong = list(_own_findings(line))
            self._findings += wrong
            if not wrong:
                self._settle(line)
        rows = tuple((place, row) for row, place in self._rows.items())
        return Settled(rows, tuple(self._findings), tuple(self._doubts), self._left_out)

    def _settle(self, line: SuccessionLine) -> None:
        new, old = self._after.find(line.new_code), self._before.find(line.old_code)
        if (new is None and old is None) or self._is_elsewhere(line):
            self._left_out += 1
        elif new is None:
            self._unknown(line, "new", self._after, old.province if old else "")
        elif old is None and line.old_code and self._knows_beside:
            self._unknown(line, "old", self._before, new.province)
        elif self._agrees(line, "new", self._after, new) and (
            old is None or self._agrees(line, "old", self._before, old)
        ):
            self._keep(line, old, new)

    def _is_elsewhere(self, line: SuccessionLine) -> bool:
        return not self._knows_all and line.new_code not in self._ours

    def _unknown(self, line: SuccessionLine, side: str, names: _Names, province: str) -> None:
        code, name = getattr(line, f"{side}_code"), getattr(line, f"{side}_name")
        # The province itself may have another code on the other day.
        near = names.near(name, province) or names.near(name)
        facts = {"name": name, "near": near} if near else {"name": name}
        rule = f"succession_{side}_unknown" + ("_near" if near else "")
        self._findings.append(Finding(rule, line.place_of(f"{side}_code"), code, facts))

    def _agrees(self, line: SuccessionLine, side: str, names: _Names, unit: NamedUnit) -> bool:
        written = getattr(line, f"{side}_name")
        if not written or written == unit.name or _same_name(written, unit.name):
            return True
        near = names.near(written, unit.province)
        facts = {"code": unit.code, "name": unit.name, "near": near}
        rule = "succession_name_differs" + ("_near" if near else "")
        self._findings.append(Finding(rule, line.place_of(f"{side}_name"), written, facts))
        return False

    def _keep(self, line: SuccessionLine, old: NamedUnit | None, new: NamedUnit) -> None:
        others = self._after.namesakes(line.new_name, new)
        doubtful = [*self._doubtful(line, "new", new, others)]
        if old is not None:
            doubtful += self._doubtful(line, "old", old, self._before.namesakes(line.old_name, old))
            self._note_pair(line, old, new)
        elif line.old_code:
            facts = {"name": line.old_name, "new": new.name}
            doubtful.append(
                Finding("succession_old_elsewhere", line.place_of("old_code"), line.old_code, facts)
            )
        self._doubts += doubtful
        if doubtful or old is None or line.extent == UNKNOWN:
            written = f"{line.old_code} {line.old_name}".strip()
            for unit in (new, *others):
                self._add(line, Succession(self._on, None, unit.id, whole=False, written=written))
        else:
            self._add(line, Succession(self._on, old.id, new.id, whole=line.extent == WHOLE))

    def _note_pair(self, line: SuccessionLine, old: NamedUnit, new: NamedUnit) -> None:
        first = self._pairs.setdefault((old.id, new.id), line)
        # A whole beside a part is found where the rows are compared.
        if first is not line and (first.extent == line.extent or UNKNOWN in (first.extent, line.extent)):
            facts = {"first": first.place}
            self._findings.append(Finding("succession_twice", line.place, line.old_code, facts))

    def _doubtful(
        self, line: SuccessionLine, side: str, unit: NamedUnit, others: Sequence[NamedUnit]
    ) -> Iterator[Finding]:
        if others:
            facts = {"code": unit.code, "name": unit.name, "other": f"{others[0].code} {others[0].name}"}
            written = getattr(line, f"{side}_name")
            yield Finding("succession_namesake", line.place_of(f"{side}_name"), written, facts)

    def _add(self, line: SuccessionLine, row: Succession) -> None:
        self._rows.setdefault(row, line.place)


def _clean(line: SuccessionLine) -> SuccessionLine:
    return replace(
        line,
        new_code=cleaned(line.new_code),
        new_name=clean_unit_name(line.new_name),
        old_code=cleaned(line.old_code),
        old_name=clean_unit_name(line.old_name),
        extent=cleaned(line.extent).lower(),
    )


def _own_findings(line: SuccessionLine) -> Iterator[Finding]:
    if line.extent not in EXTENTS:
        facts = {"expected": ", ".join(EXTENTS)}
        yield Finding("succession_extent", line.place_of("extent"), line.extent, facts)
    for name in ("new_code", "old_code"):
        code = getattr(line, name)
        if code or name == "new_code":
            yield from code_finding(line.place_of(name), code)


def _same_name(written: str, name: str) -> bool:
    if not kind_of_name(written):
        name = bare_name(name)
    return _words(written) == _words(name)


def _words(name: str) -> str:
    return _NOT_WORDS.sub(" ", folded(name)).strip()


def _days_findings(
    place: str, row: Succession, units: Mapping[int, NamedUnit], looping: set[int], kept_on: set[int]
) -> Iterator[Finding]:
    new = units[row.new]
    if row.old is not None and row.whole and row.old != row.new:
        old = units[row.old]
        if row.old in looping:
            yield Finding("succession_loop", place, old.name, {"new": new.name})
        elif old.valid_to != row.on - timedelta(days=1):
            yield Finding("succession_old_goes_on", place, old.name, {"new": new.name})
    if new.valid_from != row.on and row.new not in kept_on and row.new not in looping:
        yield Finding("succession_new_goes_on", place, new.name, {"code": new.code})


def _again_findings(
    place: str, row: Succession, units: Mapping[int, NamedUnit], earlier: Sequence[tuple[str, Succession]]
) -> Iterator[Finding]:
    for first, other in earlier:
        # Two parts of one unit are two lines; a whole leaves nothing for another.
        if (row.whole or other.whole) and other != row:
            facts = {"new": units[other.new].name, "first": first}
            rule = "succession_whole_again" if first else "succession_whole_held"
            yield Finding(rule, place, units[row.old or 0].name, facts)
            return


def _looping(rows: Iterable[Succession]) -> set[int]:
    """Return the units that come, whole, into themselves again by way of others."""
    into = {row.old: row.new for row in rows if row.whole and row.old not in (None, row.new)}
    looping: set[int] = set()
    for start in into:
        passed: list[int] = []
        at: int | None = start
        while at is not None and at not in passed:
            passed.append(at)
            at = into.get(at)
        if at is not None:
            looping.update(passed[passed.index(at) :])
    return looping
