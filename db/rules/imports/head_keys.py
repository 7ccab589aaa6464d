"""The key of a column's head: the same however it is spelt, with a unit of measure in brackets or without."""

import re

from db.rules.text import folded

_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def head_key(title: str) -> str:
    """Return the letters and digits of a head, folded; the star of a required column is none of them."""
    return _NOT_WORDS.sub(" ", folded(title)).strip()
