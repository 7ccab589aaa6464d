"""Chain the log: give each step its hash before it is committed."""

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from db.rules.history_chain import BEGINNING, LoggedStep, chained

_STEP = text("SELECT id, at, who, reverts FROM step WHERE id = :id")
_BEFORE = text("SELECT hash FROM step WHERE id < :id ORDER BY id DESC LIMIT 1")
_ROWS = text(
    'SELECT table_name, row_id, "before", "after" FROM change WHERE step_id = :id ORDER BY id'
).execution_options(yield_per=1_000)
_SEAL = text("UPDATE step SET hash = :hash WHERE id = :id")


def seal(session: Session) -> None:
    """Chain the step of this session, where it changed something, to the one before; nothing may change after it."""
    session.flush()
    step_id = session.info.get("step_id")
    if step_id is not None:
        connection = session.connection()
        connection.execute(_SEAL, {"id": step_id, "hash": hash_of(connection, step_id)})


def hash_of(connection: Connection, step_id: int) -> str:
    """Return the hash that a step has after the one before it, by what the log holds now."""
    named = {"id": step_id}
    before = connection.execute(_BEFORE, named).scalar() or BEGINNING
    step = LoggedStep(*connection.execute(_STEP, named).one())
    return chained(before, step, connection.execute(_ROWS, named))
