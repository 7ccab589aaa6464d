"""A score sheet's workbook as it came back: its rows, and what they say under the rule set of the sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from db.rules.findings import Finding
from db.rules.scoring.marks import APPRAISED, SELF, Mark
from db.rules.scoring.received_cells import ReadCell
from db.rules.scoring.score_books import KIND_OF


@dataclass(frozen=True)
class ReadRow:
    """A row of the table by the keys of the columns; a column that the file lacks is a blank cell of the row."""

    cells: Mapping[str, ReadCell]
    place: str

    def cell(self, key: str) -> ReadCell:
        """Return a cell; a blank one, at the row, where the file has no such column."""
        return self.cells.get(key, ReadCell(place=self.place))


@dataclass(frozen=True)
class ReadBook:
    """A workbook with its bytes as received. `mark` are the hidden lines, none in one that was typed by hand.

    `findings` are what the reader itself saw: cells without a value, merged cells.
    """

    name: str
    body: bytes
    sha256: str
    sheet: str
    title: ReadCell
    rule_set_line: ReadCell
    day: ReadCell
    heads: Mapping[str, ReadCell]
    rows: tuple[ReadRow, ...]
    mark: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Return whether the file has its hidden lines, so that tampering would be seen."""
        return bool(self.mark)

    @property
    def column(self) -> str:
        """Return which column it brings: the commune's own answers, or the appraised ones."""
        if self.mark:
            return APPRAISED if self.mark.get("kind") == KIND_OF[APPRAISED] else SELF
        return SELF

    @property
    def revision(self) -> int:
        """Return which time it was sent; 1 where it does not say."""
        text = self.mark.get("revision", "")
        return int(text) if text.isdecimal() else 1


@dataclass(frozen=True)
class Judged:
    """What a workbook says: marks (blank where nothing is said), days of the steps, all that is wrong, what to know."""

    marks: Mapping[str, Mark]
    submitted_on: date | None = None
    appraised_on: date | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    cells: Mapping[tuple[str, str], ReadCell] = field(default_factory=dict)
