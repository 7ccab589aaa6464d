"""Keystrokes in the filters of the large office's lists, until the first rows are painted."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.child import marks_of
from tests.benchmarks.rows import Amount
from tests.benchmarks.sampling import Marks

_LIMIT = 50.0
_PAUSE = (
    "The filter waits for a pause in typing before it reads; the line below without the pause says what reading and "
    "painting take."
)
_READING = "The whole list is matched and added up again before its first rows are painted."


def filter_amounts(office: Path, screen: Mapping[str, str], rounds: int) -> Iterator[Amount]:
    """Type into the filter of each list in one window."""
    marks = marks_of("tests.benchmarks.opened_window", str(office), "filter", str(rounds), screen=screen)
    for subject in dict.fromkeys(mark.split(":")[0] for mark in marks if ":" in mark):
        name = f"list of {subject}: keystroke in the filter to the first rows painted"
        yield Amount(name, _LIMIT, _samples(marks, subject, "key"), reason=_PAUSE)
        alone = _samples(marks, subject, "read")
        yield Amount(f"{name}, without the filter's pause", _LIMIT, alone, reason=_READING)


def _samples(marks: Marks, subject: str, kind: str) -> tuple[float, ...]:
    return tuple(value for mark, value in marks.items() if mark.startswith(f"{subject}:{kind}:"))
