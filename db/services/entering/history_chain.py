"""Chain the log: give each step its hash before it is committed, and follow the chain through the whole log."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from db.rules.history_chain import BEGINNING, LoggedStep, chained

_STEP = text("SELECT id, at, who, reverts FROM step WHERE id = :id")
_BEFORE = text("SELECT hash FROM step WHERE id < :id ORDER BY id DESC LIMIT 1")
_ROWS = text(
    'SELECT table_name, row_id, "before", "after" FROM change WHERE step_id = :id ORDER BY id'
).execution_options(yield_per=1_000)
_ALL_STEPS = text("SELECT id, at, who, reverts, hash FROM step ORDER BY id").execution_options(
    yield_per=1_000
)
_ALL_ROWS = 'SELECT step_id, table_name, row_id, "before", "after" FROM change ORDER BY step_id, id'
_NO_ROWS: tuple[float, Iterator[Any]] = (float("inf"), iter(()))
_COUNTED = text("SELECT seq FROM sqlite_sequence WHERE name = 'step'")
_STRAYS = text("SELECT DISTINCT step_id FROM change WHERE step_id NOT IN (SELECT id FROM step) ORDER BY 1")
_HASH = text("SELECT hash FROM step WHERE id = :id")
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


class BreakKind(StrEnum):
    """How the chain breaks: a step or its rows are another, steps are gone, or rows belong to no step."""

    CHANGED = "changed"
    MISSING = "missing"
    STRAY = "stray"


@dataclass(frozen=True)
class Break:
    """A place where the log is not as it was written: steps from the first to the last, both counted."""

    kind: BreakKind
    first: int
    last: int


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
    """Follow the chain from the first step; every place where it does not hold is named.

    A transaction that was rolled back leaves no gap: SQLite takes its counter back with it. SQLite only, as the book.
    """
    connection = session.connection()
    steps, last, last_hash = 0, 0, BEGINNING
    breaks: list[Break] = []
    for number, stored, worked_out in _followed(connection):
        if number != last + 1:
            breaks.append(Break(BreakKind.MISSING, last + 1, number - 1))
        elif stored != worked_out:
            breaks.append(Break(BreakKind.CHANGED, number, number))
        steps, last, last_hash = steps + 1, number, stored
    counted = connection.execute(_COUNTED).scalar() or 0
    if counted > last:
        breaks.append(Break(BreakKind.MISSING, last + 1, counted))
    strays = connection.execute(_STRAYS).scalars()
    breaks.extend(Break(BreakKind.STRAY, number, number) for number in strays)
    return ChainState(steps, last, last_hash, tuple(breaks))


def hash_at(session: Session, step_id: int) -> str | None:
    """Return the hash of a step; none where it is not there."""
    return session.connection().execute(_HASH, {"id": step_id}).scalar()


def _followed(connection: Connection) -> Iterator[tuple[int, str, str]]:
    """Yield each step's number, its hash as stored, and as it follows from the stored one before it."""
    # Past SQLAlchemy's rows: a log of ten years has some hundred thousand.
    plain = connection.connection.cursor()
    rows = groupby(plain.execute(_ALL_ROWS), key=itemgetter(0))
    step_of_rows, group = next(rows, _NO_ROWS)
    before = BEGINNING
    for number, at, who, reverts, stored in connection.execute(_ALL_STEPS):
        while step_of_rows < number:
            step_of_rows, group = next(rows, _NO_ROWS)
        mine = (row[1:] for row in group) if step_of_rows == number else ()
        yield number, stored, chained(before, LoggedStep(number, at, who, reverts), mine)
        before = stored
