"""How a table fits its page: size of letters, widths of columns, and each cell broken into lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from exports.documents.columns import fitted_widths
from exports.documents.description import Column, Row, Table
from exports.documents.fonts import Face
from exports.documents.lettering import Pen

SIDE_PADDING = 3.0
ROOM_ABOVE_AND_BELOW = 5.0

# The column whose texts may be stepped in, and by how much a step.
INDENTED = 1
INDENT = 9.0

RowKind = Literal["head", "plain", "group", "subtotal", "total"]


@dataclass(frozen=True)
class Cells:
    """A row of a table as texts."""

    kind: RowKind
    texts: tuple[str, ...]
    indent: int = 0

    @property
    def face(self) -> Face:
        """Return the face it is set in."""
        return Face.REGULAR if self.kind == "plain" else Face.BOLD


@dataclass(frozen=True)
class Lines:
    """A row of a table broken into lines."""

    kind: RowKind
    cells: tuple[list[str], ...]
    indent: int = 0

    @property
    def count(self) -> int:
        """Return how many lines the tallest cell has."""
        return max(len(cell) for cell in self.cells)


@dataclass(frozen=True)
class Setting:
    """How the rows of a table are set: widths in points, size of letters."""

    columns: Sequence[Column]
    widths: Sequence[float]
    size: float
    pen: Pen

    @property
    def leading(self) -> float:
        """Return the distance from line to line in points."""
        return round(self.size * 1.2, 1)

    def height(self, row: Lines) -> float:
        """Return how tall a row is, in points."""
        return row.count * self.leading + ROOM_ABOVE_AND_BELOW

    def broken(self, row: Cells) -> Lines:
        """Return a row broken into the lines of its columns; a group's name runs over all but the first."""
        rooms = [width - 2 * SIDE_PADDING for width in self.widths]
        texts = row.texts
        if row.indent:
            rooms[INDENTED] -= row.indent * INDENT
        if row.kind == "group":
            rooms, texts = [rooms[0], sum(self.widths[1:]) - 2 * SIDE_PADDING], texts[:2]
        wrapped = self.pen.wrapped
        lines = tuple(
            wrapped(text, row.face, self.size, room) for text, room in zip(texts, rooms, strict=True)
        )
        return Lines(row.kind, lines + ([""],) * (len(self.widths) - len(lines)), row.indent)


def all_rows(table: Table, pen: Pen) -> list[Cells]:
    """Return head, rows and total, their texts ready for paper."""
    return [
        Cells(row.kind, tuple(pen.text(text, row.face) for text in row.texts), row.indent)
        for row in _rows(table)
    ]


def fitted(
    columns: Sequence[Column], rows: Sequence[Cells], pen: Pen, room: float, sizes: Sequence[float]
) -> Setting:
    """Return the largest of `sizes` in which no word is broken, else the smallest, and the widths that go with it."""
    wishes = [column.width for column in columns]
    words = [_words(rows, place) for place in range(len(columns))]
    deepest = max((row.indent for row in rows), default=0) * INDENT
    steps = [deepest if place == INDENTED else 0.0 for place in range(len(columns))]
    for size in sizes:
        least = [
            _longest(found, pen, size) + 2 * SIDE_PADDING + 1 + step
            for found, step in zip(words, steps, strict=True)
        ]
        if sum(least) <= room:
            break
    return Setting(columns, fitted_widths(wishes, least, room), size, pen)


def kept(rows: Sequence[RowKind]) -> list[bool]:
    """Tell of each row whether it stays with the next: names of groups, subtotals, and the row before the total."""
    following = [*rows, None][1:]
    return [
        kind in ("group", "subtotal") or after == "total" for kind, after in zip(rows, following, strict=True)
    ]


def _rows(table: Table) -> Iterator[Cells]:
    yield Cells("head", tuple(column.title for column in table.columns))
    for row in table.rows:
        yield Cells(_kind(row), row.cells, row.indent)
    if table.total:
        yield Cells("total", table.total)


def _kind(row: Row) -> RowKind:
    if row.group:
        return "group"
    return "subtotal" if row.subtotal else "plain"


def _words(rows: Sequence[Cells], place: int) -> set[tuple[str, Face]]:
    ruling = (row for row in rows if row.kind != "group" or place == 0)
    return {(word, row.face) for row in ruling for word in row.texts[place].split()}


def _longest(words: set[tuple[str, Face]], pen: Pen, size: float) -> float:
    return max((pen.width(word, face, size) for word, face in words), default=0.0)
