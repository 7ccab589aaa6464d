"""The form of a rule set as TOML: which keys a table has, which it needs, of which type.

What it says is judged by `soundness`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from db.rules.findings import Finding
from db.rules.levels import LEVEL_CODES, STEPS
from db.rules.scoring.rule_sets import AnswerKind, ConditionKind

# Of each key its type: `!` where it is needed, `[x]` for tables of the form x, `{x}` for one, `{*t}` for any keys.
_FORMS: Mapping[str, Mapping[str, str]] = {
    "set": {
        "title": "text!",
        "citation": "text!",
        "valid_from": "day!",
        "valid_to": "day",
        "total": "number",
        "scaled": "flag",
        "decimals": "whole",
        "due": "{*due}",
        "levels": "[levels]",
        "group": "[group]!",
        "condition": "[condition]",
        "failing": "[failing]",
        "class": "[class]!",
    },
    "due": {"month": "whole!", "day": "whole!", "years_later": "whole"},
    "levels": {"valid_from": "day", "valid_to": "day", "units": "levels!", "chain": "{*level}"},
    "group": {"code": "text!", "title": "text!", "criterion": "[criterion]!"},
    "criterion": {
        "code": "text!",
        "title": "text!",
        "most": "number",
        "guide": "text",
        "may_not_apply": "flag",
        "answer": "{answer}",
        "item": "[criterion]",
    },
    "answer": {
        "kind": "answer_kind",
        "counts": "flag",
        "measure": "text",
        "whole_measure": "text",
        **dict.fromkeys(("full", "each", "floor", "per", "yes", "no", "yes_from"), "number"),
        "option": "[option]",
        "band": "[band]",
    },
    "option": {"code": "text!", "title": "text!", "points": "number!"},
    "band": {"first": "number!", "last": "number", "below": "number", "points": "number!"},
    "condition": {
        "code": "text!",
        "title": "text!",
        "kind": "condition_kind!",
        "of": "names",
        "in_percent": "flag",
        "least": "number",
        "most": "number",
        "count": "whole",
        "measure": "text",
        "yes_from": "number",
    },
    "failing": {"condition": "text!", "class": "text!"},
    "class": {
        "code": "text!",
        "title": "text!",
        "least": "number",
        "needs": "texts",
        "floors": "{*number}",
    },
}
# An issued table has criteria, items and at most items of these.
_DEEPEST = 3
# Beyond it a float is no longer the number that was written.
_LARGEST = 10**12


def form_findings(body: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what has not the form of a rule set, each with its place."""
    return tuple(_table(body, "set", ""))


def _table(value: Any, form: str, place: str) -> Iterator[Finding]:
    if not isinstance(value, dict):
        yield Finding("rule_wrong_type", place, _shown(value))
        return
    keys = _FORMS[form]
    for key, item in value.items():
        if key not in keys:
            yield Finding("rule_key_unknown", _below(place, key), key)
        else:
            yield from _value(item, keys[key].removesuffix("!"), _below(place, key))
    needed = [key for key, kind in keys.items() if kind.endswith("!")]
    if form == "criterion" and not value.get("item"):
        needed.append("most")
    yield from (Finding("rule_key_missing", place, key) for key in needed if key not in value)


def _value(value: Any, kind: str, place: str) -> Iterator[Finding]:
    if kind.startswith("["):
        yield from _tables(value, kind[1:-1], place)
    elif kind.startswith("{*"):
        yield from _free(value, kind[2:-1], place)
    elif kind.startswith("{"):
        yield from _table(value, kind[1:-1], place)
    elif not _TYPES[kind](value):
        yield Finding("rule_wrong_type", place, _shown(value))


def _tables(value: Any, form: str, place: str) -> Iterator[Finding]:
    if not isinstance(value, list):
        yield Finding("rule_wrong_type", place, _shown(value))
    elif place.count(".item") > _DEEPEST:
        yield Finding("rule_too_deep", place)
    else:
        for at, item in enumerate(value, start=1):
            yield from _table(item, form, f"{place}.{at}")


def _free(value: Any, kind: str, place: str) -> Iterator[Finding]:
    if not isinstance(value, dict):
        yield Finding("rule_wrong_type", place, _shown(value))
        return
    for key, item in value.items():
        here = _below(place, key)
        if kind == "level" and key not in STEPS:
            yield Finding("rule_key_unknown", here, key)
        elif kind in _FORMS:
            yield from _table(item, kind, here)
        else:
            yield from _value(item, kind, here)


def _is_number(value: Any) -> bool:
    # NaN is not itself, and an infinite number is above all.
    return isinstance(value, int | float) and not isinstance(value, bool) and -_LARGEST < value < _LARGEST


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _are_levels(value: Any) -> bool:
    return _are_texts(value) and all(item in LEVEL_CODES for item in value)


_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "texts": _are_texts,
    "names": lambda value: isinstance(value, str) or _are_texts(value),
    "flag": lambda value: isinstance(value, bool),
    "whole": lambda value: _is_number(value) and isinstance(value, int),
    "number": _is_number,
    # A time of a day is a kind of day to Python.
    "day": lambda value: type(value) is date,
    "level": lambda value: isinstance(value, str) and value in LEVEL_CODES,
    "levels": _are_levels,
    "answer_kind": lambda value: isinstance(value, str) and value in list(AnswerKind),
    "condition_kind": lambda value: isinstance(value, str) and value in list(ConditionKind),
}


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _shown(value: Any) -> str:
    return str(value)[:60]
