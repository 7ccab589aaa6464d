"""What a command gives back: values for `--json`, lines for people."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """The result of a command: `values` is printed as one JSON document, `lines` otherwise.

    With `complaints`, a line each on standard error, the command was refused and nothing was stored; `warnings` are
    told there too, but what was asked was done.
    """

    values: Any
    lines: Sequence[str] = field(default_factory=tuple)
    complaints: Sequence[str] = ()
    warnings: Sequence[str] = ()
