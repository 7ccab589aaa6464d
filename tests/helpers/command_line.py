"""Run the command line in this process, as a person would type it."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.cli.parser import parse
from desktop.cli.run import run


@dataclass(frozen=True)
class Ran:
    """What a command left with: its exit code, what it printed, and its complaints line by line."""

    code: int
    out: str
    complaints: tuple[str, ...]

    @property
    def values(self) -> Any:
        """Return what `--json` printed."""
        return json.loads(self.out)


def pcmd(*words: str | Path) -> Ran:
    """Run `pcmd WORDS`; a wrong usage leaves with its code too."""
    out, complaints = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(complaints):
        try:
            code = run(parse([str(word) for word in words]))
        except SystemExit as left:
            code = int(left.code or 0)
    return Ran(code, out.getvalue(), tuple(complaints.getvalue().splitlines()))
