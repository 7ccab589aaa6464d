"""Make, upgrade and recognise the file of a book. Alembic is imported only where the schema changes."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal

from db.connections import connect, database_errors, is_plain
from db.trouble import BookDamaged, telling

APPLICATION_ID = 0x50434D44  # "PCMD": tells our books from other SQLite files.
SCHEMA = "0011"

Found = Literal["missing", "empty", "other"]
# No other program has tables of all these names.
_OURS = {"office", "step", "change"}
_PAGE = 4096
_REVISION = re.compile(r"\d{4}")


class NewerBook(Exception):
    """The book was written by a newer program."""

    def __init__(self, path: Path, schema: str) -> None:
        self.path = path
        self.schema = schema
        super().__init__(f"{path} has schema {schema}, this program {SCHEMA}")


class NotABook(Exception):
    """There is no book at this path: the file is `missing`, `empty`, or `other`: something else, or another key's."""

    def __init__(self, path: Path, found: Found = "other") -> None:
        self.path = path
        self.found = found
        super().__init__(f"{path} is not a book: {found}")


def create_store(path: Path, key: bytes | None = None, schema: str = SCHEMA) -> None:
    """Make an empty book, of this program's schema or an earlier one; raises FileExistsError or TargetNotWritable."""
    if path.exists():
        raise FileExistsError(path)
    _migrate(path, key, schema)
    with telling(path), closing(connect(path, key=key)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def prepare_store(path: Path, key: bytes | None = None) -> bool:
    """Bring an existing book to the schema of this program and return whether it had an older one.

    Raises NotABook (also for a key that is not the book's), NewerBook or TargetNotWritable.
    """
    schema = schema_of(path, key)
    if schema > SCHEMA:
        raise NewerBook(path, schema)
    if schema < SCHEMA:
        _migrate(path, key)
    return schema < SCHEMA


def schema_of(path: Path, key: bytes | None = None) -> str:
    """Return the schema revision of a book, read without SQLAlchemy; raises NotABook, or BookDamaged of one of ours.

    Even reading writes beside the book: raises TargetNotWritable where the folder or the disk takes nothing.
    """
    if not path.is_file():
        raise NotABook(path, "missing")
    if not path.stat().st_size:
        raise NotABook(path, "empty")
    try:
        with telling(path):
            return _schema_in(path, key)
    except _unreadable() as error:
        raise (BookDamaged(path) if _may_be_ours(path, key, error) else NotABook(path)) from error


def _unreadable() -> tuple[type[Exception], ...]:
    # SQLite quotes the schema that it cannot read, and Python cannot read that.
    return BookDamaged, UnicodeDecodeError, *database_errors()


def _may_be_ours(path: Path, key: bytes | None, error: Exception) -> bool:
    """Tell damage from what is somebody else's file, or wants another key."""
    if is_plain(path):
        return path.stat().st_size >= _PAGE
    return key is not None and getattr(error.__cause__, "sqlite_errorcode", 0) != sqlite3.SQLITE_NOTADB


def _schema_in(path: Path, key: bytes | None) -> str:
    # A migration that was cut off in a book without a write-ahead log left a journal: reading cannot roll it back.
    cut_off = path.with_name(f"{path.name}-journal").exists()
    with closing(connect(path, key=key, read_only=not cut_off)) as connection:
        own = connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        tables = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master")}
        # A mark that was overwritten does not make another program's file of a book.
        if not tables.issuperset(_OURS):
            raise NotABook(path)
        found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if not own or len(found) != 1 or not _REVISION.fullmatch(str(found[0][0])):
        raise BookDamaged(path)
    return str(found[0][0])


def _migrate(path: Path, key: bytes | None, schema: str = SCHEMA) -> None:
    from alembic import command

    from db.migrations.configuration import alembic_config

    command.upgrade(alembic_config(path, key), schema)
