"""The forms of a return that came in a province's own workbook: its hidden sheet says where every figure stands.

The lines are those of `template_workbook`: `sheet:FORM`, `first:FORM`, `column:FORM.KEY`, `cell:FORM.KEY` name places,
`value:FORM.KEY` (one a row) and `whole:FORM.KEY` hold what the workbook does not show.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from db.rules.cell_places import column_number
from db.rules.returns.forms import RowsOf, SheetForm
from db.rules.returns.received_books import CellValue, ReadReturn, ReadRow, ReadSheet
from db.rules.returns.received_findings import ReturnFinding, error
from db.rules.returns.received_forms import PlacedForm
from db.rules.returns.received_mark import MARK_SHEET, ReturnMark

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_LETTERS = re.compile(r"[A-Z]{1,3}", re.ASCII)
_WITHOUT_TOTAL = (RowsOf.TARGETS, RowsOf.ENTRIES)
Lines = Mapping[str, Sequence[CellValue]]
Cell = tuple[int, int]


def place_in_template(
    form: SheetForm, read: ReadReturn, mark: ReturnMark
) -> tuple[PlacedForm | None, list[ReturnFinding]]:
    """Find a form where the hidden sheet says that it is; none where its sheet is gone."""
    lines = _by_key(mark)
    name = _text(lines, f"sheet:{form.code}")
    sheet = next((item for item in read.sheets if item.name == name), None)
    if sheet is None:
        return None, [error("return_sheet_missing", name or MARK_SHEET, expected=form.title)]
    columns = _columns(form, lines)
    cells = _cells(form, lines)
    rows = _rows(form, sheet, lines, columns, mark.rows.get(form.code, 0))
    total = _total(form, sheet, lines, cells) if form.rows not in _WITHOUT_TOTAL else None
    every = {place: place for place in range(len(form.columns))}
    return PlacedForm(form, sheet, 0, every, rows, total, columns, cells), []


def _by_key(mark: ReturnMark) -> Lines:
    found: dict[str, list[CellValue]] = defaultdict(list)
    for key, value in mark.lines:
        found[key].append(value)
    return found


def _text(lines: Lines, key: str) -> str:
    values = lines.get(key, ())
    return str(values[0]) if values and values[0] is not None else ""


def _columns(form: SheetForm, lines: Lines) -> dict[int, int]:
    """Return the columns of the sheet, from 0, in which rows have those of the form."""
    found = {}
    for place, column in enumerate(form.columns):
        letters = _text(lines, f"column:{form.code}.{column.key}")
        if _LETTERS.fullmatch(letters):
            found[place] = column_number(letters) - 1
    return found


def _cells(form: SheetForm, lines: Lines) -> dict[int, Cell]:
    """Return the cells, row from 1 and column from 0, in which the total has the columns of the form."""
    found = {}
    for place, column in enumerate(form.columns):
        named = _CELL.fullmatch(_text(lines, f"cell:{form.code}.{column.key}"))
        if named:
            found[place] = (int(named[2]), column_number(named[1]) - 1)
    return found


def _rows(
    form: SheetForm, sheet: ReadSheet, lines: Lines, columns: Mapping[int, int], count: int
) -> tuple[ReadRow, ...]:
    """Return the rows with a value for each column of the form, those that are not shown from the hidden sheet."""
    first = lines.get(f"first:{form.code}", (None,))[0]
    if not isinstance(first, int):
        return ()
    known = {row.number: row for row in sheet.rows}
    kept = {
        place: lines.get(f"value:{form.code}.{column.key}", ()) for place, column in enumerate(form.columns)
    }
    rows = []
    for at, number in enumerate(range(first, first + count)):
        row = known.get(number, ReadRow(number, ()))
        values = (
            row.value(columns[place]) if place in columns else _at(kept[place], at)
            for place in range(len(form.columns))
        )
        rows.append(ReadRow(number, tuple(values)))
    return tuple(rows)


def _total(form: SheetForm, sheet: ReadSheet, lines: Lines, cells: Mapping[int, Cell]) -> ReadRow:
    known = {row.number: row for row in sheet.rows}
    values: list[CellValue] = []
    for place, column in enumerate(form.columns):
        if place in cells:
            number, at = cells[place]
            values.append(known.get(number, ReadRow(number, ())).value(at))
        else:
            values.append(_at(lines.get(f"whole:{form.code}.{column.key}", ()), 0))
    return ReadRow(0, tuple(values))


def _at(values: Sequence[CellValue], at: int) -> CellValue:
    return values[at] if at < len(values) else None
