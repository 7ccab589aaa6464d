"""Where something stands in a rule set, in words an officer knows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from db.rules.scoring.rule_sets import RuleSet
from ui.common import rule_set_place_texts as texts

_PARTS: Mapping[str, Callable[[Any], Sequence[Any]]] = {
    "group": lambda part: part.groups,
    "criterion": lambda part: part.criteria,
    "item": lambda part: part.items,
    "condition": lambda part: part.conditions,
    "class": lambda part: part.classes,
}


def place_words(rule_set: RuleSet, place: str) -> str:
    """Write a place of a finding for people."""
    named = list(_words(rule_set, place.split(".")))
    kinds = {kind for kind, _ in named}
    # Who looks for an item knows it by its own code.
    hidden = {"group": {"criterion"}, "criterion": {"item"}}
    words = ", ".join(text for kind, text in named if not hidden.get(kind, set()) & kinds)
    return words[:1].upper() + words[1:]


def _words(rule_set: RuleSet, parts: list[str]) -> Iterator[tuple[str, str]]:
    """Return what each part of a place names, with its words."""
    held: Any = rule_set
    for part, row in zip(parts, [*parts[1:], ""], strict=True):
        if row.isdecimal() and part in _PARTS:
            held = _PARTS[part](held)[int(row) - 1]
            code = held.code or texts.NAMELESS.format(row=row)
            yield part, texts.NAMED[part].format(code=code)
        elif row.isdecimal():
            yield part, texts.ROWS[part].format(row=row)
        elif part in texts.DUE:
            yield part, texts.DUE[part]
        elif part != "due" and not part.isdecimal():
            yield part, texts.FIELDS.get(part, part)
