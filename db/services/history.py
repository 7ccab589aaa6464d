"""The log of changes: every row that is added, changed or deleted, grouped in steps that can be taken back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Date, DateTime, event, insert, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.orm.attributes import set_committed_value

from db.records import Base, Change, Draft, Return, Step, UnitList
from db.records.base import Kept, Thousandths

# Units are not taken back (records rest on them), so the list they came from stays too.
# A return that left the office was said; only another revision answers it.
_UNLOGGED = (Step, Change, Draft, UnitList, Return)

# Far below the most values that SQLite takes in one statement.
_LONGEST_RUN = 500


class ChangedSince(Exception):
    """A step cannot be taken back because the row was changed again later."""

    def __init__(self, table: str, row_id: int) -> None:
        self.table = table
        self.row_id = row_id
        super().__init__(f"{table} {row_id} was changed since")


def attach(session: Session) -> None:
    """Log every change that is flushed in this session. `session.info` brings `who` and `clock`."""
    event.listen(session, "before_flush", _stamp)
    event.listen(session, "after_flush", _log)


def revert(session: Session, step_id: int) -> None:
    """Take a step back, row by row from its last. It is a step itself, to be reverted too.

    Raises ChangedSince where a row, or one it belongs to, is no longer as the step left it; the session must then be
    given up: rows before it are already back.
    """
    session.info["reverting"] = True
    changes = session.scalars(
        select(Change).where(Change.step_id == step_id).order_by(Change.id.desc())
    ).all()
    for run in _runs(changes):
        # Read before the flush: a failed one leaves nothing to read.
        changed_since = ChangedSince(run[0].table_name, run[0].row_id)
        rows = _rows(session, run)
        for change in run:
            _revert_row(session, change, rows.get(change.row_id))
        try:
            session.flush()
        except IntegrityError:  # What it belonged to is gone, or its place is taken.
            raise changed_since from None


def _runs(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Part changes into what can go back in one flush: rows of one table that all come, all go or all change.

    Within a flush nobody knows which comes first, so what depends on that goes row by row.
    """
    run: list[Change] = []
    for change in changes:
        if run and (len(run) == _LONGEST_RUN or _sort(change) != _sort(run[0]) or _goes_alone(change)):
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _sort(change: Change) -> tuple[str, bool, bool]:
    return change.table_name, change.before is None, change.after is None


def _goes_alone(change: Change) -> bool:
    """Tell whether a row belongs to others of its table, or gave up a place that another may have taken."""
    table: Any = CLASSES[change.table_name].__table__
    if any(key.column.table is table for key in table.foreign_keys):
        return True
    if change.before is None or change.after is None:
        return False
    before, after = json.loads(change.before), json.loads(change.after)
    places = {column.name for index in table.indexes if index.unique for column in index.columns}
    return any(before[key] != after[key] for key in places)


def _rows(session: Session, run: Sequence[Change]) -> dict[int, Any]:
    """Return the rows that a run speaks of, read at once."""
    mapped: Any = CLASSES[run[0].table_name]
    found = session.scalars(select(mapped).where(mapped.id.in_([change.row_id for change in run])))
    return {row.id: row for row in found}


def _revert_row(session: Session, change: Change, row: Any) -> None:
    mapped = CLASSES[change.table_name]
    if (None if row is None else row_json(row)) != change.after:
        raise ChangedSince(change.table_name, change.row_id)
    if change.before is None:
        session.delete(row)
        return
    values = row_values(mapped, json.loads(change.before))
    if row is None:
        session.add(mapped(**values))
        return
    for key, value in values.items():
        setattr(row, key, value)


def _stamp(session: Session, *_: Any) -> None:
    if session.info.get("reverting"):
        return  # A row that is taken back gets its earlier stamps too.
    now, who = session.info["clock"](), session.info["who"]
    touched = (*session.new, *(row for row in session.dirty if session.is_modified(row)))
    for row in (row for row in touched if isinstance(row, Kept)):
        row.changed_at, row.changed_by = now, who
        if row.created_at is None:
            row.created_at, row.created_by = now, who


def _log(session: Session, _: UOWTransaction) -> None:
    # Parents come before and go after their children, so that going backwards never leaves a child alone.
    new, deleted = sorted(session.new, key=_depth), sorted(session.deleted, key=_depth, reverse=True)
    for row in new:
        _complete(row)
    rows: list[tuple[Any, str | None, str | None]] = [(row, None, row_json(row)) for row in new]
    rows += [(row, _plain_before(row), row_json(row)) for row in session.dirty if session.is_modified(row)]
    rows += [(row, _plain_before(row), None) for row in deleted]
    logged = [_change(row, before, after) for row, before, after in rows if not isinstance(row, _UNLOGGED)]
    if logged:
        step_id = _step_id(session)
        session.execute(insert(Change), [{"step_id": step_id, **change} for change in logged])


def _complete(row: Base) -> None:
    # What was never set is unknown to SQLAlchemy, not empty: changed later, its value before would be lost.
    for key in _column_keys(type(row)):
        if key not in row.__dict__:
            set_committed_value(row, key, getattr(row, key))


def _depth(row: Any) -> int:
    return _DEPTHS[row.__tablename__]


def _change(row: Any, before: str | None, after: str | None) -> dict[str, Any]:
    return {"table_name": row.__tablename__, "row_id": row.id, "before": before, "after": after}


def _step_id(session: Session) -> int:
    if "step_id" not in session.info:
        step = insert(Step).values(at=session.info["clock"](), who=session.info["who"]).returning(Step.id)
        session.info["step_id"] = session.execute(step).scalar_one()
    return int(session.info["step_id"])


def row_json(row: Base) -> str:
    """Return a row as the JSON object of its columns, as the log keeps it."""
    return _json({key: getattr(row, key) for key in _column_keys(type(row))})


@cache
def _column_keys(mapped: type[Base]) -> tuple[str, ...]:
    return tuple(column.key for column in inspect(mapped).column_attrs)


def _plain_before(row: Base) -> str:
    state = inspect(row)
    values = {}
    for column in state.mapper.column_attrs:
        replaced = state.attrs[column.key].history.deleted
        values[column.key] = replaced[0] if replaced else getattr(row, column.key)
    return _json(values)


def _json(values: Mapping[str, Any]) -> str:
    return _ENCODER.encode(values)


def _plain_value(value: date | Decimal) -> str:
    return str(value.normalize()) if isinstance(value, Decimal) else value.isoformat()


def row_values(mapped: type[Base], plain: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a row's columns from its parsed JSON object."""
    columns = mapped.__table__.columns
    return {key: _value(columns[key].type, value) for key, value in plain.items()}


def _value(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return Decimal(value) if isinstance(kind, Thousandths) else value


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_plain_value, sort_keys=True)
CLASSES: Mapping[str, type[Base]] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers
}
_DEPTHS: Mapping[str, int] = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
