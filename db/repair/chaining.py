"""The log of a repaired book: steps that were lost leave their numbers, and the chain begins anew."""

import json
import sqlite3
from collections.abc import Mapping

from sqlalchemy.orm import Session

from db.rules.history_chain import BEGINNING, LoggedStep, chained
from db.services.entering import history_chain
from db.services.entering.change_log import LoggedRow, log_rows

# Under this name the log tells of the repair itself.
REPAIR = "repair"
_STEPS = "SELECT id, at, who, reverts FROM step ORDER BY id"
_ROWS = 'SELECT table_name, row_id, "before", "after" FROM change WHERE step_id = ? ORDER BY id'
_UNKNOWN = "1970-01-01 00:00:00.000000"


def fill_gaps(new: sqlite3.Connection, who: str) -> None:
    """Give every number of the log a step, empty where it was lost: what remains of its rows keeps its place."""
    held = dict(new.execute("SELECT id, at FROM step"))
    counted = new.execute("SELECT seq FROM sqlite_sequence WHERE name = 'step'").fetchone()
    named = new.execute("SELECT max(step_id) FROM change").fetchone()[0] or 0
    last, at, lost = max([*held, named, counted[0] if counted else 0]), _UNKNOWN, []
    for number in range(1, last + 1):
        at = held.get(number, at)
        if number not in held:
            lost.append((number, at, who))
    new.executemany("INSERT INTO step (id, at, who) VALUES (?, ?, ?)", lost)


def begin_anew(session: Session, counts: Mapping[str, int]) -> bool:
    """Log the repair as a step; where the log is not whole, chain it anew first and return True."""
    state = history_chain.verify(session)
    if not state.is_whole:
        _chain(session)
    said = {"counts": dict(counts), "chained_anew": not state.is_whole, "last_hash_before": state.last_hash}
    log_rows(session, REPAIR, [LoggedRow(0, None, json.dumps(said, sort_keys=True))])
    return not state.is_whole


def _chain(session: Session) -> None:
    connection, last = session.connection(), BEGINNING
    for row in connection.exec_driver_sql(_STEPS).fetchall():
        step = LoggedStep(*row)
        last = chained(last, step, connection.exec_driver_sql(_ROWS, (step.id,)))
        connection.exec_driver_sql("UPDATE step SET hash = ? WHERE id = ?", (last, step.id))
