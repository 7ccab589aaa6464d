"""The key of a column's head: the same however it is spelt, with a unit of measure in brackets or without."""

import re

from db.rules.text import folded

# `Kinh phí (nghìn đồng)` is another column than `Kinh phí (đồng)`: read as one, each sum would be a thousandth.
_IN_BRACKETS = re.compile(r"(?<=\S)\s*\((?![^)]*(?:nghìn|ngàn|triệu|tỷ|tỉ))[^)]*\)", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def head_key(title: str) -> str:
    """Return the letters and digits of a head, folded, without what stands in brackets."""
    return _NOT_WORDS.sub(" ", folded(_IN_BRACKETS.sub("", title))).strip()
