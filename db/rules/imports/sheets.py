"""What a list of records in a workbook looks like: its columns, under which heads they come, what each fills.

A row is one record; some columns fill what belongs to it (a handling, a commitment), each part of a row once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.rules.entries import Field, FieldKind
from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.imports.head_keys import head_key

ROSTER = "roster"
# The names of those who attended, one after the other in one cell.
_ROSTER_FIELD = Field("names", FieldKind.LINES, max_length=5000)
# The column that numbers the rows; it is read only to know the example.
NUMBER_TITLE = "TT"
EXAMPLE_MARK = "Ví dụ"


@dataclass(frozen=True)
class ImportColumn:
    """One column. `part` is the kind of what it fills where that is not the record itself, the `number`-th of it.

    `fixed` is what such a part always says; `names` are other usual heads.
    """

    title: str
    field: Field
    part: str = ""
    number: int = 1
    fixed: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    hint: str = ""
    example: str = ""
    width: int = 14

    @property
    def key(self) -> str:
        """Return how the column is called: the key of its field, with its part before it."""
        return f"{self.part}{self.number}.{self.field.key}" if self.part else self.field.key

    @property
    def required(self) -> bool:
        """Tell whether no row can do without it; what a part needs is needed only where the part is there."""
        return self.field.required and not self.part


@dataclass(frozen=True)
class ImportSheet:
    """The columns of a kind of record, in the order of its template.

    `alike` are the keys of fields in which a row and a record must agree to be the same one, `day` that of the day or
    period on which its unit must exist.
    """

    kind: str
    title: str
    sheet: str
    alike: tuple[str, ...]
    day: str
    columns: tuple[ImportColumn, ...]
    remarks: tuple[str, ...] = ()

    def column(self, key: str) -> ImportColumn:
        """Return the column of that key; raises KeyError."""
        return {column.key: column for column in self.columns}[key]

    def heads(self) -> dict[str, str]:
        """Return by key of a head the key of the column that it names: its own title before the other names."""
        named = {head_key(name): column.key for column in self.columns for name in column.names}
        return named | {head_key(column.title): column.key for column in self.columns}

    @property
    def required(self) -> tuple[ImportColumn, ...]:
        """Return the columns that a list must have."""
        return tuple(column for column in self.columns if column.required)


def import_sheet(kind: str, body: Mapping[str, Any]) -> ImportSheet:
    """Return the sheet that a catalogue describes."""
    columns = tuple(_column(kind, item) for item in body["column"])
    return ImportSheet(
        kind,
        body["title"],
        body["sheet"],
        tuple(body["alike"]),
        body.get("day", ""),
        columns,
        tuple(body.get("remarks", ())),
    )


def _column(kind: str, item: Mapping[str, Any]) -> ImportColumn:
    part = item.get("part", "")
    field = _ROSTER_FIELD if part == ROSTER else ENTRY_KINDS[part or kind].field(item["field"])
    return ImportColumn(
        item["title"],
        field,
        part,
        item.get("number", 1),
        tuple(item.get("fixed", {}).items()),
        tuple(item.get("names", ())),
        item.get("hint", ""),
        item.get("example", ""),
        item.get("width", 14),
    )
