"""The formats of a workbook's cells, each made once."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from db.rules.returns.forms import ColumnForm
from exports.returns.content import Cell
from exports.returns.layout import SIZE

Align = Literal["left", "center", "right"]

_GENERAL, _TEXT = "General", "@"
_CENTRED = ("row_number", "unit_code", "target_unit", "class_title", "task_time")
_ACTS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEAD_SHADE = "#EDEDED"
_RED = "#B00000"


@dataclass(frozen=True)
class Style:
    """How a cell looks. `quoted` is Excel's apostrophe: the text stays text when somebody edits it."""

    align: Align = "center"
    valign: Literal["top", "vcenter", "bottom"] = "vcenter"
    size: float = SIZE
    bold: bool = False
    italic: bool = False
    border: bool = False
    indent: int = 0
    shaded: bool = False
    warning: bool = False
    quoted: bool = False
    wraps: bool = True
    number_format: str = _GENERAL

    @property
    def properties(self) -> dict[str, Any]:
        """Return the style as XlsxWriter takes it; every cell is locked."""
        colours = {"bg_color": _HEAD_SHADE} if self.shaded else {}
        return {
            "align": self.align,
            "valign": self.valign,
            "font_size": self.size,
            "bold": self.bold,
            "italic": self.italic,
            "indent": self.indent,
            "border": int(self.border),
            "quote_prefix": self.quoted,
            "num_format": self.number_format,
            "text_wrap": self.wraps,
            "locked": True,
            **colours,
            **({"font_color": _RED} if self.warning else {}),
        }


class Styles:
    """The formats of one workbook by their style."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[Style, Format] = {}

    def of(self, style: Style) -> Format:
        """Return the format of a style."""
        if style not in self._made:
            self._made[style] = self._book.add_format(style.properties)
        return self._made[style]


class Look(Enum):
    """What decides how a cell of the table looks: nothing or words, words to be quoted, a number by its decimals."""

    WORDS = "words"
    QUOTED = "quoted"
    WHOLE = "#,##0_)"
    ONE_DECIMAL = "#,##0.0_)"
    TWO_DECIMALS = "#,##0.00_)"
    THREE_DECIMALS = "#,##0.000_)"


# A format cannot hide the decimal mark of a whole number: each number has the format of its decimals. `_)` keeps
# it off the border; LibreOffice forgets a right indent where the format changes.
_BY_DECIMALS = (Look.WHOLE, Look.ONE_DECIMAL, Look.TWO_DECIMALS, Look.THREE_DECIMALS)


def look_of(value: Cell) -> Look:
    """Return which look a value asks for."""
    if isinstance(value, int):
        return Look.WHOLE
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        return _BY_DECIMALS[min(max(-int(exponent), 0), 3)]
    return Look.QUOTED if acts_as_formula(value) else Look.WORDS


def cell_style(column: ColumnForm, look: Look, *, total: bool) -> Style:
    """Return the style of a cell of the table."""
    style = Style(border=True, bold=total, shaded=total)
    if look in _BY_DECIMALS:
        align: Align = "center" if column.holds in _CENTRED else "right"
        return replace(style, align=align, number_format=look.value, wraps=False)
    if column.is_text and column.holds not in _CENTRED:
        style = replace(style, align="left", indent=1)
    number_format = _TEXT if column.holds == "unit_code" else _GENERAL
    return replace(style, number_format=number_format, quoted=look is Look.QUOTED)


def acts_as_formula(value: Cell) -> bool:
    """Tell whether Excel would take a text for a formula once somebody edits the cell."""
    return isinstance(value, str) and value.startswith(_ACTS_AS_FORMULA)
