"""A set of forms as nested tables, and the nodes that its tree shows: head, forms with columns and rules, levels."""

from collections.abc import Iterator, Mapping
from typing import Any

from db.rules.entries import typed_text
from db.rules.scoring.reading import number
from ui.common.nodes.nodes import HEAD, Body, Node, is_there
from ui.common.nodes.texts import levels_line
from ui.return_forms import texts

LEVELS = "levels"
_LISTS = ("sheet", "column", "rule", LEVELS)


def nodes(body: Body) -> Iterator[Node]:
    """Return every node, each after the one above it."""
    yield Node(HEAD, "", "", body["title"] or texts.NAMELESS, is_strong=True)
    for at, sheet in enumerate(body["sheet"], start=1):
        yield from _sheet(sheet, f"sheet.{at}")
    yield Node(LEVELS, "", "", texts.LEVELS, is_strong=True)
    for at, item in enumerate(body.get(LEVELS, ()), start=1):
        words = levels_line(item["units"], item.get("valid_from"), item.get("valid_to"))
        yield Node(f"{LEVELS}.{at}", LEVELS, "", words)


def sheet_of(place: str) -> int | None:
    """Return the number of the form in which a place lies, none for what lies in none."""
    parts = place.split(".")
    return int(parts[1]) if parts[0] == "sheet" and len(parts) > 1 else None


def node_at(body: Body, finding_place: str) -> tuple[str, str]:
    """Return the node that a finding speaks of, and the field in it."""
    parts, known = finding_place.split("."), 0
    while known + 1 < len(parts) and parts[known] in _LISTS and is_there(body, ".".join(parts[: known + 2])):
        known += 2
    if not known:
        return (LEVELS, "") if parts[0] == LEVELS else (HEAD, finding_place)
    return ".".join(parts[:known]), ".".join(parts[known:])


def column_title(column: Mapping[str, Any]) -> str:
    """Return what a column is called: its head with the one above it."""
    group, head = column.get("group", ""), column["head"]
    return texts.COLUMN_LINE.format(group=group, head=head) if group else str(head)


def _sheet(sheet: Body, place: str) -> Iterator[Node]:
    widths = sum(number(column["width"]) for column in sheet["column"])
    yield Node(place, "", sheet["code"], sheet["title"] or texts.NAMELESS, typed_text(number(widths)), True)
    for at, column in enumerate(sheet["column"], start=1):
        wide = typed_text(number(column["width"]))
        yield Node(f"{place}.column.{at}", place, column["key"], column_title(column), wide)
    for at, rule in enumerate(sheet.get("rule", ()), start=1):
        yield Node(f"{place}.rule.{at}", place, texts.SIGNS[rule["kind"]], rule_line(sheet, rule))


def rule_line(sheet: Body, rule: Body) -> str:
    """Write what a rule asks, its columns by their heads."""
    titles = {column["key"]: column["head"] for column in sheet["column"]}
    parts = ", ".join(titles.get(part, part) for part in rule["parts"])
    whole = titles.get(rule.get("whole", ""), rule.get("whole", ""))
    line = texts.RULE_LINES[rule["kind"]].format(parts=parts or "…", whole=whole or "…")
    return line[:1].upper() + line[1:]
