"""Lists with a head row: the file by its content, and the columns by their titles in any order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.rules.findings import Finding, Refused
from db.rules.text import folded
from exports.readers.delimited import grid_of_text
from exports.readers.gate import FileKind, admit
from exports.readers.grids import Grid, Row
from exports.readers.sheets import sheet_of

# A title and the name of an agency may stand above the head row.
_HEAD_WITHIN = 10
# A file that is no list can have a first line without end.
_SHOWN = 300
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Layout:
    """The columns that a list may have: titles by field; which it must have; which it has all or none of."""

    titles: Mapping[str, str]
    required: frozenset[str]
    together: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Head:
    """The head row of a list and where each field stands, its column counted from 0."""

    grid: Grid
    row: Row
    layout: Layout
    columns: Mapping[str, int]

    def missing(self) -> tuple[str, ...]:
        """Return the titles of required columns that the row lacks, in the layout's order."""
        layout, present = self.layout, set(self.columns)
        needed = layout.required | (layout.together if layout.together & present else frozenset())
        return tuple(title for field, title in layout.titles.items() if field in needed - present)

    def data_rows(self) -> Iterator[Row]:
        """Yield the rows below the head."""
        return (row for row in self.grid.rows if row.number > self.row.number)

    def too_wide(self, row: Row) -> Finding | None:
        """Return what is wrong with a row of a text that has more values than the head has columns.

        A separator inside a name moves what follows into other columns.
        """
        width = len(self.row.values)
        if self.grid.sheet or not any(row.values[width:]):
            return None
        facts = {"columns": str(width)}
        return Finding("row_too_wide", self.grid.place(row), str(len(row.values)), facts)

    def text(self, row: Row, field: str) -> str:
        """Return a field of a row as clean text; empty where the list has no such column."""
        return row.text(self.columns.get(field))

    def place(self, row: Row, field: str) -> str:
        """Return how the cell of a field is named; the row where the list has no such column."""
        return self.grid.place(row, self.columns.get(field))


def read_grid(path: Path) -> Grid:
    """Read a list by its content, a text or the first sheet of a workbook; raise `Refused` where it is empty."""
    admitted = admit(path)
    is_text = admitted.kind is FileKind.TEXT
    grid = grid_of_text(admitted) if is_text else sheet_of(admitted)
    if not grid.rows:
        raise Refused([Finding("file_empty")], source=grid.source)
    return grid


def find_head(grid: Grid, layouts: Sequence[Layout]) -> Head:
    """Return the head row with its layout; raise `Refused` naming the missing columns and those found.

    The row and the layout with most of the required columns are taken, the first of equals.
    """
    heads = [_head(grid, row, layout) for layout in layouts for row in grid.rows[:_HEAD_WITHIN]]
    head = max(heads, key=_share)
    findings = [*_missing_findings(head), *_twice_findings(head)]
    if findings:
        raise Refused(findings, source=grid.source)
    return head


def _head(grid: Grid, row: Row, layout: Layout) -> Head:
    titles = [_title_key(row.text(column)) for column in range(len(row.values))]
    wanted = {field: _title_key(title) for field, title in layout.titles.items()}
    return Head(
        grid, row, layout, {field: titles.index(key) for field, key in wanted.items() if key in titles}
    )


def _share(head: Head) -> tuple[float, int]:
    return 1 - len(head.missing()) / len(head.layout.required), len(head.columns)


def _missing_findings(head: Head) -> list[Finding]:
    missing = head.missing()
    if not missing:
        return []
    row = head.row if head.columns else head.grid.rows[0]
    found = ", ".join(filter(None, map(row.text, range(len(row.values)))))[:_SHOWN]
    return [
        Finding(
            "columns_missing", head.grid.place(row), facts={"missing": ", ".join(missing), "found": found}
        )
    ]


def _twice_findings(head: Head) -> list[Finding]:
    keys = [_title_key(head.row.text(column)) for column in range(len(head.row.values))]
    again = {
        column: head.layout.titles[field]
        for field, first in head.columns.items()
        for column in range(first + 1, len(keys))
        if keys[column] == keys[first]
    }
    return [
        Finding("column_twice", head.grid.place(head.row, column), title) for column, title in again.items()
    ]


def _title_key(title: str) -> str:
    return _NOT_WORDS.sub(" ", folded(title)).strip()
