"""Which record of the book a row of a list is: the one that agrees in what the kind of list names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.rules.entries import FieldKind, Values
from db.rules.formats import Value
from db.rules.imports.rows import ReadRow
from db.rules.imports.sheets import ImportSheet
from db.rules.units import name_key
from db.services.entering.kinds import STORED, column

_Key = tuple[object, ...]


@dataclass(frozen=True)
class Match:
    """A record that a row is like, and which of the row's values differ from it; several such: no record."""

    record_id: int | None
    differing: Values
    several: bool = False


class Matches:
    """The records of a kind in the days of some rows, by what makes two of them one."""

    def __init__(self, session: Session, sheet: ImportSheet, rows: Sequence[ReadRow]) -> None:
        self._alike = sheet.alike
        stored = STORED[sheet.kind]
        self._keys = tuple(field.key for field in stored.entry.fields)
        self._places = {key: at for at, key in enumerate(self._keys, start=1)}
        self._folded: dict[str, str] = {}
        self._records: dict[_Key, list[tuple[Any, ...]]] = {}
        columns = [column(stored.record, key) for key in ("id", *self._keys)]
        statement: Any = select(*columns)
        for field in stored.entry.of_kind(FieldKind.DATE):
            if field.key in sheet.alike:
                statement = statement.where(_within(column(stored.record, field.key), field.key, rows))
        for record in session.execute(statement):
            values = dict(zip(self._keys, record[1:], strict=True))
            self._records.setdefault(self.key_of(values), []).append(tuple(record))

    def key_of(self, values: Values) -> _Key:
        """Return what makes a row or a record the one it is."""
        return tuple(self._plain(values.get(key)) for key in self._alike)

    def of(self, values: Values) -> Match:
        """Return the record that these values are, whole or with some that differ; an empty cell differs from none."""
        records = self._records.get(self.key_of(values), ())
        found = [Match(record[0], self._differing(record, values)) for record in records]
        exact = next((match for match in found if not match.differing), None)
        if exact is not None:
            return exact
        if len(found) > 1:
            return Match(None, {}, several=True)
        return found[0] if found else Match(None, {})

    def old(self, record_id: int, values: Values) -> Mapping[str, Value]:
        """Return all values that the matched record holds."""
        records = self._records[self.key_of(values)]
        record = next(record for record in records if record[0] == record_id)
        return dict(zip(self._keys, record[1:], strict=True))

    def _differing(self, record: tuple[Any, ...], values: Values) -> Values:
        return {
            key: value
            for key, value in values.items()
            if record[self._places[key]] != value and not self._is_alike(key, record, value)
        }

    def _is_alike(self, key: str, record: tuple[Any, ...], value: Value) -> bool:
        return key in self._alike and self._plain(record[self._places[key]]) == self._plain(value)

    def _plain(self, value: object) -> object:
        if not isinstance(value, str):
            return value
        if value not in self._folded:
            self._folded[value] = name_key(value)
        return self._folded[value]


def _within(day: InstrumentedAttribute[Any], key: str, rows: Sequence[ReadRow]) -> ColumnElement[bool]:
    """Tell which records have a day among those of the rows: without any, only those that have none."""
    days = [found for row in rows if isinstance(found := row.values.get(key), date)]
    if not days:
        return day.is_(None)
    between = day.between(min(days), max(days))
    return between if len(days) == len(rows) else or_(between, day.is_(None))
