"""Labels of headings, numbers and days."""

import pytest

from db.rules.numbering import (
    DECIMAL,
    LETTERED,
    Scheme,
    day_label,
    labels,
    letter,
    month_label,
    number_label,
    roman,
)

LETTERS = [*"abcdđeghiklmnopqrstuvxy", "aa", "ab"]


@pytest.mark.parametrize(
    ("scheme", "levels", "expected"),
    [
        (LETTERED, (1, 2, 3, 3, 4, 5, 4, 2, 3, 1, 2), "I. 1. a) b) - + - 2. a) II. 1."),
        (DECIMAL, (1, 2, 3, 3, 4, 2, 3, 1, 2, 3), "I. 1. 1.1. 1.2. - 2. 2.1. II. 1. 1.1."),
        (DECIMAL, (1, 3, 3), "I. 1. 2."),
        (LETTERED, (4, 4), "- -"),
        (LETTERED, (), ""),
    ],
)
def test_labels_follow_the_scheme(scheme: Scheme, levels: tuple[int, ...], expected: str) -> None:
    assert " ".join(labels(levels, scheme)) == expected


@pytest.mark.parametrize("level", [0, 6])
def test_level_outside_the_five_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match=str(level)):
        labels([level], LETTERED)


def test_letters_are_the_vietnamese_ones() -> None:
    assert [letter(number) for number in range(1, len(LETTERS) + 1)] == LETTERS


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (444, "CDXLIV"), (2025, "MMXXV")],
)
def test_roman(number: int, expected: str) -> None:
    assert roman(number) == expected


@pytest.mark.parametrize("number", [0, 4000])
def test_number_without_roman_numeral_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        roman(number)


def test_letter_begins_at_one() -> None:
    with pytest.raises(ValueError, match="0"):
        letter(0)


@pytest.mark.parametrize(("number", "expected"), [(5, "05"), (9, "09"), (10, "10"), (3742, "3742")])
def test_number_below_ten_has_a_zero(number: int, expected: str) -> None:
    assert number_label(number) == expected


@pytest.mark.parametrize(("day", "expected"), [(1, "01"), (9, "09"), (10, "10"), (31, "31")])
def test_day_below_ten_has_a_zero(day: int, expected: str) -> None:
    assert day_label(day) == expected


@pytest.mark.parametrize(("month", "expected"), [(1, "01"), (2, "02"), (3, "3"), (9, "9"), (12, "12")])
def test_only_january_and_february_have_a_zero(month: int, expected: str) -> None:
    assert month_label(month) == expected
