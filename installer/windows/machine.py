"""The Windows that programs are run on: this PC's own, or one inside Wine (`wine.py`)."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Done:
    """How a program ended, and what it said: on Wine mixed with what the terminal is told to do."""

    code: int
    said: str


class Machine(Protocol):
    """A Windows with one user, whose folders are named by paths of this PC."""

    @property
    def local(self) -> Path:
        """Return the user's folder of programs and data, `%LOCALAPPDATA%`."""

    @property
    def roaming(self) -> Path:
        """Return `%APPDATA%`, which holds the Start menu."""

    @property
    def desktop(self) -> Path:
        """Return the folder of what lies on the screen."""

    def run(self, program: Path, *arguments: str | Path, seconds: float) -> Done:
        """Run a program to its end; raises subprocess.TimeoutExpired."""

    def begin(self, program: Path, *arguments: str | Path) -> "subprocess.Popen[bytes]":
        """Start a program and return at once."""

    def told(self, path: Path) -> str:
        """Return a path of this PC as programs of that Windows are told of it."""


class ThisWindows:
    """The Windows that this runs on."""

    def __init__(self, told: Mapping[str, str] = os.environ) -> None:
        self.local, self.roaming = Path(told["LOCALAPPDATA"]), Path(told["APPDATA"])
        self.desktop = Path(told["USERPROFILE"], "Desktop")

    def run(self, program: Path, *arguments: str | Path, seconds: float) -> Done:
        """Run a program to its end; raises subprocess.TimeoutExpired."""
        command = [str(program), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, timeout=seconds)
        return Done(done.returncode, (done.stdout + done.stderr).decode(errors="replace"))

    def begin(self, program: Path, *arguments: str | Path) -> "subprocess.Popen[bytes]":
        """Start a program and return at once."""
        return subprocess.Popen([str(program), *map(str, arguments)])

    def told(self, path: Path) -> str:
        """Return a path of this PC as programs of that Windows are told of it."""
        return str(path)


def registry(machine: Machine, key: str, scratch: Path) -> dict[str, dict[str, str]]:
    """Return the texts below a key of the registry: of each key its values, `""` for its own; {} where it is not there.

    The system writes them into a file, for what it prints loses letters.
    """
    scratch.unlink(missing_ok=True)
    machine.run(Path("reg.exe"), "export", key, machine.told(scratch), "/y", seconds=60)
    return read_registry(scratch.read_text(encoding="utf-16")) if scratch.exists() else {}


def read_registry(text: str) -> dict[str, dict[str, str]]:
    """Return what a file of the registry says, text values only."""
    found: dict[str, dict[str, str]] = {}
    values: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("["):
            values = found.setdefault(line.strip("[]"), {})
        elif (parts := line.partition("="))[2].startswith('"'):
            values["" if parts[0] == "@" else _plain(parts[0])] = _plain(parts[2])
    return found


def _plain(quoted: str) -> str:
    return quoted[1:-1].replace('\\"', '"').replace("\\\\", "\\")
