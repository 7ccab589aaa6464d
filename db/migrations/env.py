"""Run migrations on a book in one transaction, foreign keys off so that a rebuilt table keeps its children."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal

from alembic import context
from sqlalchemy import URL, Connection, NullPool, create_engine, event, text

from db.connections import connect, driver
from db.migrations.configuration import is_mapped
from db.records import Base
from db.records.base import Thousandths
from db.sessions import trouble_of

_GIVEN = text(
    "INSERT INTO sqlite_sequence (name, seq) SELECT name, :seq FROM sqlite_master "
    "WHERE type = 'table' AND name = :name AND name NOT IN (SELECT name FROM sqlite_sequence)"
)


def _without_own_types(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write our own column types as what the database holds: a migration outlives the classes of its day."""
    return "sa.Integer()" if kind == "type" and isinstance(item, Thousandths) else False


def _run(connection: Connection) -> None:
    context.configure(
        connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        render_item=_without_own_types,
        include_object=is_mapped,
    )
    with context.begin_transaction():
        given = _numbers_given(connection)
        context.run_migrations()
        _keep_numbers(connection, given)
        broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
        if broken:
            raise RuntimeError(f"migration broke {len(broken)} references")


def _numbers_given(connection: Connection) -> Sequence[Any]:
    if not connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")).first():
        return []
    return connection.execute(text("SELECT name, seq FROM sqlite_sequence")).mappings().all()


def _keep_numbers(connection: Connection, given: Sequence[Any]) -> None:
    """Let no table count anew: rebuilt, it knows its rows, and not those that were deleted and may come back."""
    for row in given:
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name AND seq < :seq"), row)
        connection.execute(_GIVEN, row)


def _without_guesses(connection: Any, _: Any) -> None:
    # Left to itself sqlite3 begins no transaction before DDL, and half a migration would stay.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = OFF")


def _migrate(path: Path, key: bytes | None) -> None:
    engine = create_engine(
        URL.create("sqlite", database=path.as_posix()),
        hide_parameters=True,
        module=driver(key),
        creator=partial(connect, path, key=key),
        poolclass=NullPool,
    )
    event.listen(engine, "connect", _without_guesses)
    event.listen(engine, "handle_error", lambda context: trouble_of(context, path))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.connect() as connection:
        _run(connection)
        connection.commit()
    engine.dispose()


_migrate(context.config.attributes["book"], context.config.attributes["key"])
