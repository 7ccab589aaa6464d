"""Which rows of a handed book are in this one already: by their origin, or by what no two rows have in common."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import (
    Attendance,
    Base,
    Commitment,
    Figure,
    ModelYear,
    Origin,
    ReportText,
    Return,
    ReturnMark,
    ScoreMark,
    ScoreSheet,
    SourceBook,
    TargetShare,
    TargetValue,
    TargetYear,
    Workforce,
)
from db.services import offices
from db.services.handing.checking import Checked, Typed

# What no two rows of a table have in common.
_UNIQUE: Mapping[type[Base], tuple[str, ...]] = {
    Figure: ("definition", "unit_id", "period"),
    ScoreSheet: ("year", "unit_id"),
    Return: ("unit_id", "set_code", "period", "revision"),
    ReturnMark: ("unit_id", "set_code", "period", "state"),
    ReportText: ("unit_id", "skeleton", "period", "part"),
    Commitment: ("establishment_id", "signed_on"),
    Workforce: ("establishment_id", "counted_on"),
    Attendance: ("session_id", "official_id"),
    ModelYear: ("model_id", "year"),
    ScoreMark: ("sheet_id", "criterion"),
    TargetYear: ("target_id", "year"),
    TargetShare: ("target_id", "unit_id"),
    TargetValue: ("target_id", "period"),
}
_Place = tuple[str, str, int]


@dataclass(frozen=True)
class Known:
    """A row that was here: our number, and what it said when it came; nothing said where only its content agrees."""

    record_id: int
    said: str = ""


class KnownRows:
    """Finds rows of a handed book in this one."""

    def __init__(self, session: Session, brought: Checked) -> None:
        self._session = session
        self._key = brought.book.head.book_key
        self._own_key = offices.book_key(session)
        self._earlier = _earlier_places(brought)
        keys = {self._key, *(key for places in self._earlier.values() for key, _, _ in places)}
        self._came = _came(session, keys)
        self._unique: dict[type[Base], dict[tuple[Any, ...], int]] = {}

    def by_origin(self, table: str, number: int) -> Known | None:
        """Return a row that came before from the same place, or that was ours; it may be gone meanwhile."""
        for place in ((self._key, table, number), *self._earlier.get((table, number), ())):
            if place[0] == self._own_key:
                return Known(place[2])
            if place in self._came:
                found = self._came[place]
                # Only of its own book's numbering can be told whether it says the same as before.
                return found if place[0] == self._key else Known(found.record_id)
        return None

    def by_content(self, mapped: type[Base], values: Typed) -> Known | None:
        """Return the row that has what no two rows have in common; `values` are in our numbers."""
        keys = _UNIQUE.get(mapped)
        if keys is None:
            return None
        if mapped not in self._unique:
            self._unique[mapped] = self._read(mapped, keys)
        found = self._unique[mapped].get(tuple(values[key] for key in keys))
        return None if found is None else Known(found)

    def _read(self, mapped: type[Base], keys: tuple[str, ...]) -> dict[tuple[Any, ...], int]:
        columns = mapped.__table__.columns
        rows = self._session.execute(select(*(columns[key] for key in keys), columns["id"]))
        return {tuple(row[:-1]): int(row[-1]) for row in rows}


def earlier_books(brought: Checked) -> Mapping[int, Typed]:
    """Return the books of which the handed one had taken in records, by their number there."""
    return brought.of(SourceBook.__tablename__)


def _earlier_places(brought: Checked) -> Mapping[tuple[str, int], list[_Place]]:
    books = earlier_books(brought)
    found: dict[tuple[str, int], list[_Place]] = defaultdict(list)
    for row in brought.of(Origin.__tablename__).values():
        key = books[row["source_id"]]["book_key"]
        found[row["table_name"], row["record_id"]].append((key, row["table_name"], row["number"]))
    return found


def _came(session: Session, keys: set[str]) -> dict[_Place, Known]:
    columns = SourceBook.book_key, Origin.table_name, Origin.number, Origin.record_id, Origin.said
    rows = session.execute(
        select(*columns).join(Origin, Origin.source_id == SourceBook.id).where(SourceBook.book_key.in_(keys))
    )
    return {(key, table, number): Known(record_id, said) for key, table, number, record_id, said in rows}
