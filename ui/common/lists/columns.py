"""Columns of a list as data, and how a cell is written."""

from dataclasses import dataclass
from typing import Literal

from db.rules.formats import UNRECORDED, Value, value_text

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Column:
    """One column: its head, the key of its cell and of its sort, its width in pixels at 100 %."""

    title: str
    key: str
    width: int = 120
    align: Align = "left"
    sortable: bool = True


def number_column(title: str, key: str, width: int = 80) -> Column:
    return Column(title, key, width, "right")


def cell_text(value: Value) -> str:
    """Write a cell; what was not recorded is an en dash, a zero is 0."""
    if isinstance(value, bool):
        return value_text(value)
    if isinstance(value, str):
        return value.replace("\n", " ") or UNRECORDED
    return UNRECORDED if value is None else value_text(value)
