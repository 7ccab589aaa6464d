"""Files on the disk: whether they are where they say, what is below a folder, how one goes."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from db.rules.attachments import FOLDER

# Before a copy is judged it is called so.
TEMPORARY = ".pcmd-"


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether a path is really where it says, below the office's folder: no link leads elsewhere."""
    named = folder.resolve() / FOLDER / path.relative_to(folder / FOLDER)
    return path.parent.resolve() == named.parent


def files_below(root: Path) -> Iterator[Path]:
    """Give the files that lie below a folder; nothing of what links lead to."""
    if root.is_symlink():
        return
    for home, _, names in os.walk(root):
        yield from (Path(home, name) for name in names)


def discard(path: Path, folder: Path) -> None:
    """Delete a file, and the folders above it that hold nothing more."""
    with suppress(OSError):
        unlock(path)
        path.unlink(missing_ok=True)
    for home in path.parents:
        if home == folder:
            return
        try:
            home.rmdir()
        except OSError:
            return


def unlock(path: Path) -> None:
    """Let a kept file be replaced or deleted; Windows does neither with what is read-only."""
    if os.name == "nt" and path.exists():
        path.chmod(stat.S_IREAD | stat.S_IWRITE)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def flush_folder(home: Path) -> None:
    """Let a new name reach the disk; a folder that cannot be flushed (Windows, network drives) is no failure."""
    with suppress(OSError):
        handle = os.open(home, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
