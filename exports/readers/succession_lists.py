"""Lists of successions: which unit of a day took over the whole or a part of which unit of the day before."""

from collections.abc import Iterator
from pathlib import Path

from db.rules.findings import Finding, Refused
from db.rules.succession_lists import SuccessionLine
from exports.readers.grids import Row
from exports.readers.heads import Head, Layout, find_head, read_grid

_FIELDS = ("new_code", "new_name", "old_code", "old_name", "extent")
SUCCESSIONS = Layout({field: field for field in _FIELDS}, frozenset(_FIELDS))


def read_succession_list(path: Path) -> tuple[SuccessionLine, ...]:
    """Read a list of successions as it is written; `settle` cleans and checks it.

    Raises `Refused` where the file cannot be read or a row is too wide to be understood.
    """
    grid = read_grid(path)
    read = list(_lines(find_head(grid, (SUCCESSIONS,))))
    findings = [item for item in read if isinstance(item, Finding)]
    if findings:
        raise Refused(findings, source=grid.source)
    return tuple(item for item in read if isinstance(item, SuccessionLine))


def _lines(head: Head) -> Iterator[SuccessionLine | Finding]:
    for row in head.data_rows():
        yield head.too_wide(row) or _line(head, row)


def _line(head: Head, row: Row) -> SuccessionLine:
    cells = {field: head.place(row, field) for field in _FIELDS} if head.grid.sheet else {}
    new_code, new_name, old_code, old_name, extent = (head.text(row, field) for field in _FIELDS)
    return SuccessionLine(head.grid.place(row), new_code, new_name, old_code, old_name, extent, cells)
