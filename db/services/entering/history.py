"""Undo: a step of the log taken back, in the order in which it goes back."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.records import Change, Plan, PlanAmendment, ScoreStep
from db.rules.plan_states import LOCKED_STATES
from db.rules.rights import Right
from db.rules.scoring.chain import APPROVING
from db.services.entering import many_rows
from db.services.entering.change_log import LoggedRow, classes, row_json, row_values, taken_back
from db.services.entering.noted import noted_rows, steps_of_accounts
from db.services.rights import want

Tell = Callable[[int, int], None]

# Far below the most values that SQLite takes in one statement.
_LONGEST_RUN = 500


class ChangedSince(Exception):
    """A step cannot be taken back because the row was changed again later."""

    def __init__(self, table: str, row_id: int) -> None:
        self.table = table
        self.row_id = row_id
        super().__init__(f"{table} {row_id} was changed since")


@dataclass(frozen=True)
class _Logged:
    table_name: str
    row_id: int
    before: str | None
    after: str | None


def size(session: Session, step_id: int) -> int:
    """Return how many rows go back where a step is taken back; none of one that was only noted."""
    return session.scalar(select(func.count()).where(*_of_step(step_id))) or 0


def can_revert(session: Session, step_id: int) -> bool:
    """Tell whether a step changed anything that goes back: what is only noted (`noted.NOTED`) stays."""
    return session.scalar(select(Change.id).where(*_of_step(step_id)).limit(1)) is not None


def revert(
    session: Session, step_id: int, tell: Tell | None = None, only: Collection[int] | None = None
) -> None:
    """Take a step back, row by row from its last. It is a step itself, to be reverted too.

    `tell` hears of rows done and of all rows; `only` these changes of the step go back, where they are given.
    Raises ChangedSince where a row, or one it belongs to, is no longer as the step left it; the session must then be
    given up: rows before it are already back. Raises NotAllowed for a step that approved something, where who asks
    may not approve.
    """
    changes, done = _changes(session, step_id, only), 0
    for change in changes:
        _want_right(session, change)
    session.info["reverting"] = step_id
    for run in _runs(changes):
        try:
            _revert_run(session, run)
            session.flush()
        except IntegrityError:  # What it belonged to is gone, or its place is taken.
            raise ChangedSince(run[0].table_name, run[0].row_id) from None
        done += len(run)
        if tell is not None:
            tell(done, len(changes))


def _want_right(session: Session, change: _Logged) -> None:
    before, after = (json.loads(text) if text else {} for text in (change.before, change.after))
    if change.table_name == ScoreStep.__tablename__:
        approves = {row.get("step") for row in (before, after)} & APPROVING
    elif change.table_name == Plan.__tablename__:
        approves = (
            before.get("state") != after.get("state")
            and {row.get("state") for row in (before, after)} & LOCKED_STATES
        )
    elif change.table_name == PlanAmendment.__tablename__:
        approves = before.get("after") != after.get("after")  # Issued: what the plan says from then on.
    else:
        return
    if approves:
        want(session, Right.APPROVE)


def _of_step(step_id: int) -> tuple[ColumnElement[bool], ...]:
    goes_back = Change.table_name.in_(taken_back()), ~noted_rows(), ~steps_of_accounts()
    return Change.step_id == step_id, *goes_back


def _changes(session: Session, step_id: int, only: Collection[int] | None) -> list[_Logged]:
    """Return the changes of a step that go back, the last first."""
    columns = Change.id, Change.table_name, Change.row_id, Change.before, Change.after
    rows = session.execute(select(*columns).where(*_of_step(step_id)).order_by(Change.id.desc()))
    wanted = (row for row in rows if only is None or row.id in only)
    return [_Logged(row.table_name, row.row_id, row.before, row.after) for row in wanted]


def _runs(changes: Iterable[_Logged]) -> Iterator[list[_Logged]]:
    """Part changes into what can go back in one flush: rows of one table that all come, all go or all change.

    Within a flush nobody knows which comes first, so what depends on that goes row by row.
    """
    run: list[_Logged] = []
    for change in changes:
        if run and (len(run) == _LONGEST_RUN or _sort(change) != _sort(run[0]) or _goes_alone(change)):
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _sort(change: _Logged) -> tuple[str, bool, bool]:
    return change.table_name, change.before is None, change.after is None


def _goes_alone(change: _Logged) -> bool:
    """Tell whether a row belongs to others of its table, or gave up a place that another may have taken."""
    table: Any = classes()[change.table_name].__table__
    if any(key.column.table is table for key in table.foreign_keys):
        return True
    if change.before is None or change.after is None:
        return False
    before, after = json.loads(change.before), json.loads(change.after)
    places = {column.name for index in table.indexes if index.unique for column in index.columns}
    return any(before[key] != after[key] for key in places)


def _revert_run(session: Session, run: Sequence[_Logged]) -> None:
    first, mapped = run[0], classes()[run[0].table_name]
    if many_rows.are_simple(mapped) and (first.before is None or first.after is None):
        _revert_together(session, run)
        return
    rows = _rows(session, run)
    for change in run:
        _revert_row(session, change, rows.get(change.row_id))


def _revert_together(session: Session, run: Sequence[_Logged]) -> None:
    mapped = classes()[run[0].table_name]
    held = many_rows.texts(session, mapped, [change.row_id for change in run])
    for change in run:
        _check_same(change, held.get(change.row_id))
    if run[0].before is None:
        many_rows.take_out(session, mapped, [LoggedRow(change.row_id, change.after, None) for change in run])
        return
    before = (json.loads(change.before or "{}") for change in run)
    many_rows.bring_back(session, mapped, [row_values(mapped, plain) for plain in before])


def _rows(session: Session, run: Sequence[_Logged]) -> dict[int, Any]:
    """Return the rows that a run speaks of, read at once."""
    mapped: Any = classes()[run[0].table_name]
    found = session.scalars(select(mapped).where(mapped.id.in_([change.row_id for change in run])))
    return {row.id: row for row in found}


def _revert_row(session: Session, change: _Logged, row: Any) -> None:
    mapped = classes()[change.table_name]
    _check_same(change, None if row is None else row_json(row))
    if change.before is None:
        session.delete(row)
        return
    values = row_values(mapped, json.loads(change.before))
    if row is None:
        session.add(mapped(**values))
        return
    for key, value in values.items():
        setattr(row, key, value)


def _check_same(change: _Logged, now: str | None) -> None:
    if now != change.after:
        raise ChangedSince(change.table_name, change.row_id)
