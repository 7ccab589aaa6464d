"""What is done to the nodes of a draft: added, removed, moved, put in and out; codes that others name follow."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ui.common.nodes.nodes import HEAD, Body, beside, kind_of, list_of, node_of
from ui.rule_sets import texts
from ui.rule_sets.nodes import below_key, is_list, most_of

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
# What an item takes over from the criterion that becomes its parent.
_SCORED = ("most", "answer", "may_not_apply")


def add(body: Body, place: str, *, below: bool = False) -> str:
    """Add a node after a place, or below it, and return its place. After the head comes a group."""
    if place == HEAD:
        return _append(body, body, "group", "group")
    if is_list(place):
        return _append(body, body, place, place)
    key = below_key(place)
    group_is_empty = kind_of(place) == "group" and not node_of(body, place)["criterion"]
    if key and (below or group_is_empty):
        return _add_below(body, place, key)
    listed, at = list_of(body, place)
    listed.insert(at + 1, _blank(body, kind_of(place), place))
    return beside(place, at + 1)


def remove(body: Body, place: str) -> str:
    """Remove a node and return the place that the cursor goes to."""
    listed, at = list_of(body, place)
    removed = listed.pop(at)
    above = _above(place)
    if not listed and kind_of(place) == "item":
        # The criterion is scored itself again, as its last item was.
        parent = node_of(body, above)
        parent.update({key: removed[key] for key in _SCORED if key in removed})
        parent.setdefault("most", most_of(removed))
    return beside(place, min(at, len(listed) - 1)) if listed else above


def move(body: Body, place: str, steps: int) -> str:
    """Move a node up or down among its like; a criterion goes on into the next group."""
    listed, at = list_of(body, place)
    wanted = at + steps
    if 0 <= wanted < len(listed):
        listed.insert(wanted, listed.pop(at))
        return beside(place, wanted)
    group = int(place.split(".")[1]) - 1 + steps
    if kind_of(place) != "criterion" or not 0 <= group < len(body["group"]):
        return place
    goal = body["group"][group]["criterion"]
    goal.insert(0 if steps > 0 else len(goal), listed.pop(at))
    return f"group.{group + 1}.criterion.{1 if steps > 0 else len(goal)}"


def put_in(body: Body, place: str) -> str:
    """Make a criterion an item of the one before it; one that has items stays."""
    listed, at = list_of(body, place)
    if kind_of(place) != "criterion" or at == 0 or listed[at].get("item"):
        return place
    before = beside(place, at - 1)
    moved = listed.pop(at)
    parent = node_of(body, before)
    if not parent.get("item"):
        _give_up_points(parent)
    parent.setdefault("item", []).append(moved)
    return f"{before}.item.{len(parent['item'])}"


def put_out(body: Body, place: str) -> str:
    """Make an item a criterion after the one that it belongs to."""
    above = _above(place)
    if kind_of(place) != "item" or kind_of(above) != "criterion":
        return place
    listed, at = list_of(body, place)
    moved = listed[at]
    remove(body, place)
    criteria, parent = list_of(body, above)
    criteria.insert(parent + 1, moved)
    return beside(above, parent + 1)


def recode(body: Body, place: str, code: str) -> None:
    """Give a node another code; what names it by the old one names it by the new one."""
    table = node_of(body, place)
    old, kind = table["code"], kind_of(place)
    table["code"] = code
    if not old or _is_still_there(body, kind, old):
        return
    for holder, key in _namings(body, kind):
        holder[key] = _renamed(holder[key], old, code)


def _namings(body: Body, kind: str) -> Iterator[tuple[Body, str]]:
    """Return the tables and keys in which nodes of a kind are named by their code."""
    conditions = body.get("condition", [])
    looks: Mapping[str, tuple[str, ...]] = {"condition": ("some",), "class": ("class",)}
    wanted = looks.get(kind, ("points", "value"))
    yield from ((item, "of") for item in conditions if item["kind"] in wanted and "of" in item)
    if kind == "condition":
        yield from ((item, "needs") for item in body["class"] if "needs" in item)
        yield from ((item, "condition") for item in body.get("failing", []))
    elif kind == "class":
        yield from ((item, "class") for item in body.get("failing", []))
    elif kind == "group":
        yield from ((item, "floors") for item in body["class"] if "floors" in item)


def _renamed(names: Any, old: str, new: str) -> Any:
    if isinstance(names, str):
        return new if names == old else names
    if isinstance(names, dict):
        return {new if name == old else name: value for name, value in names.items()}
    return [new if name == old else name for name in names]


def _is_still_there(body: Body, kind: str, code: str) -> bool:
    if kind == "class":
        return any(item["code"] == code for item in body["class"])
    return code in set(_codes(body))


def _append(body: Body, owner: Body, key: str, place: str) -> str:
    listed = owner.setdefault(key, [])
    listed.append(_blank(body, key, place))
    return f"{place}.{len(listed)}"


def _add_below(body: Body, place: str, key: str) -> str:
    parent = node_of(body, place)
    fresh = _blank(body, key, place)
    if key == "item" and not parent.get("item"):
        # The first item is scored as the criterion was: no point is lost.
        fresh.update({name: parent[name] for name in _SCORED if name in parent})
        _give_up_points(parent)
    parent.setdefault(key, []).append(fresh)
    return f"{place}.{key}.{len(parent[key])}"


def _give_up_points(parent: Body) -> None:
    for key in _SCORED:
        parent.pop(key, None)


def _blank(body: Body, kind: str, place: str) -> Body:
    return _BLANKS[kind](body, place)


def _group(body: Body, _place: str) -> Body:
    return {"code": _free(_codes(body), _ROMAN), "title": texts.NEW_GROUP, "criterion": []}


def _criterion(body: Body, _place: str) -> Body:
    return {"code": _free(_codes(body), _numbers()), "title": texts.NEW_CRITERION, "most": 10}


def _item(body: Body, place: str) -> Body:
    parent = node_of(body, _above(place) if kind_of(place) == "item" else place)
    names = (f"{parent['code']}.{number}" for number in _numbers())
    return {"code": _free(_codes(body), names), "title": texts.NEW_ITEM, "most": 1}


def _condition(body: Body, _place: str) -> Body:
    names = (f"D{number}" for number in _numbers())
    return {"code": _free(_codes(body), names), "title": texts.NEW_CONDITION, "kind": "asked"}


def _failing(body: Body, _place: str) -> Body:
    conditions, classes = body.get("condition", []), body["class"]
    named = {item["condition"] for item in body.get("failing", [])}
    free = next((item["code"] for item in conditions if item["code"] not in named), "")
    return {"condition": free, "class": classes[-1]["code"] if classes else ""}


def _class(body: Body, _place: str) -> Body:
    known = [item["code"] for item in body["class"]]
    return {"code": _free(known, (f"loai-{number}" for number in _numbers())), "title": texts.NEW_CLASS}


def _levels(_body: Body, _place: str) -> Body:
    chain = {"self": "commune", "appraised": "province", "recognised": "province"}
    return {"units": ["province", "commune"], "chain": chain}


_BLANKS: Mapping[str, Callable[[Body, str], Body]] = {
    "group": _group,
    "criterion": _criterion,
    "item": _item,
    "condition": _condition,
    "failing": _failing,
    "class": _class,
    "levels": _levels,
}


def _codes(body: Body) -> Iterator[str]:
    """Return the codes of groups, criteria, items and conditions: no two may be the same."""
    for group in body["group"]:
        yield group["code"]
        yield from _below_codes(group["criterion"])
    yield from (item["code"] for item in body.get("condition", ()))


def _below_codes(criteria: Iterable[Body]) -> Iterator[str]:
    for item in criteria:
        yield item["code"]
        yield from _below_codes(item.get("item", ()))


def _free(taken: Iterable[str], names: Iterable[str]) -> str:
    known = set(taken)
    return next((name for name in names if name not in known), "")


def _numbers() -> Iterator[str]:
    return map(str, range(1, 1000))


def _above(place: str) -> str:
    above = place.rpartition(".")[0].rpartition(".")[0]
    return above or (HEAD if kind_of(place) == "group" else kind_of(place))
