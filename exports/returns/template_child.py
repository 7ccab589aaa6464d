"""The child process that looks at a province's workbook: bytes on standard input, one JSON document on standard output.

It opens the workbook as it is opened each time a return is written into it, and writes it once to see what is lost.
Started as `python -m exports.returns.template_child xlsx`; the workbook has passed the gate before.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from db.rules.returns.tags import has_tag
from exports.readers.addresses import cell_place
from exports.readers.memory import bound
from exports.returns.template_losses import losses
from exports.returns.template_tags import misplaced, tagged_sheets
from exports.returns.template_workbook import opened, print_check_code

_STDIN, _STDOUT = 0, 1
_MACROS = "xl/vbaproject.bin"
# As long as any check code that will be printed.
_CODE = "Mã kiểm tra: 0000-0000-0000"


def main() -> None:
    """Read the workbook and answer what `template_answer` tells, or `{"error"}`."""
    bound()
    with open(_STDIN, "rb", closefd=False) as source:
        data = source.read()
    with open(_STDOUT, "wb", closefd=False) as target:
        target.write(json.dumps(template_answer(data), ensure_ascii=False).encode())


def template_answer(data: bytes) -> dict[str, Any]:
    """Return the tagged sheets, what is wrong by rule, place and text, and what is lost by kind and sheet.

    `{"sheets": [TaggedSheet …], "findings": [[code, place, text] …], "losses": [{"kind", "sheet"} …]}`.
    """
    if _has_macros(data):
        return {"error": "template_macros"}
    try:
        merged = list(_merged_away(data))
    except CalamineError:
        return {"error": "file_broken"}
    book = opened(data)
    answer = {"sheets": tagged_sheets(book), "findings": [*merged, *misplaced(book)]}
    lost = [*losses(data, _written(book)), *_without_room(book), *_formulas(book)]
    return {**answer, "losses": [{"kind": kind, "sheet": sheet} for kind, sheet in lost]}


def _has_macros(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(name.lower() == _MACROS for name in archive.namelist())


def _merged_away(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield tags in cells that are merged into another one: Excel does not show them, the library drops them."""
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        for meta in workbook.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(meta.name)
            rows = sheet.to_python(skip_empty_area=False)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
                for row in range(top, min(bottom + 1, len(rows))):
                    for column in range(left, min(right + 1, len(rows[row]))):
                        text = rows[row][column]
                        if (row, column) != (top, left) and isinstance(text, str) and has_tag(text):
                            yield "template_tag_merged", cell_place(meta.name, row + 1, column + 1), text


def _written(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _without_room(book: Workbook) -> Iterator[tuple[str, str]]:
    for sheet in book.worksheets:
        if not print_check_code(sheet, _CODE):
            yield "footer_full", sheet.title


def _formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    for sheet in book.worksheets:
        if any(cell.data_type == "f" for cell in sheet._cells.values()):
            yield "formulas", sheet.title


if __name__ == "__main__":
    main()
