"""A virtual screen of 1366 × 768, on which a built program is looked at (Xvfb, openbox, xdotool, ImageMagick)."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Screen:
    """An X screen by its name, `:7`."""

    display: str

    @property
    def told(self) -> dict[str, str]:
        """Return what a program is told of it."""
        return {"DISPLAY": self.display}

    def grab(self, picture: Path) -> None:
        """Keep what is seen as a PNG."""
        picture.parent.mkdir(parents=True, exist_ok=True)
        self._run("import", "-window", "root", str(picture))

    def await_window(self, process: int, seconds: float) -> None:
        """Wait until a window of a process is seen; raises subprocess.TimeoutExpired after so many seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            # A window of anybody's that goes while the search asks it ends the search.
            with suppress(subprocess.CalledProcessError):
                self._run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(process), seconds=left)
                return
        raise subprocess.TimeoutExpired("xdotool", seconds)

    def close_window(self) -> None:
        """Close the window in front by the keyboard, as an officer would."""
        self.press("alt+F4")

    def press(self, keys: str) -> None:
        """Press keys together, by xdotool's names: `Escape`, `alt+F4`."""
        self._run("xdotool", "key", keys)

    def _run(self, *command: str, seconds: float | None = None) -> None:
        told = {**os.environ, **self.told}
        subprocess.run(command, env=told, check=True, capture_output=True, timeout=seconds)


@contextmanager
def virtual_screen() -> Iterator[Screen]:
    """Keep a screen open."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        screen = Screen(f":{server.stdout.readline().strip()}")
        manager = subprocess.Popen(
            ["openbox"],
            env={**os.environ, **screen.told},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield screen
        finally:
            manager.terminate()
            manager.wait()
            server.terminate()
