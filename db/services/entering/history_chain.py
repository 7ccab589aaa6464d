"""Chain the log: give each step its hash before it is committed, and follow the chain through the whole log."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from db.rules.history_chain import BEGINNING, LoggedStep, chained

_STEP = "SELECT id, at, who, reverts FROM step WHERE id = ?"
_BEFORE = "SELECT hash FROM step WHERE id < ? ORDER BY id DESC LIMIT 1"
_ROWS = 'SELECT table_name, row_id, "before", "after" FROM change WHERE step_id = ? ORDER BY id'
_SEAL = text("UPDATE step SET hash = :hash WHERE id = :id")
_ALL_STEPS = "SELECT id, at, who, reverts, hash FROM step ORDER BY id"
_ALL_ROWS = 'SELECT step_id, table_name, row_id, "before", "after" FROM change ORDER BY step_id, id'
_NO_ROWS: tuple[float, Iterator[Any]] = (float("inf"), iter(()))
_COUNTED = "SELECT max(seq) FROM sqlite_sequence WHERE name = 'step'"
_STRAYS = "SELECT DISTINCT step_id FROM change WHERE step_id NOT IN (SELECT id FROM step) ORDER BY 1"
_HASH = text("SELECT hash FROM step WHERE id = :id")


def seal(session: Session) -> None:
    """Chain the step of this session, where it changed something, to the one before; nothing may change after it."""
    session.flush()
    step_id = session.info.get("step_id")
    connection = session.connection()
    # A step that was rolled back is none.
    if step_id is not None and _plain(connection).execute(_STEP, (step_id,)).fetchone() is not None:
        connection.execute(_SEAL, {"id": step_id, "hash": hash_of(connection, step_id)})


def hash_of(connection: Connection, step_id: int) -> str:
    """Return the hash that a step has after the one before it, by what the log holds now."""
    # Past SQLAlchemy's rows: an import of a long list has some ten thousand.
    plain = _plain(connection)
    before = plain.execute(_BEFORE, (step_id,)).fetchone()
    step = LoggedStep(*plain.execute(_STEP, (step_id,)).fetchone())
    return chained(before[0] if before else BEGINNING, step, plain.execute(_ROWS, (step_id,)))


class BreakKind(StrEnum):
    """How the chain breaks: a step or its rows are another, steps are gone, or rows belong to no step."""

    CHANGED = "changed"
    MISSING = "missing"
    STRAY = "stray"


@dataclass(frozen=True)
class Break:
    """A place where the log is not as it was written: steps from the first to the last, both counted.

    `said` is when and by whom a step that was changed says it was made.
    """

    kind: BreakKind
    first: int
    last: int
    said: str = field(default="", compare=False)


@dataclass(frozen=True)
class ChainState:
    """What the log's chain says: how many steps there are, the last one and its hash, and where it breaks.

    An earlier backup tells another last step: that one must stand in this log with the same hash (`hash_at`).
    """

    steps: int
    last_step: int
    last_hash: str
    breaks: tuple[Break, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether the log is as it was written, as far as a chain without a secret can tell."""
        return not self.breaks


def verify(session: Session) -> ChainState:
    """Follow the chain from the first step; every place where it does not hold is named. SQLite only, as the book."""
    return follow(_plain(session.connection()))


def follow(connection: Any) -> ChainState:
    """Follow the chain of the book behind an open connection of sqlite3's kind.

    A transaction that was rolled back leaves no gap: SQLite takes its counter back with it.
    """
    steps, last, last_hash = 0, 0, BEGINNING
    breaks: list[Break] = []
    for step, stored, worked_out in _followed(connection):
        if step.id != last + 1:
            breaks.append(Break(BreakKind.MISSING, last + 1, step.id - 1))
        elif stored != worked_out:
            breaks.append(Break(BreakKind.CHANGED, step.id, step.id, f"{step.at} {step.who}"))
        steps, last, last_hash = steps + 1, step.id, stored
    counted = connection.execute(_COUNTED).fetchone()[0] or 0
    if counted > last:
        breaks.append(Break(BreakKind.MISSING, last + 1, counted))
    strays = connection.execute(_STRAYS).fetchall()
    breaks.extend(Break(BreakKind.STRAY, number, number) for (number,) in strays)
    return ChainState(steps, last, last_hash, tuple(breaks))


def hash_at(session: Session, step_id: int) -> str | None:
    """Return the hash of a step; none where it is not there."""
    return session.connection().execute(_HASH, {"id": step_id}).scalar()


def _followed(connection: Any) -> Iterator[tuple[LoggedStep, str, str]]:
    """Yield each step, its hash as stored, and as it follows from the stored one before it."""
    rows = groupby(connection.execute(_ALL_ROWS), key=itemgetter(0))
    step_of_rows, group = next(rows, _NO_ROWS)
    before = BEGINNING
    for *said, stored in connection.execute(_ALL_STEPS):
        step = LoggedStep(*said)
        while step_of_rows < step.id:
            step_of_rows, group = next(rows, _NO_ROWS)
        mine = (row[1:] for row in group) if step_of_rows == step.id else ()
        yield step, stored, chained(before, step, mine)
        before = stored


def _plain(connection: Connection) -> Any:
    return connection.connection.driver_connection
