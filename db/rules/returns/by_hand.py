"""Cells that an officer filled by hand in a return."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.rules.formats import Value
from db.rules.returns.forms import ColumnForm


@dataclass(frozen=True)
class CellPlace:
    """A cell of a return: the form's code, the key of the row (`check_findings.row_keys`) and of the column."""

    sheet: str
    row: str
    column: str


@dataclass(frozen=True)
class HandCell:
    """What a cell says by hand, why, and what the measures said then; texts as `cell_text` writes them."""

    value: str
    reason: str
    computed: str = ""


def cell_text(value: Value) -> str:
    """Write a cell's value as it is kept: `1234`, `8.5`, words as they are, an empty text for a blank."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}" if value else "0"
    return value.isoformat() if isinstance(value, date) else str(value)


def cell_value(text: str, column: ColumnForm) -> Value:
    """Return the value that a kept text stands for in a column; an empty one is a blank, which is not 0."""
    if text == "" or column.is_text:
        return text or None
    number = Decimal(text)
    return int(number) if number == int(number) else number
