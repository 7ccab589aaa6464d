"""The first sheet of a workbook as plain rows, read in a child process behind the gate."""

from datetime import date, datetime
from typing import Any

from exports.readers.children import Child, child_answer
from exports.readers.gate import Admitted
from exports.readers.grids import Grid, Row

SECONDS = 20.0


def sheet_of(admitted: Admitted, seconds: float = SECONDS) -> Grid:
    """Read the first visible sheet of a workbook that passed the gate, in a child that may die or take too long."""
    child = Child("exports.readers.child", seconds, "workbook_too_slow", "workbook_not_readable")
    answer = child_answer(child, admitted)
    return Grid(
        admitted.name, answer["sheet"], tuple(_row(number, values) for number, values in answer["rows"])
    )


def _row(number: int, values: list[Any]) -> Row:
    return Row(number, tuple(_value(value) if isinstance(value, dict) else value for value in values))


def _value(marked: dict[str, str]) -> date:
    text = marked["date"]
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
