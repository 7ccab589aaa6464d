"""A document as nested tables, and the nodes that its tree shows, each named by its place: `group.2.criterion.1`."""

from dataclasses import dataclass
from typing import Any

Body = dict[str, Any]
HEAD = "head"


@dataclass(frozen=True)
class Node:
    """One line of the tree: its place, the place of the node above it, what stands in its columns."""

    place: str
    above: str
    code: str
    title: str
    beside: str = ""
    is_strong: bool = False


def kind_of(place: str) -> str:
    """Return what a place is: `head`, the key of a node in its table, or the key of a list."""
    return next(part for part in reversed(place.split(".")) if not part.isdecimal())


def node_of(body: Body, place: str) -> Body:
    """Return the table of a place; that of the head or of a list's title is the whole.

    Raises KeyError or IndexError where there is none.
    """
    held: Any = body
    parts = place.split(".") if "." in place else []
    for key, row in zip(parts[::2], parts[1::2], strict=True):
        held = held[key][int(row) - 1]
    return held  # type: ignore[no-any-return]


def list_of(body: Body, place: str) -> tuple[list[Body], int]:
    """Return the list in which a place stands, and where in it, from 0."""
    above, _, row = place.rpartition(".")
    owner, _, key = above.rpartition(".")
    return node_of(body, owner or HEAD).setdefault(key, []), int(row) - 1


def beside(place: str, at: int) -> str:
    """Return the place at a position, from 0, in the list of a place."""
    return f"{place.rpartition('.')[0]}.{at + 1}"


def is_there(body: Body, place: str) -> bool:
    """Return whether a place names a table."""
    try:
        node_of(body, place)
    except (KeyError, IndexError):
        return False
    return True
