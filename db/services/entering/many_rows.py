"""Many rows of one table added, brought back or taken out in a few statements, logged as one by one they would be.

SQLite only, as the book is: one connection writes, so the numbers of new rows are known beforehand.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table, delete, insert, inspect, select, text
from sqlalchemy.orm import Session

from db.records.base import Base
from db.services.entering import change_log
from db.services.entering.change_log import LoggedRow

_LAST_NUMBER = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_SET_LAST_NUMBER = text("UPDATE sqlite_sequence SET seq = :last WHERE name = :name")
_FIRST_NUMBER = text("INSERT INTO sqlite_sequence(name, seq) VALUES (:name, :last)")
Row = Mapping[str, Any]


def are_simple(mapped: type[Base]) -> bool:
    """Tell whether rows of a class come and go alone: nothing goes with them, none belongs to another of them."""
    table = _table(mapped)
    to_itself = any(key.column.table is table for key in table.foreign_keys)
    return not to_itself and not inspect(mapped).relationships


def add(session: Session, mapped: type[Base], rows: Sequence[Row]) -> list[int]:
    """Store new rows with who and when, and return their numbers; what a row does not name gets its default."""
    session.flush()
    common = {**_blank(mapped), **change_log.stamps_of_new(session, mapped)}
    first = _last_number(session, mapped) + 1
    whole = [{**common, **row, "id": number} for number, row in enumerate(rows, start=first)]
    _put(session, mapped, whole)
    return [row["id"] for row in whole]


def reserve(session: Session, mapped: type[Base], count: int) -> int:
    """Return the first of as many numbers in a row that are given to no other row of a class."""
    session.flush()
    last = _last_number(session, mapped)
    said = {"name": _table(mapped).name, "last": last + count}
    if not session.connection().execute(_SET_LAST_NUMBER, said).rowcount:
        session.execute(_FIRST_NUMBER, said)
    return last + 1


def bring_back(session: Session, mapped: type[Base], rows: Sequence[Row]) -> None:
    """Store rows as they were, with their numbers and stamps."""
    session.flush()
    _put(session, mapped, [{**_blank(mapped), **row} for row in rows])


def take_out(session: Session, mapped: type[Base], rows: Sequence[LoggedRow]) -> None:
    """Delete rows, each with the JSON that it has now."""
    session.flush()
    table = _table(mapped)
    session.execute(delete(table).where(table.c.id.in_([row.id for row in rows])))
    session.expire_all()
    change_log.log_rows(session, table.name, rows)


def texts(session: Session, mapped: type[Base], numbers: Sequence[int]) -> dict[int, str]:
    """Return rows as the log writes them, by number; those that are there."""
    table, keys = _table(mapped), change_log.column_keys(mapped)
    columns = [table.c[key] for key in keys]
    rows = session.execute(select(*columns).where(table.c.id.in_(numbers)))
    values = (dict(zip(keys, row, strict=True)) for row in rows)
    return {row["id"]: change_log.values_json(row) for row in values}


def _put(session: Session, mapped: type[Base], rows: Sequence[Row]) -> None:
    table = _table(mapped)
    session.execute(insert(table), rows)
    change_log.log_rows(session, table.name, _logged(rows))


def _logged(rows: Sequence[Row]) -> Iterator[LoggedRow]:
    for row in rows:
        yield LoggedRow(row["id"], None, change_log.values_json(row))


def _last_number(session: Session, mapped: type[Base]) -> int:
    return session.execute(_LAST_NUMBER, {"name": _table(mapped).name}).scalar() or 0


@cache
def _blank(mapped: type[Base]) -> Row:
    return {column.key: getattr(column.default, "arg", None) for column in _table(mapped).columns}


def _table(mapped: type[Base]) -> Table:
    return Base.metadata.tables[mapped.__tablename__]
