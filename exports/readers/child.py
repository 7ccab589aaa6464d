"""The child process that reads a workbook: bytes on standard input, one JSON document on standard output.

A dense reader can abort or eat the memory of its process, so it gets one of its own. Started as
`python -m exports.readers.child xlsx [SHEET]`; the workbook has passed the gate before.
"""

import io
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from db.rules.findings import Finding
from db.rules.formats import number_text
from exports.readers.addresses import column_letters
from exports.readers.memory import bound
from exports.readers.sheet_marks import sheet_marks

# The hidden sheet by which a template of this program is known.
MARK_SHEET = "_pcmd"
# A score sheet's mark has a line for each criterion.
_MOST_MARKS = 1_000
_STDIN, _STDOUT = 0, 1
# Excel writes no longer text into a cell: what is longer was made to choke a reader.
_LONGEST = 32_767


def main() -> None:
    """Read the workbook and answer what `sheet_answer` tells, or `{"error"}`."""
    bound()
    with open(_STDIN, "rb", closefd=False) as source:
        data = source.read()
    with open(_STDOUT, "wb", closefd=False) as target:
        target.write(json.dumps(_answer(data, "".join(sys.argv[2:3])), ensure_ascii=False).encode())


def sheet_answer(data: bytes, wanted: str = "") -> dict[str, Any]:
    """Return the wanted worksheet, the first visible one unless named, its rows numbered as in the workbook.

    `{"sheet", "rows": [[number, [value …]] …], "sheets": visible ones, "merged": [[row, column, row, column] …],
    "hidden_rows", "hidden_columns", "valueless": cells, "mark": {key: value}}`, rows and columns from 1, values
    from column A.
    """
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        visible = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        if not visible:
            return {"error": "workbook_no_sheet"}
        name = wanted if wanted in visible else visible[0]
        sheet = workbook.get_sheet_by_name(name)
        rows = sheet_rows(sheet)
        long = too_long(rows)
        if long is not None:
            return {"error": long.code, "facts": long.facts}
        marks = sheet_marks(data, name)
        return {
            "sheet": name,
            "rows": rows,
            "sheets": visible,
            "merged": merged_ranges(sheet),
            "hidden_rows": marks.rows,
            "hidden_columns": marks.columns,
            "valueless": marks.valueless,
            "mark": _mark(workbook),
        }


def _answer(data: bytes, wanted: str) -> dict[str, Any]:
    try:
        return sheet_answer(data, wanted)
    except PasswordError:
        return {"error": "file_encrypted"}
    except CalamineError:
        return {"error": "file_broken"}


def merged_ranges(sheet: CalamineSheet) -> list[list[int]]:
    """Return the ranges of merged cells: first row and column, last row and column, from 1."""
    ranges = sheet.merged_cell_ranges or []
    return [[top + 1, left + 1, bottom + 1, right + 1] for (top, left), (bottom, right) in ranges]


def _mark(workbook: CalamineWorkbook) -> dict[str, str]:
    if MARK_SHEET not in workbook.sheet_names:
        return {}
    rows = workbook.get_sheet_by_name(MARK_SHEET).to_python()[:_MOST_MARKS]
    return {str(row[0]): str(row[1]) for row in rows if len(row) > 1}


def sheet_rows(sheet: CalamineSheet) -> list[list[Any]]:
    """Return the rows that hold something, each with its number from 1 and its values from column A."""
    # Without the empty area the reader needs least memory; what it left out is put back as numbers.
    top, left = sheet.start or (0, 0)
    rows = []
    for number, values in enumerate(sheet.to_python(), start=top + 1):
        if any(value != "" for value in values):
            rows.append([number, [None] * left + [plain_value(value) for value in values]])
    return rows


def too_long(rows: list[list[Any]]) -> Finding | None:
    """Return that a cell holds more than Excel writes into one."""
    for number, values in rows:
        for at, value in enumerate(values, start=1):
            if isinstance(value, str) and len(value) > _LONGEST:
                facts = {"cell": f"{column_letters(at)}{number}", "most": number_text(_LONGEST)}
                return Finding("cell_too_long", facts=facts)
    return None


def plain_value(value: Any) -> Any:
    """Return a cell's value as JSON holds it; nothing for an empty text."""
    if isinstance(value, str):  # Most are, or are empty.
        return value or None
    if isinstance(value, date | datetime):
        return {"date": value.isoformat()}
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


if __name__ == "__main__":
    main()
