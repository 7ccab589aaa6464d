"""How soon the built program's window is seen, beside the one from source, and what it holds while nobody works."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from installer.screens import Screen
from installer.smoke import surroundings

_SEEN_S, _END_S = 90, 30
_IDLE_S = 10
_EMPTY_WINDOW = """\
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 720)
window.show()
application.exec()
"""
EMPTY = (sys.executable, "-c", _EMPTY_WINDOW)
SOURCE = (sys.executable, "-m", "desktop")


def seconds_in_turns(
    programs: Sequence[Sequence[str]], office: Path, screen: Screen, rounds: int
) -> list[list[float]]:
    """Return for each program the seconds from its process to its window on an office, in `rounds` turns after one
    that does not count."""
    taken: list[list[float]] = [[] for _ in programs]
    for _ in range(rounds + 1):
        for program, seconds in zip(programs, taken, strict=True):
            began = time.perf_counter()
            with opened([*program, "--data", str(office)], screen):
                seconds.append(time.perf_counter() - began)
    return [seconds[1:] for seconds in taken]


def ratio(seconds: Sequence[Sequence[float]]) -> float:
    """Return how many times as long the first took as the second, by their medians."""
    first, second = (median(taken) for taken in seconds)
    return first / second


def idle_memory(command: Sequence[str], screen: Screen) -> tuple[float, float]:
    """Return the megabytes that a window's process holds once it was idle for a while, and the most it ever held."""
    with opened(command, screen) as process:
        time.sleep(_IDLE_S)
        return memory_said(Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8"))


def memory_said(status: str) -> tuple[float, float]:
    """Return VmRSS and VmHWM of a process's status in megabytes of 1,048,576 bytes."""
    found = dict(re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB$", status, re.MULTILINE))
    return int(found["VmRSS"]) / 1024, int(found["VmHWM"]) / 1024


@contextmanager
def opened(command: Sequence[str], screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    """Start a window, and end it by the keyboard; what the block does begins once it is seen."""
    told = {**surroundings(Path.home(), screen.told), "PATH": os.environ["PATH"]}
    with subprocess.Popen(command, env=told) as process:
        try:
            screen.await_window(process.pid, _SEEN_S)
            yield process
            screen.close_window()
            process.wait(_END_S)
        finally:
            process.kill()
