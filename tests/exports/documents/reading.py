"""What a PDF really holds, read back: lines with place and lettering, ruled lines, page sizes. Distances in mm."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

MM = 25.4 / 72


@dataclass(frozen=True)
class Mark:
    """One character on paper, points from the bottom left."""

    character: str
    x: float
    right: float
    y: float
    font: str
    size: float


@dataclass(frozen=True)
class Line:
    """A line of text: its edges and base line in mm from the left and top, its fonts and sizes."""

    text: str
    left: float
    right: float
    base: float
    fonts: frozenset[str]
    size: float

    @property
    def middle(self) -> float:
        """Return the middle between the edges."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    """A drawn line that lies flat."""

    left: float
    right: float
    base: float

    @property
    def width(self) -> float:
        """Return its length."""
        return self.right - self.left


@dataclass(frozen=True)
class PageRead:
    """A page: size, lines of text from top to bottom as drawn, flat rules."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    def line(self, text: str) -> Line:
        """Return the first line that holds the text."""
        return next(line for line in self.lines if text in line.text)

    @property
    def text(self) -> str:
        """Return all text with single spaces, as a reader would say it."""
        return " ".join(" ".join(line.text for line in self.lines).split())


def read_pdf(path: Path) -> list[PageRead]:
    """Return the pages of a file."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_page(document[place]) for place in range(len(document))]
    finally:
        document.close()


def whole_text(path: Path) -> str:
    """Return the text of all pages with single spaces."""
    return " ".join(page.text for page in read_pdf(path))


def _page(page: Any) -> PageRead:
    width, height = page.get_size()
    lines = tuple(_line(marks, height) for marks in _grouped(_marks(page)))
    return PageRead(width * MM, height * MM, lines, tuple(_rules(page, height)))


def _marks(page: Any) -> Iterator[Mark | None]:
    """Yield what is drawn, and nothing (None) where the reader itself sees a gap between two texts."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    edges = [ctypes.c_double() for _ in range(4)]
    for place in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, place))
        if character in "\r\n" or raw.FPDFText_IsGenerated(text, place) == 1:
            yield None
            continue
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        raw.FPDFText_GetCharBox(text, place, *edges)
        size = raw.FPDFText_GetFontSize(text, place)
        yield Mark(character, x.value, max(edges[1].value, x.value), y.value, _font(text, place), size)


def _font(text: Any, place: int) -> str:
    buffer = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text, place, buffer, 100, None)
    return buffer.value.decode().partition("+")[2] or buffer.value.decode()


def _grouped(marks: Iterator[Mark | None]) -> Iterator[list[Mark]]:
    line: list[Mark] = []
    for mark in marks:
        if line and (mark is None or abs(mark.y - line[-1].y) > 0.5):
            yield line
            line = []
        if mark is not None:
            line.append(mark)
    if line:
        yield line


def _line(marks: list[Mark], height: float) -> Line:
    inked = [mark for mark in marks if mark.character.strip()] or marks
    return Line(
        "".join(mark.character for mark in marks).strip(),
        inked[0].x * MM,
        inked[-1].right * MM,
        (height - marks[0].y) * MM,
        frozenset(mark.font for mark in inked),
        round(marks[0].size, 2),
    )


def _rules(page: Any, height: float) -> Iterator[Rule]:
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = path.get_bounds()
        if top - bottom < 2:
            yield Rule(left * MM, right * MM, (height - bottom) * MM)
