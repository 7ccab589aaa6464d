"""A workbook that came in as a return: its sheets as plain cells, what its lines say, its hidden mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.rules.cell_places import cell_place, column_letters
from db.rules.text import cleaned

CellValue = str | int | Decimal | bool | date | None
Merged = tuple[int, int, int, int]


@dataclass(frozen=True)
class ReadRow:
    """A row that holds something: its number from 1, its values from column A."""

    number: int
    values: tuple[CellValue, ...]

    def value(self, at: int) -> CellValue:
        """Return the value of a column counted from 0; none beyond the last."""
        return self.values[at] if at < len(self.values) else None

    def text(self, at: int) -> str:
        """Return a value as clean text."""
        value = self.value(at)
        return "" if value is None else cleaned(str(value))


@dataclass(frozen=True)
class SaidUnit:
    """Whose return a sheet says it is, and the cell that says so."""

    name: str
    code: str
    place: str


@dataclass(frozen=True)
class SaidPeriod:
    """Of which period a sheet says it is; the days where it names them, both counted."""

    label: str
    first: date | None
    last: date | None
    place: str
    text: str


@dataclass(frozen=True)
class ReadSheet:
    """A sheet. Rows and columns are counted from 1, cells are named as in the sheet (`C17`)."""

    name: str
    rows: tuple[ReadRow, ...]
    is_hidden: bool = False
    merged: tuple[Merged, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    valueless: frozenset[str] = frozenset()
    errors: frozenset[str] = frozenset()
    formulas: frozenset[str] = frozenset()
    form_code: str = ""
    unit: SaidUnit | None = None
    period: SaidPeriod | None = None
    check_code: str = ""
    is_sample: bool = False

    def place(self, row: int, at: int) -> str:
        """Return how a cell is named, its column counted from 0."""
        return cell_place(self.name, row, at + 1)

    def cell(self, row: int, at: int) -> str:
        """Return a cell's name within the sheet, its column counted from 0."""
        return f"{column_letters(at + 1)}{row}"


@dataclass(frozen=True)
class ReadReturn:
    """A workbook that was read: `mark` are the lines of its hidden sheet, key and value, nothing where it has none.

    `is_foreign` tells whether it holds figures of other workbooks.
    """

    name: str
    sha256: str
    sheets: Sequence[ReadSheet]
    mark: Sequence[tuple[str, CellValue]] = ()
    is_foreign: bool = False
