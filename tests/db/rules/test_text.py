"""Vietnamese text: stored in NFC, found without tone marks, sorted as in a Vietnamese dictionary."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.text import cleaned, cleaned_lines, folded, nfc, sort_key

VIETNAMESE = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyzàảãáạằậểộợữỳỵĐĂÊÔƠƯ "

FOLDED = [
    ("Đạt", "dat"),
    ("ĐẶNG THỊ HƯỜNG", "dang thi huong"),
    ("  Quài \u00a0 Tở ", "quai to"),
    ("Ươm mầm", "uom mam"),
    ("túy", "tuy"),
    ("tuý", "tuy"),
    ("14/9 (3)", "14/9 (3)"),
    ("", ""),
]

IN_ORDER = [
    ("a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "i", "o", "ô", "ơ", "u", "ư", "y"),
    ("ma", "mà", "mả", "mã", "má", "mạ"),
    ("An Bình", "Ăng Tở", "Ẩn"),
    ("Dương", "Đạt", "Em"),
    ("Hòa An", "Hóa An", "Hòa Bình"),  # The letters decide before any tone does.
    ("Mai", "Mãi", "Mai Anh"),
    ("Lò", "Lò Thị Hoa"),
    ("Xã 2", "Xã A"),
]


@pytest.mark.parametrize(("text", "key"), FOLDED)
def test_folded_text_has_no_marks(text: str, key: str) -> None:
    assert folded(text) == key


@pytest.mark.parametrize("names", IN_ORDER)
def test_letters_come_first_and_tones_second(names: tuple[str, ...]) -> None:
    backwards = list(reversed(names))
    assert sorted(backwards, key=sort_key) == list(names)


@pytest.mark.parametrize("name", ["Đặng Thị Hường", "Nguyễn Ước", "Quế", "Ẩn"])
def test_decomposed_text_has_the_same_keys(name: str) -> None:
    loose = unicodedata.normalize("NFD", name)
    assert (folded(loose), sort_key(loose), nfc(loose)) == (folded(name), sort_key(name), name)


def test_upper_and_lower_case_are_one_in_order() -> None:
    assert sort_key("ĐẠT") == sort_key("đạt")


def test_cleaned_text_is_one_line() -> None:
    assert cleaned(" Quế\t\n Lâm\u00a0\u202f2 ") == "Quế Lâm 2"


def test_cleaned_lines_keep_the_lines_between() -> None:
    assert cleaned_lines("\n Một  hai \n\n ba\r\n \n") == "Một hai\n\nba"


@given(st.text(VIETNAMESE))
def test_cleaning_and_folding_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert folded(folded(text)) == folded(text)


@given(st.text(VIETNAMESE), st.text(VIETNAMESE))
def test_equal_keys_mean_equal_words(one: str, other: str) -> None:
    same = cleaned(one).lower() == cleaned(other).lower()
    assert (sort_key(one) == sort_key(other)) == same


@given(st.text())
def test_any_text_has_keys(text: str) -> None:
    assert isinstance(sort_key(text), str)
    assert folded(text) == folded(nfc(text))
