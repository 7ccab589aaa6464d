"""The file that the program is started with, by a double-click or on the command line, until it was offered."""

import os
from contextlib import suppress
from pathlib import Path

_MARKS = (".", "/", "\\")


def is_file_name(text: str) -> bool:
    """Tell a file or a folder from a noun of the command line, of which none has a dot or a slash."""
    return not text.startswith("-") and any(mark in text for mark in _MARKS)


def named(text: str) -> Path:
    """Return the file of that name, seen from where the program was started."""
    path = Path(text)
    if not path.is_absolute():
        with suppress(OSError):  # The folder that the program was started in may be gone.
            path = Path.cwd() / path
    return Path(os.path.normpath(path))


class GivenFile:
    """A file to be offered for restoring; whoever takes it is the one that offers it."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path

    def take(self) -> Path | None:
        """Return it, once."""
        taken, self.path = self.path, None
        return taken
