"""Near names for something misspelt, for a person to choose from; never chosen silently."""

from collections.abc import Iterable
from functools import lru_cache

from db.rules.text import cleaned, folded

_LEAST_LIKENESS = 60


def near_names(name: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return up to `most` known names near to `name`, by the better of their likeness with and without tone marks."""
    from rapidfuzz import fuzz, process  # Only wanted when something was misspelt.

    others = list(set(known))
    likeness: dict[str, float] = {}
    for typed, compared in zip(_compared(name), zip(*map(_compared, others), strict=True), strict=False):
        near = process.extract(typed, compared, scorer=fuzz.ratio, limit=None, score_cutoff=_LEAST_LIKENESS)
        for _, score, place in near:
            likeness[others[place]] = max(score, likeness.get(others[place], 0.0))
    ranked = sorted(likeness, key=lambda other: (-likeness[other], other))
    return tuple(ranked[:most])


@lru_cache(maxsize=16_384)
def _compared(name: str) -> tuple[str, str]:
    # Every misspelt name of a list is compared with the same known ones.
    return cleaned(name).lower(), folded(name)
