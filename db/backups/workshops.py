"""A folder for what is only needed while a backup is made or opened; nothing of it stays."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.attachments.paths import TEMPORARY
from db.rules.backups import FOLDER
from db.trouble import telling

# What lies so long was left by a break: nothing takes an hour.
_LEFT_SECONDS = 3_600


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """Give an empty folder among the office's backups, so that what is made there can take its place by its name."""
    home = folder / FOLDER
    with telling(home):
        home.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=home))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def sweep_workshops(home: Path) -> None:
    """Remove what a break left half made among backups."""
    before = time.time() - _LEFT_SECONDS
    for path in home.glob(f"{TEMPORARY}*"):
        with suppress(OSError):
            if path.lstat().st_mtime < before:
                _remove(path)


def read_from_disk(path: Path) -> None:
    """Let what is read next of a file come from the disk, not from the memory in which it was just written.

    Windows offers no way to ask for that: there it is on the disk, and may be read from memory all the same.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file, suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
