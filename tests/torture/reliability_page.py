"""docs/reliability.md: what was tortured and what was found, a section for each torture, each of its own run."""

import os
import platform
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tests.torture.sections import Runner, Section

_HEAD = """# Reliability

Written by `make torture` (`python -m tests.torture`); `--only NAME` runs one section anew and leaves the others as
they are, `--runs` and `--seed` say how much and which. Each section tells of its own run. Short runs of all are
ordinary tests.
A fault that a run finds stands below its table; "none" is what was found, not what is promised.
"""


@dataclass(frozen=True)
class Ran:
    """A section with what it was run with, and how long it took."""

    runner: Runner
    section: Section
    runs: int
    seed: int
    seconds: float
    day: date


def page(ran: Iterable[Ran], runners: Sequence[Runner], earlier: str = "") -> str:
    """Return the page: sections that ran, those of an earlier page where they did not, in the order of the table."""
    sections = {**_sections(earlier), **{item.runner.title: _text(item) for item in ran}}
    kept = [f"## {runner.title}\n{sections[runner.title]}" for runner in runners if runner.title in sections]
    return "\n".join([_HEAD, *kept])


def _sections(text: str) -> Mapping[str, str]:
    """Return the sections of a page by their titles."""
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)[1:]
    return {title: body.rstrip("\n") + "\n" for title, body in zip(parts[::2], parts[1::2], strict=True)}


def _text(ran: Ran) -> str:
    section = ran.section
    command = f"python -m tests.torture --only {ran.runner.name} --runs {ran.runs} --seed {ran.seed}"
    found = "".join(f"\n- {line}" for line in section.found) or " none."
    told = f"`{command}`, {ran.day:%Y-%m-%d}, {_lasted(ran.seconds)}, on {_machine()}."
    return f"\n{told}\n\n{section.says}\n\n{_table(section.heads, section.rows)}\nFaults found:{found}\n"


def _lasted(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"


def _table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    ruled = (heads, ("---",) * len(heads), *lines)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in ruled)


def _machine() -> str:
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores shared with other work"
    return f"{system}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
