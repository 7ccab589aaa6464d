"""The quarterly set with its measures, beside openpyxl writing the same styled cells."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import NamedStyle
from openpyxl.worksheet.worksheet import Worksheet

from db.rules.periods import DECREE_09, parse_period
from db.services import units
from db.services.returns import filling
from db.sessions import Book, Session
from exports.returns.writing import write_files
from tests.benchmarks.large_book import DISTRICT, LAST_YEAR
from tests.benchmarks.rows import Row
from tests.benchmarks.sampling import in_turns, timed

Look = dict[str, Any]
_WAYS = {
    "usual": "each given font, fill, border, alignment, number format and protection",
    "named": "each given one of as many named styles as there are looks",
}
_REASON = (
    "Half of the time is asking the measures; named styles are openpyxl's quickest way, and leave a list of invented "
    "styles in the workbook."
)
_PARTS = ("font", "fill", "border", "alignment", "number_format", "protection")


def return_rows(folder: Path, office: Path, rounds: int) -> Iterator[Row]:
    """Measure on the book in `office`; workbooks go to `folder`."""
    target = folder / "return.xlsx"
    with Book(office, lock=False) as book, book.reading() as session:
        _export(session, target)
        same = CopiedBook.of(target)
        samples = in_turns(
            {
                "own": timed(lambda: _export(session, target)),
                "usual": timed(lambda: same.write(folder / "usual.xlsx")),
                "named": timed(lambda: same.write_named(folder / "named.xlsx")),
            },
            rounds,
        )
    work = f"export of the quarterly set, with its measures ({same.size:,} cells)"
    for way, words in _WAYS.items():
        against = f"openpyxl writing the same cells, {words}"
        yield Row(work, against, 0.6, samples.pairs("own", way, "whole"), reason=_REASON)


def _export(session: Session, target: Path) -> None:
    period = parse_period(f"{LAST_YEAR - 1}-Q3")
    unit = units.find(session, DISTRICT, period.span(DECREE_09).last)
    write_files(filling.fill(session, set_code="quarterly", unit=unit, period=period), target)


@dataclass(frozen=True)
class _CopiedSheet:
    title: str
    cells: tuple[tuple[int, int, Any, int], ...]
    merges: tuple[str, ...]
    heights: tuple[tuple[int, float], ...]
    widths: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class CopiedBook:
    """What a workbook shows, ready to be written again: values, looks by number, merged ranges, heights and widths."""

    sheets: tuple[_CopiedSheet, ...]
    looks: tuple[Look, ...]

    @classmethod
    def of(cls, path: Path) -> "CopiedBook":
        """Read the workbook; what it looks like becomes as many looks as it has different ones."""
        places: dict[int, int] = {}
        looks: list[Look] = []
        book = load_workbook(path)
        sheets = tuple(_read(sheet, places, looks) for sheet in book.worksheets)
        return cls(sheets, tuple(looks))

    @property
    def size(self) -> int:
        """Return how many cells are written."""
        return sum(len(sheet.cells) for sheet in self.sheets)

    def write(self, target: Path) -> None:
        """Write the workbook the usual way: each cell is given its font, fill, border, alignment and so on."""
        self._write(Workbook(), self.looks, target)

    def write_named(self, target: Path) -> None:
        """Write the workbook the quickest public way: a named style for each look."""
        book = Workbook()
        named = [NamedStyle(f"look {number}", **look) for number, look in enumerate(self.looks)]
        for style in named:
            book.add_named_style(style)
        self._write(book, [{"style": style.name} for style in named], target)

    def _write(self, book: Workbook, looks: Sequence[Look], target: Path) -> None:
        book.remove(book.worksheets[0])
        for copied in self.sheets:
            _write(book.create_sheet(copied.title), copied, looks)
        book.save(target)


def _read(sheet: Worksheet, places: dict[int, int], looks: list[Look]) -> _CopiedSheet:
    cells = []
    for row in sheet.iter_rows():
        for place, cell in enumerate(row, start=1):
            if cell.style_id not in places:
                places[cell.style_id] = len(looks)
                looks.append(_look(cell))
            cells.append((row[0].row or 0, place, cell.value, places[cell.style_id]))
    return _CopiedSheet(
        sheet.title,
        tuple(cells),
        tuple(merge.coord for merge in sheet.merged_cells.ranges),
        tuple((row, size.height) for row, size in sheet.row_dimensions.items() if size.height),
        tuple((letter, size.width) for letter, size in sheet.column_dimensions.items()),
    )


def _look(cell: Cell | MergedCell) -> Look:
    return {part: copy(getattr(cell, part)) for part in _PARTS}


def _write(sheet: Worksheet, copied: _CopiedSheet, looks: Sequence[Look]) -> None:
    for row, column, value, look in copied.cells:
        cell = sheet.cell(row, column, value)
        for part, kept in looks[look].items():
            setattr(cell, part, kept)
    for merge in copied.merges:
        sheet.merge_cells(merge)
    for row, height in copied.heights:
        sheet.row_dimensions[row].height = height
    for letter, width in copied.widths:
        sheet.column_dimensions[letter].width = width
