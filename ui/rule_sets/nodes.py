"""A draft as nested tables, and the nodes that its tree shows: head, groups with criteria and items, and the lists."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from db.rules.formats import number_text
from db.rules.scoring.reading import number
from ui.common.nodes.nodes import HEAD, Body, Node, is_there, kind_of
from ui.common.nodes.texts import levels_line
from ui.rule_sets import texts

# The lists that stand under a title of their own, in the order of the tree.
LISTS: Mapping[str, str] = {
    "condition": texts.CONDITIONS,
    "failing": texts.FAILING,
    "class": texts.CLASSES,
    "levels": texts.LEVELS,
}
_BELOW = {"group": "criterion", "criterion": "item", "item": "item"}


def nodes(body: Body) -> Iterator[Node]:
    """Return every node, each after the one above it."""
    yield Node(HEAD, "", "", body["title"] or texts.NAMELESS, number_text(total_of(body)), is_strong=True)
    for at, group in enumerate(body["group"], start=1):
        yield from _with_below(group, f"group.{at}", "")
    for key, title in LISTS.items():
        yield Node(key, "", "", title, is_strong=True)
        for at, item in enumerate(body.get(key, ()), start=1):
            yield Node(f"{key}.{at}", key, *_line(key, item))


def is_list(place: str) -> bool:
    """Return whether a place is the title of a list."""
    return place in LISTS


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
    return parts[-2] in (*_BELOW, *LISTS) and is_there(body, ".".join(parts))


def _with_below(table: Body, place: str, above: str) -> Iterator[Node]:
    points = group_most(table) if kind_of(place) == "group" else most_of(table)
    is_strong = not above
    yield Node(place, above, table["code"], table["title"], number_text(points), is_strong)
    key = below_key(place)
    for at, item in enumerate(table.get(key, ()), start=1):
        yield from _with_below(item, f"{place}.{key}.{at}", place)


def _line(key: str, item: Body) -> tuple[str, str, str]:
    if key == "failing":
        return item["condition"], texts.FAILS_TO.format(title=item["class"]), ""
    if key == "levels":
        first, last = (item.get(end) for end in ("valid_from", "valid_to"))
        return "", levels_line(item["units"], first, last), ""
    least = number_text(number(item["least"])) if key == "class" and "least" in item else ""
    return item["code"], item["title"], least
