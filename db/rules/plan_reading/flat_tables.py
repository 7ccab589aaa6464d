"""Tables that a converter flattened: a cell a line behind a tab, a row a group of lines between empty lines."""

from collections import Counter
from collections.abc import Iterator, Sequence

from db.rules.plan_reading.blocks import Place, Table

_LEAST_CELLS = 3
_LEAST_ROWS = 2
# A gap of more empty lines than this ends a table.
_WIDEST_GAP = 1

Group = tuple[int, int]


def flat_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    """Return the flattened table that begins at a line, counted from 0, and the line after what was looked at.

    Lines of a row without a tab go on the cell before them. Rows of another width than most are made as wide.
    """
    groups = list(_groups(lines, start))
    rows = [_row(lines[first:last]) for first, last in groups]
    if len(rows) < _LEAST_ROWS or not _is_even(rows):
        return None, groups[-1][1] if groups else start + 1
    width = max(len(row) for row in rows)
    even = tuple((*row, *[""] * (width - len(row))) for row in rows)
    place = Place(start + 1, groups[-1][1])
    return Table(even, place, tuple(first + 1 for first, _ in groups)), groups[-1][1]


def _groups(lines: Sequence[str], start: int) -> Iterator[Group]:
    at = start
    while at < len(lines) and lines[at].startswith("\t"):
        first = at
        while at < len(lines) and _is_of_row(lines[at]):
            at += 1
        yield first, at
        gap = at
        while at < len(lines) and not _is_of_row(lines[at]):
            at += 1
        if at - gap > _WIDEST_GAP:
            return


def _is_of_row(line: str) -> bool:
    return line.startswith("\t") or bool(line.strip())


def _row(lines: Sequence[str]) -> tuple[str, ...]:
    cells: list[list[str]] = []
    for line in lines:
        if line.startswith("\t") or not cells:
            cells.append([])
        cells[-1].append(line.strip())
    return tuple("\n".join(part for part in cell if part) for cell in cells)


def _is_even(rows: Sequence[Sequence[str]]) -> bool:
    width, count = Counter(map(len, rows)).most_common(1)[0]
    return width >= _LEAST_CELLS and 2 * count > len(rows)
