"""Lists of administrative units: this program's own columns, or the statistics office's workbook."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from db.rules.findings import Finding, Refused
from db.rules.units import Level, UnitLine, check_units
from exports.readers.grids import Row
from exports.readers.heads import Head, Layout, find_head, read_grid
from exports.readers.statistics_lists import STATISTICS, gathered_units

_FIELDS = ("code", "name", "kind", "level", "parent_code")
PLAIN = Layout({field: field for field in _FIELDS}, frozenset(_FIELDS))
_LEVELS = {str(int(level)): level for level in Level}


def read_unit_list(path: Path) -> tuple[UnitLine, ...]:
    """Read a list of units as it is written; `check_units` cleans and checks it.

    Raises `Refused` where the file cannot be read or a row cannot be understood, then with all that
    `check_units` finds wrong in the other rows as well.
    """
    grid = read_grid(path)
    head = find_head(grid, (PLAIN, STATISTICS))
    read = list(gathered_units(head) if head.layout is STATISTICS else _plain_units(head))
    lines = tuple(item for item in read if isinstance(item, UnitLine))
    findings = tuple(item for item in read if isinstance(item, Finding))
    if findings:
        raise Refused(findings + _other_findings(lines), source=grid.source)
    return lines


def _other_findings(lines: Sequence[UnitLine]) -> tuple[Finding, ...]:
    # Which units are kept already is not known here: every parent is taken for one of them.
    return check_units(lines, {line.parent_code for line in lines if line.parent_code})[1] if lines else ()


def _plain_units(head: Head) -> Iterator[UnitLine | Finding]:
    for row in head.data_rows():
        yield head.too_wide(row) or _plain_unit(head, row)


def _plain_unit(head: Head, row: Row) -> UnitLine | Finding:
    code, name, kind, level, parent = (head.text(row, field) for field in _FIELDS)
    if level not in _LEVELS:
        return Finding("unit_level", head.place(row, "level"), level)
    cells = {field: head.place(row, field) for field in _FIELDS} if head.grid.sheet else {}
    return UnitLine(head.grid.place(row), code, name, kind, _LEVELS[level], parent or None, cells)
