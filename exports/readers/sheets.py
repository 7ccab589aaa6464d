"""A sheet of a workbook as plain rows, the first visible one unless named, read in a child process behind the gate."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from time import monotonic
from typing import Any

from exports.readers.children import Child, child_answer
from exports.readers.gate import Admitted
from exports.readers.grids import Grid, Row

# Of one file, however many of its sheets are looked at.
SECONDS = 8.0
# A workbook of many sheets: what is sought is among the first, or its sheet is named.
_SHEETS_TRIED = 5


@dataclass(frozen=True)
class SheetReading:
    """A sheet, what is hidden or merged in it (rows and columns from 1), the visible sheets, a template's mark.

    `valueless` are the cells whose formula has no value or an error.
    """

    grid: Grid
    sheets: tuple[str, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    valueless: tuple[str, ...] = ()
    mark: dict[str, str] = field(default_factory=dict)


def sheet_of(admitted: Admitted, seconds: float = SECONDS) -> Grid:
    """Read the first visible sheet of a workbook that passed the gate, in a child that may die or take too long."""
    return read_sheet(admitted, "", seconds).grid


def read_sheets(admitted: Admitted) -> Iterator[SheetReading]:
    """Read the first visible sheets of a workbook one after the other, all of them within the time for one."""
    ends = monotonic() + SECONDS
    first = read_sheet(admitted)
    yield first
    for name in first.sheets[1:_SHEETS_TRIED]:
        yield read_sheet(admitted, name, max(ends - monotonic(), 0.0))


def read_sheet(admitted: Admitted, name: str = "", seconds: float = SECONDS) -> SheetReading:
    """Read a sheet with what is hidden and merged in it; the first visible one where the name is none of them."""
    wanted = (name,) if name else ()
    child = Child("exports.readers.child", seconds, "workbook_too_slow", "workbook_not_readable", wanted)
    answer = child_answer(child, admitted)
    grid = Grid(
        admitted.name, answer["sheet"], tuple(_row(number, values) for number, values in answer["rows"])
    )
    return SheetReading(
        grid,
        tuple(answer["sheets"]),
        tuple((top, left, bottom, right) for top, left, bottom, right in answer["merged"]),
        frozenset(answer["hidden_rows"]),
        frozenset(answer["hidden_columns"]),
        tuple(answer["valueless"]),
        answer["mark"],
    )


def _row(number: int, values: list[Any]) -> Row:
    return Row(number, tuple(_value(value) if isinstance(value, dict) else value for value in values))


def _value(marked: dict[str, str]) -> date:
    text = marked["date"]
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
