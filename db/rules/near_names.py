"""Near names for something misspelt, for a person to choose from; never chosen silently."""

import re
from collections.abc import Iterable
from functools import lru_cache

from db.rules.text import cleaned, folded

# As written, without marks, as heard: short keys without their spaces are soon somewhat alike.
_LEAST_LIKENESS = (60, 60, 80)
# Letters that some hear alike, or write either way, each with the one that stands for it.
_HEARD = re.compile("tr|gi|qu|x|y|k|r|ph|[^a-z0-9]")
_HEARD_AS = {"tr": "ch", "gi": "d", "qu": "cu", "x": "s", "y": "i", "k": "c", "r": "d", "ph": "f"}


def near_names(name: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return up to `most` known names near to `name`.

    What counts is the best of three likenesses: as written, without tone and letter marks, as it is heard (`Xá Tổng`
    for `Sá Tổng`, `Đakrông` for `Đa Krông`); of names that are equally near by that, the sum of the three.
    """
    from rapidfuzz import fuzz, process  # Only wanted when something was misspelt.

    others = list(set(known))
    likeness: dict[str, list[float]] = {}
    keys = zip(_compared(name), zip(*map(_compared, others), strict=True), _LEAST_LIKENESS, strict=False)
    for typed, compared, least in keys:
        near = process.extract(typed, compared, scorer=fuzz.ratio, limit=None, score_cutoff=least)
        for _, score, place in near:
            likeness.setdefault(others[place], []).append(score)
    ranked = sorted(likeness, key=lambda other: (-max(likeness[other]), -sum(likeness[other]), other))
    return tuple(ranked[:most])


@lru_cache(maxsize=16_384)
def _compared(name: str) -> tuple[str, str, str]:
    # Every misspelt name of a list is compared with the same known ones.
    bare = folded(name)
    return cleaned(name).lower(), bare, _HEARD.sub(lambda met: _HEARD_AS.get(met[0], ""), bare)
