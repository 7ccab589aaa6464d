"""Start the program several times at once on one folder: one window, the others show it and end."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.starter import ASKED, LISTED, WINDOW

ROOT = Path(__file__).parents[2]
_WAIT_S = 120


@dataclass
class StartersResult:
    """What many starts came to: how often it went right, and what was seen where it did not."""

    times: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)


def run_starters(times: int, *, book: Path, starters: int = 2) -> StartersResult:
    """Start so many programs at once on a copy of the book, over and over; each time one window has to come of it."""
    result = StartersResult()
    for _ in range(times):
        result.times += 1
        seen = _start_at_once(book, starters)
        if seen is None:
            result.right += 1
        else:
            result.wrong.append(seen)
    return result


def start(folder: Path) -> subprocess.Popen[str]:
    """Start the program without a screen."""
    command = [sys.executable, "-m", "tests.torture.starter", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    )


def _start_at_once(book: Path, starters: int) -> str | None:
    """Return what was seen where it was not one window and the others ended by themselves; None where it was."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "so"
        folder.mkdir()
        shutil.copy(book, folder)
        started = [start(folder) for _ in range(starters)]
        try:
            return _seen(started)
        finally:
            _end(started)


def _seen(started: list[subprocess.Popen[str]]) -> str | None:
    # Whoever has no window ends by itself; the others never do before they are told to.
    said = [_first_line(process) for process in started]
    windows = [process for process, line in zip(started, said, strict=True) if line == WINDOW]
    others = [process for process in started if process not in windows]
    if len(windows) != 1:
        return f"{len(windows)} windows: {said}"
    codes = [process.wait(_WAIT_S) for process in others]
    told = _lines_until_listed(windows[0], asked=len(others))
    windows[0].stdin.write("\n") if windows[0].stdin else None
    rest = windows[0].communicate(timeout=_WAIT_S)[0].split()
    asked = (told + rest).count(ASKED)
    right = codes == [0] * len(others) and asked == len(others) and windows[0].returncode == 0
    return None if right else f"left with {codes}, asked {asked} times, window {windows[0].returncode}"


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _lines_until_listed(window: subprocess.Popen[str], *, asked: int) -> list[str]:
    lines: list[str] = []
    while LISTED not in lines or lines.count(ASKED) < asked:
        line = _first_line(window)
        if not line:
            break
        lines.append(line)
    return lines


def _end(started: list[subprocess.Popen[str]]) -> None:
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()
