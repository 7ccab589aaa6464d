"""A cell of a list as the text that an officer would have typed for it."""

import re
from collections.abc import Sequence
from datetime import date

from db.rules.blocks import NumberStyle, number_style, plain_text, typed_cell
from db.rules.entries import FieldKind
from db.rules.imports.sheets import ImportColumn
from db.rules.imports.tables import CellValue, SheetRow

_DAY_ALONE = re.compile(r"\d{1,2}[/.\-]\d{1,2}", re.ASCII)


def cell_text(column: ImportColumn, value: CellValue, style: NumberStyle) -> str:
    """Return what stands in a cell as typed text; `style` is that of numbers that came as texts.

    Raises ValueError with the finding's code for a day without its year (in a list of last year's the nearest is a
    guess) and for a number where a day is wanted.
    """
    field = column.field
    if field.kind is FieldKind.PERIOD and isinstance(value, date) and value.day == 1:
        return f"{value.month}/{value.year}"  # Typed as 7/2025, a month becomes its first day in Excel.
    if isinstance(value, bool) and field.kind is not FieldKind.FLAG:
        return str(value).upper()  # As Excel shows it: no number, though it counts as one.
    if field.kind is FieldKind.DATE and isinstance(value, int | float):
        raise ValueError("day_is_number")
    typed = isinstance(value, str)
    text = typed_cell(field, plain_text(value), style if typed else NumberStyle.VIETNAMESE)
    if field.kind is FieldKind.DATE and _DAY_ALONE.fullmatch(text):
        raise ValueError("day_without_year")
    return text


def style_of(columns: Sequence[tuple[ImportColumn, int]], rows: Sequence[SheetRow]) -> NumberStyle:
    """Tell how the numbers that came as texts are written; each column with its place in the rows."""
    return number_style(
        (column.field, [value for row in rows if isinstance(value := value_at(row, at), str)])
        for column, at in columns
    )


def value_at(row: SheetRow, at: int) -> CellValue:
    """Return a cell of a row, its column counted from 0; none beyond its last."""
    return row.values[at] if at < len(row.values) else None
