"""Trouble of the surroundings: a file or a book that cannot be written or read, and why. Facts only."""

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
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_READING = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ}
# Python's own error where a text of the book is none; it has no code.
_NO_TEXT = "Could not decode to UTF-8"


class TargetNotWritable(Exception):
    """A file could not be written at `path`, and why. What was there before is untouched."""

    def __init__(self, path: Path, reason: Reason) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class BookDamaged(Exception):
    """What the file of a book holds cannot be read, in whole or in part; it stays as it is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} is damaged")


class BookGone(Exception):
    """The file of an open book is not where it was: the drive was pulled out, the folder moved or deleted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} is gone")


def reason_of(error: BaseException | None) -> Reason | None:
    """Return what stands in the way; nothing where the error is no trouble of the disk or the folder."""
    if isinstance(error, database_errors()):
        return _OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
    return _OF_SYSTEM.get(error.errno, "other") if isinstance(error, OSError) else None


def is_damage(error: BaseException | None) -> bool:
    """Return whether an error says that a book's file does not hold what it should, or cannot be read."""
    # The name of a column that is no text is Python's trouble, not SQLite's.
    if isinstance(error, UnicodeDecodeError):
        return True
    if not isinstance(error, database_errors()):
        return False
    code = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY_CODE in _DAMAGE or code in _READING or str(error).startswith(_NO_TEXT)


def trouble_with(path: Path, error: BaseException | None) -> Exception | None:
    """Return what to raise of a file in the place of an error; nothing where the error is our own fault."""
    if is_damage(error):
        return BookDamaged(path)
    reason = reason_of(error)
    return TargetNotWritable(path, reason) if reason else None


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raise trouble of the disk, the folder or the book's file at `path` as what it is; every other error passes."""
    try:
        yield
    except _errors() as error:
        trouble = trouble_with(path, error)
        if trouble is None:
            raise
        raise trouble from error


def _errors() -> tuple[type[Exception], ...]:
    return OSError, *database_errors()
