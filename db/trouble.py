"""Trouble of the surroundings: a file or a book that cannot be written, and why. Facts only."""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from db.connections import database_errors

Reason = Literal["folder_missing", "no_permission", "open_elsewhere", "disk_full", "is_a_folder", "other"]

_OF_SYSTEM: Mapping[int | None, Reason] = {
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EEXIST: "folder_missing",  # A file stands where the folder should be.
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "no_permission",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EISDIR: "is_a_folder",
    errno.EBUSY: "open_elsewhere",
}
_OF_SQLITE: Mapping[int, Reason] = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_PERM: "no_permission",
    sqlite3.SQLITE_READONLY: "no_permission",
    sqlite3.SQLITE_CANTOPEN: "no_permission",
    sqlite3.SQLITE_BUSY: "open_elsewhere",
    sqlite3.SQLITE_IOERR: "other",
}
_PRIMARY_CODE = 0xFF  # SQLite says more about a trouble in the higher bits.


class TargetNotWritable(Exception):
    """A file could not be written at `path`, and why. What was there before is untouched."""

    def __init__(self, path: Path, reason: Reason) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


def reason_of(error: BaseException | None) -> Reason | None:
    """Return what stands in the way; nothing where the error is no trouble of the disk or the folder."""
    if isinstance(error, database_errors()):
        return _OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
    return _OF_SYSTEM.get(error.errno, "other") if isinstance(error, OSError) else None


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raise trouble of the disk or the folder as `TargetNotWritable` of `path`; every other error passes."""
    try:
        yield
    except _errors() as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise TargetNotWritable(path, reason) from error


def _errors() -> tuple[type[Exception], ...]:
    return OSError, *database_errors()
