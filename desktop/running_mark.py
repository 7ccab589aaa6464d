"""The mark of a program that runs: where it still stands at the next start, the last run did not end by itself.

Beside it lies what `faulthandler` writes when the process dies inside a library; a clean end removes both.
"""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import IO

_MARK, _TRACE = "so-pcmd.dang-mo", "so-pcmd.vet-loi"
_MOST_CHARACTERS = 100_000


class RunningMark:
    """Set while the program has the folder's lock: whoever finds it then knows that its owner is gone.

    A folder that takes no mark is worked in without one.
    """

    def __init__(self, folder: Path) -> None:
        self._mark, self._trace = folder / _MARK, folder / _TRACE
        self._file: IO[bytes] | None = None
        self._was_watched = False

    def begin(self) -> str | None:
        """Set the mark, watch for a native crash, and return a report of the last run's end: none of a clean one."""
        left = self._left()
        with suppress(OSError):
            self._mark.touch()
            self._file = self._trace.open("wb")
            self._was_watched = faulthandler.is_enabled()
            faulthandler.enable(self._file)
        return left

    def end(self) -> None:
        """Remove the mark, where it was set."""
        if self._file is None:
            return
        faulthandler.disable()
        if self._was_watched:
            faulthandler.enable()
        self._file.close()
        self._file = None
        for path in (self._trace, self._mark):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _left(self) -> str | None:
        if not self._mark.exists():
            return None
        from desktop.crash_report import head, native_lines

        frames = []
        with suppress(OSError), self._trace.open(encoding="utf-8", errors="replace") as file:
            frames = native_lines(file.read(_MOST_CHARACTERS))
        return "\n".join([*head(), "the last run did not end by itself", *frames])
