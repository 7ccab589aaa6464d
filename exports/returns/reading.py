"""A return's workbook becomes plain sheets again: behind the gate, in a child process that reads many."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from db.rules.returns.received_books import CellValue, ReadReturn, ReadRow, ReadSheet
from exports.readers.books import SECONDS, BookReader
from exports.returns import said_lines


class ReturnReader:
    """Reads returns while it is open: `with ReturnReader() as reader: reader.read(path)`."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._books = BookReader(seconds)

    def __enter__(self) -> "ReturnReader":
        self._books.__enter__()
        return self

    def __exit__(self, *ended: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._books.__exit__(*ended)

    def read(self, path: Path) -> ReadReturn:
        """Read a workbook; raises `Refused`, named after the file, and can go on with the next one."""
        answer = self._books.read(path)
        told = answer.told
        return ReadReturn(
            answer.name,
            answer.sha256,
            tuple(map(_sheet, told["sheets"])),
            tuple((key, _value(value)) for key, value in told["mark"]),
            told["foreign"],
        )


def _sheet(told: Mapping[str, Any]) -> ReadSheet:
    marks = told["marks"]
    rows = tuple(ReadRow(number, tuple(map(_value, values))) for number, values in told["rows"])
    sheet = ReadSheet(
        name=told["name"],
        rows=rows,
        is_hidden=told["hidden"],
        merged=tuple((top, left, bottom, right) for top, left, bottom, right in told["merged"]),
        hidden_rows=frozenset(marks["rows"]),
        hidden_columns=frozenset(marks["columns"]),
        valueless=frozenset(marks["valueless"]),
        errors=frozenset(marks["errors"]),
        formulas=frozenset(marks["formulas"]),
        form_code=said_lines.form_code(rows),
        check_code=said_lines.check_code(marks["footer"]),
        is_sample=said_lines.is_sample(rows),
    )
    return replace(sheet, unit=said_lines.said_unit(sheet), period=said_lines.said_period(sheet))


def _value(told: Any) -> CellValue:
    if isinstance(told, dict):
        text = told["date"]
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    value: CellValue = told
    return value
