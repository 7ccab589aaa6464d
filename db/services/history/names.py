"""The values of a logged row as an officer reads them; what a row is linked with is called by its name, gone or not."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Date, DateTime, Table, func, select
from sqlalchemy.orm import Session

from db.records import Base, Change
from db.records.base import Thousandths
from db.rules.entries import FieldKind
from db.rules.formats import Value, day_text, number_text, value_text
from db.services import content
from db.services.entering.kinds import STORED
from db.services.history.logged_tables import logged_table

Plain = Mapping[str, Any]
_LONGEST = 80
# The catalogue of each column whose values are chosen from one.
CATALOGUES: Mapping[tuple[str, str], str] = {
    (stored.record.__tablename__, field.key): field.catalogue
    for stored in STORED.values()
    for field in stored.entry.fields
    if field.kind is FieldKind.CHOICE
}


class Names:
    """Reads each name and each catalogue once; lives as long as its session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[tuple[str, int], str] = {}
        self._titles: dict[str, Mapping[str, str]] = {}

    def of_row(self, table: str, plain: Plain) -> str:
        """Return what names a row with these values, and the record that it belongs to."""
        parent = logged_table(table).parent
        own = ", ".join(
            filter(None, (self._short(table, key, plain) for key in logged_table(table).named_by))
        )
        if parent is None or plain.get(parent[0]) is None:
            return own
        return " · ".join(filter(None, (own, self.of(parent[1], plain[parent[0]]))))

    def of(self, table: str, row_id: int) -> str:
        """Return the name of a row as it is now; of one that is gone, as the log had it last."""
        if (table, row_id) not in self._names:
            plain = self._held(table, row_id) or self._logged(table, row_id)
            self._names[table, row_id] = self.of_row(table, plain) if plain else ""
        return self._names[table, row_id]

    def value(self, table: str, key: str, plain: Plain) -> Value:
        """Return a value of a row as it is read: typed, units and links by name, choices by title."""
        value = plain.get(key)
        if value is None or value == "":
            return None
        linked = _linked(table, key)
        if linked:
            return self.of(linked, value) or None
        catalogue = CATALOGUES.get((table, key))
        return self._title(catalogue, value) if catalogue else _typed(table, key, value)

    def _short(self, table: str, key: str, plain: Plain) -> str:
        if _linked(table, key) == "unit" and plain.get(key) is not None:
            return self._unit(plain[key])
        value = self.value(table, key, plain)
        text = str(value) if isinstance(value, int) else value_text(value)
        return " ".join(text.split())[:_LONGEST]

    def _unit(self, unit_id: int) -> str:
        return self.of("unit", unit_id).rpartition(", ")[0]

    def _title(self, catalogue: str, code: str) -> str:
        if catalogue not in self._titles:
            listed = content.choices(self._session, catalogue)
            self._titles[catalogue] = {choice.code: choice.title for choice in listed}
        return self._titles[catalogue].get(code, code)

    def _held(self, table: str, row_id: int) -> Plain | None:
        mapped = _table(table)
        if mapped is None:
            return None
        row = self._session.execute(select(*mapped.columns).where(mapped.c.id == row_id)).mappings().first()
        return None if row is None else {key: _plain(value) for key, value in row.items()}

    def _logged(self, table: str, row_id: int) -> Plain | None:
        rows = select(func.coalesce(Change.after, Change.before))
        mine = rows.where(Change.table_name == table, Change.row_id == row_id).order_by(Change.id.desc())
        text = self._session.scalar(mine.limit(1))
        return None if text is None else parsed(text)


def parsed(text: str | None) -> dict[str, Any]:
    """Return a row of the log as its values; none of one that did not exist."""
    found: dict[str, Any] = json.loads(text) if text else {}
    return found


def _table(name: str) -> Table | None:
    return Base.metadata.tables.get(name)


def _linked(table: str, key: str) -> str:
    mapped = _table(table)
    if mapped is None or key not in mapped.columns:
        return ""
    return next((foreign.column.table.name for foreign in mapped.columns[key].foreign_keys), "")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _typed(table: str, key: str, value: Any) -> Value:
    if isinstance(value, dict):  # The digest of what is only noted.
        return f"{number_text(value.get('bytes'))} byte, SHA-256 {value.get('sha256', '')[:16]}…"
    mapped = _table(table)
    kind = mapped.columns[key].type if mapped is not None and key in mapped.columns else None
    if isinstance(kind, DateTime):
        moment = datetime.fromisoformat(value)
        return f"{day_text(moment.date())} {moment:%H:%M}"
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Thousandths):
        return Decimal(str(value))
    return value if isinstance(value, str | int | bool) else json.dumps(value, ensure_ascii=False)
