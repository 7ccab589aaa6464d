"""What a handed book brings, row by row: only columns that are known, only values of their type, no loose ends."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Integer, String

from db.records import Base, PlanAmendment, Unit
from db.records.base import Thousandths
from db.rules.findings import Finding, Refused
from db.rules.handing.document import HandedBook, Row, said_of
from db.rules.text import cleaned, nfc
from db.rules.units import CODE_LENGTHS, Level
from db.services.handing.tables import LEFT_OUT, TABLES, carried, links
from db.services.handing.words import place_of

_MOST = 10**15
_DECIMALS = 3
# Beyond this nobody reads on.
_MOST_FINDINGS = 200
PAPERS = ("before", "after")
Typed = dict[str, Any]


@dataclass(frozen=True)
class Checked:
    """The rows of a handed book by table and number: each value of its column's type, and as the document has it."""

    book: HandedBook
    tables: Mapping[str, Mapping[int, Typed]]
    plain: Mapping[str, Mapping[int, Row]]

    def of(self, table: str) -> Mapping[int, Typed]:
        """Return the rows of a table by their number in the book that was handed on."""
        return self.tables.get(table, {})

    def said(self, table: str, number: int) -> str:
        """Return a mark of what a row says, by which a newer document is compared with this one."""
        return said_of(self.plain[table][number])


def checked(book: HandedBook) -> Checked:
    """Return the rows as typed values; raises Refused with what is wrong, each finding at its row."""
    found = _Checking()
    tables = {table: found.table(table, rows) for table, rows in book.rows.items()}
    findings = tuple(islice((*found.findings, *_loose_ends(tables), *_wrong_units(tables)), _MOST_FINDINGS))
    if findings:
        raise Refused(findings)
    plain = {table: dict(zip(tables[table], rows, strict=True)) for table, rows in book.rows.items()}
    return Checked(book, tables, plain)


def paper_rows(text: str) -> Mapping[str, list[Typed]]:
    """Return the rows of an amended plan's text as plain values; raises ValueError where it is no such text."""
    said = json.loads(text)
    if not isinstance(said, dict):
        raise ValueError(text[:40])
    for table, rows in said.items():
        if table not in TABLES or not isinstance(rows, list):
            raise ValueError(table)
        for row in rows:
            _check_paper_row(TABLES[table], row)
    return said


class _Checking:
    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def table(self, table: str, rows: Iterable[Mapping[str, Any]]) -> dict[int, Typed]:
        """Read the rows of a table; what is wrong goes to the findings."""
        if table not in TABLES:
            self.findings.append(Finding("handed_table", "", table[:60]))
            return {}
        found: dict[int, Typed] = {}
        for at, row in enumerate(rows, start=1):
            number = row.get("id")
            if not _is_number(number) or number in found:
                self.findings.append(Finding("handed_number", place_of(table, f"#{at}"), str(number)[:60]))
            else:
                found[int(str(number))] = self._row(table, row)
        return found

    def _row(self, table: str, row: Mapping[str, Any]) -> Typed:
        mapped = TABLES[table]
        self._say(table, row, sorted(set(row) - set(carried(mapped))), "handed_column")
        typed: Typed = {}
        for column in _columns(mapped):
            try:
                typed[column.key] = typed_value(column, row.get(column.key, _usual(column)))
            except (ValueError, InvalidOperation):
                self._say(table, row, [column.key], "handed_value")
        if mapped is PlanAmendment and not _are_papers(typed):
            self._say(table, row, PAPERS, "handed_value")
        return typed

    def _say(self, table: str, row: Mapping[str, Any], keys: Iterable[str], code: str) -> None:
        for key in keys:
            facts = {"column": key[:60]}
            self.findings.append(Finding(code, place_of(table, row.get("id")), str(row.get(key))[:60], facts))


def typed_value(column: Any, value: Any) -> Any:
    """Return a plain value as its column holds it; raises ValueError where it is of another type, or too long."""
    if value is None:
        if column.nullable:
            return None
        raise ValueError(column.key)
    reader = next(read for kind, read in _READERS if isinstance(column.type, kind))
    return reader(column, value)


