"""Make, upgrade and recognise the file of a book. Alembic is imported only where the schema changes."""

from contextlib import closing
from pathlib import Path

from db.connections import connect, database_errors
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


def create_store(path: Path, key: bytes | None = None) -> None:
    """Make an empty book with the schema of this program; raises FileExistsError or TargetNotWritable."""
    if path.exists():
        raise FileExistsError(path)
    _migrate(path, key)
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
    """Return the schema revision of a book, read without SQLAlchemy; raises NotABook.

    Even reading writes beside the book: raises TargetNotWritable where the folder or the disk takes nothing.
    """
    if not path.is_file():
        raise NotABook(path)
    try:
        with telling(path):
            schemas = _schemas_in(path, key)
    except database_errors():
        schemas = []
    if not schemas:
        raise NotABook(path)
    return schemas[0]


def _schemas_in(path: Path, key: bytes | None) -> list[str]:
    with closing(connect(path, key=key, read_only=True)) as connection:
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            return []
        return [str(row[0]) for row in connection.execute("SELECT version_num FROM alembic_version")]


def _migrate(path: Path, key: bytes | None) -> None:
    from alembic import command

    from db.migrations.configuration import alembic_config

    command.upgrade(alembic_config(path, key), "head")
