"""All that a handed book has to hold with some records: their parts, what they rest on, units, names, origins.

What goes along for the sake of others (the plan of a task, the roster of a session) is in more than one book; it is
known by its book and number wherever it comes, so that it is never taken in twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from db.records import (
    Attendance,
    Content,
    Establishment,
    Inspection,
    OfficeNamesOfTime,
    Official,
    Origin,
    SourceBook,
    Succession,
    Target,
    TargetShare,
    TrainingSession,
    Unit,
    UnitList,
)
from db.rules.handing.document import Row
from db.services.handing.collecting import Collected
from db.services.handing.tables import RECORDS, TABLES, links

_UNIT, _CONTENT = Unit.__tablename__, Content.__tablename__
# What is content of the office itself, whatever its records name.
_OWN_CONTENT = "own_choices"
Gathered = Mapping[str, tuple[Row, ...]]


def everything(collected: Collected, office_unit: int) -> Gathered:
    """Return the rows of the whole book; of its units those that its records and its office have to do with."""
    gathering = _Gathering(collected)
    for mapped in RECORDS:
        for number in collected.of(mapped.__tablename__):
            gathering.add(mapped.__tablename__, number)
    gathering.add(_UNIT, office_unit)
    gathering.add_below(office_unit)
    return gathering.rows()


def with_all_they_need(
    collected: Collected, homes: Iterable[tuple[str, int]], units: Iterable[int]
) -> Gathered:
    """Return records, by table and number, with all that they need, and these units."""
    gathering = _Gathering(collected)
    for table, number in homes:
        gathering.add(table, number)
        gathering.add_what_counts_it(table, number)
    for unit in units:
        gathering.add(_UNIT, unit)
        gathering.add_plans_for(unit)
    return gathering.rows()


class _Gathering:
    def __init__(self, collected: Collected) -> None:
        self._collected = collected
        self._taken: dict[str, set[int]] = defaultdict(set)
        self._successors = collected.naming(Succession.__tablename__, "old_id")
        self._predecessors = collected.naming(Succession.__tablename__, "new_id")
        self._rosters = collected.naming(Attendance.__tablename__, "official_id")
        self._visits = collected.naming(Inspection.__tablename__, "establishment_id")
        self._shares = collected.naming(TargetShare.__tablename__, "unit_id")

    def add(self, table: str, number: int) -> None:
        """Add a row with its parts, and all that it or they name."""
        waiting = [(table, number)]
        while waiting:
            table, number = waiting.pop()
            if number not in self._taken[table]:
                self._taken[table].add(number)
                waiting += self._collected.parts[table].get(number, ())
                waiting += self._named(table, number)
                waiting += self._joined(table, number)

    def add_below(self, unit: int) -> None:
        """Add every unit below a unit, or below what it was before."""
        below = self._collected.naming(_UNIT, "parent_id")
        waiting = [*self._was(unit)]
        while waiting:
            number = waiting.pop()
            self.add(_UNIT, number)
            waiting += below.get(number, ())

    def add_what_counts_it(self, table: str, number: int) -> None:
        """Add the sessions that an official attended, the inspections of an establishment: they count for both."""
        if table == Official.__tablename__:
            for attendance in self._rosters.get(number, ()):
                session = self._collected.of(Attendance.__tablename__)[attendance]["session_id"]
                self.add(TrainingSession.__tablename__, _number(session))
        if table == Establishment.__tablename__:
            for visit in self._visits.get(number, ()):
                self.add(Inspection.__tablename__, visit)

    def add_plans_for(self, unit: int) -> None:
        """Add the plans that ask something of a unit or of what it was before."""
        for held in self._was(unit):
            for share in self._shares.get(held, ()):
                target = _number(self._collected.of(TargetShare.__tablename__)[share]["target_id"])
                plan = self._collected.of(Target.__tablename__)[target]["plan_id"]
                self.add("plan", _number(plan))

    def rows(self) -> Gathered:
        """Return what was taken by table, parents before their children."""
        self._add_beside()
        order = [_UNIT, *(table for table in TABLES if table != _UNIT)]
        return {
            table: tuple(
                row for number, row in self._collected.of(table).items() if number in self._taken[table]
            )
            for table in order
        }

    def _named(self, table: str, number: int) -> list[tuple[str, int]]:
        row = self._collected.of(table)[number]
        named = links(TABLES[table]).items()
        return [(other, _number(row[key])) for key, other in named if row[key] is not None]

    def _joined(self, table: str, number: int) -> list[tuple[str, int]]:
        if table != _UNIT:
            return []
        rows = (*self._successors.get(number, ()), *self._predecessors.get(number, ()))
        return [(Succession.__tablename__, row) for row in rows]

    def _was(self, unit: int) -> set[int]:
        found, waiting = set(), [unit]
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                rows = self._predecessors.get(number, ())
                olds = (self._collected.of(Succession.__tablename__)[row]["old_id"] for row in rows)
                waiting += [_number(old) for old in olds if old is not None]
        return found

    def _add_beside(self) -> None:
        for number, row in self._collected.of(_CONTENT).items():
            if row["kind"] == _OWN_CONTENT:
                self.add(_CONTENT, number)
        for number in self._collected.of(UnitList.__tablename__):
            self.add(UnitList.__tablename__, number)
        for number, row in self._collected.of(OfficeNamesOfTime.__tablename__).items():
            if _number(row["unit_id"]) in self._taken[_UNIT]:
                self.add(OfficeNamesOfTime.__tablename__, number)
        for number, row in self._collected.of(Origin.__tablename__).items():
            if row["record_id"] in self._taken[str(row["table_name"])]:
                self.add(Origin.__tablename__, number)
        self._taken.setdefault(SourceBook.__tablename__, set())


def _number(value: Any) -> int:
    return int(value)
