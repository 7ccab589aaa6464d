"""What a check of a return's figures finds: facts, and the cell in which to look."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from db.rules.returns.filled import FilledSheet

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
