"""Where the windows of a run are drawn: without a screen, and on a virtual one where Xvfb is installed."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

OFFSCREEN: Mapping[str, str] = {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def virtual_screen() -> Iterator[Mapping[str, str] | None]:
    """Keep a virtual screen of 1366 × 768 open; gives the environment of its windows, None where Xvfb is missing."""
    if shutil.which("Xvfb") is None:
        yield None
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"} if number else None
        finally:
            server.terminate()
