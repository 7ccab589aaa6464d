"""What a torture is asked for and what it found, as a section of docs/reliability.md."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Say = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """How much torture: `runs` of it, drawn from `seed`, in an empty `folder`; `say` tells how far it is."""

    runs: int
    seed: int
    folder: Path
    say: Say


@dataclass(frozen=True)
class Section:
    """One table of figures. `says` explains them; `found` are the faults, one sentence each: none is the aim."""

    says: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    found: Sequence[str] = ()


@dataclass(frozen=True)
class Runner:
    """A torture that `--only NAME` runs alone; `runs` as many as the page tells of."""

    name: str
    title: str
    runs: int
    run: Callable[[Asked], Section]
