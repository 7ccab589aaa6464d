"""The cells of one column as values; in a long list most come again, and are read once."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.rules.blocks import NumberStyle
from db.rules.entries import FieldKind, read_field
from db.rules.findings import Finding
from db.rules.formats import Value, number_text
from db.rules.imports.cells import cell_text
from db.rules.imports.names import Choices
from db.rules.imports.sheets import ImportColumn
from db.rules.imports.tables import CellValue
from db.rules.likely_years import unlikely_time
from db.rules.personal_data import is_free_text, personal_finding

# So many different values of a column are held; a column of free text has more and is read anew.
_HELD = 20_000
_SHOWN = 60
# Nothing that is named or counted is written longer; near names of a whole page would be sought for minutes.
_LONGEST = 250


@dataclass(frozen=True)
class ReadCell:
    """What a cell says: its text, its value (none of a unit or a link, which depend on the row), what is wrong."""

    text: str
    value: Value = None
    finding: Finding | None = None


@dataclass(frozen=True)
class Reading:
    """How the cells of a list are read: the style of its numbers, its catalogues, who may be named, today.

    `day` is the key of the column that says when what is recorded happened.
    """

    style: NumberStyle
    choices: Mapping[str, Choices]
    officials: Container[str]
    today: date
    day: str = ""


class ColumnReader:
    """Reads the cells of one column, a finding at the column's key."""

    def __init__(self, column: ImportColumn, at: int, reading: Reading) -> None:
        self.column, self.at = column, at
        self._reading = reading
        self._is_free = is_free_text(column.field)
        self._held: dict[tuple[type, CellValue], ReadCell] = {}

    def read(self, value: CellValue) -> ReadCell:
        """Return what a cell says."""
        key = (type(value), value)
        found = self._held.get(key)
        if found is None:
            found = self._read(value)
            if len(self._held) < _HELD:
                self._held[key] = found
        return found

    def _read(self, value: CellValue) -> ReadCell:
        column, field = self.column, self.column.field
        try:
            text = cell_text(column, value, self._reading.style)
        except ValueError as error:
            return ReadCell("", None, Finding(str(error), column.key, str(value)[:_SHOWN]))
        if field.kind not in (FieldKind.TEXT, FieldKind.LINES) and len(text) > _LONGEST:
            facts = {"most": number_text(_LONGEST)}
            return ReadCell("", None, Finding("too_long", column.key, text[:_SHOWN], facts))
        if not text or field.kind in (FieldKind.UNIT, FieldKind.LINK):
            return ReadCell(text)
        if field.kind is FieldKind.CHOICE:
            code = self._reading.choices[field.catalogue].find(field, text)
            if isinstance(code, Finding):
                return ReadCell(text, None, replace(code, place=column.key))
            return ReadCell(code, code)
        read, finding = read_field(field, text, today=self._reading.today)
        if finding is not None:
            return ReadCell(text, None, replace(finding, place=column.key, value=finding.value[:_SHOWN]))
        return ReadCell(text, read, self._personal(text) if self._is_free else self._unlikely(read))

    def _unlikely(self, value: Value) -> Finding | None:
        column, reading = self.column, self._reading
        happened = bool(column.part) or column.key == reading.day
        found = unlikely_time(column.field.kind, value, reading.today, happened=happened)
        return replace(found, place=column.key) if found is not None else None

    def _personal(self, text: str) -> Finding | None:
        finding = personal_finding(text, self._reading.officials)
        if finding is None:
            return None
        if self.column.required:  # No list can do without it: only the cell can be mended.
            return replace(finding, place=self.column.key)
        facts = {**finding.facts, "column": self.column.title}
        return replace(finding, code=f"{finding.code}_column", place=self.column.key, facts=facts)
