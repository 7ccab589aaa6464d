"""A copy of a damaged book that SQLite agrees to open, as far as it can be; the file itself is read byte by byte."""

import os
import sqlite3
from pathlib import Path

from db.connections import connect

_BLOCK = 64 * 1024
_LOG = "-wal"


class NothingToRead(Exception):
    """The beginning of the file is gone, and with it what says where everything else is: only a backup helps."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"nothing can be read in {path}")


def copy_damaged(source: Path, copy: Path) -> None:
    """Copy a book and the log beside it; what the disk does not give becomes zeros. Raises OSError of the copy."""
    for suffix in ("", _LOG):
        origin = source.with_name(source.name + suffix)
        if origin.is_file():
            _copy_bytes(origin, copy.with_name(copy.name + suffix))


def open_damaged(copy: Path, key: bytes | None) -> sqlite3.Connection:
    """Open a copy, also where its schema has faults or its end is missing; texts come as bytes."""
    connection = connect(copy, key=key)
    # Left to itself SQLite refuses a file that is shorter than it says, and a schema with one line that it cannot read.
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("PRAGMA query_only = ON")
    connection.text_factory = bytes
    return connection


def _copy_bytes(origin: Path, copy: Path) -> None:
    size = origin.stat().st_size
    with origin.open("rb", buffering=0) as read, copy.open("wb") as write:
        for place in range(0, size, _BLOCK):
            length = min(_BLOCK, size - place)
            write.write(_block(read.fileno(), place, length))


def _block(handle: int, place: int, length: int) -> bytes:
    try:
        os.lseek(handle, place, os.SEEK_SET)
        held = os.read(handle, length)
    except OSError:
        held = b""
    return held.ljust(length, b"\0")
