"""Write rows that were read into the new book, as far as its rules let them; and put a repaired book into use."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from db.connections import database_errors
from db.repair.rows import Row
from db.sessions import BOOK_NAME, lock_folder
from db.trouble import telling

_BYTES = "BLOB"
_MOMENTS = {"DATE": date.fromisoformat, "DATETIME": datetime.fromisoformat}


class Table:
    """A table of the new book: its columns that the old one had too, their kinds, and how a row goes in."""

    def __init__(self, name: str, kinds: Mapping[str, str], had: Iterable[str]) -> None:
        self.name = name
        self.columns: Sequence[str] = [column for column in kinds if column != "id" and column in set(had)]
        self._kinds = [kinds[column].upper() for column in self.columns]
        listed = ", ".join(f'"{column}"' for column in ("id", *self.columns))
        marks = ", ".join("?" * (len(self.columns) + 1))
        self._insert = f'INSERT INTO "{name}" ({listed}) VALUES ({marks})'

    def as_text(self, row: Row) -> tuple[Row, bool]:
        """Return a row whose texts were read as bytes, and whether one of them is broken."""
        broken, values = False, []
        for kind, value in zip(self._kinds, row, strict=True):
            if isinstance(value, bytes) and kind != _BYTES:
                told = value.decode(errors="replace")
                broken |= "\ufffd" in told
                values.append(told)
            else:
                values.append(value)
        return tuple(values), broken

    def is_possible(self, row: Row) -> bool:
        """Tell whether every day and moment of a row is one."""
        return all(_is_moment(kind, value) for kind, value in zip(self._kinds, row, strict=True))

    def put(self, connection: sqlite3.Connection, number: int, row: Row) -> bool:
        """Write a row; a rule of the book may refuse it."""
        try:
            connection.execute(self._insert, (number, *row))
        except database_errors() as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CONSTRAINT:
                raise
            return False
        return True


def take_into_use(folder: Path, repaired: Path, aside: str) -> Path:
    """Put a repaired book in the place of the folder's own, which is kept under the name `aside`; return its path.

    Raises BookLocked, FileExistsError or TargetNotWritable; the old book is then in its place.
    """
    book, kept = folder / BOOK_NAME, folder / aside
    if kept.exists():
        raise FileExistsError(kept)
    lock = lock_folder(folder)
    try:
        with telling(book):
            _swap(book, repaired, kept)
    finally:
        lock.release()
    return kept


def _swap(book: Path, repaired: Path, kept: Path) -> None:
    log, shared = (book.with_name(book.name + suffix) for suffix in ("-wal", "-shm"))
    book.rename(kept)
    try:
        # What was not folded back into the damaged file goes with it: it must not get into the new one.
        if log.exists():
            log.rename(kept.with_name(kept.name + "-wal"))
        shared.unlink(missing_ok=True)
        repaired.rename(book)
    except OSError:
        kept.rename(book)
        raise


def _is_moment(kind: str, value: object) -> bool:
    read = _MOMENTS.get(kind)
    if read is None or value is None:
        return True
    try:
        read(str(value))
    except ValueError:
        return False
    return True
