"""Tables by the words of their heads: which column is which, which rows are data, groups or totals."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.rules.plan_reading.blocks import Table
from db.rules.plan_reading.cleaning import key

_HEAD_ROWS = 3
_TOTAL = re.compile(r"(?:tong(?: cong| so)?|cong)\b")
_GROUP_NUMBER = re.compile(r"(?:[ivx]{1,5}|[a-h])\.?")


@dataclass(frozen=True)
class Columns:
    """Where each field stands, its column from 0, and how many rows the head has."""

    by_field: Mapping[str, int]
    head_rows: int

    def cell(self, row: Sequence[str], field: str) -> str:
        """Return a field of a row on one line; empty where the table has no such column."""
        column = self.by_field.get(field)
        return " ".join(row[column].split()) if column is not None and column < len(row) else ""


def columns_by(table: Table, words: Mapping[str, Sequence[str]]) -> Columns | None:
    """Return the columns by the words that their heads begin with; none where fewer than two are known.

    Fields are looked for in the order of `words`; a column serves one field.
    """
    count = head_count(table)
    heads = [key(title) for title in titles(table, count)]
    found: dict[str, int] = {}
    for field, starts in words.items():
        for column, title in enumerate(heads):
            if (
                column not in found.values()
                and field not in found
                and any(start in title for start in starts)
            ):
                found[field] = column
    return Columns(found, count) if len(found) >= 2 else None


def head_count(table: Table) -> int:
    """Return how many rows the head has: two below a merged title, one more where the columns are numbered."""
    rows = table.rows
    if len(rows) < 3:
        return 1 if len(rows) > 1 else 0
    first, second = rows[0], rows[1]
    merged = any(first[at] and first[at] == first[at - 1] for at in range(1, len(first)))
    head = 2 if merged and not _is_number(second[0]) and second[0] in ("", first[0]) else 1
    # Below the heads a row may number the columns: (1), (2), (3) or 1, 2, 3.
    numbered = [cell.strip("()") for cell in rows[head]]
    counts = len(rows) > head + 1 and numbered[:3] == ["1", "2", "3"]
    return head + 1 if counts and head < _HEAD_ROWS else head


def titles(table: Table, count: int) -> tuple[str, ...]:
    """Return the title of each column, the lowest that is not blank and not a column's number."""
    found = []
    for column in range(len(table.rows[0])):
        cells = [" ".join(row[column].split()) for row in table.rows[:count]]
        named = [cell for cell in cells if cell and not cell.strip("()").isdigit()]
        found.append(named[-1] if named else "")
    return tuple(found)


def data_rows(table: Table, columns: Columns) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows below the head with their number in the table, without totals and empty rows."""
    for number, row in enumerate(table.rows):
        if number >= columns.head_rows and any(row) and not is_total(row):
            yield number, row


def is_total(row: Sequence[str]) -> bool:
    """Return whether a row adds the others up: its first words are `Tổng cộng`."""
    words = next((cell for cell in row if cell and not _is_number(cell)), "")
    return bool(_TOTAL.fullmatch(key(words[:40]).rstrip(" :.")) or key(words[:40]).startswith("tong cong"))


def group_title(row: Sequence[str]) -> str:
    """Return the title of a row that only heads a group; empty for other rows."""
    cells = list(dict.fromkeys(cell for cell in row if cell))
    if len(cells) == 1 and len(cells[0]) > 3:
        return " ".join(cells[0].split())
    if len(cells) == 2 and _GROUP_NUMBER.fullmatch(key(cells[0])):
        return " ".join(cells[1].split())
    return ""


def _is_number(cell: str) -> bool:
    return cell.strip(" .()").isdigit()
