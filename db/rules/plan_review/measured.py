"""Which measure may tell how far a target is: proposed from its words, for an officer to confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.rules.text import folded

if TYPE_CHECKING:
    from db.rules.plan_reading.result import Quantity


@dataclass(frozen=True)
class Hint:
    """A measure that is proposed where a text holds all of some words; `kinds` are the kinds of target it fits.

    A group of words with `|` between them is found where one of them stands. Without `denominator` the measure alone
    tells. The first hint of the list that fits is taken.
    """

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    measure: str
    denominator: str = ""


Hints = Sequence[Hint]


def measured_by(text: str, quantity: "Quantity", hints: Hints) -> tuple[str, str]:
    """Return the measure proposed for a target and the one it is divided by; empty where no hint fits."""
    words, kind = folded(text), _kind(quantity)
    for hint in hints:
        if kind in hint.kinds and all(_holds(words, group) for group in hint.words):
            return hint.measure, hint.denominator
    return "", ""


def _kind(quantity: "Quantity") -> str:
    """Return the kind by which a measure is sought: `11/11 xã` is kept as a count; a ceiling on a share has none."""
    if quantity.kind != "share":
        return quantity.kind
    if quantity.operator == "at_most":
        return ""
    return "share" if quantity.unit.startswith("%") else "count"


def _holds(words: str, group: str) -> bool:
    return any(folded(word) in words for word in group.split("|"))
