"""Child processes that tell what they reached: the parent takes the time, from before the start."""

import os
import subprocess
import sys
from collections.abc import Mapping
from time import perf_counter

from tests.benchmarks.large_book import PROJECT
from tests.benchmarks.sampling import Marks


class ChildFailed(Exception):
    """A measured process ended with an error; it told it on standard error."""


def marks_of(module: str, *arguments: str, screen: Mapping[str, str]) -> Marks:
    """Run a module in a new process; return its marks: milliseconds since the start, or the values it told."""
    command = [sys.executable, "-m", module, *arguments]
    surroundings = {**os.environ, **screen}
    marks: dict[str, float] = {}
    started = perf_counter()
    with subprocess.Popen(command, cwd=PROJECT, env=surroundings, stdout=subprocess.PIPE, text=True) as child:
        for line in child.stdout or ():
            mark, _, value = line.strip().partition(" ")
            marks[mark] = float(value) if value else (perf_counter() - started) * 1000
    if child.returncode:
        raise ChildFailed(module, child.returncode)
    return marks
