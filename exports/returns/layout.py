"""Where things stand on a sheet and how large they are: rows from 0, widths in letters, heights in points."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.rules.formats import Value, value_text
from db.rules.returns.forms import ColumnForm

PARENT, ISSUING, RULES, FORM, NOTICE, TITLE, PERIOD, MEASURED, GROUPS, HEADS, NUMBERS, BODY = range(12)

FONT = "Times New Roman"
SIZE = 11.0
AGENCY_SIZE = 12.0
TITLE_SIZE = 14.0
RULE_SIZE = 6.0
NOTE_SIZE = 9.0
FOOTER_SIZE = 9
SIGNATURE_LINES = 4
LINE_SPACING = 1.32
# Inches.
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.65}

# The agencies take a little less than half, the longer national name the rest.
_LEFT_SHARE = 0.44
# Of a digit of the sheet's own size, Times-like faces.
_WIDTHS = {
    " ": 0.5,
    ".": 0.5,
    ",": 0.5,
    "-": 0.67,
    "(": 0.67,
    ")": 0.67,
    "/": 0.56,
    "%": 1.67,
    "i": 0.56,
    "l": 0.56,
}
_UPPER, _LOWER, _BOLD = 1.4, 0.92, 1.07
_ROOM_BESIDE_NUMBER = 1.5


@dataclass(frozen=True)
class Grid:
    """The columns of a sheet: their widths, and the first column of the right half of head and signature block."""

    widths: tuple[float, ...]

    @property
    def last(self) -> int:
        """Return the last column."""
        return len(self.widths) - 1

    @property
    def right(self) -> int:
        """Return the column in which the right half begins."""
        goal = sum(self.widths) * _LEFT_SHARE
        places = range(1, max(len(self.widths), 2))
        return min(places, key=lambda place: abs(sum(self.widths[:place]) - goal))

    @property
    def left_width(self) -> float:
        """Return the width of the left half."""
        return self.width(0, self.right - 1)

    @property
    def right_width(self) -> float:
        """Return the width of the right half."""
        return self.width(self.right, self.last)

    def width(self, first: int, last: int) -> float:
        """Return the width from a column to another, both counted."""
        return sum(self.widths[first : last + 1])


def grid_of(columns: tuple[ColumnForm, ...], rows: Iterable[tuple[Value, ...]]) -> Grid:
    """Return the widths that the form asks for, wider where a number would not fit."""
    widths = [column.width for column in columns]
    for row in rows:
        for place, value in enumerate(row):
            if not isinstance(value, str | None):
                widths[place] = max(widths[place], len(value_text(value)) * _BOLD + _ROOM_BESIDE_NUMBER)
    return Grid(tuple(widths))


def text_width(text: str, size: float = SIZE, bold: bool = False) -> float:
    """Return about how wide a text runs, in letters of the sheet; rather too much than too little."""
    letters = sum(_WIDTHS.get(letter, _UPPER if letter.isupper() else _LOWER) for letter in text)
    return letters * size / SIZE * (_BOLD if bold else 1)


def line_count(text: str, width: float, size: float = SIZE, bold: bool = False) -> int:
    """Return about how many lines a text takes when it is broken between words."""
    lines = 0
    for part in text.splitlines():
        lines, used = lines + 1, 0.0
        for word in part.split(" "):
            length = text_width(f"{word} ", size, bold)
            if used and used + length > width:
                lines, used = lines + 1, 0.0
            used += length
    return max(lines, 1)


def room_in(width: float) -> float:
    """Return how much of a table cell's width its words have, between indent and edges."""
    return width - 2


def height(lines: int, size: float = SIZE) -> float:
    """Return the height of so many lines, in points."""
    return round(lines * size * LINE_SPACING + 2, 1)
