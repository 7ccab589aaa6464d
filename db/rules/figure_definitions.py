"""Figure definitions (danh mục số liệu kỳ): what a column of the grid counts, how an office's own one is entered."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
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
    office still uses it, `own` tells that the office added it, `group` names the sum it is a part of.
    """

    code: str
    title: str
    unit: str
    section: str
    about: str = ""
    stock: bool = False
    own: bool = False
    ended_on: date | None = None
    group: str = ""

    def is_used(self, on: date) -> bool:
        """Tell whether it is still entered for a period that begins on a day."""
        return self.ended_on is None or on <= self.ended_on


def sections_of(body: Mapping[str, Any]) -> tuple[Section, ...]:
    """Return the groups of columns of the catalogue; one that names none has a single one of its own title."""
    named = tuple(Section(item["code"], item["title"]) for item in body.get("section", ()))
    return named or (Section("all", body.get("title", "")),)


def definitions_of(
    body: Mapping[str, Any],
    own: Iterable[Mapping[str, Any]] = (),
    ended: Mapping[str, date] = MappingProxyType({}),
) -> tuple[Definition, ...]:
    """Read the catalogue's entries and the office's own by section; within one the shipped first.

    An entry may say no more than code and title; one that names no section goes to the last.
    """
    groups = sections_of(body)
    order = {group.code: place for place, group in enumerate(groups)}
    read = partial(_definition, section=groups[-1].code, ended=ended)
    found = [
        *(read(item, own=False) for item in body.get("item", ())),
        *(read(item, own=True) for item in own),
    ]
    return tuple(sorted(found, key=lambda item: order.get(item.section, len(order))))


def new_code(title: str, taken: Collection[str]) -> str:
    """Return a code for a title that no other has: small letters and underscores, as names of measures are."""
    stem = "own_" + "_".join(re.findall("[a-z]+", folded(title)))
    stem = stem[:_LONGEST_CODE].rstrip("_")
    tails = ["", *(f"_{first}" for first in _LETTERS), *(f"_{a}{b}" for a in _LETTERS for b in _LETTERS)]
    return next(stem + tail for tail in tails if stem + tail not in taken)


def _definition(item: Mapping[str, Any], *, section: str, ended: Mapping[str, date], own: bool) -> Definition:
    return Definition(
        item["code"],
        item["title"],
        item.get("unit", ""),
        item.get("section", section),
        item.get("about", ""),
        item.get("kind") == "stock",
        own,
        ended.get(item["code"]),
        item.get("group", ""),
    )
