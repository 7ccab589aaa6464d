"""Which measure may tell how far a target is: proposed from its words, for an officer to confirm."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.rules.plan_reading.result import Quantity
from db.rules.text import folded


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


def measured_by(text: str, quantity: Quantity, hints: Hints) -> tuple[str, str]:
    """Return the measure proposed for a target and the one it is divided by; empty where no hint fits."""
    words = folded(text)
    for hint in hints:
        if quantity.kind in hint.kinds and all(_holds(words, group) for group in hint.words):
            return hint.measure, hint.denominator
    return "", ""


def _holds(words: str, group: str) -> bool:
    return any(folded(word) in words for word in group.split("|"))
