"""Heads of columns: the same however they are spelt, another where they count in thousands."""

import unicodedata

import pytest

from db.rules.imports.head_keys import counts_in_thousands, head_key

SAME = ["Kinh phí", "KINH PHÍ:", "Kinh phí (đồng)", "Kinh phí\n(VNĐ) *", "kinh phi (đ)"]
OTHER = [
    "Kinh phí (nghìn đồng)",
    "Kinh phí (1.000 đồng)",
    "Kinh phí (1000đ)",
    "Kinh phí (000 đ)",
    "Kinh phí (ngàn)",
    "Kinh phí (Triệu đồng)",
    "Kinh phí (trđ)",
    "Kinh phí (tr. đồng)",
    "Kinh phí (nghin dong)",
    "Kinh phí (tỷ đồng)",
    "Kinh phí nghìn đồng",
]


@pytest.mark.parametrize("title", SAME)
def test_a_plain_unit_of_measure_makes_no_other_column(title: str) -> None:
    assert head_key(title) == "kinh phi"


@pytest.mark.parametrize("title", [*OTHER, *(unicodedata.normalize("NFD", title) for title in OTHER)])
def test_what_counts_in_thousands_is_another_column(title: str) -> None:
    assert head_key(title) != "kinh phi"


@pytest.mark.parametrize("title", ["Số người (tổng)", "Số người (trong kỳ)", "Số người (lượt)"])
def test_words_that_only_look_like_thousands_are_left_out(title: str) -> None:
    assert head_key(title) == "so nguoi"


LINES = [
    ("Đơn vị tính: nghìn đồng", True),
    ("(Đơn vị tính: 1.000 đồng)", True),
    ("ĐVT: 1000đ", True),
    ("Đơn vị: Triệu đồng", True),
    ("đơn vị tính tr.đ", True),
    ("Đơn vị tính: đồng", False),
    ("Đơn vị tính: lượt người", False),
    ("Đơn vị: Trường THCS Quài Tở", False),
    ("Báo cáo 1.000 ngày đầu", False),
    ("Kinh phí nghìn đồng", False),
]


@pytest.mark.parametrize(("line", "told"), LINES)
def test_a_line_above_a_table_tells_what_its_sums_are_counted_in(line: str, told: bool) -> None:
    assert counts_in_thousands(unicodedata.normalize("NFD", line)) is told
