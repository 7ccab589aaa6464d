"""What a session asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from db.sessions import Session


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """The statements that are executed meanwhile; the beginning of a transaction is none."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            heard.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", hear)
    yield heard
    event.remove(engine, "before_cursor_execute", hear)
