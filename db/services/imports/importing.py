"""Records from a list: first a plan of what would be new, same or changed, and what is wrong; then all or nothing."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from db.rules.entries import Values, check_values, typed_text
from db.rules.findings import Finding, Refused
from db.rules.formats import number_text, value_text
from db.rules.imports.codes import UNDECIDED, CodeDay
from db.rules.imports.rows import ReadRow, RowReader
from db.rules.imports.sheets import ROSTER, ImportSheet
from db.rules.imports.tables import Table
from db.services.entering import entries
from db.services.entering.kinds import STORED
from db.services.entering.lists_once import reading_lists_once
from db.services.imports import import_parts
from db.services.imports.import_lists import lists_for
from db.services.imports.import_matches import Match, Matches
from db.services.imports.import_parts import PartMatches, PlannedPart

_ROW = re.compile(r"[0-9]+$")
Tell = Callable[[int, int], None]
_TOLD_EVERY = 1_000
# Beyond this nobody reads on, and looking for near names would take for ever: the file is another than was meant.
_MOST_FINDINGS = 2_000


class RowState(StrEnum):
    """What an import would do with a row."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True)
class UnitReading:
    """How the units of a list are read: on which day's list its codes stand, and whether a unit that was not there on
    the row's day gives way to the only one that was."""

    codes: CodeDay = UNDECIDED
    takes: bool = False


AS_FOUND = UnitReading()


@dataclass(frozen=True)
class PlannedRow:
    """A row that can be taken: the record it changes (none of a new one), only what is new in it, its parts."""

    number: int
    record_id: int | None
    values: Values
    parts: tuple[PlannedPart, ...]


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do. `changes` tells each change as a finding: its cell, the new value, the old one.

    `taken` tells of each unit that was taken for one that was not there on the row's day.
    """

    sheet: ImportSheet
    table: Table
    counts: Mapping[RowState, int]
    refused: int
    rows: tuple[PlannedRow, ...]
    findings: tuple[Finding, ...]
    changes: tuple[Finding, ...]
    taken: tuple[Finding, ...] = ()

    @property
    def ready(self) -> bool:
        """Tell whether there is something to store and nothing wrong."""
        return bool(self.rows) and not self.findings


def plan(
    session: Session,
    sheet: ImportSheet,
    table: Table,
    *,
    today: date,
    units: UnitReading = AS_FOUND,
    tell: Tell | None = None,
) -> ImportPlan:
    """Compare the rows of a list with the book; nothing is written. `tell` hears of rows done and of all rows."""
    return _Planning(session, sheet, table, today, units).plan(tell or _silent)


def store(session: Session, planned: ImportPlan, tell: Tell | None = None) -> None:
    """Write a plan into the book of the same session's moment; raises Refused and then nothing may be kept.

    What is wrong in the plan is raised too: nothing of a list is stored while a row of it is refused.
    """
    if planned.findings:
        raise Refused(planned.findings, planned.table.source)
    storing = _Storing(session, planned, tell or _silent)
    try:
        storing.store()
    except Refused as refused:
        raise Refused(storing.placed(refused.findings), planned.table.source) from refused


class _Storing:
    def __init__(self, session: Session, planned: ImportPlan, tell: Tell) -> None:
        self._session, self._planned, self._tell = session, planned, tell
        self._kind = planned.sheet.kind
        self._keys = [field.key for field in STORED[self._kind].entry.fields]
        self._fresh = [row for row in planned.rows if row.record_id is None]
        self._number = 0
        self._done = 0

    def store(self) -> None:
        added = entries.add_many(self._session, self._kind, map(self._values, self._fresh), self._on_refused)
        for row, record_id in zip(self._fresh, added, strict=True):
            self._finish(row, record_id)
        with reading_lists_once(self._session):
            for row in self._planned.rows:
                if row.record_id is not None:
                    self._change(row, row.record_id)

    def placed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Put the findings of the row that was being stored at its cells."""
        table = self._planned.table
        for finding in findings:
            yield replace(finding, place=table.place_of(self._number, finding.place))

    def _values(self, row: PlannedRow) -> Values:
        return {key: row.values.get(key) for key in self._keys}

    def _on_refused(self, place: int, refused: Refused) -> None:
        self._number = self._fresh[place].number
        raise refused

    def _change(self, row: PlannedRow, record_id: int) -> None:
        self._number = row.number
        if row.values:
            entries.change(self._session, self._kind, record_id, row.values)
        self._finish(row, record_id)

    def _finish(self, row: PlannedRow, record_id: int) -> None:
        self._number = row.number if row.parts else self._number
        import_parts.store(self._session, record_id, row.parts)
        self._done += 1
        if self._done % _TOLD_EVERY == 0:
            self._tell(self._done, len(self._planned.rows))


