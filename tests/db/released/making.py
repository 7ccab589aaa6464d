"""Make the small book of the newest schema, once, when it is released: `python -m tests.db.released.making`.

One that is there is never made again: it is what a program of its day wrote.
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from db.migrations.configuration import alembic_config
from db.migrations.store import APPLICATION_ID, SCHEMA
from db.services.entering.history_chain import hash_of
from db.services.searching import search_index
from tests.db.released.dumping import dumped, fixture
from tests.db.released.typed_values import ROWS, Column, typed_value

# Numbers given to rows that were deleted since: none may be given again.
_DELETED = 4


def make(schema: str) -> Path:
    """Write the small book of a schema and return its path; raises FileExistsError where there is one."""
    path = fixture(schema)
    if path.exists():
        raise FileExistsError(path)
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.db"
        migrate(book, schema)
        _fill(book)
        _finish(book, schema)
        path.write_text(dumped(book), encoding="utf-8", newline="\n")
    return path


def migrate(path: Path, schema: str) -> None:
    """Make an empty book of a schema."""
    command.upgrade(alembic_config(path), schema)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def record_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables of records: all but Alembic's, SQLite's and those of the index of words."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'search_%' AND name <> 'alembic_version' ORDER BY rowid"
    )
    return [name for (name,) in names]


def _fill(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for table in record_tables(connection):
            columns = _columns(connection, table)
            for row in range(1, 2 if table == "office" else ROWS + 1):
                blanks = ", ".join("?" * len(columns))
                values = [typed_value(column, row) for column in columns]
                connection.execute(f'INSERT INTO "{table}" VALUES ({blanks})', values)
        connection.execute("UPDATE sqlite_sequence SET seq = seq + ?", (_DELETED,))
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise ValueError(f"rows that name none: {broken}")
        connection.commit()


def _columns(connection: sqlite3.Connection, table: str) -> list[Column]:
    parents = {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')}
    described = connection.execute(f'PRAGMA table_info("{table}")')
    return [
        Column(table, name, kind, bool(required), parents.get(name))
        for _, name, kind, required, *_ in described
    ]


def _finish(path: Path, schema: str) -> None:
    """Do what a program does before it commits: the index of words since 0005, the chain of the log since 0011."""
    engine = create_engine(f"sqlite:///{path.as_posix()}")
    with Session(engine) as session:
        if schema >= "0005":
            search_index.catch_up(session)
        connection = session.connection()
        if schema >= "0011":
            for number in range(1, ROWS + 1):
                sealed = {"hash": hash_of(connection, number), "id": number}
                connection.exec_driver_sql("UPDATE step SET hash = :hash WHERE id = :id", sealed)
        session.commit()
    engine.dispose()


if __name__ == "__main__":
    sys.stdout.write(f"{make(SCHEMA)}\n")
