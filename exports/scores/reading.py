"""A score sheet's workbook becomes plain rows again: behind the gate, in a child process, by its heads."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from db.rules.findings import Finding, Refused
from db.rules.scoring.received_books import ReadBook, ReadRow
from db.rules.scoring.received_cells import ReadCell
from db.rules.scoring.score_books import KIND_OF, LAYOUT
from db.rules.text import folded
from exports.readers.addresses import cell_place, column_number
from exports.readers.gate import LISTS, Admitted, FileKind, Wanted, admit
from exports.readers.grids import Grid, Row
from exports.readers.limits import LIMITS
from exports.readers.sheets import SheetReading, read_sheets
from exports.scores import wording

_BOOKS = Wanted(frozenset({FileKind.WORKBOOK}), LISTS.own_rules, "score_other_kind")
_NEEDED = ("label", "title", "answer")
_HEAD_WITHIN, _SHOWN = 20, 20
_HEADS = {folded(title): key for key, title in wording.HEADS.items()} | {
    folded(title): key for title, key in wording.OTHER_HEADS.items()
}


def read_score_book(path: Path) -> ReadBook:
    """Read a workbook; raises `Refused` where it is no score sheet, or one of a newer program."""
    admitted = admit(path, LIMITS, _BOOKS)
    reading, head, columns = _table(admitted)
    _check_mark(reading.mark, admitted.name)
    grid = reading.grid
    findings = [*_without_value(reading, head, columns), *_merged(reading, head, columns)]
    return ReadBook(
        name=admitted.name,
        body=admitted.data,
        sha256=hashlib.sha256(admitted.data).hexdigest(),
        sheet=grid.sheet,
        title=_above(grid, head, 0),
        rule_set_line=_above(grid, head, 1),
        day=_day(grid, head),
        heads={key: _cell(grid, head, at) for key, at in columns.items()},
        rows=tuple(_rows(grid, head, columns)),
        mark=reading.mark,
        findings=tuple(findings),
    )


def _table(admitted: Admitted) -> tuple[SheetReading, Row, Mapping[str, int]]:
    """Find the sheet that has the heads, whatever it is called by now."""
    readings = read_sheets(admitted)
    first = next(readings)
    for reading in chain([first], readings):
        for row in reading.grid.rows[:_HEAD_WITHIN]:
            columns = _columns(reading.grid, row)
            if all(key in columns for key in _NEEDED):
                return reading, row, columns
    _check_mark(first.mark, admitted.name)
    heads = ", ".join(wording.HEADS[key] for key in _NEEDED)
    raise Refused([Finding("score_no_heads", first.grid.sheet, facts={"heads": heads})], admitted.name)


def _columns(grid: Grid, row: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(len(row.values)):
        key = _HEADS.get(folded(row.text(at)))
        if key in found:
            raise Refused([Finding("column_twice", grid.place(row, at), row.text(at))], grid.source)
        if key is not None:
            found[key] = at
    return found


def _check_mark(mark: Mapping[str, str], name: str) -> None:
    if not mark:
        return
    kind, layout = mark.get("kind", ""), mark.get("layout", "")
    if kind not in KIND_OF.values():
        raise Refused([Finding("score_other_book", value=mark.get("title", kind) or kind)], name)
    if layout.isdecimal() and int(layout) > LAYOUT:
        raise Refused([Finding("score_newer_layout", value=layout)], name)


def _rows(grid: Grid, head: Row, columns: Mapping[str, int]) -> Iterator[ReadRow]:
    for row in grid.rows:
        if row.number > head.number:
            cells = {key: _cell(grid, row, at) for key, at in columns.items()}
            yield ReadRow(cells, grid.place(row))


def _cell(grid: Grid, row: Row, at: int) -> ReadCell:
    value = row.values[at] if at < len(row.values) else None
    return ReadCell(value, grid.place(row, at))


def _above(grid: Grid, head: Row, at: int) -> ReadCell:
    """Return the first cell of a line above the heads; the place of the heads where there is none."""
    above = [row for row in grid.rows if row.number < head.number]
    if at >= len(above):
        return ReadCell(place=grid.place(head))
    row = above[at]
    first = next((place for place, value in enumerate(row.values) if value is not None), 0)
    return _cell(grid, row, first)


def _day(grid: Grid, head: Row) -> ReadCell:
    """Return the cell behind the words that ask for the day."""
    label = folded(wording.SUBMITTED_ON)
    for row in grid.rows:
        for at in range(len(row.values)):
            if row.number < head.number and folded(row.text(at)) == label:
                return _first_behind(grid, row, at)
    return ReadCell(place=grid.place(head))


def _first_behind(grid: Grid, row: Row, at: int) -> ReadCell:
    filled = [place for place in range(at + 1, len(row.values)) if row.values[place] is not None]
    return _cell(grid, row, filled[0]) if filled else ReadCell(place=grid.place(row, at))


def _without_value(reading: SheetReading, head: Row, columns: Mapping[str, int]) -> Iterator[Finding]:
    read = set(columns.values())
    for cell in reading.valueless[:_SHOWN]:
        letters = cell.rstrip("0123456789")
        row, column = int(cell[len(letters) :]), column_number(letters)
        if row > head.number and column - 1 in read:
            yield Finding("cell_without_value", cell_place(reading.grid.sheet, row, column))


def _merged(reading: SheetReading, head: Row, columns: Mapping[str, int]) -> Iterator[Finding]:
    """Say where cells of the table were merged: what stood in the others is gone."""
    for top, left, bottom, right in reading.merged:
        if bottom > head.number and any(left <= at + 1 <= right for at in columns.values()):
            last = cell_place("", bottom, right).lstrip("!")
            yield Finding("cells_merged", cell_place(reading.grid.sheet, top, left), facts={"last": last})