class _Planning:
    def __init__(
        self, session: Session, sheet: ImportSheet, table: Table, today: date, units: UnitReading
    ) -> None:
        self._session, self._sheet, self._table = session, sheet, table
        lists = lists_for(session, sheet, today, units.codes)
        self._reader = RowReader(sheet, table, lists, takes=units.takes)
        self._first: dict[object, int] = {}
        self._counts: Counter[RowState] = Counter()
        self._rows: list[PlannedRow] = []
        self._findings: list[Finding] = list(table.findings)
        self._changes: list[Finding] = []
        read = [column for column in sheet.columns if column.key in table.heads.columns]
        self._alike = ", ".join(column.title for column in read if column.key in sheet.alike)
        self._stopped: tuple[Finding, ...] = ()
        self._refused = 0

    def plan(self, tell: Tell) -> ImportPlan:
        read = list(self._read(tell))
        self._findings += self._reader.doubts()
        self._matches = Matches(self._session, self._sheet, read)
        matched = [self._matches.of(row.values) for row in read]
        ids = [match.record_id for match in matched if match.record_id is not None]
        kinds = {column.part for column in self._sheet.columns if column.part}
        self._parts = PartMatches(self._session, kinds, ids)
        # Each unit is asked for once, not for each of its rows.
        with reading_lists_once(self._session):
            self._take_all(zip(read, matched, strict=True))
        return ImportPlan(
            self._sheet,
            self._table,
            dict(self._counts),
            self._refused,
            tuple(self._rows),
            (*self._stopped, *sorted(self._findings, key=_row_of)),
            tuple(self._changes),
            tuple(note for row in read for note in row.notes),
        )

    def _read(self, tell: Tell) -> Iterator[ReadRow]:
        rows, wrong = self._table.rows, 0
        for done, row in enumerate(rows, start=1):
            if wrong > _MOST_FINDINGS:
                self._stop(row.number)
                return
            read = self._reader.read(row)
            wrong += len(read.findings)
            yield read
            if done % _TOLD_EVERY == 0:
                tell(done, len(rows))

    def _stop(self, number: int) -> None:
        left = sum(row.number >= number for row in self._table.rows)
        place = self._table.place(number, None)
        self._stopped = (Finding("list_too_wrong", place, number_text(left)),)

    def _take_all(self, rows: Iterable[tuple[ReadRow, Match]]) -> None:
        told = 0
        for row, match in rows:
            if told > _MOST_FINDINGS:
                self._stop(row.number)
                return
            before = len(self._findings)
            self._take(row, match)
            told += len(self._findings) - before - len(row.findings)

    def _take(self, row: ReadRow, match: Match) -> None:
        findings = [*row.findings, *self._twice(row)] or [*self._judged(row, match)]
        if findings:
            self._findings += findings
            self._refused += 1
            return
        parts = self._parts.planned(match.record_id, row.parts)
        state = _state(match, parts)
        self._counts[state] += 1
        if state is RowState.SAME:
            return
        values = row.values if match.record_id is None else match.differing
        self._rows.append(PlannedRow(row.number, match.record_id, values, parts))
        if match.record_id is not None:
            self._changes += self._told(row, match, match.record_id)
            self._changes += self._told_parts(row.number, parts)

    def _twice(self, row: ReadRow) -> Iterator[Finding]:
        if row.findings:
            return
        first = self._first.setdefault(self._matches.key_of(row.values), row.number)
        if first != row.number:
            place = self._table.place(first, None)
            facts = {"first": place, "alike": self._alike}
            yield Finding("row_twice", self._table.place(row.number, None), facts=facts)

    def _judged(self, row: ReadRow, match: Match) -> Iterator[Finding]:
        """Judge a row beside what the book holds, by the rules of whoever types it in."""
        if match.several:
            yield Finding("row_like_several", self._table.place(row.number, None))
            return
        stored = STORED[self._sheet.kind]
        old = {} if match.record_id is None else self._matches.old(match.record_id, row.values)
        values = {field.key: row.values.get(field.key, old.get(field.key)) for field in stored.entry.fields}
        found = [*check_values(stored.entry, values)] if match.differing else []
        if match.record_id is None or match.differing:
            found += entries.beside_others(self._session, self._sheet.kind, values, match.record_id)
        events = self._parts.events(match.record_id)
        found += import_parts.findings(values, row.parts, events)
        for finding in found:
            yield replace(finding, place=self._table.place_of(row.number, finding.place))

    def _told(self, row: ReadRow, match: Match, record_id: int) -> Iterator[Finding]:
        old = self._matches.old(record_id, row.values)
        for key, value in match.differing.items():
            place = self._table.place_of(row.number, key)
            code = "value_added" if old[key] is None else "value_changes"
            yield Finding(code, place, typed_text(value), {"old": value_text(old[key])})

    def _told_parts(self, number: int, parts: Sequence[PlannedPart]) -> Iterator[Finding]:
        for part in parts:
            for key, column in part.columns.items():
                value = part.values.get(key)
                if value is not None and part.kind != ROSTER:
                    old = part.old.get(key)
                    code = "value_added" if old is None else "value_changes"
                    place = self._table.place_of(number, column)
                    yield Finding(code, place, typed_text(value), {"old": value_text(old)})


def _row_of(finding: Finding) -> int:
    """Return the row of a place, `Sheet!C17` or `dòng 17`: what is seen of a whole list has its row too."""
    digits = _ROW.search(finding.place)
    return int(digits[0]) if digits else 0


def _state(match: Match, parts: Sequence[PlannedPart]) -> RowState:
    if match.record_id is None:
        return RowState.NEW
    return RowState.CHANGED if match.differing or parts else RowState.SAME


def _silent(_done: int, _all: int) -> None:
    return None
