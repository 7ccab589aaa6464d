"""What a reader of files hands over: paragraphs and tables in reading order, each knowing its source lines."""

from dataclasses import dataclass, replace

from db.rules.encodings import Preview
from db.rules.findings import Finding


@dataclass(frozen=True)
class Place:
    """Source lines from `first` to `last`, both counted, numbered from 1."""

    first: int
    last: int

    def through(self, other: "Place") -> "Place":
        """Return the lines from the first of this place to the last of the other."""
        return Place(min(self.first, other.first), max(self.last, other.last))


@dataclass(frozen=True)
class Paragraph:
    """One paragraph or, in a plain text, one line. `heading` is the depth that Word or a converter gave it, else 0.

    `indent` counts the spaces in front of it (a tab as eight), `column` is 1 for what stands right of a wide gap.
    """

    text: str
    place: Place
    heading: int = 0
    bold: bool = False
    indent: int = 0
    column: int = 0

    def with_text(self, text: str) -> "Paragraph":
        """Return the paragraph with another text."""
        return replace(self, text=text)


@dataclass(frozen=True)
class Table:
    """A table: its rows of cells from the first column, a merged cell's text repeated in each cell that it covers.

    A cell of several paragraphs has as many lines. `row_lines` is the source line of each row.
    """

    rows: tuple[tuple[str, ...], ...]
    place: Place
    row_lines: tuple[int, ...] = ()

    def line(self, row: int) -> int:
        """Return the source line of a row, counted from 0."""
        return self.row_lines[row] if row < len(self.row_lines) else self.place.first


Block = Paragraph | Table


@dataclass(frozen=True)
class Source:
    """A text as received: its lines for the eye, its blocks for the reader, and the encoding that it came in.

    `findings` are what the reading of the file itself left to look at, `preview` some lines before and after they were
    converted from an old encoding.
    """

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    name: str = ""
    encoding: str = "unicode"
    findings: tuple[Finding, ...] = ()
    preview: Preview | None = None
