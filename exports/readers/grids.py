"""What every reader of lists yields: numbered rows of plain values, from a text or from a sheet."""

from dataclasses import dataclass
from datetime import date

from db.rules.text import cleaned
from exports.readers.addresses import cell_place, line_place

CellValue = str | int | float | bool | date | None


@dataclass(frozen=True)
class Row:
    """A row that holds something: its number in the file, from 1, and its values from the first column."""

    number: int
    values: tuple[CellValue, ...]

    def text(self, column: int | None) -> str:
        """Return a value as clean text, the column counted from 0; empty where there is no such column."""
        if column is None or column >= len(self.values):
            return ""
        value = self.values[column]
        return "" if value is None else cleaned(str(value))


@dataclass(frozen=True)
class Grid:
    """The rows of a file that hold something. `sheet` is empty for a text."""

    source: str
    sheet: str
    rows: tuple[Row, ...]

    def place(self, row: Row, column: int | None = None) -> str:
        """Return how a cell is named, its column counted from 0; in a text, or without a column, the row."""
        if not self.sheet:
            return line_place(row.number)
        return cell_place(self.sheet, row.number, 1 if column is None else column + 1)
