"""A workbook as a province might send it: sixty columns, two head rows, merges, lists, conditions, other sheets."""

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from db.rules.measure_catalogue import MEASURES
from db.rules.measures import parse_expression

COLUMNS, ROW = 60, 9
FIGURES = (
    "outreach.sessions",
    "outreach.people",
    "outreach.female",
    "outreach.people[audience=worker]",
    "outreach.news_items",
    "training.sessions",
    "training.attendances",
    "training.share_trained",
)
DAYS = ("", "@since_year_start", "@year_before", "@since_year_start_before")
# From column D on, each figure over each stretch of days; the columns after them are the province's own.
TAGS = tuple(f"{name}{days}" for days in DAYS for name in FIGURES)
MAIN, LIST, TARGETS, AUDIENCES, SUMMARY = "Biểu 01", "Danh mục", "Chỉ tiêu", "Đối tượng", "Tóm tắt"
_THIN = Side(style="thin", color="FF333333")
_BOX = Border(_THIN, _THIN, _THIN, _THIN)


def refer(name: str) -> str:
    """The measures of the program, without a book."""
    return name if name.startswith("each.") else parse_expression(name, MEASURES).expression


def foreign_template() -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = MAIN
    _heads(sheet)
    _rows(sheet)
    _surroundings(sheet)
    other = book.create_sheet(LIST)
    for row, cells in enumerate(
        [("một", f"='{MAIN}'!D10"), ("hai", f"=SUM('{MAIN}'!D9:D9)"), ("ba", 7)], start=1
    ):
        for column, value in enumerate(cells, start=1):
            other.cell(row, column, value)
    _small(book.create_sheet(TARGETS), "row", "target.text", "target.unit", "target.planned", "target.done")
    _small(book.create_sheet(AUDIENCES), "each.audiences", "outreach.people[audience=each]")
    book[AUDIENCES]["B3"] = "{{total(outreach.people)}}"
    summary = book.create_sheet(SUMMARY)
    summary["A1"], summary["B1"] = "Số buổi", "{{outreach.sessions}}"
    summary["A2"], summary["B2"] = "Đơn vị báo cáo", "{{report.unit}} (mã {{report.code}})"
    book.defined_names["dong_tong"] = DefinedName("dong_tong", attr_text=f"'{MAIN}'!$D$10:$BH$10")
    return saved(book)


def saved(book: Workbook) -> bytes:
    """A workbook's bytes."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _heads(sheet: Worksheet) -> None:
    sheet["A1"], sheet["A2"] = "{{office.parent}}", "{{office.name}}"
    sheet["A3"] = "KẾT QUẢ PHÒNG, CHỐNG MẠI DÂM"
    sheet["A3"].font = Font(name="Times New Roman", size=16, bold=True, color="FF1F4E79")
    sheet["A4"] = "Kỳ: {{period.label}} ({{period.first}} – {{period.last}})"
    sheet["A5"] = CellRichText("Lưu ý: ", TextBlock(InlineFont(b=True), "không sửa"), " dòng này")
    for row in (3, 4, 5):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=COLUMNS)
    for column, text in enumerate(("TT", "Đơn vị", "Mã"), start=1):
        sheet.cell(6, column, text)
        sheet.merge_cells(start_row=6, end_row=7, start_column=column, end_column=column)
    for at, days in enumerate(("Trong kỳ", "Từ đầu năm", "Kỳ trước", "Đầu năm trước")):
        first = 4 + at * len(FIGURES)
        sheet.cell(6, first, days)
        sheet.merge_cells(start_row=6, end_row=6, start_column=first, end_column=first + len(FIGURES) - 1)
        for place in range(len(FIGURES)):
            sheet.cell(7, first + place, f"Cột {first + place}")
    for column in range(1, COLUMNS + 1):
        sheet.cell(8, column, f"({column})").font = Font(italic=True, size=8)
        sheet.column_dimensions[get_column_letter(column)].width = 6 + column % 7


def _rows(sheet: Worksheet) -> None:
    sheet["A9"], sheet["B9"], sheet["C9"] = "{{row}}", "{{unit.name}}", "{{unit.code}}"
    for at, tag in enumerate(TAGS):
        sheet.cell(ROW, 4 + at, f"{{{{{tag}}}}}")
        sheet.cell(ROW + 1, 4 + at, f"{{{{total({tag})}}}}")
    after = 4 + len(TAGS)
    sheet.cell(ROW, after, "=D9/E9").number_format = "0.00%"
    sheet.cell(ROW, after + 1, "ghi tay").protection = Protection(locked=False)
    sheet.merge_cells(start_row=ROW, end_row=ROW, start_column=after + 1, end_column=after + 3)
    sheet["B10"], sheet.cell(10, after).value, sheet.cell(10, after + 1).value = (
        "Tổng số",
        "=SUM(D9)",
        "=SUM(D9:D9)",
    )
    for column in range(1, COLUMNS + 1):
        for row in (6, 7, 8, 9, 10):
            cell = sheet.cell(row, column)
            cell.border = _BOX
            cell.alignment = Alignment("center", "center", wrap_text=row < 8)
        sheet.cell(ROW, column).fill = PatternFill("solid", fgColor="FFFFF2CC")
        sheet.cell(ROW + 1, column).font = Font(bold=True)
    sheet.row_dimensions[9].height, sheet.row_dimensions[10].height = 31.5, 22.0
    sheet["B13"], sheet["H13"] = "NGƯỜI LẬP", "{{office.place}}, ngày … tháng … năm {{period.year}}"
    sheet.merge_cells("H13:K13")
    sheet["B14"] = date(2025, 1, 15)
    sheet["B14"].comment = Comment("Ngày ban hành mẫu", "Sở")
    sheet["B14"].hyperlink = "https://example.vn/mau"


def _surroundings(sheet: Worksheet) -> None:
    sheet.print_area, sheet.print_title_rows = "A1:BH16", "6:8"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8
    sheet.freeze_panes = "D9"
    footer: Any = sheet.oddFooter
    footer.center.text = "Trang &P/&N"
    for formula, cells in (('"Có,Không"', ("AK9", "AK13")), (f"'{LIST}'!$A$1:$A$3", ("AL9",))):
        listed = DataValidation(type="list", formula1=formula)
        for cell in cells:
            listed.add(cell)
        sheet.add_data_validation(listed)
    look = DifferentialStyle(fill=PatternFill("solid", bgColor="FFFF0000"))
    rule = Rule("cellIs", operator="greaterThan", formula=["$E$10"], dxf=look)
    sheet.conditional_formatting.add("D9:K9", rule)
    sheet.row_breaks.append(Break(id=11))


def _small(sheet: Worksheet, *tags: str) -> None:
    for column, tag in enumerate(tags, start=1):
        sheet.cell(1, column, f"Đầu {column}")
        sheet.cell(2, column, f"{{{{{tag}}}}}")
