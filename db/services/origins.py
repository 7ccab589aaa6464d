"""Which records came from other offices' books: told where one is looked at, asked where many are listed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.records import Origin, SourceBook
from db.services.entering.kinds import STORED, column

# Narrows a list to what was entered here.
OWN = "own"


@dataclass(frozen=True)
class OriginInfo:
    """The book that a record came from: its office, the day on which it was handed on, the record's number there."""

    office: str
    handed_on: date
    number: int


@dataclass(frozen=True)
class SourceInfo:
    """An office whose records are held, by its book."""

    book_key: str
    office: str


def of_record(session: Session, kind: str, record_id: int) -> tuple[OriginInfo, ...]:
    """Return where a record came from, the first book first; nothing for one that was entered here."""
    table = STORED[kind].record.__tablename__
    columns = SourceBook.office_name, SourceBook.handed_on, Origin.number
    rows = select(*columns).join(Origin, Origin.source_id == SourceBook.id)
    mine = rows.where(Origin.table_name == table, Origin.record_id == record_id)
    found = session.execute(mine.order_by(SourceBook.handed_on, Origin.id))
    return tuple(OriginInfo(*row) for row in found)


def sources(session: Session) -> tuple[SourceInfo, ...]:
    """Return the offices of which books were taken in, by name."""
    offices = select(SourceBook.book_key, func.max(SourceBook.office_name)).group_by(SourceBook.book_key)
    return tuple(sorted((SourceInfo(*row) for row in session.execute(offices)), key=lambda item: item.office))


def came_from(kind: str, book_key: str) -> ColumnElement[bool]:
    """Return the condition that a record of a kind came from a book, or (OWN) that it was entered here."""
    record: Any = STORED[kind].record
    rows = select(Origin.record_id).where(Origin.table_name == record.__tablename__)
    number = column(record, "id")
    if book_key == OWN:
        return number.not_in(rows)
    return number.in_(rows.join(SourceBook).where(SourceBook.book_key == book_key))
