"""A work at which a process is killed: how it lives, how its folder is judged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.torture.ledger import Ledger, Line


@dataclass(frozen=True)
class Scene:
    """One run: the office's `folder`, an untouched copy of it beside, the seed, when the process was killed."""

    folder: Path
    beginning: Path
    seed: str
    killed_at: float = 0.0


@dataclass(frozen=True)
class Judgement:
    """What a run proved: changes that were acknowledged and found, what was wrong, files that were left over."""

    kept: int
    wrong: Sequence[str] = ()
    left: Sequence[str] = ()


# The calls of the system that change what is on the disk, but for the plain `write`, which also wakes threads.
CALLS = "pwrite64,fsync,fdatasync,ftruncate,rename,unlink"
# What grows steadily gets some score of pages beyond the book; what writes its files whole ends in one of them.
GROWING, WRITING_WHOLE = (1.0, 1.12), (0.12, 1.12)


@dataclass(frozen=True)
class Work:
    """`live` goes on until it is killed and tells its changes; `judge` compares the folder with what was told.

    `longest_s` is how long it may live once it is ready, `most_calls` the last of the `calls` at which it is killed.
    """

    title: str
    live: Callable[[Scene, Ledger], None]
    judge: Callable[[Scene, Sequence[Line]], Judgement]
    longest_s: float = 1.2
    most_calls: int = 150
    calls: str = CALLS
    # A write beyond a place of a file ends it: one between these shares of the largest file's size.
    ends_between: tuple[float, float] = GROWING
