"""The rows of the log: of a step, of a record with all that belongs to it; each with its fields, old and new."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.orm import Session

from db.records import Base, Change, Step
from db.rules.formats import Value
from db.services.history.logged_tables import HIDDEN, logged_table, parts_of
from db.services.history.names import Names, Plain, parsed


class Deed(StrEnum):
    """What was done to a row."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True)
class FieldChange:
    """A field of a row: what stood in it and what stands in it since; none where nothing did."""

    key: str
    old: Value
    new: Value


@dataclass(frozen=True)
class LoggedRow:
    """What was done to one row, by whom and when. `id` is its number in the log, `row_id` the row's own."""

    id: int
    step_id: int
    at: datetime
    who: str
    table: str
    row_id: int
    deed: Deed
    name: str
    fields: tuple[FieldChange, ...]


def of_step(session: Session, step_id: int, *, after: int = 0, most: int = 200) -> tuple[LoggedRow, ...]:
    """Return the rows of a step that come after one of them (0: from the first), at most so many."""
    mine = logged_rows().where(Change.step_id == step_id, Change.id > after).order_by(Change.id).limit(most)
    return tuple(_read(session, mine))


def of_steps(session: Session, step_ids: Sequence[int]) -> Iterator[LoggedRow]:
    """Yield the rows of steps, the newest step first."""
    mine = logged_rows().where(Change.step_id.in_(step_ids)).order_by(Change.step_id.desc(), Change.id)
    yield from _read(session, mine)


def of_record(session: Session, table: str, row_id: int, *, most: int = 1_000) -> tuple[LoggedRow, ...]:
    """Return what was done to a record and to all that ever belonged to it, the newest first, at most so many.

    What was changed of it in nothing that an officer sees is left out.
    """
    mine: list[ColumnElement[bool]] = [(Change.table_name == table) & (Change.row_id == row_id)]
    mine += _parts(session, table, (row_id,))
    rows = logged_rows().where(or_(*mine)).order_by(Change.id.desc()).limit(most)
    return tuple(_read(session, rows))


def row_of(names: Names, logged: Row[Any]) -> LoggedRow | None:
    """Return a row of the log as it is read; none where nothing that an officer sees was changed."""
    table, before, after = logged.table_name, parsed(logged.before), parsed(logged.after)
    deed = Deed.ADDED if not before else Deed.CHANGED if after else Deed.DELETED
    fields = tuple(_fields(names, table, before, after))
    if deed is Deed.CHANGED and not fields:
        return None
    name = names.of_row(table, after or before)
    return LoggedRow(
        logged.id, logged.step_id, logged.at, logged.who, table, logged.row_id, deed, name, fields
    )


def _read(session: Session, statement: Select[Any]) -> Iterator[LoggedRow]:
    names = Names(session)
    for logged in session.execute(statement):
        row = row_of(names, logged)
        if row is not None:
            yield row


def logged_rows() -> Select[Any]:
    """Return the statement of all rows of the log, as `row_of` reads them."""
    columns: tuple[Any, ...] = Change.id, Change.step_id, Step.at, Step.who, Change.table_name, Change.row_id
    return select(*columns, Change.before, Change.after).join(Step, Step.id == Change.step_id)


def _fields(names: Names, table: str, before: Plain, after: Plain) -> Iterator[FieldChange]:
    parent = logged_table(table).parent
    hidden = HIDDEN | {parent[0]} if parent else HIDDEN
    for key in sorted(after.keys() | before.keys(), key=partial(_place, table)):
        if key in hidden or before.get(key) == after.get(key):
            continue
        old, new = names.value(table, key, before), names.value(table, key, after)
        if old != new:
            yield FieldChange(key, old, new)


def _place(table: str, key: str) -> tuple[int, str]:
    """Return where a column stands in its table: fields are told in the order in which one knows them."""
    mapped = Base.metadata.tables.get(table)
    columns = mapped.columns.keys() if mapped is not None else []
    return columns.index(key) if key in columns else len(columns), key


def _parts(session: Session, table: str, numbers: Collection[int]) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions of the rows that ever belonged to rows of a table, and of what belonged to those."""
    for part in parts_of(table):
        parent = logged_table(part).parent
        assert parent is not None
        belongs = (Change.table_name == part) & _names_parent(parent[0], numbers)
        yield belongs
        if parts_of(part):
            below = tuple(session.scalars(select(Change.row_id).where(belongs).distinct()))
            if below:
                yield from _parts(session, part, below)


def _names_parent(key: str, numbers: Collection[int]) -> ColumnElement[bool]:
    row = func.coalesce(Change.after, Change.before)
    if len(numbers) == 1:
        # Far quicker than to read every row of a long log as JSON.
        (number,) = numbers
        written = (f'"{key}": {number},', f'"{key}": {number}}}')
        return or_(*(func.instr(row, words) > 0 for words in written))
    return func.json_extract(row, f"$.{key}").in_(numbers)
