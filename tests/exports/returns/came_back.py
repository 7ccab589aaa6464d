"""Returns that come back: read once from a written workbook, then changed cell by cell as people change them."""

from collections.abc import Callable
from dataclasses import replace

from openpyxl.utils.cell import coordinate_from_string

from db.rules.returns.filled import FilledReturn
from db.rules.returns.forms import RowsOf
from db.rules.returns.received_books import CellValue, ReadReturn, ReadRow, ReadSheet
from db.rules.returns.received_judging import ExpectedReturn, Judged, judge
from db.rules.returns.received_mark import known_mark, seal_of
from db.rules.returns.received_rows import ListedUnit
from exports.readers.addresses import column_number
from exports.returns import said_lines

Change = Callable[[ReadReturn], ReadReturn]


def expected(filled: FilledReturn) -> ExpectedReturn:
    """What the office expects of the sender of a return: its forms, and the units of its rows."""
    rows = next(sheet for sheet in filled.sheets if sheet.form.rows is RowsOf.UNITS).rows
    listed = [ListedUnit(str(row[1]), str(row[2]), len(str(row[1])) == 5) for row in rows]
    names = (filled.unit_code, filled.unit_name, filled.unit_valid_on, filled.period, filled.span)
    return ExpectedReturn(filled.set, *names, listed)


def judged(read: ReadReturn, filled: FilledReturn) -> Judged:
    """What is found in a file from the sender of a return."""
    return judge(read, known_mark(read.mark), expected(filled))


def put(place: str, value: CellValue) -> Change:
    """Put a value into a cell."""
    name, _, cell = place.rpartition("!")
    letters, number = coordinate_from_string(cell)
    at = column_number(letters) - 1

    def change(row: ReadRow) -> ReadRow:
        values = [*row.values, *[None] * (at + 1 - len(row.values))]
        values[at] = value
        return ReadRow(row.number, tuple(values)) if row.number == number else row

    return on_rows(name, lambda rows: tuple(map(change, rows)))


def on_rows(name: str, change: Callable[[tuple[ReadRow, ...]], tuple[ReadRow, ...]]) -> Change:
    """Change the rows of a sheet; its lines are read again."""

    def changed(sheet: ReadSheet) -> ReadSheet:
        again = replace(sheet, rows=change(sheet.rows))
        return replace(again, unit=said_lines.said_unit(again), period=said_lines.said_period(again))

    return on_sheet(name, changed)


def on_sheet(name: str, change: Callable[[ReadSheet], ReadSheet]) -> Change:
    """Change a sheet, or every one where it has no name."""
    return lambda read: replace(
        read,
        sheets=tuple(change(sheet) if name in ("", sheet.name) else sheet for sheet in read.sheets),
    )


def without_sheet(name: str) -> Change:
    """Delete a sheet."""
    return lambda read: replace(read, sheets=tuple(sheet for sheet in read.sheets if sheet.name != name))


def without_row(name: str, number: int) -> Change:
    """Delete what stands in a row."""
    return on_rows(name, lambda rows: tuple(row for row in rows if row.number != number))


def row_again(name: str, number: int, **values: CellValue) -> Change:
    """Write a row of a sheet once more, below it, with other values by column letter."""

    def change(rows: tuple[ReadRow, ...]) -> tuple[ReadRow, ...]:
        below = [row for row in rows if row.number > number]
        first = [row for row in rows if row.number <= number]
        again = list(first[-1].values)
        for letter, value in values.items():
            again[column_number(letter) - 1] = value
        moved = [ReadRow(row.number + 1, row.values) for row in below]
        return (*first, ReadRow(number + 1, tuple(again)), *moved)

    return on_rows(name, change)


def columns_swapped(name: str, one: int, other: int) -> Change:
    """Move a column to the place of another in the whole table, heads and all; both counted from 0."""

    def change(row: ReadRow) -> ReadRow:
        values = list(row.values)
        if row.number >= 9 and len(values) > max(one, other):
            values[one], values[other] = values[other], values[one]
        return ReadRow(row.number, tuple(values))

    return on_rows(name, lambda rows: tuple(map(change, rows)))


def marked(**lines: CellValue) -> Change:
    """Change lines of the hidden sheet."""
    return lambda read: replace(read, mark=tuple((key, lines.get(key, value)) for key, value in read.mark))


def sealed_anew(read: ReadReturn) -> ReadReturn:
    """Seal the lines of the hidden sheet as they are now."""
    return marked(seal=seal_of(read.mark))(read)


def by_hand(read: ReadReturn) -> ReadReturn:
    """Take the hidden sheet and the printed codes away: what somebody typed into last year's file."""
    return on_sheet("", lambda sheet: replace(sheet, check_code=""))(replace(read, mark=()))


def together(*changes: Change) -> Change:
    """Make several changes one after the other."""

    def change(read: ReadReturn) -> ReadReturn:
        for each in changes:
            read = each(read)
        return read

    return change
