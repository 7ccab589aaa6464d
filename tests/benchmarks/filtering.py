"""Keystrokes in the filters of the large office's lists, until the first rows are painted."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.child import marks_of
from tests.benchmarks.rows import Amount
from tests.benchmarks.sampling import Marks

_LIMIT = 50.0
_REASON = "Where few rows match, the whole list is searched before the first of them are painted."


def filter_amounts(office: Path, screen: Mapping[str, str], rounds: int) -> Iterator[Amount]:
    """Type into the filter of each list in one window."""
    marks = marks_of("tests.benchmarks.opened_window", str(office), "filter", str(rounds), screen=screen)
    for subject in dict.fromkeys(mark.split(":")[0] for mark in marks if ":" in mark):
        name = f"list of {subject}: keystroke in the filter to the first rows painted"
        yield Amount(name, _LIMIT, _samples(marks, subject), reason=_REASON)


def _samples(marks: Marks, subject: str) -> tuple[float, ...]:
    return tuple(value for mark, value in marks.items() if mark.startswith(f"{subject}:key:"))
