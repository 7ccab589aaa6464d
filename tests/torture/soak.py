"""A long day at the window: does it grow? The table of it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence

from tests.benchmarks.large_book import PROJECT
from tests.torture.sections import Asked, Section
from tests.torture.small_office import small_office
from tests.torture.soundness import complaints

_SAYS = """The window, without a screen, in fast forward: so many records typed letter by letter, every fifth
followed by undo and redo, every tenth by a visit of every subject, periods changed, a list of 20 to 120 rows
imported after each 25 records and the growing list exported after each 20. Memory is what the process holds
(RSS), after Python's own clean-up. Beginning and end differ by the screens that are made on their first visit and
by the rows that a list holds; from the first third to the end files and threads may grow by {files}, widgets by
{widgets}, memory by {megabytes} MB at most: else it is told as a fault."""
_HEADS = ("records typed", "memory", "open files", "threads", "widgets")
_MOST_MEGABYTES, _MOST_WIDGETS, _MOST_FILES = 60, 30, 4


def long_day(asked: Asked) -> Section:
    """Go through a day of `asked.runs` records."""
    office, aside = small_office(asked.folder / "office"), asked.folder / "aside"
    aside.mkdir()
    command = [sys.executable, "-m", "tests.torture.soak_window", str(office), str(aside), str(asked.runs)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = []
    with (asked.folder / "said").open("w+", encoding="utf-8") as said:
        with subprocess.Popen(
            command, cwd=PROJECT, env=surroundings, stdout=subprocess.PIPE, stderr=said, text=True
        ) as process:
            for line in process.stdout or ():
                told.append(json.loads(line))
                asked.say(f"{told[-1]['records']} of {asked.runs} records")
        said.seek(0)
        words = said.read()
    found = complaints(office)
    if process.returncode or "Traceback" in words or len(told) < 2:
        found.append(f"the day broke off: {words[-800:]}")
    found += _grown(told) if told else ()
    says = _SAYS.format(files=_MOST_FILES, widgets=_MOST_WIDGETS, megabytes=_MOST_MEGABYTES)
    return Section(says, _HEADS, [_row(facts) for facts in told], found)


def _row(facts: Mapping[str, float]) -> Sequence[str]:
    counts = (f"{facts[key]:.0f}" for key in ("files", "threads", "widgets"))
    return (f"{facts['records']:.0f}", f"{facts['megabytes']:.0f} MB", *counts)


def _grown(told: Sequence[Mapping[str, float]]) -> Iterator[str]:
    """Compare the end with the time when every screen had been visited."""
    most = {
        "megabytes": _MOST_MEGABYTES,
        "widgets": _MOST_WIDGETS,
        "files": _MOST_FILES,
        "threads": _MOST_FILES,
    }
    settled = told[len(told) // 3]
    for key, allowed in most.items():
        growth = told[-1][key] - settled[key]
        if growth > allowed:
            yield f"{key} grew by {growth:.0f} from {settled['records']:.0f} to {told[-1]['records']:.0f} records"
