"""A row of a list becomes the values of a record and of what belongs to it, with a finding at every wrong cell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from db.rules.entries import FieldKind, Values, check_values, read_field
from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.findings import Finding
from db.rules.formats import Value, number_text
from db.rules.imports.cells import style_of, value_at
from db.rules.imports.columns import ColumnReader, ReadCell, Reading
from db.rules.imports.names import Choices, NamedRecords, UnitNames
from db.rules.imports.sheets import ROSTER, ImportColumn, ImportSheet
from db.rules.imports.tables import SheetRow, Table
from db.rules.periods import CutOff, parse_period
from db.rules.stand_ins import UNIT_FACT
from db.rules.text import cleaned

_BETWEEN_NAMES = re.compile(r"[;\n,]+")
_UNIT = "unit_id"
# Nobody is named with more letters: it is a text that stands in the wrong column.
_LONGEST_NAME = 250
_SHOWN = 60


@dataclass(frozen=True)
class Lists:
    """What the words of a list are looked up in. `links` are records by kind; `today` reads two digits of a year."""

    units: UnitNames
    choices: Mapping[str, Choices]
    links: Mapping[str, NamedRecords]
    cut_off: CutOff
    today: date


@dataclass(frozen=True)
class RowPart:
    """What belongs to the record of a row: its kind, its values, the keys of its columns by field."""

    kind: str
    values: Values
    columns: Mapping[str, str]


@dataclass(frozen=True)
class ReadRow:
    """A row as it was understood; only values that the file has are there, never an empty one.

    `notes` tell of a unit that was taken for one that was not there on the day.
    """

    number: int
    values: Values
    parts: tuple[RowPart, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()


class RowReader:
    """Reads the rows of one table; with `takes` a unit that was not there gives way to the only one that was."""

    def __init__(self, sheet: ImportSheet, table: Table, lists: Lists, *, takes: bool = False) -> None:
        self._sheet, self._table, self._lists, self._takes = sheet, table, lists, takes
        self._named: dict[str, int] = {}
        self._span: list[date] = []
        self._kind = ENTRY_KINDS[sheet.kind]
        self._unit = self._kind.field(_UNIT)
        columns = table.heads.columns
        present = [(column, columns[column.key]) for column in sheet.columns if column.key in columns]
        officials = lists.links["officials"].names
        reading = Reading(style_of(present, table.rows), lists.choices, officials, lists.today, sheet.day)
        readers = [ColumnReader(column, at, reading) for column, at in present]
        self._own = [reader for reader in readers if not reader.column.part]
        self._parts = [
            (part, tuple(group))
            for (part, _), group in groupby(
                (reader for reader in readers if reader.column.part),
                lambda reader: (reader.column.part, reader.column.number),
            )
        ]

    def read(self, row: SheetRow) -> ReadRow:
        """Return what a row says."""
        values, findings, cells = self._values(row, self._own)
        notes: list[Finding] = []
        unit_id = self._unit_of(cells, values, findings, notes)
        if _UNIT in cells:
            self._named.setdefault(cells[_UNIT].text, row.number)
        self._link(self._own, cells, unit_id, values, findings)
        told = {finding.place for finding in findings}
        findings += check_values(self._kind, values, silent=told)
        parts = tuple(self._read_parts(row, unit_id, findings)) if self._parts else ()
        placed = (tuple(self._placed(row.number, told)) for told in (findings, notes))
        return ReadRow(row.number, values, parts, *placed)

    def doubts(self) -> Iterator[Finding]:
        """Yield, once all rows were read, the codes that named different units in the days of the file.

        Without a day of its own a record may be of any day.
        """
        first, last = (min(self._span), max(self._span)) if self._span else (date.min, date.max)
        for text, number in self._named.items():
            units = self._lists.units.doubted(text, first, last)
            if units:
                yield Finding("code_of_several", self._table.place_of(number, _UNIT), text, {"units": units})

    def _values(
        self, row: SheetRow, readers: Iterable[ColumnReader]
    ) -> tuple[dict[str, Value], list[Finding], dict[str, ReadCell]]:
        values: dict[str, Value] = {}
        findings: list[Finding] = []
        cells: dict[str, ReadCell] = {}
        for reader in readers:
            key = reader.column.field.key
            cell = cells[key] = reader.read(value_at(row, reader.at))
            if cell.value is not None:
                values[key] = cell.value
            if cell.finding is not None:
                findings.append(cell.finding)
        return values, findings, cells

    def _unit_of(
        self,
        cells: Mapping[str, ReadCell],
        values: dict[str, Value],
        findings: list[Finding],
        notes: list[Finding],
    ) -> int | None:
        text = cells[_UNIT].text if _UNIT in cells else ""
        if not text:
            return None
        first, last = self._days(values.get(self._sheet.day))
        self._span = _widened(self._span, first, last)
        found = self._lists.units.find(self._unit, text, first, last, dated=bool(self._sheet.day))
        if isinstance(found, Finding) and self._takes and UNIT_FACT in found.facts:
            notes.append(replace(found, code="unit_taken"))
            found = found.facts[UNIT_FACT]
        if isinstance(found, Finding):
            findings.append(found)
        elif not found:
            # Which of them is meant is told by the row's day, and that is wrong already.
            findings.append(Finding("required", self._sheet.day))
        else:
            values[_UNIT] = int(found)
            return int(found)
        return None

    def _days(self, day: Value | None) -> tuple[date | None, date | None]:
        if isinstance(day, str):
            span = parse_period(day).span(self._lists.cut_off)
            return span.first, span.last
        return (day, None) if isinstance(day, date) else (None, None)

    def _link(
        self,
        readers: Sequence[ColumnReader],
        cells: Mapping[str, ReadCell],
        unit_id: int | None,
        values: dict[str, Value],
        findings: list[Finding],
    ) -> None:
        for reader in readers:
            field, text = reader.column.field, cells[reader.column.field.key].text
            if field.kind is not FieldKind.LINK or not text:
                continue
            found = self._lists.links[field.links].find(field, text, unit_id)
            if isinstance(found, Finding):
                findings.append(_unknown(found, reader.column.key))
            else:
                values[field.key] = int(found)

    def _read_parts(self, row: SheetRow, unit_id: int | None, findings: list[Finding]) -> Iterator[RowPart]:
        for part, readers in self._parts:
            values, wrong, cells = self._values(row, readers)
            if not any(cell.text or cell.finding for cell in cells.values()):
                continue
            column = readers[0].column
            if part == ROSTER:
                yield from self._roster(column, cells[column.field.key].text, unit_id, findings)
                continue
            kind = ENTRY_KINDS[part]
            for key, text in column.fixed:
                values[key], _ = read_field(kind.field(key), text, today=self._lists.today)
            keys = {reader.column.field.key: reader.column.key for reader in readers}
            told = {finding.place for finding in wrong}
            checked = (
                replace(item, place=keys.get(item.place, column.key)) for item in check_values(kind, values)
            )
            findings += [*wrong, *(item for item in checked if item.place not in told)]
            yield RowPart(part, values, keys)

    def _roster(
        self, column: ImportColumn, text: str, unit_id: int | None, findings: list[Finding]
    ) -> Iterator[RowPart]:
        names = map(cleaned, _BETWEEN_NAMES.split(text))
        for name in dict.fromkeys(filter(None, names)):
            if len(name) > _LONGEST_NAME:
                facts = {"most": number_text(_LONGEST_NAME)}
                findings.append(Finding("too_long", column.key, name[:_SHOWN], facts))
                continue
            found = self._lists.links["officials"].find(column.field, name, unit_id)
            if isinstance(found, Finding):
                findings.append(_unknown(found, column.key))
            else:
                yield RowPart(ROSTER, {"official_id": int(found)}, {"official_id": column.key})

    def _placed(self, number: int, findings: Iterable[Finding]) -> Iterator[Finding]:
        columns = self._table.heads.columns
        for finding in sorted(findings, key=lambda item: columns.get(item.place, -1)):
            yield replace(finding, place=self._table.place_of(number, finding.place))


def _unknown(finding: Finding, place: str) -> Finding:
    """Put a finding on a named record at its column; what a register lacks can be added there, unlike a catalogue."""
    code = "record_unknown" if finding.code == "not_in_list" else finding.code
    return replace(finding, code=code, place=place)


def _widened(span: list[date], first: date | None, last: date | None) -> list[date]:
    days = [*span, *(day for day in (first, last) if day is not None)]
    return [min(days), max(days)] if days else []
