"""What a check of a return's figures finds: facts, and the cell in which to look."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from db.rules.findings import Finding
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import SheetForm

TOTAL_ROW = ""


class Severity(StrEnum):
    """An error stops a return, a warning wants a word."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class CheckFinding:
    """One thing that a check found. `row` and `column` are keys (`row_keys`, a column's key); no column is the row.

    `value` is what stands there and `expected` what was expected, both in words; `code` names the check.
    """

    severity: Severity
    code: str
    sheet: str = ""
    row: str = TOTAL_ROW
    column: str = ""
    value: str = ""
    expected: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return what names this finding from one check to the next: its check, its cell, and what stood there."""
        return "|".join((self.code, self.sheet, self.row, self.column, self.value))


def finding_of(found: CheckFinding, sheets: Sequence[FilledSheet]) -> Finding:
    """Return what a check found as a finding whose place is in words: form, row and head of the column."""
    facts = {**found.facts, "expected": found.expected}
    if "other" in facts:
        facts["other"] = _other_name(found, sheets)
    return Finding(f"check_{found.code}", place_text(found, sheets), found.value, facts)


def place_text(found: CheckFinding, sheets: Sequence[FilledSheet]) -> str:
    """Write where something was found, `PCMD-02 · Quài Tở · Kỳ báo cáo: Số buổi`; nothing where it has no place."""
    sheet = next((item for item in sheets if item.form.code == found.sheet), None)
    if sheet is None:
        return found.sheet
    words = (sheet.form.code, _row_name(sheet, found.row), _column_name(sheet.form, found.column))
    return " · ".join(word for word in words if word)


def _other_name(found: CheckFinding, sheets: Sequence[FilledSheet]) -> str:
    """Return the head of the other column that a finding speaks of, with its form where that is another."""
    code, _, key = found.facts["other"].rpartition(".")
    sheet = next((item for item in sheets if item.form.code == (code or found.sheet)), None)
    name = _column_name(sheet.form, key) if sheet else key
    return f"{code} · {name}" if code else name


def _row_name(sheet: FilledSheet, row: str) -> str:
    if row == TOTAL_ROW:
        return sheet.form.total
    holds = [column.holds for column in sheet.form.columns]
    at = holds.index("unit_name") if "unit_name" in holds else None
    keys = row_keys(sheet)
    return str(sheet.rows[keys.index(row)][at]) if at is not None and row in keys else row


def _column_name(form: SheetForm, key: str) -> str:
    column = next((item for item in form.columns if item.key == key), None)
    return ": ".join(word for word in (column.group, column.head) if word) if column else key


def row_keys(sheet: FilledSheet) -> tuple[str, ...]:
    """Return the key of each row of a sheet: its unit's code, without one its number; the total has `TOTAL_ROW`.

    A code that two rows have, one for each of two times of it, is told apart by a number: `03166`, `03166#2`.
    """
    at = next((at for at, column in enumerate(sheet.form.columns) if column.holds == "unit_code"), None)
    if at is None:
        return tuple(str(number) for number, _ in enumerate(sheet.rows, start=1))
    return tuple(_told_apart(str(row[at]) for row in sheet.rows))


def _told_apart(codes: Iterator[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for code in codes:
        seen[code] += 1
        yield code if seen[code] == 1 else f"{code}#{seen[code]}"
