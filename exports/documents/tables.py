"""Tables of annexes and lists. Cells are broken into lines first: then heights are known and drawing is quick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.lib.colors import black
from reportlab.platypus import Flowable, PageBreak
from reportlab.platypus import Table as DrawnTable

from exports.documents import layout
from exports.documents.columns import fitted_widths
from exports.documents.description import Column, Table
from exports.documents.fonts import Face
from exports.documents.layout import Sheet
from exports.documents.lettering import Pen
from exports.documents.table_pages import page_ranges

_SIDE_PADDING = 3.0
_ROOM_ABOVE_AND_BELOW = 5.0
_LINE = 0.5

RowKind = Literal["head", "plain", "group", "total"]
Command = tuple[object, ...]


@dataclass(frozen=True)
class _Cells:
    kind: RowKind
    texts: tuple[str, ...]

    @property
    def face(self) -> Face:
        return Face.REGULAR if self.kind == "plain" else Face.BOLD


@dataclass(frozen=True)
class _Lines:
    kind: RowKind
    cells: tuple[list[str], ...]

    @property
    def count(self) -> int:
        return max(len(cell) for cell in self.cells)


@dataclass(frozen=True)
class Room:
    """What a table may fill, in points: width, height of a page, and what is already taken of the first page."""

    width: float
    height: float
    taken: float = 0.0

    @classmethod
    def under(cls, above: Sequence[Flowable], sheet: Sheet) -> "Room":
        """Return the room that is left on a page under what stands above the table."""
        width, height = sheet.text_width, sheet.text_height
        return cls(width, height, sum(flowable.wrap(width, height)[1] for flowable in above))


@dataclass(frozen=True)
class _Setting:
    columns: Sequence[Column]
    widths: Sequence[float]
    size: float
    pen: Pen

    @property
    def leading(self) -> float:
        return round(self.size * 1.2, 1)

    def height(self, row: _Lines) -> float:
        return row.count * self.leading + _ROOM_ABOVE_AND_BELOW


def table_flowables(
    table: Table, pen: Pen, room: Room, sizes: Sequence[float] = layout.TABLE_SIZES
) -> list[Flowable]:
    """Return the table as one piece a page, its head repeated on each.

    The largest of `sizes` is taken in which no word is broken; where none is small enough, the smallest.
    """
    rows = [_Cells(row.kind, _prepared(row, pen)) for row in _all_rows(table)]
    size, widths = _fitted(table.columns, rows, pen, room.width, sizes)
    setting = _Setting(table.columns, widths, size, pen)
    head, *broken = (_broken(row, setting) for row in rows)
    below_head = room.height - setting.height(head)
    lines = [piece for row in broken for piece in _cut(row, int(below_head / 3 // setting.leading))]
    heights = [setting.height(row) for row in lines]
    pages = page_ranges(heights, _kept(lines), below_head - room.taken, below_head)
    pieces = [_drawn([head, *lines[first:end]], setting) for first, end in pages]
    return [flowable for piece in pieces for flowable in (piece, PageBreak())][:-1]


def _all_rows(table: Table) -> Iterator[_Cells]:
    yield _Cells("head", tuple(column.title for column in table.columns))
    for row in table.rows:
        yield _Cells("group" if row.group else "plain", row.cells)
    if table.total:
        yield _Cells("total", table.total)


def _prepared(row: _Cells, pen: Pen) -> tuple[str, ...]:
    return tuple(pen.text(text, row.face) for text in row.texts)


def _fitted(
    columns: Sequence[Column], rows: Sequence[_Cells], pen: Pen, room: float, sizes: Sequence[float]
) -> tuple[float, list[float]]:
    wishes = [column.width for column in columns]
    words = [_words(rows, place) for place in range(len(columns))]
    for size in sizes:
        least = [_longest(found, pen, size) + 2 * _SIDE_PADDING + 1 for found in words]
        if sum(least) <= room:
            break
    return size, fitted_widths(wishes, least, room)


def _words(rows: Sequence[_Cells], place: int) -> set[tuple[str, Face]]:
    ruling = (row for row in rows if row.kind != "group" or place == 0)
    return {(word, row.face) for row in ruling for word in row.texts[place].split()}


def _longest(words: set[tuple[str, Face]], pen: Pen, size: float) -> float:
    return max((pen.width(word, face, size) for word, face in words), default=0.0)


def _broken(row: _Cells, setting: _Setting) -> _Lines:
    rooms = [width - 2 * _SIDE_PADDING for width in setting.widths]
    texts = row.texts
    if row.kind == "group":
        rooms, texts = [rooms[0], sum(setting.widths[1:]) - 2 * _SIDE_PADDING], texts[:2]
    wrapped = setting.pen.wrapped
    lines = tuple(
        wrapped(text, row.face, setting.size, room) for text, room in zip(texts, rooms, strict=True)
    )
    return _Lines(row.kind, lines + ([""],) * (len(setting.widths) - len(lines)))


def _cut(lines: _Lines, most: int) -> Iterator[_Lines]:
    # A row may not be taller than a page: it goes on in a row of its own.
    for first in range(0, lines.count, most):
        yield _Lines(lines.kind, tuple(cell[first : first + most] for cell in lines.cells))


def _kept(rows: Sequence[_Lines]) -> list[bool]:
    # A group's name stays with its first row, the total with the last.
    following = [*(row.kind for row in rows[1:]), None]
    return [row.kind == "group" or after == "total" for row, after in zip(rows, following, strict=False)]


def _drawn(rows: Sequence[_Lines], setting: _Setting) -> DrawnTable:
    return DrawnTable(
        [["\n".join(cell) for cell in row.cells] for row in rows],
        colWidths=setting.widths,
        rowHeights=[setting.height(row) for row in rows],
        style=_style(rows, setting),
    )


def _style(rows: Sequence[_Lines], setting: _Setting) -> list[Command]:
    whole = ((0, 0), (-1, -1))
    commands: list[Command] = [
        ("FONT", *whole, setting.pen.font(Face.REGULAR), setting.size, setting.leading),
        ("GRID", *whole, _LINE, black),
        ("VALIGN", *whole, "MIDDLE"),
        *((side, *whole, _SIDE_PADDING) for side in ("LEFTPADDING", "RIGHTPADDING")),
        # Heights are given, so these only lift the letters: what hangs below a base line is deeper than it looks.
        ("TOPPADDING", *whole, 0),
        ("BOTTOMPADDING", *whole, 3),
    ]
    for place, column in enumerate(setting.columns):
        commands.append(("ALIGN", (place, 1), (place, -1), column.align.upper()))
    for place, row in enumerate(rows):
        if row.kind != "plain":
            commands += _marked(row.kind, place, setting.pen.font(Face.BOLD))
    return commands


def _marked(kind: RowKind, place: int, bold: str) -> list[Command]:
    row = ((0, place), (-1, place))
    commands: list[Command] = [("FONTNAME", *row, bold)]
    if kind == "head":
        commands.append(("ALIGN", *row, "CENTER"))
    elif kind == "group":
        commands += [("SPAN", (1, place), (-1, place)), ("ALIGN", (1, place), (1, place), "LEFT")]
    return commands
