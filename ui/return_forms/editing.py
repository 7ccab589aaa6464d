"""What is done to the nodes of a draft: added, removed, moved, renamed; rules that name them follow."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from ui.common.nodes.nodes import HEAD, Body, beside, kind_of, list_of, node_of
from ui.return_forms import texts
from ui.return_forms.nodes import LEVELS, sheet_of

# What a new column holds where the rows are no units.
_USUAL_HOLDS = {"targets": {"holds": "done"}, "tasks": {"holds": "task_content"}}


def add(body: Body, place: str) -> str:
    """Add a node of the same kind after a place, and return its place. After the head comes a form."""
    if place in (HEAD, LEVELS):
        return _append(body, "sheet" if place == HEAD else LEVELS, "")
    listed, at = list_of(body, place)
    listed.insert(at + 1, _blank(body, kind_of(place), place))
    return beside(place, at + 1)


def add_column(body: Body, place: str) -> str:
    """Add a column to the form of a place: after the column that it is, else at the end."""
    return add(body, place) if kind_of(place) == "column" else _append(body, "column", place)


def add_rule(body: Body, place: str) -> str:
    """Add a rule to the form of a place."""
    return add(body, place) if kind_of(place) == "rule" else _append(body, "rule", place)


def remove(body: Body, place: str) -> str:
    """Remove a node and return the place that the cursor goes to."""
    listed, at = list_of(body, place)
    del listed[at]
    above = place.rpartition(".")[0].rpartition(".")[0] or (LEVELS if kind_of(place) == LEVELS else HEAD)
    return beside(place, min(at, len(listed) - 1)) if listed else above


def move(body: Body, place: str, steps: int) -> str:
    """Move a node up or down among its like."""
    listed, at = list_of(body, place)
    wanted = at + steps
    if not 0 <= wanted < len(listed):
        return place
    listed.insert(wanted, listed.pop(at))
    return beside(place, wanted)


def rename_column(body: Body, place: str, key: str) -> None:
    """Give a column another key; rules that name it, those of other forms too, name it by the new one."""
    column, sheet = node_of(body, place), body["sheet"][(sheet_of(place) or 1) - 1]
    old = column["key"]
    column["key"] = key
    if not old or any(other["key"] == old for other in sheet["column"]):
        return
    for rule in sheet.get("rule", ()):
        _rename(rule, old, key)
    _rename_elsewhere(body, f"{sheet['code']}.{old}", f"{sheet['code']}.{key}")


def rename_sheet(body: Body, place: str, code: str) -> None:
    """Give a form another code; rules of other forms that name it follow."""
    sheet = node_of(body, place)
    old = sheet["code"]
    sheet["code"] = code
    for column in sheet["column"] if old else ():
        _rename_elsewhere(body, f"{old}.{column['key']}", f"{code}.{column['key']}")


def _rename_elsewhere(body: Body, old: str, new: str) -> None:
    for sheet in body["sheet"]:
        for rule in sheet.get("rule", ()):
            _rename(rule, old, new)


def _rename(rule: Body, old: str, new: str) -> None:
    rule["parts"] = [new if part == old else part for part in rule["parts"]]
    if rule.get("whole") == old:
        rule["whole"] = new


def _append(body: Body, key: str, place: str) -> str:
    at = sheet_of(place)
    if key in ("column", "rule") and at is None:
        return place or HEAD
    owner = f"sheet.{at}" if key in ("column", "rule") else HEAD
    listed = node_of(body, owner).setdefault(key, [])
    listed.append(_blank(body, key, place))
    return f"{owner}.{key}.{len(listed)}" if owner != HEAD else f"{key}.{len(listed)}"


def _blank(body: Body, kind: str, place: str) -> Body:
    if kind == "sheet":
        return _sheet(body)
    if kind == LEVELS:
        return {"units": ["province", "commune"]}
    sheet = body["sheet"][(sheet_of(place) or 1) - 1]
    if kind == "rule":
        return _rule(sheet)
    # A new column stands under the same head as the one before it.
    group = node_of(body, place).get("group") if kind_of(place) == "column" else None
    return _column(sheet) | ({"group": group} if group else {})


def _sheet(body: Body) -> Body:
    taken = (sheet["code"] for sheet in body["sheet"])
    return {
        "code": _free(taken, (f"B-{number:02}" for number in count(1))),
        "title": texts.NEW_SHEET,
        "measured_in": "",
        "rows": "units",
        "total": texts.TOTAL_WORD,
        "column": [
            {"key": "number", "head": texts.NUMBER_HEAD, "width": 5, "holds": "row_number"},
            {"key": "code", "head": texts.UNIT_CODE_HEAD, "width": 10, "holds": "unit_code"},
            {"key": "name", "head": texts.UNIT_NAME_HEAD, "width": 24, "holds": "unit_name"},
        ],
    }


def _column(sheet: Body) -> Body:
    taken = (column["key"] for column in sheet["column"])
    key = _free(taken, (f"cot_{number}" for number in count(1)))
    made: dict[str, Any] = {"key": key, "head": texts.NEW_COLUMN, "width": 10}
    return made | _USUAL_HOLDS.get(sheet["rows"], {})


def _rule(sheet: Body) -> Body:
    figures = [column["key"] for column in sheet["column"] if column.get("holds", "measure") == "measure"]
    return {"kind": "within", "whole": figures[0] if figures else "", "parts": figures[1:2]}


def _free(taken: Iterable[str], names: Iterator[str]) -> str:
    known = set(taken)
    return next(name for name in names if name not in known)
