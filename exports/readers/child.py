"""The child process that reads a workbook: bytes on standard input, one JSON document on standard output.

A dense reader can abort or eat the memory of its process, so it gets one of its own. Started as
`python -m exports.readers.child xlsx`; the workbook has passed the gate before.
"""

import io
import json
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

from exports.readers.memory import bound_memory

_STDIN, _STDOUT = 0, 1


def main() -> None:
    """Read the workbook and answer `{"sheet", "rows": [[number, [value …]] …]}` or `{"error"}`."""
    bound_memory()
    with open(_STDIN, "rb", closefd=False) as source:
        data = source.read()
    with open(_STDOUT, "wb", closefd=False) as target:
        target.write(json.dumps(_answer(data), ensure_ascii=False).encode())


def first_sheet(data: bytes) -> dict[str, Any]:
    """Return the first visible worksheet, its rows numbered as in the workbook and counted from column A."""
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        visible = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        if not visible:
            return {"error": "workbook_no_sheet"}
        return {"sheet": visible[0], "rows": _rows(workbook.get_sheet_by_name(visible[0]))}


def _answer(data: bytes) -> dict[str, Any]:
    try:
        return first_sheet(data)
    except PasswordError:
        return {"error": "file_encrypted"}
    except CalamineError:
        return {"error": "file_broken"}


def _rows(sheet: CalamineSheet) -> list[list[Any]]:
    # Without the empty area the reader needs least memory; what it left out is put back as numbers.
    top, left = sheet.start or (0, 0)
    rows = []
    for number, values in enumerate(sheet.to_python(), start=top + 1):
        if any(value != "" for value in values):
            rows.append([number, [None] * left + [_plain(value) for value in values]])
    return rows


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return {"date": value.isoformat()}
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value == "" else value


if __name__ == "__main__":
    main()
