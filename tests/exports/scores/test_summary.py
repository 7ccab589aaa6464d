"""The summary of a year's scoring, read back cell by cell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from db.rules.scoring.chain import State
from db.rules.scoring.papers import YearPaper
from exports.returns import layout
from exports.returns.workbook import OPTIONS
from exports.scores.summary import summary_content
from exports.scores.summary_workbook import write_summary
from tests.helpers.score_papers import (
    best,
    blank_paper,
    communes_of_142,
    long_rule_set,
    sheet_paper,
    shipped,
    year_paper,
)

BEFORE, AFTER = best(shipped()), best(shipped()) | {"1": "4", "9": "n/a"}
RECOGNISED = replace(
    sheet_paper(own=BEFORE, appraised=AFTER, unit_code="00004"),
    state=State.RECOGNISED,
    recognised_class="good",
    recognised_on=date(2026, 1, 20),
    decision_number="07/QĐ",
)
YEAR = year_paper(
    (
        RECOGNISED,
        sheet_paper(unit_code="03253", unit_name="=HYPERLINK(1)", state=State.SUBMITTED),
        blank_paper(unit_code="03299", unit_name="Xã Mùn Chung"),
        sheet_paper(unit_code="03304", unit_name="Xã Nà Tòng"),
    )
)


def written(papers: Sequence[YearPaper], folder: Path) -> Any:
    write_summary(papers, folder / "summary.xlsx")
    return openpyxl.load_workbook(folder / "summary.xlsx")


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_communes_stand_with_their_points_by_group(tmp_path: Path) -> None:
    sheet = written([YEAR], tmp_path)["PCMD-07"]
    told = {row[1]: row for row in rows_of(sheet) if isinstance(row[0], int)}
    assert told["00004"] == (
        *(1, "00004", "Xã Quài Tở", 30, 26, 35, 35, 20, 14, 15, 15),
        *(100, 95.74, -4.26, "Tốt", "Tốt", "Tốt", "Tốt", 2, "QĐ số 07/QĐ ngày 20/01/2026"),
    )
    assert told["03253"][3:11] == (30, None, 35, None, 20, None, 15, None)
    assert told["03253"][11:] == (100, None, None, "Tốt", "Tốt", None, None, None, "Đã nộp, đang thẩm định")
    assert told["03299"][3:] == (*[None] * 16, "Chưa có phiếu")
    assert told["03304"][11:] == (100, 100, 0, "Tốt", "Tốt", "Tốt", None, 1, "Đã thẩm định")


def test_averages_are_of_what_counts(tmp_path: Path) -> None:
    rows = rows_of(written([YEAR], tmp_path)["PCMD-07"])
    (averages,) = [row for row in rows if row[2] == "Bình quân"]
    assert averages[11:13] == (100, 97.87)
    assert averages[3:11] == (None,) * 8


def test_text_is_never_a_formula_and_codes_are_text(tmp_path: Path) -> None:
    sheet = written([YEAR], tmp_path)["PCMD-07"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    assert (cells["=HYPERLINK(1)"].data_type, cells["=HYPERLINK(1)"].quotePrefix) == ("s", True)
    assert (cells["00004"].data_type, cells["00004"].number_format) == ("s", "@")


def test_eighteen_of_142_stand_with_three_decimals_and_their_whole(tmp_path: Path) -> None:
    sheet = written([communes_of_142()], tmp_path)["PCMD-07"]
    rows = rows_of(sheet)
    at = next(place for place, row in enumerate(rows) if row[0] == "Tốt")
    assert [rows[at + step][3:6] for step in range(3)] == [
        (18, 142, 12.676),
        (100, 142, 70.423),
        (24, 142, 16.901),
    ]
    assert sheet.cell(at + 1, 6).number_format == '#,##0.000" %"_)'
    assert any("Tốt 18/142 đơn vị (12,676 %)" in str(row[0]) for row in rows)


def test_missing_communes_are_named() -> None:
    sentences = summary_content(YEAR).sentences
    assert "Chưa nộp phiếu 1/4 đơn vị: Xã Mùn Chung." in sentences
    assert "Đã nộp, chưa thẩm định xong 1/4 đơn vị: =HYPERLINK(1)." in sentences
    assert any("quy về đủ điểm chuẩn" in text and "Xã Quài Tở" in text for text in sentences)


def test_sheets_that_no_return_of_the_year_has_are_named() -> None:
    late = replace(YEAR, last=date(2025, 12, 14))
    words = "Thẩm định sau ngày 14/12/2025 nên không có trong báo cáo số liệu của năm 2025: Xã Quài Tở, Xã Nà Tòng."
    assert words in summary_content(late).sentences
    in_time = replace(YEAR, last=date(2025, 12, 20))
    assert not any(text.startswith("Thẩm định sau") for text in summary_content(in_time).sentences)


def test_unclassed_communes_make_the_shares_whole() -> None:
    classes = summary_content(YEAR).classes
    assert [(item.title, item.count) for item in classes] == [
        ("Tốt", 2),
        ("Khá", 0),
        ("Chưa đạt", 0),
        ("Chưa xếp loại", 2),
    ]
    assert sum(item.count for item in classes) == classes[0].of


def test_footer_names_office_and_version_of_the_set(tmp_path: Path) -> None:
    footer = written([replace(YEAR, title="Bộ A & B")], tmp_path)["PCMD-07"].oddFooter
    assert "Huyện Tuần Giáo" in footer.left.text
    assert "Bộ A && B, phiên bản 2025-1" in footer.right.text


def test_each_rule_set_has_its_own_sheet(tmp_path: Path) -> None:
    other = year_paper((sheet_paper(long_rule_set(), unit_code="1"),))
    assert written([YEAR, other], tmp_path).sheetnames == ["PCMD-07", "PCMD-07 (2)"]


def test_sheet_says_who_reports_and_who_signs(tmp_path: Path) -> None:
    texts = {
        cell for row in rows_of(written([YEAR], tmp_path)["PCMD-07"]) for cell in row if isinstance(cell, str)
    }
    assert {"Biểu PCMD-07", "Đơn vị tổng hợp: Huyện Tuần Giáo", "Năm 2025"} <= texts
    assert any("Quàng Văn Nam" in text for text in texts)
    assert any("Lò Thị Hương" in text for text in texts)


def test_no_file_changes_how_the_next_one_is_written(tmp_path: Path) -> None:
    write_summary([YEAR], tmp_path / "a")
    assert OPTIONS["default_format_properties"] == {"font_name": layout.FONT, "font_size": layout.SIZE}


def test_same_year_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_summary([YEAR], tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
