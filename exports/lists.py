"""A list as it is on screen, as a workbook: title, lines under it, heads, rows, totals. Numbers stay numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from db.rules.formats import Value
from db.whole_files import replacing

_PIXELS_PER_LETTER = 7
_WIDEST = 60
_HEAD_ROW_GAP = 1


@dataclass(frozen=True)
class SheetColumn:
    """A column: its head and its width on screen in pixels."""

    title: str
    width: int


@dataclass(frozen=True)
class SheetList:
    """A list to be written: a value for each column in each row; `totals` is such a row, or empty."""

    title: str
    subtitles: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Value] = ()


def write_list_xlsx(sheet_list: SheetList, target: Path) -> None:
    """Write the list to `target`; raises TargetNotWritable, and then the earlier file stays.

    What was not recorded is a blank cell; a text is never taken for a formula or a link.
    """
    with replacing(target) as temporary:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        with xlsxwriter.Workbook(str(temporary), options) as workbook:
            _Writer(workbook, sheet_list).write()


class _Writer:
    def __init__(self, workbook: Any, sheet_list: SheetList) -> None:
        self._list = sheet_list
        self._sheet = workbook.add_worksheet("Danh sách")
        font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        cell = font | {"border": 1, "text_wrap": True}
        self._title = workbook.add_format(font | {"bold": True, "font_size": 14})
        self._subtitle = workbook.add_format(font | {"italic": True})
        self._head = workbook.add_format(cell | {"bold": True, "align": "center", "bg_color": "#E7EFEF"})
        self._text = workbook.add_format(cell | {"num_format": "@"})
        self._number = workbook.add_format(cell | {"num_format": "#,##0.###"})
        self._whole = workbook.add_format(cell | {"num_format": "#,##0"})
        self._day = workbook.add_format(cell | {"num_format": "dd/mm/yyyy", "align": "center"})
        self._total = workbook.add_format(cell | {"num_format": "#,##0", "bold": True})

    def write(self) -> None:
        head_row = len(self._list.subtitles) + 1 + _HEAD_ROW_GAP
        self._sheet.write_string(0, 0, self._list.title, self._title)
        for at, line in enumerate(self._list.subtitles, start=1):
            self._sheet.write_string(at, 0, line, self._subtitle)
        for at, column in enumerate(self._list.columns):
            self._sheet.write_string(head_row, at, column.title, self._head)
            self._sheet.set_column(at, at, min(column.width / _PIXELS_PER_LETTER, _WIDEST))
        for row, values in enumerate(self._list.rows, start=head_row + 1):
            self._write_row(row, values)
        if self._list.totals:
            self._write_totals(head_row + 1 + len(self._list.rows))
        self._set_up_print(head_row)

    def _write_row(self, row: int, values: Sequence[Value]) -> None:
        for at, value in enumerate(values):
            self._write_cell(row, at, value)

    def _write_cell(self, row: int, at: int, value: Value) -> None:
        if value is None:
            self._sheet.write_blank(row, at, None, self._text)
        elif isinstance(value, bool):
            self._sheet.write_string(row, at, "x" if value else "", self._text)
        elif isinstance(value, int):
            self._sheet.write_number(row, at, value, self._whole)
        elif isinstance(value, Decimal):
            self._sheet.write_number(row, at, float(value), self._number)
        elif isinstance(value, date):
            self._sheet.write_datetime(row, at, value, self._day)
        else:
            self._sheet.write_string(row, at, value, self._text)

    def _write_totals(self, row: int) -> None:
        for at, value in enumerate(self._list.totals):
            if value is None:
                self._sheet.write_blank(row, at, None, self._total)
            elif isinstance(value, int | Decimal):
                self._sheet.write_number(row, at, float(value), self._total)
            else:
                self._sheet.write_string(row, at, str(value), self._total)

    def _set_up_print(self, head_row: int) -> None:
        self._sheet.freeze_panes(head_row + 1, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(head_row)
        self._sheet.set_footer("&C&P/&N")
