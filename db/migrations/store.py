"""Make, upgrade and recognise the file of a book. Alembic is imported only where the schema changes."""

import sqlite3
from contextlib import closing
from pathlib import Path

from db.trouble import telling

APPLICATION_ID = 0x50434D44  # "PCMD": tells our books from other SQLite files.
SCHEMA = "0011"


class NewerBook(Exception):
    """The book was written by a newer program."""

    def __init__(self, path: Path, schema: str) -> None:
        self.path = path
        self.schema = schema
        super().__init__(f"{path} has schema {schema}, this program {SCHEMA}")


class NotABook(Exception):
    """There is no book at this path: the file is missing, or is something else."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} is not a book")


def create_store(path: Path) -> None:
    """Make an empty book with the schema of this program; raises FileExistsError or TargetNotWritable."""
    if path.exists():
        raise FileExistsError(path)
    _migrate(path)
    with telling(path), closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def prepare_store(path: Path) -> bool:
    """Bring an existing book to the schema of this program and return whether it had an older one.

    Raises NotABook, NewerBook or TargetNotWritable.
    """
    schema = schema_of(path)
    if schema > SCHEMA:
        raise NewerBook(path, schema)
    if schema < SCHEMA:
        _migrate(path)
    return schema < SCHEMA


def schema_of(path: Path) -> str:
    """Return the schema revision of a book, read without SQLAlchemy; raises NotABook.

    Even reading writes beside the book: raises TargetNotWritable where the folder or the disk takes nothing.
    """
    if not path.is_file():
        raise NotABook(path)
    try:
        with telling(path):
            schemas = _schemas_in(path)
    except sqlite3.DatabaseError:
        schemas = []
    if not schemas:
        raise NotABook(path)
    return schemas[0]


def _schemas_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            return []
        return [str(row[0]) for row in connection.execute("SELECT version_num FROM alembic_version")]


def _migrate(path: Path) -> None:
    from alembic import command

    from db.migrations.configuration import alembic_config

    command.upgrade(alembic_config(path), "head")
