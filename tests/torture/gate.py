"""The torture of the gate: hostile files through all readers, spoilt ones through three each, each measured."""

import json
import os
import select
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from tests.torture.hostile_files import HOSTILE, Hostile
from tests.torture.mutations import mutated
from tests.torture.originals import Original, make_office, write_originals
from tests.torture.readers import READERS, readers_of
from tests.torture.reading import resident_of

MOST_SECONDS, MOST_BYTES = 10.0, 300 * 2**20
_PROJECT = Path(__file__).parents[2]
_LOOK_EVERY = 0.02
# All readers together, on a machine that has other work to do.
_HUNG = 600.0


@dataclass(frozen=True)
class FileResult:
    """What became of one file: outcome and seconds of work by reader, the highest memory with that of a child."""

    name: str
    outcomes: Mapping[str, str]
    seconds_by_reader: Mapping[str, float]
    peak: int
    trouble: tuple[str, ...] = ()
    wrote: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """Return the seconds of the reader that took longest."""
        return max(self.seconds_by_reader.values(), default=0.0)

    @property
    def was_read(self) -> bool:
        """Tell whether at least one reader read it; evidence is only copied."""
        return any(outcome == "read" for name, outcome in self.outcomes.items() if name != "evidence")


@dataclass(frozen=True)
class GateResult:
    """What became of all files: how many were refused by every reader, read by one, crashed one or wrote outside."""

    hostile: int
    mutated: int
    seed: int
    files: tuple[FileResult, ...] = field(repr=False)

    @property
    def read(self) -> int:
        """Return how many files a reader read."""
        return sum(1 for file in self.files if file.was_read and not file.trouble)

    @property
    def refused(self) -> int:
        """Return how many files every reader refused."""
        return sum(1 for file in self.files if not file.was_read and not file.trouble)

    @property
    def crashed(self) -> tuple[FileResult, ...]:
        """Return the files at which the program broke."""
        return tuple(file for file in self.files if file.trouble)

    @property
    def wrote_outside(self) -> tuple[FileResult, ...]:
        """Return the files at which something was written where nothing is to be written."""
        return tuple(file for file in self.files if file.wrote)

    @property
    def slowest(self) -> FileResult:
        """Return the file at which one reader took longest."""
        return max(self.files, key=lambda file: file.seconds)

    @property
    def largest(self) -> FileResult:
        """Return the file that took most memory, the program's and its child's together."""
        return max(self.files, key=lambda file: file.peak)

    @property
    def readings(self) -> Counter[str]:
        """Return how many files each reader was given."""
        return Counter(name for file in self.files for name in file.outcomes)

    @property
    def work(self) -> float:
        """Return the seconds of work of all readers together."""
        return sum(sum(file.seconds_by_reader.values()) for file in self.files)

    @property
    def reasons(self) -> Counter[str]:
        """Return how often each finding was the first that a reader told."""
        told = (outcome for file in self.files for outcome in file.outcomes.values())
        return Counter(outcome for outcome in told if outcome not in ("read", "crashed"))

    @property
    def is_good(self) -> bool:
        """Tell whether no file crashed, took too long or too much, or wrote outside."""
        within = self.slowest.seconds <= MOST_SECONDS and self.largest.peak <= MOST_BYTES
        return within and not self.crashed and not self.wrote_outside


def run_gate(
    count: int,
    seed: int,
    tell: Callable[[FileResult], None] = lambda _: None,
    hostile_files: Sequence[Hostile] = HOSTILE,
) -> GateResult:
    """Send hand-made hostile files through every reader and so many mutations through some; `tell` hears of each file.

    A mutation goes through the reader that the unspoilt file was written for, and through two others in turn.
    """
    with tempfile.TemporaryDirectory(prefix="torture-") as made:
        root = Path(made).resolve()
        make_office(root / "office")
        originals = write_originals(root / "office", root / "originals")
        with _Reading(root, tell) as reading:
            hostile = [reading.result(name, suffix, make(), READERS) for name, suffix, make in hostile_files]
            spoilt = [reading.result(*item) for item in _mutations(originals, count, seed)]
        return GateResult(len(hostile), len(spoilt), seed, tuple(hostile + spoilt))


def _mutations(
    originals: Sequence[Original], count: int, seed: int
) -> Iterator[tuple[str, str, bytes, Sequence[str]]]:
    chance = Random(seed)
    bodies = [original.path.read_bytes() for original in originals]
    for number in range(count):
        at = number % len(originals)
        path, reader = originals[at].path, originals[at].reader
        spoilt = mutated(bodies[at], chance.choice(bodies), chance)
        readers = readers_of(path.suffix, reader, number // len(originals))
        yield f"{path.name} #{number}", path.suffix, spoilt, readers


class _Reading:
    """The process that reads: given one file after the other, begun again where one ended it."""

    def __init__(self, root: Path, tell: Callable[[FileResult], None]) -> None:
        self._tell = tell
        self._root, self._in, self._out = root, root / "in", root / "out"
        for folder in (self._in, self._out, root / "home", root / "passing"):
            folder.mkdir()
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> "_Reading":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def result(self, name: str, suffix: str, data: bytes, readers: Sequence[str]) -> FileResult:
        """Send one file through some readers and return what became of it."""
        path = self._in / f"tệp{suffix}"
        path.write_bytes(data)
        before = self._outside()
        answer, peak = self._asked(path, readers)
        made = sorted(map(str, self._outside() - before))
        result = FileResult(
            name,
            answer["outcomes"],
            answer["seconds"],
            answer["peak"] + peak,
            tuple(answer["trouble"]),
            (*answer["wrote"], *made),
        )
        self._tell(result)
        return result

    def _asked(self, path: Path, readers: Sequence[str]) -> tuple[dict[str, Any], int]:
        """Return the answer, and the highest memory that a child of the process had meanwhile."""
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        started, highest = monotonic(), 0
        process.stdin.write(f"{json.dumps([str(path), *readers])}\n")
        process.stdin.flush()
        while not select.select([process.stdout], [], [], _LOOK_EVERY)[0]:
            highest = max([highest, *map(_peak, _children(process.pid))])
            if monotonic() - started > _HUNG:
                self._end()
                return _broken("hung", monotonic() - started), highest
        line = process.stdout.readline()
        if line:
            answer: dict[str, Any] = json.loads(line)
            if answer["leaves"]:
                self._end()
            return answer, highest
        self._end()
        return _broken("the process ended", monotonic() - started), highest

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.torture.reading", str(self._root / "office"), str(self._out)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=_PROJECT,
                env={**os.environ, "HOME": str(self._root / "home"), "TMPDIR": str(self._root / "passing")},
                text=True,
            )
        return self._process

    def _outside(self) -> set[Path]:
        """Return all files but those of the folders into which the program may write."""
        office = self._root / "office"
        return {
            path
            for path in self._root.rglob("*")
            if not path.is_relative_to(self._out) and path.parent != office
        }

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _broken(what: str, seconds: float) -> dict[str, Any]:
    return {"outcomes": {}, "trouble": [what], "seconds": {what: seconds}, "peak": 0, "wrote": []}


def _children(process: int) -> list[int]:
    try:
        threads = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return []


def _peak(process: int) -> int:
    # Before a child is a program of its own it shows the memory of the one that starts it.
    with suppress(OSError):
        if b"tests.torture" not in Path(f"/proc/{process}/cmdline").read_bytes():
            return resident_of(Path(f"/proc/{process}/status"), "VmHWM")
    return 0
