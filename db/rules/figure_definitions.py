"""Figure definitions (danh mục số liệu kỳ): what a column of the grid counts, how an office's own one is entered."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.rules.entries import EntryKind, Field, FieldKind
from db.rules.text import folded

_LONGEST_CODE = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

# As a form enters it; the section and whether it is a stock are chosen, not typed.
FIGURE_DEFINITION = EntryKind(
    "figure_definitions",
    (
        Field("title", FieldKind.TEXT, required=True, max_length=120),
        Field("unit", FieldKind.TEXT, required=True, max_length=30),
        Field("about", FieldKind.TEXT, max_length=500),
    ),
)


@dataclass(frozen=True)
class Section:
    """A group of columns."""

    code: str
    title: str


@dataclass(frozen=True)
class Definition:
    """One count that is entered for a unit and a period.

    A `stock` is taken as of the period's end; any other adds up over periods. `ended_on` is the last day on which the
    office still uses it, `own` tells that the office added it.
    """

    code: str
    title: str
    unit: str
    section: str
    about: str = ""
    stock: bool = False
    own: bool = False
    ended_on: date | None = None

    def is_used(self, on: date) -> bool:
        """Tell whether it is still entered for a period that begins on a day."""
        return self.ended_on is None or on <= self.ended_on


def read_definition(
    item: Mapping[str, Any], section: str, ended: Mapping[str, date], *, own: bool
) -> Definition:
    """Return the definition of a catalogue's entry; `section` is where one goes that names none."""
    return Definition(
        item["code"],
        item["title"],
        item.get("unit", ""),
        item.get("section", section),
        item.get("about", ""),
        item.get("kind") == "stock",
        own,
        ended.get(item["code"]),
    )


def new_code(title: str, taken: Collection[str]) -> str:
    """Return a code for a title that no other has: small letters and underscores, as names of measures are."""
    stem = "own_" + "_".join(re.findall("[a-z]+", folded(title)))
    stem = stem[:_LONGEST_CODE].rstrip("_")
    tails = ["", *(f"_{first}" for first in _LETTERS), *(f"_{a}{b}" for a in _LETTERS for b in _LETTERS)]
    return next(stem + tail for tail in tails if stem + tail not in taken)
