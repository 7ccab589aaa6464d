"""How a form is printed, as data beside its columns (`[sheet.print]`)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any


class Orientation(StrEnum):
    """Which side of the paper lies across."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


class Paper(StrEnum):
    """The sizes of paper that offices print on."""

    A4 = "A4"
    A3 = "A3"


# Millimetres, the longer side first.
_SIDES: Mapping[Paper, tuple[float, float]] = {Paper.A4: (297, 210), Paper.A3: (420, 297)}


@dataclass(frozen=True)
class PrintSetup:
    """Paper and margins (millimetres) of a form; what a form does not say is as here.

    `fit_width` makes it one page wide, however small the letters become; up to `one_page_rows` rows of figures it is
    one page in all, so that the signature stays with its table. `repeat_heads` prints the heads on every page.
    """

    orientation: Orientation = Orientation.LANDSCAPE
    paper: Paper = Paper.A4
    fit_width: bool = True
    one_page_rows: int = 26
    repeat_heads: bool = True
    centred: bool = True
    left: float = 10.2
    right: float = 10.2
    top: float = 12.7
    bottom: float = 16.5

    @property
    def page_size(self) -> tuple[float, float]:
        """Return width and height of the paper as it lies, in millimetres."""
        longer, shorter = _SIDES[self.paper]
        return (longer, shorter) if self.orientation is Orientation.LANDSCAPE else (shorter, longer)

    @property
    def printed_width(self) -> float:
        """Return the width between the margins, in millimetres."""
        return self.page_size[0] - self.left - self.right

    @property
    def printed_height(self) -> float:
        """Return the height between the margins, in millimetres."""
        return self.page_size[1] - self.top - self.bottom


USUAL_PRINT = PrintSetup()


def read_print(body: Mapping[str, Any]) -> PrintSetup:
    """Read how a form is printed from its TOML; raises ValueError for a paper or an orientation that is none."""
    held = dict(body.get("print", {}))
    if "orientation" in held:
        held["orientation"] = Orientation(held["orientation"])
    if "paper" in held:
        held["paper"] = Paper(held["paper"])
    return PrintSetup(**held)


def print_body(setup: PrintSetup) -> dict[str, Any]:
    """Return the keys of a form's print set-up that are not as usual, as they stand in its TOML."""
    values = {field.name: (getattr(setup, field.name), field.default) for field in fields(setup)}
    return {
        key: value.value if isinstance(value, StrEnum) else value
        for key, (value, usual) in values.items()
        if value != usual
    }
