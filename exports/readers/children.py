"""One child process for one file: bytes on its standard input, one JSON document or one file on its standard output.

What a reader does to its memory or its time, it does to the child alone.
"""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from runpy import run_module
from typing import Any

from db.rules.findings import Finding, Refused
from exports.readers.gate import Admitted
from exports.readers.jobs import hold
from exports.readers.memory import MEMORY_BYTES

ROOT = Path(__file__).resolve().parents[2]
CHILD_OPTION = "--child"
_CHILD_NAME = re.compile(r"exports\.(\w+\.)*(\w+_)?child")
# Keeps a console window from flashing up on Windows; the constant exists there only.
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True)
class Child:
    """A module that reads one kind of file, its seconds, the findings for one too slow or dead, what it is told."""

    module: str
    seconds: float
    too_slow: str
    not_readable: str
    arguments: tuple[str, ...] = ()


class Started:
    """A child process with open pipes, which goes when `end` is called or this process ends."""

    def __init__(self, command: Sequence[str]) -> None:
        # From the folder of the packages, so that the child finds them without being installed.
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            creationflags=NO_WINDOW,
        )
        self._let_go = hold(self.process, MEMORY_BYTES)

    def end(self) -> None:
        """Kill the child where it still runs and close its pipes."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self.process.wait()
        self._let_go()


def child_answer(child: Child, admitted: Admitted) -> dict[str, Any]:
    """Return what a child read from a file that passed the gate; raise `Refused` where it died, hung or refused."""
    output = child_output(child, admitted.kind.value, admitted.data, admitted.name)
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError as error:
        raise Refused([Finding(child.not_readable)], source=admitted.name) from error
    if "error" in answer:
        raise Refused([Finding(answer["error"], facts=answer.get("facts", {}))], source=admitted.name)
    return answer


def child_output(child: Child, kind: str, data: bytes, source: str) -> bytes:
    """Return all that a child writes; raise `Refused`, named after the source, where it died or hung."""
    try:
        return _output(child, kind, data)
    except subprocess.TimeoutExpired as error:
        raise Refused([Finding(child.too_slow)], source=source) from error
    except (subprocess.SubprocessError, OSError) as error:
        raise Refused([Finding(child.not_readable)], source=source) from error


def child_command(module: str, kind: str) -> list[str]:
    """Return the command of a child; a built program has no Python to be called and calls itself."""
    if getattr(sys, "frozen", False):
        return [str(_console_program()), CHILD_OPTION, module, kind]
    return [sys.executable, "-m", module, kind]


def run_child(module: str, arguments: Sequence[str]) -> None:
    """Be the child of a built program; a module that is none of its children is not run: ValueError."""
    if not _CHILD_NAME.fullmatch(module):
        raise ValueError(module)
    sys.argv = [module, *arguments]
    run_module(module, run_name="__main__")


def _console_program() -> Path:
    # On Windows the window's own program has no standard input and output to speak by.
    running = Path(sys.executable)
    return running.with_name(f"pcmd{running.suffix}")


def _output(child: Child, kind: str, data: bytes) -> bytes:
    command = [*child_command(child.module, kind), *child.arguments]
    started = Started(command)
    try:
        output, _ = started.process.communicate(data, child.seconds)
    finally:
        started.end()
    if started.process.returncode:
        raise subprocess.CalledProcessError(started.process.returncode, command)
    return output
