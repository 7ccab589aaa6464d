"""Tables of annexes and lists on the PDF. Cells are broken into lines first: heights are known, drawing is quick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import black
from reportlab.platypus import Flowable, PageBreak
from reportlab.platypus import Table as DrawnTable

from exports.documents import layout
from exports.documents.description import Table
from exports.documents.fonts import Face
from exports.documents.layout import Sheet
from exports.documents.lettering import Pen
from exports.documents.table_fit import (
    INDENT,
    INDENTED,
    SIDE_PADDING,
    Lines,
    RowKind,
    Setting,
    all_rows,
    fitted,
    kept,
)
from exports.documents.table_pages import page_ranges

_LINE = 0.5

Command = tuple[object, ...]


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


def table_flowables(
    table: Table, pen: Pen, room: Room, sizes: Sequence[float] = layout.TABLE_SIZES
) -> list[Flowable]:
    """Return the table as one piece a page, its head repeated on each.

    The largest of `sizes` is taken in which no word is broken; where none is small enough, the smallest.
    """
    rows = all_rows(table, pen)
    setting = fitted(table.columns, rows, pen, room.width, sizes)
    head, *broken = (setting.broken(row) for row in rows)
    below_head = room.height - setting.height(head)
    lines = [piece for row in broken for piece in cut(row, int(below_head / 3 // setting.leading))]
    heights = [setting.height(row) for row in lines]
    pages = page_ranges(heights, kept([row.kind for row in lines]), below_head - room.taken, below_head)
    pieces = [drawn([head, *lines[first:end]], setting) for first, end in pages]
    return [flowable for piece in pieces for flowable in (piece, PageBreak())][:-1]


def cut(lines: Lines, most: int) -> Iterator[Lines]:
    """Cut a row of more than `most` lines, which may not be taller than a page: it goes on in rows of its own."""
    for first in range(0, lines.count, most):
        yield Lines(lines.kind, tuple(cell[first : first + most] for cell in lines.cells), lines.indent)


def drawn(rows: Sequence[Lines], setting: Setting, repeated: int = 0) -> DrawnTable:
    """Return rows of known heights as one piece; the first `repeated` stand again wherever it is split."""
    return DrawnTable(
        [["\n".join(cell) for cell in row.cells] for row in rows],
        colWidths=setting.widths,
        rowHeights=[setting.height(row) for row in rows],
        style=_style(rows, setting),
        repeatRows=repeated,
    )


def _style(rows: Sequence[Lines], setting: Setting) -> list[Command]:
    whole = ((0, 0), (-1, -1))
    commands: list[Command] = [
        ("FONT", *whole, setting.pen.font(Face.REGULAR), setting.size, setting.leading),
        ("GRID", *whole, _LINE, black),
        ("VALIGN", *whole, "MIDDLE"),
        *((side, *whole, SIDE_PADDING) for side in ("LEFTPADDING", "RIGHTPADDING")),
        # Heights are given, so these only lift the letters: what hangs below a base line is deeper than it looks.
        ("TOPPADDING", *whole, 0),
        ("BOTTOMPADDING", *whole, 3),
    ]
    for place, column in enumerate(setting.columns):
        commands.append(("ALIGN", (place, 1), (place, -1), column.align.upper()))
    for place, row in enumerate(rows):
        if row.indent:
            cell = ((INDENTED, place), (INDENTED, place))
            commands.append(("LEFTPADDING", *cell, SIDE_PADDING + row.indent * INDENT))
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
