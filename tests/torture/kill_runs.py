"""kill -9 at random moments: processes at each work are killed, their books judged; the table of it."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.large_book import PROJECT
from tests.torture.sections import Asked, Section
from tests.torture.small_office import small_office
from tests.torture.works import WORKS

# Of a hundred runs so many are at this work.
SHARES: Mapping[str, int] = {
    "entry": 20,
    "window": 12,
    "import": 15,
    "approval": 15,
    "migration": 14,
    "backup": 14,
    "restore": 10,
}
_AT_ONCE = 2
_SAYS = """A process works on a book and tells each change once its commit returned (at the window: once the
window said “Đã lưu”); it is killed, and its folder is opened as a new start does. Killed in three ways: by
SIGKILL at a random moment, by SIGKILL at a random one of the system calls that write, flush or rename (with
`strace`, where it is installed), and by the system in the middle of a write (a limit on the size of files without
a handler: the last write stays torn). Afterwards: the same deeds are done again on an untouched copy, and every
table must hold the same; the change that was under way came whole (then undo takes it back whole) or not at all;
integrity_check, foreign_key_check, the chain of the log, the index of words, the lock. At the window letters are
typed at the pace of hands: what was typed more than 2 s before the kill must stand in a record or a draft. A kill
says nothing about power: see there. Files that a killed process left over are counted."""
_HEADS = (
    "work",
    "kills",
    "at a moment",
    "at a call",
    "in a write",
    "acknowledged changes",
    "lost or half",
    "left-over files",
)
Run = Mapping[str, Any]


@dataclass(frozen=True)
class _Batch:
    """Runs of one work that one process kills, one after the other."""

    work: str
    first: int
    end: int

    def taken_in(self, asked: Asked, template: Path) -> Iterator[Run]:
        folder = asked.folder / f"{self.work}-{self.first}"
        folder.mkdir()
        numbers = (self.work, str(self.first), str(self.end), str(asked.seed))
        command = [sys.executable, "-m", "tests.torture.killing", *numbers, str(template), str(folder)]
        with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout or ():
                yield json.loads(line)
        if process.returncode:
            raise RuntimeError(f"the runs {self.first} to {self.end} of {self.work} broke off")


def kill_runs(asked: Asked) -> Section:
    """Kill `asked.runs` processes, shared out among all works."""
    template = small_office(asked.folder / "template")
    found: dict[str, list[Run]] = {name: [] for name in SHARES}

    def take(batch: _Batch) -> None:
        for run in batch.taken_in(asked, template):
            found[batch.work].append(run)
            asked.say(
                f"{sum(map(len, found.values()))} of {asked.runs} kills, last at: {WORKS[batch.work].title}"
            )

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(take, _batches(asked.runs)))
    rows = [_row(WORKS[name].title, runs) for name, runs in found.items()]
    rows.append(_row("all", [run for runs in found.values() for run in runs]))
    return Section(_SAYS, _HEADS, rows, list(_faults(found, asked.seed)))


def _batches(runs: int) -> Iterator[_Batch]:
    whole = sum(SHARES.values())
    for name, share in SHARES.items():
        count = max(1, round(runs * share / whole))
        size = max(1, -(-count // 4))
        for first in range(0, count, size):
            yield _Batch(name, first, min(first + size, count))


def _row(title: str, runs: Sequence[Run]) -> Sequence[str]:
    ways = Counter(run["way"] for run in runs)
    numbers = (
        len(runs),
        *(ways[way] for way in _HEADS[2:5]),
        sum(run["kept"] for run in runs),
        sum(bool(run["wrong"]) for run in runs),
        sum(len(run["left"]) for run in runs),
    )
    return (title, *(f"{number:,}" for number in numbers))


def _faults(found: Mapping[str, Iterable[Run]], seed: int) -> Iterator[str]:
    for name, runs in found.items():
        for run in runs:
            for wrong in run["wrong"]:
                yield f"{WORKS[name].title}, run {run['number']} of seed {seed}, killed {run['way']}: {wrong}"
