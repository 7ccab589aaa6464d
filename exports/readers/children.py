"""One child process for one file: bytes on its standard input, one JSON document on its standard output.

What a reader does to its memory or its time, it does to the child alone.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.rules.findings import Finding, Refused
from exports.readers.gate import Admitted

ROOT = Path(__file__).resolve().parents[2]
# Keeps a console window from flashing up on Windows; the constant exists there only.
NO_WINDOW: int = getattr(subprocess, "CREATENO_WINDOW", 0)


@dataclass(frozen=True)
class Child:
    """A module that reads one kind of file, its seconds, the findings for one too slow or dead, what it is told."""

    module: str
    seconds: float
    too_slow: str
    not_readable: str
    arguments: tuple[str, ...] = ()


def child_answer(child: Child, admitted: Admitted) -> dict[str, Any]:
    """Return what a child read from a file that passed the gate; raise `Refused` where it died, hung or refused."""
    try:
        answer: dict[str, Any] = json.loads(_child_output(child, admitted))
    except subprocess.TimeoutExpired as error:
        raise Refused([Finding(child.too_slow)], source=admitted.name) from error
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise Refused([Finding(child.not_readable)], source=admitted.name) from error
    if "error" in answer:
        raise Refused([Finding(answer["error"], facts=answer.get("facts", {}))], source=admitted.name)
    return answer


def child_command(module: str, kind: str) -> list[str]:
    """Return the command of a child; a frozen program answers to the same arguments in its `main`."""
    return [sys.executable, "-m", module, kind]


def _child_output(child: Child, admitted: Admitted) -> bytes:
    # From the folder of the packages, so that the child finds them without being installed.
    done = subprocess.run(
        [*child_command(child.module, admitted.kind.value), *child.arguments],
        input=admitted.data,
        capture_output=True,
        timeout=child.seconds,
        check=True,
        cwd=ROOT,
        creationflags=NO_WINDOW,
    )
    return done.stdout
