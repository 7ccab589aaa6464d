"""The log of changes: every row that is added, changed or deleted, grouped in steps; a row as the log writes it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Date, DateTime, event, insert, inspect
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.orm.attributes import set_committed_value

from db import records
from db.records import Change, Draft, Step
from db.records.base import Base, Kept, Thousandths
from db.services.entering.noted import noted_values

_UNLOGGED = (Step, Change, Draft)


@dataclass(frozen=True)
class LoggedRow:
    """A row's number, and the row as JSON before and after; none where it did not exist."""

    id: int
    before: str | None
    after: str | None


def attach(session: Session) -> None:
    """Log every change that is flushed in this session. `session.info` brings `who` and `clock`."""
    classes()  # What a flush writes is put in the order of all tables that it names.
    event.listen(session, "before_flush", _stamp)
    event.listen(session, "after_flush", _log)


def stamps_of_new(session: Session, mapped: type[Base]) -> dict[str, Any]:
    """Return who and when, for new rows of a class; nothing of one that keeps neither."""
    if not issubclass(mapped, Kept):
        return {}
    now, who = session.info["clock"](), session.info["who"]
    return {"created_at": now, "created_by": who, "changed_at": now, "changed_by": who}


def log_rows(session: Session, table: str, rows: Iterable[LoggedRow]) -> None:
    """Log rows of one table that were written without the session's flush, in the order in which they were."""
    step_id = _step_id(session)
    logged = [
        {"step_id": step_id, "table_name": table, "row_id": row.id, "before": row.before, "after": row.after}
        for row in rows
    ]
    session.execute(insert(Base.metadata.tables[Change.__tablename__]), logged)


def row_json(row: Base) -> str:
    """Return a row as the JSON object of its columns, as the log keeps it."""
    mapped = type(row)
    return values_json(noted_values(mapped, {key: getattr(row, key) for key in column_keys(mapped)}))


def values_json(values: Mapping[str, Any]) -> str:
    """Return the values of all columns of a row as `row_json` does."""
    return _ENCODER.encode(values)


@cache
def classes() -> Mapping[str, type[Base]]:
    """Return all mapped classes by their tables."""
    return {mapper.class_.__tablename__: mapper.class_ for mapper in records.Base.registry.mappers}


@cache
def taken_back() -> tuple[str, ...]:
    """Return the tables whose rows may go back where a step is taken back.

    Accounts are logged here, and have no rows here.
    """
    return tuple(table for table, mapped in classes().items() if mapped not in _UNLOGGED)


@cache
def column_keys(mapped: type[Base]) -> tuple[str, ...]:
    """Return the keys of a class's columns."""
    return tuple(column.key for column in inspect(mapped).column_attrs)


def row_values(mapped: type[Base], plain: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a row's columns from its parsed JSON object."""
    columns = mapped.__table__.columns
    return {key: _value(columns[key].type, value) for key, value in plain.items()}


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
    new, dirty, deleted = map(_to_log, (session.new, session.dirty, session.deleted))
    new.sort(key=_depth)
    deleted.sort(key=_depth, reverse=True)
    for row in new:
        _complete(row)
    rows: list[tuple[Any, str | None, str | None]] = [(row, None, row_json(row)) for row in new]
    rows += [(row, _plain_before(row), row_json(row)) for row in dirty if session.is_modified(row)]
    rows += [(row, _plain_before(row), None) for row in deleted]
    if rows:
        step_id = _step_id(session)
        session.execute(insert(Change), [{"step_id": step_id, **_change(*row)} for row in rows])


def _to_log(rows: Iterable[Any]) -> list[Any]:
    return [row for row in rows if not isinstance(row, _UNLOGGED)]


def _complete(row: Base) -> None:
    # What was never set is unknown to SQLAlchemy, not empty: changed later, its value before would be lost.
    for key in column_keys(type(row)):
        if key not in row.__dict__:
            set_committed_value(row, key, getattr(row, key))


def _depth(row: Any) -> int:
    return _depths()[row.__tablename__]


@cache
def _depths() -> Mapping[str, int]:
    return {table.name: place for place, table in enumerate(records.Base.metadata.sorted_tables)}


def _change(row: Any, before: str | None, after: str | None) -> dict[str, Any]:
    return {"table_name": row.__tablename__, "row_id": row.id, "before": before, "after": after}


def _step_id(session: Session) -> int:
    if "step_id" not in session.info:
        at, who, reverts = session.info["clock"](), session.info["who"], session.info.get("reverting")
        step = insert(Step).values(at=at, who=who, reverts=reverts).returning(Step.id)
        session.info["step_id"] = session.execute(step).scalar_one()
    return int(session.info["step_id"])


def _plain_before(row: Base) -> str:
    state = inspect(row)
    values = {}
    for column in state.mapper.column_attrs:
        replaced = state.attrs[column.key].history.deleted
        values[column.key] = replaced[0] if replaced else getattr(row, column.key)
    return values_json(noted_values(type(row), values))


def _plain_value(value: date | Decimal) -> str:
    return str(value.normalize()) if isinstance(value, Decimal) else value.isoformat()


def _value(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return Decimal(value) if isinstance(kind, Thousandths) else value


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_plain_value, sort_keys=True)
