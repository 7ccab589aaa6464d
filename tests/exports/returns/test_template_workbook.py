"""A return in a province's own workbook: the tagged cells are filled, everything else is as it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from db.rules.formats import Value, plain_number
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.filled import FilledReturn, FilledSheet, control_totals
from db.rules.returns.forms import ColumnForm, ReturnSet, RowsOf, SheetForm
from db.rules.returns.tags_book import book_of
from db.rules.returns.tags_sheet import OwnWorkbook, laid_out
from exports.returns.content import plain_cell
from exports.returns.template_tags import tagged_sheets
from exports.returns.template_workbook import filled_book, opened
from exports.returns.template_writing import write_template
from tests.exports.returns.filled import HEAD
from tests.helpers.foreign_templates import (
    AUDIENCES,
    COLUMNS,
    LIST,
    MAIN,
    ROW,
    SUMMARY,
    TAGS,
    TARGETS,
    foreign_template,
    refer,
    saved,
)

UNITS = 20
BODY = foreign_template()


@cache
def own_workbook(body: bytes = BODY) -> OwnWorkbook:
    book = book_of({"sheets": tagged_sheets(opened(body))})
    return OwnWorkbook("ab" * 32, body, tuple(laid_out(sheet, refer) for sheet in book.sheets))


def filled_return(own: OwnWorkbook, rows: int = UNITS) -> FilledReturn:
    sheets = tuple(_sheet(form, rows) for layout in own.layouts for form in layout.forms)
    forms = tuple(sheet.form for sheet in sheets)
    span = parse_period("2025-Q3").span(DECREE_09)
    return FilledReturn(
        ReturnSet("tinh", "Mẫu tỉnh", "mau.xlsx", "mau-abab", forms),
        HEAD,
        "099",
        "Huyện Hòa Lâm",
        date(2025, 9, 14),
        "2025-Q3",
        span,
        sheets,
        1,
        control_totals(sheets),
    )


def _sheet(form: SheetForm, rows: int) -> FilledSheet:
    count = 0 if form.rows is RowsOf.TOTAL else rows
    values = tuple(
        tuple(_value(column, at, row) for at, column in enumerate(form.columns)) for row in range(count)
    )
    of_all = form.rows in (RowsOf.UNITS, RowsOf.TOTAL)
    total = tuple(1000 + at if column.measure else None for at, column in enumerate(form.columns))
    return FilledSheet(form, values, total if of_all else ())


def _value(column: ColumnForm, at: int, row: int) -> Value:
    words: dict[str, Value] = {
        "row_number": row + 1,
        "unit_code": f"{3250 + row:05d}",
        "unit_name": ("Xã Đạt", "=1+1", "@Xã")[row % 3],
    }
    figures: tuple[Value, ...] = (at * 100 + row, 0, None, Decimal("12.676"))
    return words.get(column.holds, figures[row % 4] if column.measure else f"chữ {row}")


@pytest.fixture(scope="module")
def written() -> Workbook:
    own = own_workbook()
    return load_workbook(BytesIO(saved(filled_book(filled_return(own), own))), rich_text=True)


def moved(row: int) -> int:
    return row if row <= ROW else row + UNITS - 1


def cells(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell))


def marks_of(book: Workbook) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in book["_pcmd"].iter_rows(values_only=True)}


def look(cell: Any) -> str:
    return repr((cell.font, cell.fill, cell.border, cell.alignment, cell.number_format, cell.protection))


def test_every_other_cell_is_where_it_was_and_as_it_was(written: Workbook) -> None:
    before, after = opened(BODY)[MAIN], written[MAIN]
    for cell in cells(before):
        other = after.cell(moved(cell.row), cell.column)
        assert look(other) == look(cell), cell.coordinate
        if "{{" not in str(cell.value) and cell.data_type != "f":
            assert (other.value, other.data_type) == (cell.value, cell.data_type), cell.coordinate
    assert after.max_column == COLUMNS and after.max_row == moved(before.max_row)


def test_each_row_looks_like_the_sample(written: Workbook) -> None:
    sample, sheet = opened(BODY)[MAIN], written[MAIN]
    for row in range(ROW, ROW + UNITS):
        assert sheet.row_dimensions[row].height == 31.5
        assert sheet.cell(row, 37).value == "ghi tay" and sheet.cell(row, 36).value == f"=D{row}/E{row}"
        for column in range(1, 37):
            assert look(sheet.cell(row, column)) == look(sample.cell(ROW, column))


def test_what_speaks_of_rows_moved_along(written: Workbook) -> None:
    sheet, total = written[MAIN], moved(10)
    merged = {str(item) for item in sheet.merged_cells.ranges}
    assert {f"AK{row}:AM{row}" for row in range(ROW, ROW + UNITS)} | {"H32:K32", "A3:BH3", "B6:B7"} <= merged
    assert sheet.print_area == f"'{MAIN}'!$A$1:$BH$35" and sheet.print_title_rows == "$6:$8"
    assert [item.id for item in sheet.row_breaks.brk] == [30] and sheet.freeze_panes == "D9"
    assert {str(item.sqref): item.formula1 for item in sheet.data_validations.dataValidation} == {
        "AK9:AK28 AK32": '"Có,Không"',
        "AL9:AL28": f"'{LIST}'!$A$1:$A$3",
    }
    assert [(str(item.sqref), item.rules[0].formula) for item in sheet.conditional_formatting] == [
        ("D9:K28", [f"$E${total}"])
    ]
    assert [sheet.cell(total, column).value for column in (36, 37)] == ["=SUM(D9:D28)", "=SUM(D9:D28)"]
    assert written.defined_names["dong_tong"].attr_text == f"'{MAIN}'!$D${total}:$BH${total}"
    assert sheet.row_dimensions[total].height == 22.0
    dated = sheet.cell(moved(14), 2)
    assert (
        dated.comment is not None and dated.hyperlink is not None and dated.hyperlink.ref == dated.coordinate
    )


def test_other_sheets_stay_and_speak_of_the_moved_cells(written: Workbook) -> None:
    assert [[cell.value for cell in row] for row in written[LIST].iter_rows()] == [
        ["một", f"='{MAIN}'!D{moved(10)}"],
        ["hai", f"=SUM('{MAIN}'!D9:D28)"],
        ["ba", 7],
    ]
    assert written.sheetnames == [MAIN, LIST, TARGETS, AUDIENCES, SUMMARY, "_pcmd"]
    assert written["_pcmd"].sheet_state == "veryHidden"


def test_a_reader_finds_every_figure(tmp_path: Path) -> None:
    own, path = own_workbook(), tmp_path / "mau.xlsx"
    filled = filled_return(own)
    write_template(filled, own, path)
    book = CalamineWorkbook.from_path(path)
    grid, sheet = book.get_sheet_by_name(MAIN).to_python(skip_empty_area=False), filled.sheets[0]
    for row, values in enumerate(sheet.rows):
        assert grid[ROW - 1 + row][: 3 + len(TAGS)] == [_read(value) for value in _in_order(sheet, values)]
    assert grid[moved(10) - 1][3 : 3 + len(TAGS)] == list(sheet.total[3:])
    assert grid[3][0] == "Kỳ: Quý III năm 2025 (15/06/2025 – 14/09/2025)"
    assert book.get_sheet_by_name(SUMMARY).to_python()[1][1] == "Huyện Hòa Lâm (mã 099)"


def _in_order(sheet: FilledSheet, values: tuple[Value, ...]) -> list[Value]:
    keys = [column.key for column in sheet.form.columns]
    first = [values[keys.index(key)] for key in ("row_number", "unit_name", "unit_code")]
    return [*first, *(value for key, value in zip(keys, values, strict=True) if key not in keys[:3])]


def _read(value: Value) -> object:
    plain = plain_number(plain_cell(value))
    return "" if plain is None else plain


def test_text_stays_text_and_codes_keep_their_zeros(written: Workbook) -> None:
    sheet = written[MAIN]
    assert [sheet.cell(row, 2).data_type for row in (9, 10, 11)] == ["s", "s", "s"]
    assert [sheet.cell(row, 2).quotePrefix for row in (9, 10, 11)] == [False, True, True]
    assert sheet["C9"].value == "03250" and sheet["C9"].quotePrefix


def test_the_hidden_sheet_says_where_each_figure_stands(written: Workbook) -> None:
    marks = marks_of(written)
    sheet = written[MAIN]
    assert marks["template"] == "ab" * 32 and marks[f"rows:{MAIN}"] == str(UNITS)
    assert marks[f"first:{MAIN}"] == str(ROW) and marks[f"sheet:{MAIN}"] == MAIN
    assert marks[f"column:{MAIN}.outreach_sessions"] == "D"
    place = marks[f"cell:{MAIN}.outreach_sessions"]
    assert str(sheet[place].value) == marks[f"total:{MAIN}.outreach_sessions"]
    assert marks[f"cell:{AUDIENCES}-T.outreach_people"] == f"B{2 + UNITS}"


def test_what_is_not_shown_is_kept_in_the_hidden_sheet() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"] = "{{row}}. {{unit.name}}", "{{outreach.sessions}}"
    own = own_workbook(saved(book))
    written = filled_book(filled_return(own, rows=21), own)
    lines, marks = list(written["_pcmd"].iter_rows(values_only=True)), marks_of(written)
    codes = [line[1] for line in lines if line[0] == "value:Sheet.unit_code"]
    assert written[sheet.title]["A2"].value == "2. =1+1"
    assert (len(codes), codes[:2], marks["value:Sheet.row_number"]) == (21, ["03250", "03251"], "21")
    assert marks["column:Sheet.outreach_sessions"] == "B"
    assert marks["whole:Sheet.outreach_sessions"] == "1003"


def test_the_check_code_is_printed_where_the_footer_has_room(written: Workbook) -> None:
    code = f"Mã kiểm tra: {filled_return(own_workbook()).check_code}"
    footer = written[MAIN].oddFooter
    assert footer is not None and (footer.left.text, footer.center.text) == (code, "Trang &P/&N")


def test_what_is_said_of_the_figures_stands_below_and_is_printed() -> None:
    own = own_workbook()
    filled = filled_return(own)
    said = replace(filled.sheets[0], notes=("=Thiếu Xã Đạt.", "Chung."))
    told = replace(filled, sheets=(said, *filled.sheets[1:]), notes=("Chung.",))
    book = filled_book(told, own)
    sheet, last = book[MAIN], moved(14)
    assert [sheet.cell(row, 1).value for row in (last + 2, last + 3)] == ["Chung.", "=Thiếu Xã Đạt."]
    assert sheet.print_area == f"'{MAIN}'!$A$1:$BH${last + 3}" and book[SUMMARY]["A4"].value == "Chung."


def test_invented_figures_say_so_on_every_page() -> None:
    own = own_workbook()
    sample = replace(filled_return(own), head=replace(HEAD, sample=True))
    sheet = filled_book(sample, own)[MAIN]
    assert str(sheet.cell(1, COLUMNS + 1).value).startswith("SỐ LIỆU MẪU")
    assert sheet.oddFooter is not None and "SỐ LIỆU MẪU" in str(sheet.oddFooter.left.text)


@pytest.mark.parametrize(("rows", "last"), [(0, 10), (1, 10), (2, 11)])
def test_few_rows_leave_no_tag_behind(rows: int, last: int) -> None:
    own = own_workbook()
    sheet = filled_book(replace(filled_return(own, rows)), own)[MAIN]
    assert sheet.cell(last, 2).value == "Tổng số"
    assert not any("{{" in str(cell.value) for cell in cells(sheet))