def _text(column: Any, value: Any) -> str:
    if not isinstance(value, str) or _has_controls(value):
        raise ValueError(column.key)
    text = nfc(value)
    length = getattr(column.type, "length", None)
    if length is not None and len(text) > length:
        raise ValueError(column.key)
    return text


def _has_controls(text: str) -> bool:
    if text.isprintable():
        return False
    return any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t" for letter in text)


def _whole(column: Any, value: Any) -> int:
    if type(value) is not int or abs(value) > _MOST:
        raise ValueError(column.key)
    return value


def _exact(column: Any, value: Any) -> Decimal:
    if not isinstance(value, str) or len(value) > 40:
        raise ValueError(column.key)
    number = Decimal(value)
    if not number.is_finite() or abs(number) > _MOST or number != round(number, _DECIMALS):
        raise ValueError(column.key)
    return number


def _flag(column: Any, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(column.key)
    return value


def _day(column: Any, value: Any) -> date:
    if not isinstance(value, str):
        raise ValueError(column.key)
    return date.fromisoformat(value)


def _moment(column: Any, value: Any) -> datetime:
    if not isinstance(value, str):
        raise ValueError(column.key)
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is not None:
        raise ValueError(column.key)
    return moment


# The first that fits: Thousandths say of themselves only that they are made of whole numbers.
_READERS: tuple[tuple[Any, Any], ...] = (
    (Thousandths, _exact),
    (Boolean, _flag),
    (DateTime, _moment),
    (Date, _day),
    (Integer, _whole),
    (String, _text),
)


@cache
def _columns(mapped: type[Base]) -> tuple[Any, ...]:
    return tuple(column for column in mapped.__table__.columns if column.key not in LEFT_OUT)


def _usual(column: Any) -> Any:
    """Return what stands in a column that an older program did not know."""
    return getattr(column.default, "arg", None)


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 < value <= _MOST


def _are_papers(typed: Typed) -> bool:
    try:
        for key in PAPERS:
            if typed.get(key) is not None:
                paper_rows(typed[key])
    except (ValueError, InvalidOperation, RecursionError):
        return False
    return True


def _check_paper_row(mapped: type[Base], row: Any) -> None:
    columns = mapped.__table__.columns
    if not isinstance(row, dict) or not _is_number(row.get("id")) or set(row) - set(columns.keys()):
        raise ValueError(mapped.__tablename__)
    # What was amended before a column was there has nothing in it.
    for key, value in row.items():
        typed_value(columns[key], value)


def _loose_ends(tables: Mapping[str, Mapping[int, Typed]]) -> Iterator[Finding]:
    for table, rows in tables.items():
        if table in TABLES:
            named = links(TABLES[table]).items()
            for number, row in rows.items():
                for key, other in named:
                    if row.get(key) is not None and row[key] not in tables.get(other, {}):
                        yield Finding(
                            "handed_loose_end", place_of(table, number), str(row[key]), {"column": key}
                        )


def _wrong_units(tables: Mapping[str, Mapping[int, Typed]]) -> Iterator[Finding]:
    units = tables.get(Unit.__tablename__, {})
    for number, row in units.items():
        parent = units.get(row.get("parent_id") or 0)
        if not _is_unit(row) or (parent is not None and parent.get("level", 0) >= row["level"]):
            yield Finding("handed_unit", place_of(Unit.__tablename__, number), str(row.get("name")))


def _is_unit(row: Typed) -> bool:
    if row.get("level") not in tuple(Level) or not row.get("name") or cleaned(row["name"]) != row["name"]:
        return False
    first, last = row.get("valid_from"), row.get("valid_to")
    in_order = first is None or last is None or first <= last
    code = str(row.get("code"))
    return in_order and code.isascii() and code.isdigit() and len(code) == CODE_LENGTHS[row["level"]]
