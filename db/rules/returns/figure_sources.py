"""What a figure of a consolidated return was made of: for a row its one source, for a total every row that it has."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from db.rules.cell_places import cell_place, column_letters
from db.rules.formats import Value
from db.rules.returns.check_findings import TOTAL_ROW, row_keys
from db.rules.returns.consolidating import Consolidation, shown_units
from db.rules.returns.filled import FilledSheet
from db.rules.returns.row_sources import CellSource, RowOrigin, RowSource, SheetRow

# In a workbook of this program the first row of a table is that after these.
ROWS_ABOVE = 11
_FORM = 1


def figure_sources(whole: Consolidation, sheet: str, row: str, column: str) -> tuple[CellSource, ...]:
    """Return what a cell was made of; form, row and column by their keys, the total by `TOTAL_ROW`.

    A total has each row that says something; one that was recomputed those of its two parts, one after the other.
    Raises KeyError for a cell that is not there.
    """
    found = _sheet_of(whole, sheet)
    at = _place_of(found, column)
    if not found.form.rows.are_units:
        values = dict(zip((*row_keys(found), TOTAL_ROW), (*found.rows, found.total), strict=True))
        own = RowSource(whole.sources[0].unit, RowOrigin.RECORDS)
        return (CellSource(own.unit, own.origin, None, sheet, column, values[row][at]),)
    if row != TOTAL_ROW:
        return (_cell_source(_source_of(whole, found, row), sheet, column, at),)
    if found.form.columns[at].kind and found.total[at] is None:
        return ()
    cells = whole.totals.parts.get((sheet, column), ((sheet, column),))
    return tuple(item for cell in cells for item in _added(whole, *cell) if item.value is not None)


def sources_text(whole: Consolidation) -> str:
    """Write where each row came from as JSON: the file with its SHA-256, and where in it each form has the row.

    A file whose columns stand as they do here needs none of their letters.
    """
    rows = [_row_body(whole, source) for source in whole.sources]
    parts = {".".join(cell): [".".join(part) for part in of] for cell, of in whole.totals.parts.items()}
    missing = [unit.code for unit in whole.missing]
    body = {"form": _FORM, "rows": rows, "missing": missing, "recomputed": parts}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _sheet_of(whole: Consolidation, code: str) -> FilledSheet:
    found = next((item for item in whole.filled.sheets if item.form.code == code), None)
    if found is None:
        raise KeyError(code)
    return found


def _place_of(sheet: FilledSheet, key: str) -> int:
    at = next((at for at, column in enumerate(sheet.form.columns) if column.key == key), None)
    if at is None:
        raise KeyError(key)
    return at


def _source_of(whole: Consolidation, sheet: FilledSheet, row: str) -> RowSource:
    units = shown_units(sheet.form, (item.unit for item in whole.sources))
    unit = dict(zip(row_keys(sheet), units, strict=True))[row]
    return next(item for item in whole.sources if item.unit.id == unit.id)


def _added(whole: Consolidation, sheet: str, column: str) -> Iterator[CellSource]:
    at = _place_of(_sheet_of(whole, sheet), column)
    for source in whole.sources:
        if sheet in source.rows:
            yield _cell_source(source, sheet, column, at)


def _cell_source(source: RowSource, sheet: str, column: str, at: int) -> CellSource:
    row = source.rows.get(sheet)
    value: Value = row.values[at] if row else None
    place = _cell(source, sheet, row, at) if row else ""
    return CellSource(source.unit, source.origin, source.file, sheet, column, value, place)


def _cell(source: RowSource, sheet: str, row: SheetRow, at: int) -> str:
    theirs = row.columns[at]
    known = source.file is not None and source.file.placed and theirs is not None
    return cell_place(sheet, row.row + ROWS_ABOVE + 1, theirs + 1) if known and theirs is not None else ""


def _row_body(whole: Consolidation, source: RowSource) -> dict[str, Any]:
    body: dict[str, Any] = {
        "unit": source.unit.code,
        "name": source.unit.name,
        "unit_id": source.unit.id,
        "source": source.origin.value,
    }
    file = source.file
    if file is None:
        return body
    told = {
        "file_id": file.id,
        "file": file.name,
        "sha256": file.sha256,
        "of": file.unit_name,
        "period": file.period,
        "revision": file.revision,
        "verified": file.verified,
    }
    places = {code: _place_body(row) for code, row in source.rows.items()} if file.placed else {}
    return {**body, **told, "cells": places}


def _place_body(row: SheetRow) -> dict[str, Any]:
    body: dict[str, Any] = {"row": row.row + ROWS_ABOVE + 1}
    if row.columns != tuple(range(len(row.columns))):
        body["columns"] = list(_letters(row.columns))
    return body


def _letters(columns: Iterable[int | None]) -> Iterator[str]:
    for column in columns:
        yield "" if column is None else column_letters(column + 1)
