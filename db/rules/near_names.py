"""Near names for something misspelt, for a person to choose from; never chosen silently."""

from collections.abc import Iterable

from db.rules.text import cleaned, folded

_LEAST_LIKENESS = 60


def near_names(name: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return up to `most` known names near to `name`, by the better of their likeness with and without tone marks."""
    from rapidfuzz import fuzz  # Only wanted when something was misspelt.

    typed, bare = cleaned(name).lower(), folded(name)

    def likeness(other: str) -> float:
        return max(fuzz.ratio(typed, cleaned(other).lower()), fuzz.ratio(bare, folded(other)))

    ranked = sorted(((likeness(other), other) for other in set(known)), key=lambda pair: (-pair[0], pair[1]))
    return tuple(other for score, other in ranked[:most] if score >= _LEAST_LIKENESS)
