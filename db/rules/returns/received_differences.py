"""Where two returns of one unit for one period differ, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.rules.formats import Value, value_text
from db.rules.returns.check_findings import TOTAL_ROW, row_keys
from db.rules.returns.filled import FilledReturn, FilledSheet
from db.rules.returns.received_forms import head_text


@dataclass(frozen=True)
class Difference:
    """A cell that two returns fill otherwise: form, row and column in words, what stands here and there."""

    sheet: str
    row: str
    column: str
    here: str
    there: str


def differences(here: FilledReturn, there: FilledReturn) -> Iterator[Difference]:
    """Yield every cell that differs, in the order of the forms; a row or column that one of them lacks is blank."""
    sheets = {sheet.form.code: sheet for sheet in here.sheets}
    for sheet in there.sheets:
        other = sheets.pop(sheet.form.code, None)
        yield from _of_sheet(other or FilledSheet(sheet.form, ()), sheet)
    for sheet in sheets.values():
        yield from _of_sheet(sheet, FilledSheet(sheet.form, ()))


def _of_sheet(here: FilledSheet, there: FilledSheet) -> Iterator[Difference]:
    known, said = _cells(here), _cells(there)
    names = {**_names(here), **_names(there)}
    heads = {column.key: head_text(column) for column in (*here.form.columns, *there.form.columns)}
    for key in dict.fromkeys((*said, *known)):
        if known.get(key) != said.get(key):
            row, column = key
            words = value_text(known.get(key)), value_text(said.get(key))
            yield Difference(there.form.code, names[row], heads[column], *words)


def _cells(sheet: FilledSheet) -> dict[tuple[str, str], Value]:
    named = zip((*row_keys(sheet), TOTAL_ROW), (*sheet.rows, sheet.total), strict=True)
    return {
        (row, column.key): value
        for row, values in named
        for column, value in zip(sheet.form.columns, values, strict=False)
        if value not in (None, "") and column.holds != "row_number"
    }


def _names(sheet: FilledSheet) -> dict[str, str]:
    holds = [column.holds for column in sheet.form.columns]
    at = next((holds.index(word) for word in ("unit_name", "target_text") if word in holds), None)
    rows = {
        key: key if at is None else str(row[at] or key)
        for key, row in zip(row_keys(sheet), sheet.rows, strict=True)
    }
    return {**rows, TOTAL_ROW: sheet.form.total}
