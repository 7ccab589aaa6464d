"""A written return as openpyxl reads it back."""

from pathlib import Path
from typing import Any, cast

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.rules.returns.filled import FilledReturn
from exports.returns.layout import BODY
from exports.returns.writing import write_files

FIRST_ROW = BODY + 1


def written(filled: FilledReturn, folder: Path) -> Workbook:
    """Write the return and open it."""
    target = folder / "báo cáo.xlsx"
    write_files(filled, target)
    return load_workbook(target, rich_text=False)


def sheet_named(book: Workbook, name: str) -> Worksheet:
    """The sheet of a form."""
    return cast(Worksheet, book[name])


def values(sheet: Worksheet, first: int, last: int) -> list[tuple[Any, ...]]:
    """The values of rows, both counted from 1 and included."""
    return list(sheet.iter_rows(min_row=first, max_row=last, values_only=True))


def identity(book: Workbook) -> dict[str, Any]:
    """Key and value of the hidden sheet."""
    return {str(key): value for key, value in values(sheet_named(book, "_pcmd"), 1, book["_pcmd"].max_row)}
