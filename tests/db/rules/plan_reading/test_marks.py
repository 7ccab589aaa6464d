"""Marks in front of headings and items."""

import pytest

from db.rules.plan_reading.marks import Style, mark_of

MARKS = [
    ("Phần thứ nhất", Style.PART, "Phần thứ nhất", 1),
    ("PHẦN II. NHIỆM VỤ", Style.PART, "PHẦN II", 2),
    ("IV. KINH PHÍ", Style.ROMAN, "IV.", 4),
    ("Il. CHỈ TIÊU", Style.ROMAN, "II.", 2),
    ("lII. Nhiệm vụ", Style.ROMAN, "III.", 3),
    ("I - MỤC TIÊU", Style.ROMAN, "I.", 1),
    ("B. NỘI DUNG", Style.CAPITAL, "B.", 2),
    ("15. Công an tỉnh", Style.NUMBER, "15.", 15),
    ("3.Công an tỉnh", Style.NUMBER, "3.", 3),
    ("2. 100% các huyện", Style.NUMBER, "2.", 2),
    ("1/ Tuyên truyền", Style.NUMBER, "1/", 1),
    ("1.2. Kiểm tra", Style.DECIMAL, "1.2.", 2),
    ("1.2.3. 92,5% cán bộ", Style.DEEP, "1.2.3.", 3),
    ("2.1- Kiểm tra", Style.DECIMAL, "2.1-", 1),
    ("2.2- 100% cơ sở", Style.DECIMAL, "2.2-", 2),
    ("đ) Hỗ trợ", Style.LETTER, "đ)", 5),
    ("(2) Kiểm tra", Style.PAREN, "(2)", 2),
    ("– Tuyên truyền", Style.DASH, "-", None),
    ("• Tuyên truyền", Style.DASH, "-", None),
    ("+ Ở thôn", Style.PLUS, "+", None),
    ("* Chỉ tiêu", Style.STAR, "*", None),
]
NO_MARKS = [
    "100% các xã", "1.200 lượt người", "15/12/2025 là hạn", "2,5 tỷ đồng", "5.5 - 7% số vụ", "V/v phòng, chống",
    "Phần mềm quản lý", "Mục tiêu chung",
    "Chương trình giảm nghèo", "Vận động hội viên", "a", "-", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "style", "label", "number"), MARKS)
def test_mark_is_recognised(text: str, style: Style, label: str, number: int | None) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.style, mark.label, mark.number) == (style, label, number)
    assert not mark.rest or text.endswith(mark.rest)


@pytest.mark.parametrize("text", NO_MARKS)
def test_words_and_numbers_are_no_marks(text: str) -> None:
    assert mark_of(text) is None
