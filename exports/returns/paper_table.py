"""The table of a form on paper: heads in two rows with their groups and the row of numbers, repeated on each page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color, black
from reportlab.platypus import Flowable
from reportlab.platypus import Table as DrawnTable

from db.rules.formats import value_text
from db.rules.returns.forms import ColumnForm
from exports.documents.description import Column
from exports.documents.fonts import Face
from exports.documents.lettering import Pen
from exports.documents.table_fit import ROOM_ABOVE_AND_BELOW, SIDE_PADDING, Cells, Lines, Setting, fitted
from exports.documents.table_pages import page_ranges
from exports.documents.tables import cut
from exports.returns.content import Cell, HeadCell, Row, SheetContent
from exports.returns.paper_pages import Leaf

_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0)
_LINE, _HEAD_ROWS = 0.5, 3
_SHADE = Color(0.93, 0.93, 0.93)
_CENTRED = ("row_number", "unit_code", "target_unit", "class_title", "task_time")
# A total row with the row before it goes along with who signs.
_KEPT_AT_END = 2

Command = tuple[object, ...]


def page_tables(
    content: SheetContent, pen: Pen, leaf: Leaf, first_room: float, closing: float
) -> Iterator[Flowable]:
    """Yield the table's piece of each page; what stands below it, `closing` points high, is left room on the last.

    The letters are the largest in which no word is broken.
    """
    table = _Table.of(content, pen, leaf.text_width)
    most = int((leaf.text_height - table.head_height) / 3 // table.setting.leading)
    lines = [piece for row in table.rows for piece in cut(row, most)]
    heights = [*map(table.setting.height, lines), closing]
    kept = [place >= len(lines) - _KEPT_AT_END for place in range(len(lines))] + [False]
    room = leaf.text_height - table.head_height
    pages = page_ranges(heights, kept, first_room - table.head_height, room)
    for first, end in pages:
        yield table.drawn(lines[first : min(end, len(lines))])


@dataclass(frozen=True)
class _Table:
    """A form's table as it is set."""

    content: SheetContent
    setting: Setting
    rows: Sequence[Lines]
    head: Sequence[Sequence[str]]
    head_heights: Sequence[float]

    @classmethod
    def of(cls, content: SheetContent, pen: Pen, width: float) -> "_Table":
        columns = [
            Column(
                column.head,
                column.width,
                "center" if column.holds in _CENTRED else "left" if column.is_text else "right",
            )
            for column in content.form.columns
        ]
        cells = [_cells("plain", row, content.form.columns, pen) for row in content.rows]
        if content.total:
            cells.append(_cells("total", content.total, content.form.columns, pen))
        heads = Cells("head", tuple(pen.text(column.title, Face.BOLD) for column in columns))
        setting = fitted(columns, [heads, *cells], pen, width, _SIZES)
        head, heights = _head(content, setting)
        return cls(content, setting, [setting.broken(row) for row in cells], head, heights)

    @property
    def head_height(self) -> float:
        return sum(self.head_heights)

    def drawn(self, rows: Sequence[Lines]) -> DrawnTable:
        texts = [["\n".join(cell) for cell in row.cells] for row in rows]
        return DrawnTable(
            [*map(list, self.head), *texts],
            colWidths=self.setting.widths,
            rowHeights=[*self.head_heights, *map(self.setting.height, rows)],
            style=self._style(rows),
        )

    def _style(self, rows: Sequence[Lines]) -> list[Command]:
        whole, head = ((0, 0), (-1, -1)), ((0, 0), (-1, _HEAD_ROWS - 1))
        regular, bold, italic = map(self.setting.pen.font, (Face.REGULAR, Face.BOLD, Face.ITALIC))
        commands: list[Command] = [
            ("FONT", *whole, regular, self.setting.size, self.setting.leading),
            ("GRID", *whole, _LINE, black),
            ("VALIGN", *whole, "MIDDLE"),
            *((side, *whole, SIDE_PADDING) for side in ("LEFTPADDING", "RIGHTPADDING")),
            ("TOPPADDING", *whole, 0),
            ("BOTTOMPADDING", *whole, 3),
            *(
                ("ALIGN", (at, _HEAD_ROWS), (at, -1), column.align.upper())
                for at, column in enumerate(self.setting.columns)
            ),
            ("ALIGN", *head, "CENTER"),
            ("BACKGROUND", *head, _SHADE),
            ("FONTNAME", (0, 0), (-1, 1), bold),
            ("FONTNAME", (0, 2), (-1, 2), italic),
            *(("SPAN", (cell.first, cell.top), (cell.last, cell.bottom)) for cell in self.content.heads),
        ]
        for place, row in enumerate(rows, start=_HEAD_ROWS):
            if row.kind == "total":
                commands += [
                    ("FONTNAME", (0, place), (-1, place), bold),
                    ("BACKGROUND", (0, place), (-1, place), _SHADE),
                ]
        return commands


def _cells(kind: str, row: Row, columns: Sequence[ColumnForm], pen: Pen) -> Cells:
    face = Face.BOLD if kind == "total" else Face.REGULAR
    texts = tuple(pen.text(_written(value), face) for value, _ in zip(row, columns, strict=True))
    return Cells("total" if kind == "total" else "plain", texts)


def _written(value: Cell) -> str:
    # A blank stays blank, as it does in the workbook: 0 is none of them.
    return "" if value is None else value_text(value)


def _head(content: SheetContent, setting: Setting) -> tuple[list[list[str]], list[float]]:
    """Return the three rows of heads and their heights; a head without a group runs over the first two."""
    pen, columns = setting.pen, len(content.form.columns)
    rows = [[""] * columns for _ in range(_HEAD_ROWS)]
    lines = {(0, 0): 1, (1, 1): 1, (0, 1): 1}
    for cell in content.heads:
        broken = pen.wrapped(pen.text(cell.text, Face.BOLD), Face.BOLD, setting.size, _room(cell, setting))
        rows[cell.top][cell.first] = "\n".join(broken)
        lines[cell.top, cell.bottom] = max(lines[cell.top, cell.bottom], len(broken))
    rows[2] = [pen.text(number, Face.ITALIC) for number in content.numbers]
    groups = lines[0, 0]
    counts = (groups, max(lines[1, 1], lines[0, 1] - groups), 1)
    return rows, [count * setting.leading + ROOM_ABOVE_AND_BELOW for count in counts]


def _room(cell: HeadCell, setting: Setting) -> float:
    return sum(setting.widths[cell.first : cell.last + 1]) - 2 * SIDE_PADDING
