"""Write a whole book anew, encrypted or not: into a file of its own, proven by opening, then put in the book's place.

Whatever stops the program, the folder holds one whole book: the file's own beginning tells whether it is encrypted
(`db.connections.is_plain`), and the ring opens both. What a disk keeps of a deleted file is beyond this.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection

from db.attachments.paths import flush_folder
from db.connections import driver, unlock
from db.migrations.store import APPLICATION_ID
from db.sessions import BOOK_NAME, prepare_connection
from db.trouble import telling

NEW_NAME = "so-pcmd.db.moi"
_TABLES = """
    SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%' ORDER BY name
"""
_BESIDE = ("-wal", "-shm", "-journal")


class NotRewritten(Exception):
    """The book written anew does not hold what the book holds; the book stays as it was."""


def rewrite(folder: Path, old_key: bytes | None, new_key: bytes | None) -> None:
    """Put a book with another key, or without one, in the place of the book, which nobody may have open.

    Raises EncryptionMissing, TargetNotWritable or NotRewritten; the book then stays as it was.
    """
    if old_key == new_key:
        return
    driver(b"")  # Both ways are SQLCipher's.
    path, new = folder / BOOK_NAME, folder / NEW_NAME
    sweep(folder)
    try:
        with telling(path):
            _export(path, old_key, new, new_key)
            if _told(path, old_key) != _told(new, new_key):
                raise NotRewritten
            _put_in_place(new, path)
    finally:
        sweep(folder)


def sweep(folder: Path) -> None:
    """Remove what a rewriting left that was broken off: a book that never took the place of the other."""
    _remove(folder / NEW_NAME)


def _export(path: Path, old_key: bytes | None, new: Path, new_key: bytes | None) -> None:
    with _opened(path, old_key) as connection:
        # Folds the write-ahead log back, so that nothing lies beside the file that is replaced.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        key = f"x'{new_key.hex()}'" if new_key else ""
        connection.execute("ATTACH DATABASE ? AS new KEY ?", (str(new), key))
        connection.execute("SELECT sqlcipher_export('new')")
        connection.execute(f"PRAGMA new.application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA new.journal_mode = WAL")
        connection.execute("DETACH DATABASE new")


def _told(path: Path, key: bytes | None) -> list[tuple[str, int]]:
    """Return how many rows each table holds; raises NotRewritten of a file that is not whole."""
    with _opened(path, key) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise NotRewritten
        # What an index of words keeps are tables of its own: the virtual ones only show them.
        names = [str(row[0]) for row in connection.execute(_TABLES).fetchall()]
        counts = (connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)
        return list(zip(names, map(int, counts), strict=True))


def _put_in_place(new: Path, path: Path) -> None:
    for suffix in _BESIDE:
        _remove_one(new.with_name(new.name + suffix))
        # Of the old file; a log that is left would be played into the new one.
        _remove_one(path.with_name(path.name + suffix))
    with new.open("rb+") as written:
        os.fsync(written.fileno())
    new.replace(path)
    flush_folder(path.parent)


@contextmanager
def _opened(path: Path, key: bytes | None) -> Iterator[Connection]:
    """Open a book by SQLCipher, with or without a key: one connection has to read the one and write the other."""
    module = driver(b"")
    with closing(module.connect(str(path), isolation_level=None)) as connection:
        if key is not None:
            unlock(connection, key)
        prepare_connection(connection)
        yield connection


def _remove(path: Path) -> None:
    for suffix in ("", *_BESIDE):
        _remove_one(path.with_name(path.name + suffix))


def _remove_one(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.unlink()
