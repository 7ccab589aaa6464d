"""How the cells of a score sheet look: those that are filled in are coloured and not locked."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from exports.returns.styles import Look, Style, acts_as_formula, look_of

_ENTRY, _TEXT = "#FFF7D6", "@"


@dataclass(frozen=True)
class CellStyle(Style):
    """A style of a cell; an `entry` is to be filled in."""

    entry: bool = False

    @property
    def properties(self) -> dict[str, Any]:
        """Return the style as XlsxWriter takes it."""
        colours = {"bg_color": _ENTRY, "locked": False} if self.entry else {}
        return {**super().properties, **colours}


_CELL = CellStyle("left", "top", border=True, indent=1)
HEAD = CellStyle(bold=True, border=True, shaded=True)
_CENTRED = ("label", "most")
_NUMBERS = ("most", "points", "appraised_points")


def cell_style(key: str, value: str | Decimal | None, *, entry: bool, strong: bool) -> CellStyle:
    """Return the style of a cell of the table; what is filled in as text stays as it is typed (3/5 is no day)."""
    style = replace(_CELL, entry=entry, bold=strong, shaded=strong and not entry)
    if key in _CENTRED:
        style = replace(style, align="center", indent=0)
    if key in _NUMBERS:
        look = look_of(value) if isinstance(value, Decimal) else Look.WORDS
        return replace(
            style, align="right", indent=0, number_format=look.value if value is not None else "General"
        )
    return replace(style, number_format=_TEXT, quoted=acts_as_formula(value))
