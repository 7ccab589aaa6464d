"""Keystrokes in the search over everything, until the results are painted."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from tests.benchmarks.child import marks_of
from tests.benchmarks.rows import Amount

_LIMIT = 50.0
_REASON = "What nearly every record holds is ranked and shown for every kind."


def search_amounts(office: Path, screen: Mapping[str, str], rounds: int) -> Iterator[Amount]:
    """Type into the search of one window: every letter, and the slowest of the letters."""
    marks = marks_of("tests.benchmarks.opened_window", str(office), "search", str(rounds), screen=screen)
    by_key: dict[str, list[float]] = {}
    for mark, taken in marks.items():
        if mark.startswith("search:"):
            by_key.setdefault(mark.split(":", 2)[2], []).append(taken)
    every = tuple(taken for samples in by_key.values() for taken in samples)
    name = "search everything: keystroke to the results painted"
    yield Amount(name, _LIMIT, every, reason=_REASON)
    slowest = max(by_key.values(), key=median)
    yield Amount(f"{name}, the slowest of {len(by_key)} letters", _LIMIT, tuple(slowest), reason=_REASON)
