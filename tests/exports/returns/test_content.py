"""What a return's sheets say, without a file."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm
from exports.returns.content import (
    HeadCell,
    SheetContent,
    column_numbers,
    head_cells,
    identity_rows,
    sheet_content,
)
from exports.returns.wording import period_line, period_short
from tests.exports.returns.filled import HEAD, LONG_HEAD, filled_return, return_set, sheet_of

FILLED = filled_return()


def content(code: str) -> SheetContent:
    return sheet_content(FILLED, sheet_of(FILLED, code))


LINES = [
    ("2025", "Năm 2025 (từ ngày 15/12/2024 đến ngày 14/12/2025)"),
    ("2025-Q1", "Quý I năm 2025 (từ ngày 15/12/2024 đến ngày 14/3/2025)"),
    ("2025-Q3", "Quý III năm 2025 (từ ngày 15/6/2025 đến ngày 14/9/2025)"),
    ("2025-H1", "6 tháng đầu năm 2025 (từ ngày 15/12/2024 đến ngày 14/6/2025)"),
    ("2025-9M", "9 tháng đầu năm 2025 (từ ngày 15/12/2024 đến ngày 14/9/2025)"),
    ("2025-H2", "6 tháng cuối năm 2025 (từ ngày 15/6/2025 đến ngày 14/12/2025)"),
    ("2025-02", "Tháng 2 năm 2025 (từ ngày 15/01/2025 đến ngày 14/02/2025)"),
    ("2025-01-05..2025-05-31", "Từ ngày 05/01/2025 đến ngày 31/5/2025"),
]


@pytest.mark.parametrize(("label", "line"), LINES, ids=[label for label, _ in LINES])
def test_a_period_is_written_with_its_first_and_last_day(label: str, line: str) -> None:
    assert period_line(label, parse_period(label).span(DECREE_09)) == line


def test_free_dates_are_their_own_short_name() -> None:
    label = "2025-01-05..2025-05-31"
    assert period_short(label, parse_period(label).span(DECREE_09)) == "05/01/2025–31/5/2025"


def test_a_sheet_names_agencies_form_units_and_measure() -> None:
    said = content("PCMD-02")

    assert (said.parent_agency, said.issuing_agency) == (
        "ỦY BAN NHÂN DÂN TỈNH ĐỒNG LAM",
        "ỦY BAN NHÂN DÂN HUYỆN HÒA LÂM",
    )
    assert (said.form_line, said.title) == ("Biểu PCMD-02", "KẾT QUẢ HOẠT ĐỘNG TUYÊN TRUYỀN")
    assert said.reporting_line == "Đơn vị báo cáo: Huyện Hòa Lâm (mã 099)"
    assert said.receiving_line == "Đơn vị nhận báo cáo: Sở Lao động – Thương binh và Xã hội tỉnh Đồng Lam"
    assert said.measured_line == "Đơn vị tính: Buổi, lượt người, tin, lượt, tờ, chiếc"
    assert said.note.startswith("Ghi chú: Biểu do chương trình soạn, dùng tạm")


def test_only_a_return_of_sample_data_carries_the_notice() -> None:
    sample = replace(FILLED, head=LONG_HEAD)

    assert content("PCMD-01").notice == ""
    notice = sheet_content(sample, sample.sheets[0]).notice
    assert notice == "SỐ LIỆU MẪU – KHÔNG DÙNG ĐỂ BÁO CÁO"


def test_an_office_without_a_receiver_prints_no_empty_line_for_it() -> None:
    filled = replace(FILLED, head=replace(HEAD, receiving_unit=""))
    assert sheet_content(filled, filled.sheets[0]).receiving_line == ""


def test_who_prepared_and_who_signs_stand_side_by_side() -> None:
    said = content("PCMD-03")

    assert [line.text for line in said.preparer] == [
        "", "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "Đặng Thị Hường",
    ]  # fmt: skip
    assert [line.text for line in said.signatory] == [
        "Hòa Lâm, ngày … tháng … năm …", "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH",
        "(Ký, đóng dấu, ghi rõ họ tên)", "Lò Văn Đạt",
    ]  # fmt: skip


def test_neighbours_of_a_group_have_one_head_above_them() -> None:
    columns = [
        ColumnForm("a", "TT", "row_number", 5),
        ColumnForm("b", "Buổi", "measure", 8, "Kỳ"),
        ColumnForm("c", "Người", "measure", 8, "Kỳ"),
        ColumnForm("d", "Buổi", "measure", 8, "Năm"),
    ]
    assert list(head_cells(tuple(columns))) == [
        HeadCell("TT", 0, 0, 0, 1),
        HeadCell("Kỳ", 1, 2, 0, 0),
        HeadCell("Buổi", 1, 1, 1, 1),
        HeadCell("Người", 2, 2, 1, 1),
        HeadCell("Năm", 3, 3, 0, 0),
        HeadCell("Buổi", 3, 3, 1, 1),
    ]


NUMBERS = {
    "PCMD-01": "(A) (B) (C) (1) (2) (3) (4) (5)",
    "PCMD-02": "(A) (B) (C) (1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12)",
    "PCMD-03": "(A) (B) (C) (1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11)",
    "PCMD-04": "(A) (B) (C) (1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13) (14) (15)",
    "PCMD-04B": "(A) (B) (C) (1) (2) (3)",
    "PCMD-05": "(A) (B) (C) (1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13) (14) (15) (16) (17)",
    "PCMD-06": "(A) (B) (C) (1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13) (14)",
    "PCMD-07": "(A) (B) (C) (1) (2) (3) (4) (5)",
}


def test_words_have_letters_and_figures_have_numbers() -> None:
    numbers = {sheet.code: " ".join(column_numbers(sheet.columns)) for sheet in return_set().sheets}
    assert numbers == NUMBERS


def test_blank_stays_blank_and_zero_stays_zero() -> None:
    form = return_set().sheets[1]
    row = ("", None, 0, Decimal("0"), True, False, date(2025, 9, 14), *[None] * 8)

    said = sheet_content(FILLED, FilledSheet(form, (row,)))

    assert said.rows[0][:7] == (None, None, 0, Decimal(0), "x", None, "14/09/2025")
    assert said.total == ()


def test_the_hidden_sheet_names_the_return_and_its_totals() -> None:
    rows = dict(identity_rows(FILLED))

    assert [rows[key] for key in ("layout", "set", "unit", "unit_valid_on", "period", "first", "last")] == [
        2, "quarterly", "099", "2025-09-14", "2025-Q3", "2025-06-15", "2025-09-14",
    ]  # fmt: skip
    assert (rows["version"], rows["revision"]) == ("2020-01-01-1a2b3c4d", 1)
    assert (rows["sha256"], rows["check_code"]) == (FILLED.sha256, FILLED.check_code)
    assert {key: rows[f"rows:{key}"] for key in NUMBERS} == dict.fromkeys(NUMBERS, 3)
    totals = {key.removeprefix("total:"): value for key, value in rows.items() if key.startswith("total:")}
    assert totals == FILLED.control_totals
