"""Lists of the large office: opened for the first time until their first rows are painted, and scrolled by pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.child import marks_of
from tests.benchmarks.opened_window import LONGEST_PUT_OFF_MS
from tests.benchmarks.rows import Amount
from tests.benchmarks.sampling import Marks

_OPENED, _SCROLLED = 100.0, 50.0
_REASON = (
    "The screen is made and its list matched, put in order and added up before the first rows are painted."
)


def opening_amounts(
    office: Path, screen: Mapping[str, str], rounds: int, rest_ms: int = LONGEST_PUT_OFF_MS
) -> Iterator[Amount]:
    """Open and scroll each list, in a new process each round; the window rests before it is scrolled."""
    arguments = (str(office), "open", "1", str(rest_ms))
    runs = [marks_of("tests.benchmarks.opened_window", *arguments, screen=screen) for _ in range(rounds)]
    for mark in runs[0]:
        if mark.startswith("open:"):
            key = mark.partition(":")[2]
            name = f"list of {key}: opened for the first time, to the first rows painted"
            yield Amount(name, _OPENED, tuple(run[mark] for run in runs), reason=_REASON)
            yield Amount(f"list of {key}: the next page while scrolling", _SCROLLED, _pages(runs, key))


def _pages(runs: list[Marks], key: str) -> tuple[float, ...]:
    return tuple(value for run in runs for mark, value in run.items() if mark.startswith(f"scroll:{key}:"))
