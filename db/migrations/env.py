"""Run migrations on a book in one transaction, foreign keys off so that a rebuilt table keeps its children."""

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
        context.run_migrations()
        broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
        if broken:
            raise RuntimeError(f"migration broke {len(broken)} references")


def _without_guesses(connection: Any, _: Any) -> None:
    # Left to itself sqlite3 begins no transaction before DDL, and half a migration would stay.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = OFF")


def _migrate(path: Path, key: bytes | None) -> None:
    engine = create_engine(
        URL.create("sqlite", database=path.as_posix()),
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
