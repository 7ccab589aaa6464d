"""An administrative document and a plain list, described once: the PDF and the .docx are drawn from these values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from db.rules.numbering import day_label, month_label, number_label
from exports.documents.wording import BLANK

Align = Literal["left", "center", "right"]

_HAND_FILLED_NUMBER = " " * 5


def written_day(day: date | None) -> str:
    """Write `ngày 05 tháng 12 năm 2025`; without a day the dots that are filled in by hand."""
    if day is None:
        return f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    return f"ngày {day_label(day.day)} tháng {month_label(day.month)} năm {day.year}"


@dataclass(frozen=True)
class Head:
    """The head: agencies in capitals as printed (a line break is kept), number and symbol, place and day."""

    parent_agency: str
    issuing_agency: str
    number: int | None
    symbol: str
    place: str
    issued_on: date | None

    @property
    def number_and_symbol(self) -> str:
        """Return `05/KH-UBND`; without a number a blank that is filled in by hand."""
        number = _HAND_FILLED_NUMBER if self.number is None else number_label(self.number)
        return f"{number}/{self.symbol}"

    @property
    def number_line(self) -> str:
        """Return `Số: 05/KH-UBND`."""
        return f"Số: {self.number_and_symbol}"

    @property
    def day(self) -> str:
        """Return `ngày 05 tháng 12 năm 2025`; without a day the dots that are filled in by hand."""
        return written_day(self.issued_on)

    @property
    def place_and_day(self) -> str:
        """Return `Tuần Giáo, ngày 05 tháng 12 năm 2025`."""
        return f"{self.place}, {self.day}"


@dataclass(frozen=True)
class Heading:
    """A numbered part of the body. A `title` has parts below it and is printed bold; others are running text."""

    level: int
    label: str
    text: str
    title: bool = False

    @property
    def line(self) -> str:
        """Return label and text as printed."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body, without a number: it has level 0 and no label."""

    text: str
    level = 0
    label = ""

    @property
    def line(self) -> str:
        """Return the text as printed."""
        return self.text


@dataclass(frozen=True)
class Signatory:
    """Authority line and post in capitals (a line break is kept), and the name."""

    authority: str
    post: str
    name: str


@dataclass(frozen=True)
class Column:
    """A column: its head, the width it asks for in millimetres (shared out in proportion), how its cells are set."""

    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True)
class Row:
    """A row: one text for each column. In a group row the second text runs over all columns after the first.

    A `subtotal` is bold in all its columns and stays with the row after it; `indent` steps its second text in.
    """

    cells: tuple[str, ...]
    group: bool = False
    subtotal: bool = False
    indent: int = 0


@dataclass(frozen=True)
class Table:
    """Columns, rows of as many cells, and, where not empty, the cells of a total row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: tuple[str, ...] = ()


@dataclass(frozen=True)
class BodyTable:
    """A table among the paragraphs of the body; what is checked of those sees a paragraph without words."""

    table: Table
    level = 0
    label = ""
    text = ""
    line = ""


BodyPart = Heading | Paragraph | BodyTable


@dataclass(frozen=True)
class Annex:
    """An annex: `Phụ lục I`, its title in capitals, `(Kèm theo …)`, and its table, across the page where it is wide."""

    label: str
    title: str
    subtitle: str
    table: Table
    landscape: bool = False


@dataclass(frozen=True)
class Document:
    """A whole document. The last part of the body, no table, carries the closing mark `./.`; `sample` marks every page.

    A decision also names its `issuer` (`CHỦ TỊCH …`) above the grounds and its `ruling` (`QUYẾT ĐỊNH:`) below them.
    """

    head: Head
    kind: str
    subject: str
    grounds: tuple[str, ...]
    body: tuple[BodyPart, ...]
    recipients: tuple[str, ...]
    signatory: Signatory
    annexes: tuple[Annex, ...] = ()
    sample: bool = False
    issuer: str = ""
    ruling: str = ""


@dataclass(frozen=True)
class ListPaper:
    """A list as it is on screen, to be printed: title, lines under it, table. Wide lists go across the page."""

    title: str
    subtitles: tuple[str, ...]
    table: Table
    sample: bool = False
