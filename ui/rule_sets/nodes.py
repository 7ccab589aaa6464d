"""A draft as nested tables, and the nodes that its tree shows: head, groups with criteria and items, and the lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from db.rules.formats import number_text
from db.rules.scoring.reading import number
from ui.rule_sets import texts

Body = dict[str, Any]
HEAD = "head"
# The lists that stand under a title of their own, in the order of the tree.
LISTS: Mapping[str, str] = {
    "condition": texts.CONDITIONS,
    "failing": texts.FAILING,
    "class": texts.CLASSES,
    "levels": texts.LEVELS,
}
_BELOW = {"group": "criterion", "criterion": "item", "item": "item"}


@dataclass(frozen=True)
class Node:
    """One line of the tree: its place, the place of the node above it, what stands in its columns."""

    place: str
    above: str
    code: str
    title: str
    points: str = ""


def nodes(body: Body) -> Iterator[Node]:
    """Return every node, each after the one above it."""
    yield Node(HEAD, "", "", body["title"] or texts.NAMELESS, number_text(total_of(body)))
    for at, group in enumerate(body["group"], start=1):
        yield from _with_below(group, f"group.{at}", "")
    for key, title in LISTS.items():
        yield Node(key, "", "", title)
        for at, item in enumerate(body.get(key, ()), start=1):
            yield Node(f"{key}.{at}", key, *_line(key, item))


def kind_of(place: str) -> str:
    """Return what a place is: `head`, `group`, `criterion`, `item`, or the key of a list."""
    return next(part for part in reversed(place.split(".")) if not part.isdecimal())


def is_list(place: str) -> bool:
    """Return whether a place is the title of a list."""
    return place in LISTS


def node_of(body: Body, place: str) -> Body:
    """Return the table of a place; the head's is the whole. Raises KeyError or IndexError where there is none."""
    held: Any = body
    parts = [] if place == HEAD or is_list(place) else place.split(".")
    for key, row in zip(parts[::2], parts[1::2], strict=True):
        held = held[key][int(row) - 1]
    return held  # type: ignore[no-any-return]


def list_of(body: Body, place: str) -> tuple[list[Body], int]:
    """Return the list in which a place stands, and where in it, from 0."""
    above, _, row = place.rpartition(".")
    owner, _, key = above.rpartition(".")
    return node_of(body, owner or HEAD).setdefault(key, []), int(row) - 1


def below_key(place: str) -> str:
    """Return the key of what may stand below a place, empty where nothing may."""
    return _BELOW.get(kind_of(place), "")


def most_of(table: Mapping[str, Any]) -> Decimal:
    """Return the points of a criterion, or of the items that it has."""
    if table.get("item"):
        return sum((most_of(item) for item in table["item"]), Decimal(0))
    return number(table.get("most", 0))


def total_of(body: Mapping[str, Any]) -> Decimal:
    """Return the points of the whole."""
    return sum((group_most(group) for group in body["group"]), Decimal(0))


def group_most(group: Mapping[str, Any]) -> Decimal:
    """Return the points of a group."""
    return sum((most_of(item) for item in group["criterion"]), Decimal(0))


def node_at(body: Body, finding_place: str) -> tuple[str, str]:
    """Return the node that a finding speaks of, and the field in it (a row of a table belongs to its field)."""
    parts = finding_place.split(".")
    if parts[0] in ("due", *_HEAD_KEYS):
        return HEAD, parts[0] if parts[0] != "due" else f"due.{parts[1]}"
    place, known = "", 0
    while known + 1 < len(parts) and parts[known + 1].isdecimal() and _is_node(body, parts[: known + 2]):
        known += 2
    place = ".".join(parts[:known]) or (parts[0] if parts[0] in LISTS else HEAD)
    return place, parts[known] if known < len(parts) else ""


_HEAD_KEYS = ("title", "citation", "valid_from", "valid_to", "total", "scaled", "decimals", "code")


def _is_node(body: Body, parts: list[str]) -> bool:
    if parts[-2] not in (*_BELOW, *LISTS):
        return False
    try:
        node_of(body, ".".join(parts))
    except (KeyError, IndexError):
        return False
    return True


def _with_below(table: Body, place: str, above: str) -> Iterator[Node]:
    points = group_most(table) if kind_of(place) == "group" else most_of(table)
    yield Node(place, above, table["code"], table["title"], number_text(points))
    key = below_key(place)
    for at, item in enumerate(table.get(key, ()), start=1):
        yield from _with_below(item, f"{place}.{key}.{at}", place)


def _line(key: str, item: Body) -> tuple[str, str, str]:
    if key == "failing":
        return item["condition"], texts.FAILS_TO.format(title=item["class"]), ""
    if key == "levels":
        first, last = (item.get(end) for end in ("valid_from", "valid_to"))
        return "", texts.levels_line(item["units"], first, last), ""
    least = number_text(number(item["least"])) if key == "class" and "least" in item else ""
    return item["code"], item["title"], least
