"""A workbook to fill in: heads, lists to choose from, hints, an example row, a sheet of instructions, a hidden mark."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from db.rules.entries import FieldKind, read_day
from db.rules.formats import day_text
from db.rules.imports.codes import CODES_MARK
from db.rules.imports.sheets import EXAMPLE_MARK, NUMBER_TITLE, ImportColumn, ImportSheet
from db.rules.imports.template_lists import TemplateLists
from db.whole_files import replacing

_VERSION = "1"
_HEAD_ROW = 3
_FILLED_ROWS = 1_000
# What Excel allows in the head and in the words of a hint, and in a list.
_HINT_HEAD, _HINT_WORDS = 32, 255
_LISTS, _MARK, _GUIDE = "_danh_muc", "_pcmd", "Hướng dẫn"
_LISTED = (FieldKind.CHOICE, FieldKind.UNIT, FieldKind.LINK)
_MOST = 10**12
_GUIDE_LINE = 110
_WRONG_CHOICE = "Hãy chọn trong danh sách, hoặc xóa ô."
_WRONG_NUMBER = "Hãy ghi số nguyên, không nhỏ hơn 0."
_WRONG_DAY = "Hãy ghi ngày như 14/9/2025."
_GUIDANCE = (
    "Mỗi dòng của trang đầu là một bản ghi. Cột có dấu * phải có.",
    "Ngày ghi như 14/9/2025. Ô trống nghĩa là không thống kê; 0 nghĩa là không có.",
    "Xã chọn trong danh sách, hoặc ghi tên, hoặc ghi mã ở dạng văn bản (giữ số 0 ở đầu).",
    "Dòng có chữ “Ví dụ” ở cột TT không được nhập; có thể để nguyên hoặc xóa.",
    "Có thể đổi thứ tự cột, bỏ cột không dùng; giữ nguyên tên cột. Cột thêm vào không được nhập.",
    "Nhập lại tệp đã nhập thì không có gì thay đổi; ô sửa trong tệp sẽ sửa bản ghi, ô trống không xóa điều đã ghi.",
    "Chỉ ghi số lượng: không ghi tên, địa chỉ, số căn cước, điện thoại, ngày sinh của bất kỳ người dân nào.",
)


def write_template(sheet: ImportSheet, lists: TemplateLists, office: str, target: Path) -> None:
    """Write an empty template for an office to `target`; raises TargetNotWritable, and then the earlier file stays."""
    with replacing(target) as temporary:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        with xlsxwriter.Workbook(str(temporary), options) as workbook:
            _Template(workbook, sheet, lists, office).write()


class _Template:
    def __init__(self, workbook: Any, sheet: ImportSheet, lists: TemplateLists, office: str) -> None:
        self._sheet, self._lists, self._office = sheet, lists, office
        self._page = workbook.add_worksheet(sheet.sheet)
        self._guide = workbook.add_worksheet(_GUIDE)
        self._held = workbook.add_worksheet(_LISTS)
        self._mark = workbook.add_worksheet(_MARK)
        font = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
        cell = font | {"border": 1, "border_color": "#B7C4C4", "text_wrap": True}
        head = cell | {"bold": True, "align": "center", "bg_color": "#E7EFEF"}
        example = {"italic": True, "font_color": "#6B7777", "bg_color": "#F6F8F8"}
        self._title = workbook.add_format(font | {"bold": True, "font_size": 14})
        self._plain = workbook.add_format(font)
        self._line = workbook.add_format(font | {"italic": True, "font_color": "#4A5656"})
        self._head = workbook.add_format(head)
        self._needed = workbook.add_format(head | {"bg_color": "#CFE3E3"})
        self._words = workbook.add_format(font | {"text_wrap": True, "valign": "top"})
        self._bold = workbook.add_format(font | {"bold": True, "valign": "top"})
        self._cells = {kind: workbook.add_format(cell | own) for kind, own in _FORMATS.items()}
        self._examples = {kind: workbook.add_format(cell | own | example) for kind, own in _FORMATS.items()}

    def write(self) -> None:
        self._write_lists()
        self._write_page()
        self._write_guide()
        rows = (
            ("kind", self._sheet.kind),
            ("version", _VERSION),
            ("title", self._sheet.title),
            (CODES_MARK, self._lists.codes_on.isoformat()),
        )
        for at, (key, value) in enumerate(rows):
            self._mark.write_string(at, 0, key)
            self._mark.write_string(at, 1, value)
        self._held.hide()
        self._mark.very_hidden()

    def _write_lists(self) -> None:
        self._ranges: dict[str, str] = {}
        for at, column in enumerate(item for item in self._sheet.columns if item.field.kind in _LISTED):
            entries = self._lists.of(column)
            for row, entry in enumerate(entries):
                self._held.write_string(row, at, entry)
            letters = xlsxwriter.utility.xl_col_to_name(at)
            self._ranges[column.key] = f"='{_LISTS}'!${letters}$1:${letters}${max(len(entries), 1)}"

    def _write_page(self) -> None:
        page, columns = self._page, self._sheet.columns
        page.write_string(0, 0, self._sheet.title, self._title)
        codes = _CODES.format(day=day_text(self._lists.codes_on))
        page.write_string(1, 0, f"{self._office} – {codes}; {_SUBTITLE}", self._line)
        # The columns' borders end at the head: the rows above it are plain.
        for row, height in ((0, 24), (1, 20), (2, 8)):
            page.set_row(row, height, self._plain)
        page.set_row(_HEAD_ROW, 48)
        page.write_string(_HEAD_ROW, 0, NUMBER_TITLE, self._head)
        page.set_column(0, 0, 8, self._cells[FieldKind.TEXT])
        for at, column in enumerate(columns, start=1):
            page.set_column(at, at, column.width, self._format(column))
            title = f"{column.title} *" if column.required else column.title
            page.write_string(_HEAD_ROW, at, title, self._needed if column.required else self._head)
            page.data_validation(_HEAD_ROW + 1, at, _HEAD_ROW + _FILLED_ROWS, at, self._validation(column))
        self._write_example()
        page.freeze_panes(_HEAD_ROW + 1, 3)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(_HEAD_ROW)

    def _write_example(self) -> None:
        row = _HEAD_ROW + 1
        self._page.write_string(row, 0, EXAMPLE_MARK, self._examples[FieldKind.TEXT])
        for at, column in enumerate(self._sheet.columns, start=1):
            shape = self._examples.get(column.field.kind, self._examples[FieldKind.TEXT])
            value = self._example(column)
            if value == "":
                self._page.write_blank(row, at, None, shape)
            elif isinstance(value, date):
                self._page.write_datetime(row, at, value, shape)
            else:
                self._page.write(row, at, value, shape)

    def _example(self, column: ImportColumn) -> str | int | date:
        kind, text = column.field.kind, column.example
        if kind is FieldKind.UNIT:
            return self._lists.units[-1] if self._lists.units else ""
        if kind is FieldKind.DATE and text:
            return read_day(text, date.min.replace(year=2000))
        return int(text) if kind in _NUMBERS and text else text

    def _format(self, column: ImportColumn) -> Any:
        return self._cells.get(column.field.kind, self._cells[FieldKind.TEXT])

    def _validation(self, column: ImportColumn) -> dict[str, Any]:
        kind = column.field.kind
        hint = {"input_title": column.title[:_HINT_HEAD], "input_message": column.hint[:_HINT_WORDS]}
        shown = hint if column.hint else {}
        if column.key in self._ranges:
            # Words that are not in the list may stay (a name, a code): the program answers with near ones.
            told = {"error_message": _WRONG_CHOICE, "error_type": "warning"}
            return {"validate": "list", "source": self._ranges[column.key], **told, **shown}
        if kind in _NUMBERS:
            told = {"error_message": _WRONG_NUMBER, "error_type": "warning"}
            return {
                "validate": "integer",
                "criteria": "between",
                "minimum": 0,
                "maximum": _MOST,
                **told,
                **shown,
            }
        if kind is FieldKind.DATE:
            told = {"error_message": _WRONG_DAY, "error_type": "warning"}
            return {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1), **told, **shown}
        return {"validate": "any", **shown}

    def _write_guide(self) -> None:
        guide = self._guide
        guide.set_column(0, 0, 30)
        guide.set_column(1, 1, 90)
        guide.write_string(0, 0, f"{_GUIDE}: {self._sheet.title}", self._title)
        lines = (*_GUIDANCE, *self._sheet.remarks)
        for row, line in enumerate(lines, start=2):
            guide.merge_range(row, 0, row, 1, line, self._words)
            guide.set_row(row, 36 if len(line) > _GUIDE_LINE else 19)
        start = len(lines) + 3
        for row, column in enumerate(self._sheet.columns, start=start):
            title = f"{column.title} *" if column.required else column.title
            guide.write_string(row, 0, title, self._bold)
            guide.write_string(row, 1, column.hint, self._words)
        guide.set_paper(9)
        guide.fit_to_pages(1, 0)


_CODES = "mã đơn vị theo danh mục ngày {day}"
_SUBTITLE = "điền từ dòng dưới dòng ví dụ; cột có dấu * phải có; xem trang Hướng dẫn"
_NUMBERS = (FieldKind.COUNT, FieldKind.MONEY, FieldKind.YEAR)
_FORMATS: Mapping[FieldKind, dict[str, str]] = {
    FieldKind.TEXT: {"num_format": "@"},
    FieldKind.DATE: {"num_format": "dd/mm/yyyy", "align": "center"},
    FieldKind.COUNT: {"num_format": "#,##0"},
    FieldKind.MONEY: {"num_format": "#,##0"},
    FieldKind.YEAR: {"num_format": "0", "align": "center"},
}
