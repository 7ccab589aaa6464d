"""What a process tells before it dies: lines in a file, each handed to the system at once, which no kill takes back."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import Any

Line = dict[str, Any]


class Ledger:
    """Writes lines with the moment of each, by a clock that all processes share."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(self, what: str, **facts: object) -> None:
        """Write a line; when this returns, it is told."""
        line = json.dumps({"at": monotonic(), "what": what, **facts}, ensure_ascii=False)
        os.write(self._file, line.encode() + b"\n")


def told(path: Path) -> Sequence[Line]:
    """Return the whole lines of a ledger, none where it was never begun."""
    if not path.exists():
        return ()
    lines = path.read_bytes().split(b"\n")[:-1]
    return [json.loads(line) for line in lines]


def latest(lines: Sequence[Line], what: str) -> Line | None:
    """Return the last line that tells of something."""
    return next((line for line in reversed(lines) if line["what"] == what), None)
