"""Numbered text becomes sections."""

import pytest

from db.rules.outline_text import PastedPart, read_outline

LETTERED = """I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Nâng cao nhận thức của người dân
về phòng ngừa.
b) Giảm tệ nạn
- Một
+ Hai
Các xã thực hiện nghiêm túc.
II. NHIỆM VỤ"""


def shapes(text: str) -> list[str]:
    """The shapes of a text in short: levels, and `p` for a paragraph."""
    return [part.shape[-1] if part.shape[-1].isdigit() else "p" for part in read_outline(text)]


def part(text: str, words: str) -> PastedPart:
    return next(part for part in read_outline(text) if words in part.text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LETTERED, "1 2 3 3 4 5 p 1"),
        ("I. MỘT\n1. Hai\n1.1. Ba\n1.2. Bốn\n- Năm", "1 2 3 3 4"),
        ("1. Hai\na) Ba\nđ) Bốn\n2. Năm", "2 3 3 2"),
        ("a) Ba\nb) Bốn", "3 3"),
        ("- Một\n- Hai\n+ Ba", "4 4 5"),
        ("Một câu không có số.", "p"),
        ("Mở đầu.\nI. MỘT\nTrên đây là Kế hoạch, đề nghị các xã thực hiện./.", "p 1 p"),
        ("A. PHẦN MỘT\nI. HAI\n1. Ba\na) Bốn", "1 2 3 3"),
        ("", ""),
        ("   \n\t\n", ""),
    ],
)
def test_the_marks_give_the_levels(text: str, found: str) -> None:
    assert " ".join(shapes(text)) == found


def test_the_text_loses_its_number_and_says_which_it_was() -> None:
    found = part(LETTERED, "Giảm")
    assert (found.text, found.label, found.first, found.last) == ("Giảm tệ nạn", "b)", 5, 5)


def test_broken_lines_are_joined_and_told() -> None:
    found = part(LETTERED, "Nâng cao")
    assert (found.text, found.joined) == ("Nâng cao nhận thức của người dân về phòng ngừa.", True)
    assert (found.first, found.last) == (3, 4)


def test_a_jump_in_the_numbering_is_told_at_its_section() -> None:
    found = part("I. MỘT\n1. Hai\n3. Bốn", "Bốn")
    assert [(finding.code, finding.value) for finding in found.findings] == [("plan_numbering_jumps", "3")]


def test_the_rows_of_a_table_become_paragraphs_and_nothing_is_lost() -> None:
    found = read_outline("I. BẢNG\nTT\tViệc\tCơ quan\n1\tTuyên truyền\tPhòng Y tế\n2\tKiểm tra\tĐội 178")
    assert [part.text for part in found] == [
        "BẢNG",
        "TT; Việc; Cơ quan;",
        "1; Tuyên truyền; Phòng Y tế;",
        "2; Kiểm tra; Đội 178;",
    ]


def test_decomposed_letters_are_put_together() -> None:
    assert read_outline("I. MU\u0323C")[0].text == "MỤC"
