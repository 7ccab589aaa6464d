"""The key of a column's head: the same however it is spelt, with a unit of measure in brackets or without."""

import re

from db.rules.text import folded

_IN_BRACKETS = re.compile(r"(?<=\S)\s*\(([^)]*)\)")
# `Kinh phí (nghìn đồng)` is another column than `Kinh phí (đồng)`: read as one, each sum would be a thousandth.
_MANIFOLD = re.compile(r"\b(?:nghin|ngan|trieu|ty|ti|tr(?:d(?:ong)?)?)\b|\b1?[.,]?000|10\^")
# Above a table it says what its sums are counted in: `Đơn vị tính: nghìn đồng`, `ĐVT: 1.000đ`.
_UNIT_LINE = re.compile(
    r"\b(?:don vi(?: tinh)?|dvt)\s*[:(]?\s*(?:(?:nghin|ngan|trieu|ty|ti|tr)\b|1?[.,]?000|10\^)"
)
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def head_key(title: str) -> str:
    """Return the letters and digits of a head, folded, without a plain unit of measure in brackets."""
    return _NOT_WORDS.sub(" ", _IN_BRACKETS.sub(_beside, folded(title))).strip()


def counts_in_thousands(line: str) -> bool:
    """Tell whether a line above a table says that its sums are thousands, millions or more."""
    return _UNIT_LINE.search(folded(line)) is not None


def _beside(brackets: re.Match[str]) -> str:
    return brackets[0] if _MANIFOLD.search(brackets[1]) else ""
