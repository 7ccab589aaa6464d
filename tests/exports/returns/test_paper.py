"""How a return looks on paper: heads, merges, print set-up, protection, footer."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.rules.returns.print_setup import Orientation, Paper, PrintSetup
from exports.returns.layout import Grid, height, line_count
from exports.returns.print_setup import footer_text
from tests.exports.returns.filled import LONG_HEAD, filled_return
from tests.exports.returns.reading import sheet_named, values, written

FILLED = filled_return(units=4)
CODES = [f"PCMD-{number}" for number in ("01", "02", "03", "04", "04B", "05", "06", "07")]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The return as a workbook; no test changes it."""
    return written(FILLED, tmp_path_factory.mktemp("return"))


@pytest.fixture(scope="module")
def sheet(workbook: Workbook) -> Worksheet:
    """The sheet of outreach."""
    return sheet_named(workbook, "PCMD-02")


def footer_parts(sheet: Worksheet) -> list[str]:
    footer = sheet.oddFooter
    assert footer is not None
    parts = [footer.left, footer.center, footer.right]
    return [str(part.text).strip() for part in parts if part is not None]


def words(sheet: Worksheet, row: int) -> list[object]:
    return [value for value in values(sheet, row, row)[0] if value is not None]


def test_the_head_reads_from_the_agencies_to_the_unit_of_measure(sheet: Worksheet) -> None:
    assert words(sheet, 1) == ["ỦY BAN NHÂN DÂN TỈNH ĐỒNG LAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert words(sheet, 2) == ["ỦY BAN NHÂN DÂN HUYỆN HÒA LÂM", "Độc lập - Tự do - Hạnh phúc"]
    assert {letter for text in words(sheet, 3) for letter in str(text)} == {"─"}
    assert words(sheet, 4) == ["Biểu PCMD-02", "Đơn vị báo cáo: Huyện Hòa Lâm (mã 099)"]
    assert words(sheet, 5) == []
    assert words(sheet, 6) == ["KẾT QUẢ HOẠT ĐỘNG TUYÊN TRUYỀN"]
    assert words(sheet, 7) == ["Quý III năm 2025 (từ ngày 15/6/2025 đến ngày 14/9/2025)"]
    assert len(words(sheet, 8)) == 2


def test_the_column_heads_stand_in_two_rows_over_the_numbers(sheet: Worksheet) -> None:
    assert words(sheet, 9) == ["TT", "Mã đơn vị", "Đơn vị", "Kỳ báo cáo", "Từ đầu năm", "Cùng kỳ năm trước"]
    assert words(sheet, 10)[:3] == ["Số buổi", "Lượt người", "Trong đó: nữ"]
    assert words(sheet, 11)[:5] == ["(A)", "(B)", "(C)", "(1)", "(2)"]


MERGED = {
    "PCMD-01": {"A9:A10", "B9:B10", "C9:C10", "D9:D10", "E9:F9", "G9:G10", "H9:H10"},
    "PCMD-02": {"A9:A10", "B9:B10", "C9:C10", "D9:K9", "L9:M9", "N9:O9"},
    "PCMD-03": {"A9:A10", "B9:B10", "C9:C10", "D9:H9", "I9:M9"},
    "PCMD-04": {"A9:A10", "B9:B10", "C9:C10", "D9:H9", "I9:K9", "L9:M9", "O9:Q9"},
    "PCMD-04B": {"A9:A10", "B9:B10", "C9:C10", "E9:F9"},
    "PCMD-05": {"A9:A10", "B9:B10", "C9:C10", "D9:G9", "H9:J9", "K9:N9", "P9:R9"},
    "PCMD-06": {"A9:A10", "B9:B10", "C9:C10", "D9:E9", "F9:K9", "M9:O9"},
    "PCMD-07": {"A9:A10", "B9:B10", "C9:C10", "D9:E9", "F9:H9"},
}


@pytest.mark.parametrize("code", CODES)
def test_groups_are_merged_across_and_single_heads_down(workbook: Workbook, code: str) -> None:
    merged = {
        str(area) for area in sheet_named(workbook, code).merged_cells.ranges if area.min_row in (9, 10)
    }
    assert merged == MERGED[code]


@pytest.mark.parametrize("code", CODES)
def test_head_and_signatures_take_the_whole_width(workbook: Workbook, code: str) -> None:
    sheet = sheet_named(workbook, code)
    for row in (1, sheet.max_row):
        areas = sorted(
            (area for area in sheet.merged_cells.ranges if area.min_row == row), key=lambda area: area.min_col
        )
        assert [areas[0].min_col, areas[0].max_col + 1, areas[1].max_col] == [
            1,
            areas[1].min_col,
            sheet.max_column,
        ]


def test_the_signature_block_is_one_row_that_no_page_break_cuts(sheet: Worksheet) -> None:
    left, right = (str(value).splitlines() for value in words(sheet, sheet.max_row))

    assert (left[1], left[-1]) == ("NGƯỜI LẬP BIỂU", "Đặng Thị Hường")
    assert right[0] == "Hòa Lâm, ngày … tháng … năm …"
    assert (right[1], right[2], right[-1]) == ("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Lò Văn Đạt")
    assert len(left) == len(right)


def test_a_note_says_whose_form_it_is(sheet: Worksheet) -> None:
    assert str(words(sheet, sheet.max_row - 2)[0]).startswith("Ghi chú: Biểu do chương trình soạn")


@pytest.mark.parametrize("code", CODES)
def test_a_sheet_prints_on_a4_across_and_one_page_wide(workbook: Workbook, code: str) -> None:
    sheet = sheet_named(workbook, code)
    page = sheet.page_setup

    assert (page.paperSize, page.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # Excel leaves out the 1 that is its own default.
    assert page.fitToWidth in (None, 1)
    assert sheet.print_options.horizontalCentered
    assert (sheet.page_margins.left, sheet.page_margins.bottom) == (0.4, 0.65)


def test_heads_and_numbers_are_repeated_and_frozen(sheet: Worksheet) -> None:
    assert sheet.print_title_rows == "$9:$11"
    assert sheet.freeze_panes == "A12"
    assert sheet.print_area == "'PCMD-02'!$A$1:$O$19"


def test_every_cell_is_locked_without_a_password(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert all(cell.protection.locked for row in sheet.iter_rows() for cell in row)


def test_cells_may_be_copied_and_columns_made_wider(sheet: Worksheet) -> None:
    # The attributes say what is forbidden.
    assert not sheet.protection.formatColumns
    assert not sheet.protection.selectLockedCells


@pytest.mark.parametrize("code", CODES)
def test_the_footer_carries_check_code_page_set_period_and_revision(workbook: Workbook, code: str) -> None:
    assert footer_parts(sheet_named(workbook, code)) == [
        f"Mã kiểm tra: {FILLED.check_code}",
        "Trang &P/&N",
        "Bộ biểu báo cáo quý · Quý III năm 2025 · Lần 1",
    ]


def test_sample_data_is_marked_in_head_and_footer(tmp_path: Path) -> None:
    sample = written(filled_return(head=LONG_HEAD), tmp_path)
    for code in CODES:
        sheet = sheet_named(sample, code)
        assert words(sheet, 5) == ["SỐ LIỆU MẪU – KHÔNG DÙNG ĐỂ BÁO CÁO"]
        assert footer_parts(sheet)[1] == "SỐ LIỆU MẪU – KHÔNG DÙNG ĐỂ BÁO CÁO\nTrang &P/&N"


def test_the_longest_footer_is_within_what_excel_takes() -> None:
    filled = filled_return(head=LONG_HEAD, period="2025-01-01..2025-10-31")
    named = replace(filled, set=replace(filled.set, title="Bộ biểu & phụ lục " * 20), revision=100)

    footer = footer_text(named)

    assert len(footer) <= 255
    assert "Bộ biểu && phụ lục" in footer


def test_long_names_get_higher_rows(tmp_path: Path) -> None:
    usual = sheet_named(written(FILLED, tmp_path), "PCMD-02").row_dimensions[2].height
    long = sheet_named(written(filled_return(head=LONG_HEAD), tmp_path), "PCMD-02").row_dimensions[2].height
    assert long >= 2 * usual - 4


LINE_COUNTS = [
    ("", 10.0, 1),
    ("Xã Quế Lâm", 24.0, 1),
    ("Xã Quế Lâm thuộc huyện Hòa Lâm", 16.0, 2),
    ("một\nhai\nba", 24.0, 3),
    ("dàimộttừduynhất", 4.0, 1),
]


@pytest.mark.parametrize(("text", "width", "lines"), LINE_COUNTS, ids=[text for text, _, _ in LINE_COUNTS])
def test_lines_are_counted_between_words(text: str, width: float, lines: int) -> None:
    assert line_count(text, width) == lines
    assert height(lines) == pytest.approx(lines * 14.5 + 2, abs=0.2)


@pytest.mark.parametrize(("widths", "right"), [((5, 52, 13, 18, 13, 13), 2), ((50, 50), 1), ((80,), 1)])
def test_the_right_half_begins_near_the_middle(widths: tuple[float, ...], right: int) -> None:
    assert Grid(widths).right == right


@pytest.mark.parametrize(("communes", "pages_high"), [(19, (None, 1)), (60, (0,))])
def test_a_short_sheet_keeps_its_signature_on_its_one_page(
    communes: int, pages_high: tuple[int | None, ...], tmp_path: Path
) -> None:
    workbook = written(filled_return(units=communes), tmp_path)

    assert all(sheet_named(workbook, code).page_setup.fitToHeight in pages_high for code in CODES[1:])


def test_what_a_return_says_of_itself_stands_below_the_note(tmp_path: Path) -> None:
    filled = filled_return(units=2, targets=1)
    sheets = (replace(filled.sheets[0], notes=("Không cộng.",)), *filled.sheets[1:])
    book = written(
        replace(filled, sheets=sheets, notes=("Chưa có báo cáo của 1 đơn vị: Xã Xa. " * 20,)), tmp_path
    )
    sheet, other = sheet_named(book, "PCMD-01"), sheet_named(book, "PCMD-02")
    assert [str(words(sheet, sheet.max_row - back)[0])[:8] for back in (4, 3, 2)] == [
        "Ghi chú:",
        "Chưa có ",
        "Không cộ",
    ]
    assert str(words(other, other.max_row - 2)[0]).startswith("Chưa có báo cáo")
    assert (sheet.row_dimensions[sheet.max_row - 3].height or 0) > 40


def test_a_form_prints_as_it_says(tmp_path: Path) -> None:
    setup = PrintSetup(
        Orientation.PORTRAIT, Paper.A3, fit_width=False, repeat_heads=False, centred=False, left=30
    )
    filled = filled_return()
    one = replace(filled.sheets[0], form=replace(filled.sheets[0].form, print=setup))

    sheet = sheet_named(written(replace(filled, sheets=(one,)), tmp_path), "PCMD-01")

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "portrait")
    assert not (sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage)
    assert (sheet.page_margins.left, sheet.page_margins.right) == (1.18, 0.4)
    assert not sheet.print_title_rows
    assert not sheet.print_options.horizontalCentered
