"""What is kept: where a file is, whether it is as it came, what lies in the folder that no row names."""

import stat
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from db.attachments.paths import TEMPORARY, discard, files_below, hash_of, is_inside
from db.rules.attachments import FOLDER, is_stored_name


class FileState(StrEnum):
    """How a kept file is found: as it came, gone, other bytes, or under a name that leads out of the folder."""

    WHOLE = "whole"
    MISSING = "missing"
    CHANGED = "changed"
    ASTRAY = "astray"


@dataclass(frozen=True)
class Stray:
    """Files in the folder that no row names: `ours` were left by a break and may go, `others` somebody put there."""

    ours: tuple[Path, ...]
    others: tuple[Path, ...]


def located(folder: Path, name: str) -> Path | None:
    """Return where a kept file is, none where its name leads out of the folder, by itself or through a link."""
    if not is_stored_name(name):
        return None
    path = folder / FOLDER / name
    return path if is_inside(path, folder) and not path.is_symlink() else None


def state_of(folder: Path, name: str, sha256: str) -> FileState:
    """Return how a kept file is found now; its bytes are read anew only where its time or size changed."""
    path = located(folder, name)
    if path is None:
        return FileState.ASTRAY
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return FileState.MISSING
        same = _hash_once(path, found.st_mtime_ns, found.st_size) == sha256
    except OSError:
        return FileState.MISSING
    return FileState.WHOLE if same else FileState.CHANGED


def strays(folder: Path, named: Collection[str]) -> Stray:
    """Return the files of the folder that are not among the stored names."""
    root = folder / FOLDER
    found = [path for path in files_below(root) if path.relative_to(root).as_posix() not in named]
    ours = tuple(path for path in found if _is_ours(path.relative_to(root)))
    return Stray(ours, tuple(path for path in found if path not in ours))


def sweep(folder: Path, named: Collection[str]) -> tuple[Path, ...]:
    """Delete what a break left behind and no row names; what others put there stays. The book must be locked."""
    swept = strays(folder, named).ours
    for path in swept:
        discard(path, folder)
    return tuple(path for path in swept if not path.exists())


def _is_ours(path: Path) -> bool:
    return is_stored_name(path.as_posix()) or path.name.startswith(TEMPORARY)


@lru_cache(maxsize=1024)
def _hash_once(path: Path, _time: int, _size: int) -> str:
    return hash_of(path)
