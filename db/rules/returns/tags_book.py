"""The tagged cells of a workbook as plain facts, and as the JSON that is stored with it."""

import json
from dataclasses import asdict, dataclass
from typing import Any

_FORM = 1


@dataclass(frozen=True)
class TaggedCell:
    """A cell with a tag: its name (`C17`), row and column from 1, its text, and what the sheet says around it.

    `head` stands above it, `group` above several columns, `label` at its left; `width` is that of its column, `bottom`
    the last row of the cells that it is merged with.
    """

    at: str
    row: int
    column: int
    text: str
    head: str = ""
    group: str = ""
    label: str = ""
    width: float = 0.0
    bottom: int = 0


@dataclass(frozen=True)
class TaggedSheet:
    """A sheet with tags: its name, its title as far as one can be made out, its cells by row and column."""

    name: str
    title: str
    cells: tuple[TaggedCell, ...]


@dataclass(frozen=True)
class Loss:
    """Something of a workbook that is not kept, or made anew: its kind, and its sheet (none: of the whole)."""

    kind: str
    sheet: str


@dataclass(frozen=True)
class TaggedBook:
    """The sheets of a workbook that have tags, in its order, and what of it is lost when it is filled."""

    sheets: tuple[TaggedSheet, ...]
    losses: tuple[Loss, ...] = ()


def book_text(book: TaggedBook) -> str:
    """Write the tagged cells of a workbook as JSON."""
    return json.dumps({"form": _FORM, **asdict(book)}, ensure_ascii=False)


def read_book(text: str) -> TaggedBook:
    """Read the tagged cells of a workbook from JSON."""
    return book_of(json.loads(text))


def book_of(body: dict[str, Any]) -> TaggedBook:
    """Return the tagged cells that plain lists and dicts tell of."""
    losses = tuple(Loss(**item) for item in body.get("losses", ()))
    return TaggedBook(tuple(_sheet(item) for item in body["sheets"]), losses)


def _sheet(body: dict[str, Any]) -> TaggedSheet:
    return TaggedSheet(body["name"], body["title"], tuple(TaggedCell(**cell) for cell in body["cells"]))
