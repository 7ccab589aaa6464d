"""A list as it was read: which column holds what, which rows are records, which are not and why."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from db.rules.findings import Finding
from db.rules.imports.head_keys import head_key
from db.rules.imports.sheets import EXAMPLE_MARK, NUMBER_TITLE, ImportColumn, ImportSheet
from db.rules.text import cleaned, folded

CellValue = str | int | float | bool | date | None
Place = Callable[[int, int | None], str]

# A title and the name of an agency may stand above the head row.
_HEAD_WITHIN = 15
_TOTALS = frozenset({"tong", "tong cong", "cong", "tong so", "tong cong cac xa"})
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2}|[A-Da-d])\)?")
# A file that is no list can have a first line without end.
_SHOWN = 300
LEFT_OUT = "-"


class SheetRow(Protocol):
    """A row that holds something: its number in the file, from 1, and its values from the first column."""

    @property
    def number(self) -> int:
        """The number of the row, from 1."""

    @property
    def values(self) -> tuple[CellValue, ...]:
        """The values of its cells from the first column."""


@dataclass(frozen=True)
class Heads:
    """The head row, the column of each key counted from 0, and the heads that name nothing known."""

    row: int
    columns: Mapping[str, int]
    titles: Mapping[int, str]
    number_column: int | None = None
    twice: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()

    def unknown(self) -> tuple[tuple[int, str], ...]:
        """Return column and title of each head that names nothing."""
        known = {*self.columns.values(), *self.twice, self.number_column}
        return tuple((at, title) for at, title in self.titles.items() if at not in known)

    def missing(self, sheet: ImportSheet) -> tuple[ImportColumn, ...]:
        """Return the columns that a list must have and this one lacks."""
        return tuple(column for column in sheet.required if column.key not in self.columns)


@dataclass(frozen=True)
class Table:
    """The rows of a list that are records, with what was told of the others. `place` names a cell."""

    source: str
    heads: Heads
    rows: Sequence[SheetRow]
    place: Place
    notes: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def place_of(self, number: int, key: str) -> str:
        """Return how the cell of a column is named; the row where the list has no such column."""
        return self.place(number, self.heads.columns.get(key))


def recognise(rows: Sequence[SheetRow], sheet: ImportSheet, mapping: Mapping[str, str]) -> Heads:
    """Return the head row: the one with most known heads. `mapping` goes from keys of heads to keys of columns.

    A head that is mapped to `LEFT_OUT` is known and read by nobody.
    """
    known = {**sheet.heads(), **mapping}
    heads = [_heads(row, known) for row in rows[:_HEAD_WITHIN]]
    return max(heads, key=lambda found: len(found.columns))


def head_findings(heads: Heads, sheet: ImportSheet, place: Place) -> Iterator[Finding]:
    """Yield what is wrong with a head row: a needed column missing, one that comes twice."""
    missing = heads.missing(sheet)
    if missing:
        facts = {
            "missing": ", ".join(column.title for column in missing),
            "found": ", ".join(heads.titles.values())[:_SHOWN],
        }
        yield Finding("columns_missing", place(heads.row, None), facts=facts)
    for at in heads.twice:
        yield Finding("column_twice", place(heads.row, at), heads.titles[at])


def data_rows(
    rows: Iterable[SheetRow], heads: Heads, sheet: ImportSheet, place: Place
) -> tuple[list[SheetRow], list[Finding], list[Finding]]:
    """Return the rows that are records, notes on those that are none, and findings on an example that was changed."""
    kept: list[SheetRow] = []
    notes: list[Finding] = []
    findings: list[Finding] = []
    for row in rows:
        if row.number <= heads.row or _is_blank(row, heads):
            continue
        if _is_example(row, heads):
            same = _says_the_example(row, heads, sheet)
            told = Finding("example_row" if same else "example_row_changed", place(row.number, None))
            (notes if same else findings).append(told)
        elif _is_total(row):
            notes.append(Finding("total_row", place(row.number, None), _first_words(row)))
        elif row.number == heads.row + 1 and _numbers_columns(row):
            continue
        else:
            kept.append(row)
    return kept, notes, findings


def columns_without_head(rows: Iterable[SheetRow], heads: Heads) -> tuple[int, ...]:
    """Return the columns, counted from 0, that hold something in the rows of records and have no head."""
    named = {*heads.titles, *heads.columns.values(), *heads.left_out}
    filled = {at for row in rows for at, value in enumerate(row.values) if at not in named and _says(value)}
    return tuple(sorted(filled))


def _heads(row: SheetRow, known: Mapping[str, str]) -> Heads:
    titles = {at: cleaned(value) for at, value in enumerate(row.values) if isinstance(value, str) and value}
    columns: dict[str, int] = {}
    twice: list[int] = []
    left_out: list[int] = []
    number_column = None
    for at, title in titles.items():
        key = known.get(head_key(title))
        if head_key(title) in _NUMBER_KEYS and number_column is None:
            number_column = at
        elif key == LEFT_OUT:
            left_out.append(at)
        elif key in columns:
            twice.append(at)
        elif key is not None:
            columns[key] = at
    shown = {at: title for at, title in titles.items() if at not in left_out}
    return Heads(row.number, columns, shown, number_column, tuple(twice), tuple(left_out))


def _is_blank(row: SheetRow, heads: Heads) -> bool:
    values = row.values
    return all(at >= len(values) or not _says(values[at]) for at in heads.columns.values())


def _says(value: CellValue) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _is_example(row: SheetRow, heads: Heads) -> bool:
    at = heads.number_column
    return at is not None and at < len(row.values) and folded(str(row.values[at])) == _EXAMPLE_KEY


def _says_the_example(row: SheetRow, heads: Heads, sheet: ImportSheet) -> bool:
    # The unit is one of the office's own, so the catalogue cannot know it.
    return all(
        at >= len(row.values) or _plain(row.values[at]) == _plain(sheet.column(key).example)
        for key, at in heads.columns.items()
        if key != "unit_id"
    )


def _plain(value: CellValue) -> str:
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    return "" if value is None else folded(str(value)).replace(".", "")


def _is_total(row: SheetRow) -> bool:
    # Without a number it is the second row of a head.
    counted = any(isinstance(value, int | float) or _counts(value) for value in row.values)
    return counted and folded(_first_words(row)).rstrip(" .:") in _TOTALS


def _counts(value: CellValue) -> bool:
    return isinstance(value, str) and value.strip()[:1].isdigit()


def _first_words(row: SheetRow) -> str:
    return next((cleaned(value) for value in row.values if isinstance(value, str) and value.strip()), "")


def _numbers_columns(row: SheetRow) -> bool:
    filled = [cleaned(str(value)) for value in row.values if value not in (None, "")]
    numbers = [match[1] for match in map(_COLUMN_NUMBER.fullmatch, filled) if match]
    counted = [int(number) for number in numbers if number.isdigit()]
    return len(numbers) == len(filled) > 2 and counted == list(
        range(min(counted, default=0), min(counted, default=0) + len(counted))
    )


_NUMBER_KEYS = frozenset(map(head_key, (NUMBER_TITLE, "STT", "Số TT", "Số thứ tự")))
_EXAMPLE_KEY = folded(EXAMPLE_MARK)
