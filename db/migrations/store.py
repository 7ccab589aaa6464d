"""Make, upgrade and recognise the file of a book. Alembic is imported only where the schema changes."""

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x50434D44  # "PCMD": tells our books from other SQLite files.
SCHEMA = "0001"


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
    """Make an empty book with the schema of this program; raises FileExistsError."""
    if path.exists():
        raise FileExistsError(path)
    _migrate(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()


def prepare_store(path: Path) -> None:
    """Bring an existing book to the schema of this program; raises NotABook or NewerBook."""
    schema = schema_of(path)
    if schema > SCHEMA:
        raise NewerBook(path, schema)
    if schema < SCHEMA:
        _migrate(path)


def schema_of(path: Path) -> str:
    """Return the schema revision of a book, read without SQLAlchemy; raises NotABook."""
    if not path.is_file():
        raise NotABook(path)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        if application_id != APPLICATION_ID:
            raise NotABook(path)
        schemas = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.DatabaseError:
        raise NotABook(path) from None
    finally:
        connection.close()
    if not schemas:
        raise NotABook(path)
    return str(schemas[0][0])


def _migrate(path: Path) -> None:
    from alembic import command

    from db.migrations.configuration import alembic_config

    command.upgrade(alembic_config(path), "head")
