"""All rows of a book that a handed one may bring, as plain values by table and number."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Base, OfficeNamesOfTime
from db.rules.handing.document import Row
from db.services import office_names, offices
from db.services.entering import change_log
from db.services.handing.tables import PARTS, TABLES, carried, links

Numbers = Mapping[str, set[int]]


@dataclass(frozen=True)
class Collected:
    """The rows of a book by table and number, in the order of their numbers."""

    tables: Mapping[str, Mapping[int, Row]]

    def of(self, table: str) -> Mapping[int, Row]:
        """Return the rows of a table by number."""
        return self.tables[table]

    @cached_property
    def parts(self) -> Mapping[str, Mapping[int, list[tuple[str, int]]]]:
        """Return by table and number what belongs to a row: table and number of each part."""
        found: dict[str, dict[int, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
        for mapped, key in PARTS.items():
            table, parent = mapped.__tablename__, links(mapped)[key]
            for number, row in self.tables[table].items():
                found[parent][_number(row[key])].append((table, number))
        return found

    def naming(self, table: str, key: str) -> Mapping[int, list[int]]:
        """Return by what they name in a column the rows of a table."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, row in self.tables[table].items():
            if row[key] is not None:
                found[_number(row[key])].append(number)
        return found


def collect(session: Session) -> Collected:
    """Read the whole book, but for its log, drafts and what is made from other rows."""
    tables = {table: _rows(session, mapped) for table, mapped in TABLES.items()}
    tables[OfficeNamesOfTime.__tablename__] = _printed_names(session, tables)
    return Collected(tables)


def _rows(session: Session, mapped: type[Base]) -> dict[int, Row]:
    keys = carried(mapped)
    columns = [mapped.__table__.columns[key] for key in keys]
    found = session.execute(select(*columns).order_by(mapped.__table__.columns["id"]))
    return {row[0]: plain_row(dict(zip(keys, row, strict=True))) for row in found}


def plain_row(values: Mapping[str, Any]) -> Row:
    """Return the values of a row as a document holds them: days, moments and exact numbers as text."""
    plain: Row = json.loads(change_log.values_json(values))
    return plain


def _printed_names(session: Session, tables: Mapping[str, Mapping[int, Row]]) -> dict[int, Row]:
    """Return the names that each office of a plan printed: this one's own go with the units it was."""
    held = tables[OfficeNamesOfTime.__tablename__]
    others = {row["unit_id"] for row in held.values()} - {None}
    own = [row for row in held.values() if row["unit_id"] is None]
    own.append(plain_row({"id": 0, "unit_id": None, **office_names.as_printed_now(session)}))
    units = {row["unit_id"] for row in tables["plan"].values()} - others
    units.add(offices.current(session).unit.id)
    said = [row for row in held.values() if row["unit_id"] is not None]
    said += [{**row, "unit_id": unit} for unit in _in_order(units) for row in own]
    return {number: {**row, "id": number} for number, row in enumerate(said, start=1)}


def _in_order(units: Iterable[Any]) -> list[int]:
    return sorted(_number(unit) for unit in units)


def _number(value: Any) -> int:
    return int(value)
