"""The first sheet of a workbook as plain rows, read in a child process behind the gate."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from db.rules.findings import Finding, Refused
from exports.readers.gate import Admitted
from exports.readers.grids import Grid, Row

CHILD = "exports.readers.child"
SECONDS = 20.0
_ROOT = Path(__file__).resolve().parents[2]
# Keeps a console window from flashing up on Windows; the constant exists there only.
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def sheet_of(admitted: Admitted, seconds: float = SECONDS) -> Grid:
    """Read the first visible sheet of a workbook that passed the gate, in a child that may die or take too long."""
    try:
        answer = json.loads(_child_output(admitted.data, seconds))
    except subprocess.TimeoutExpired as error:
        raise Refused([Finding("workbook_too_slow")], source=admitted.name) from error
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise Refused([Finding("workbook_not_readable")], source=admitted.name) from error
    if "error" in answer:
        raise Refused([Finding(answer["error"])], source=admitted.name)
    return Grid(
        admitted.name, answer["sheet"], tuple(_row(number, values) for number, values in answer["rows"])
    )


def child_command() -> list[str]:
    """Return the command of the child; a frozen program answers to the same arguments in its `main`."""
    return [sys.executable, "-m", CHILD]


def _child_output(data: bytes, seconds: float) -> bytes:
    # From the folder of the packages, so that the child finds them without being installed.
    done = subprocess.run(
        child_command(),
        input=data,
        capture_output=True,
        timeout=seconds,
        check=True,
        cwd=_ROOT,
        creationflags=_NO_WINDOW,
    )
    return done.stdout


def _row(number: int, values: list[Any]) -> Row:
    return Row(number, tuple(_value(value) if isinstance(value, dict) else value for value in values))


def _value(marked: dict[str, str]) -> date:
    text = marked["date"]
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
