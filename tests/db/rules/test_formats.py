"""Values as people read them in Việt Nam."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.formats import Number, Value, day_text, number_text, percent_text, plain_number, value_text

NUMBERS = [
    (None, "–"),
    (0, "0"),
    (7, "7"),
    (1234, "1.234"),
    (1234567, "1.234.567"),
    (-1500, "-1.500"),
    (Decimal("8.5"), "8,5"),
    (Decimal("8.500"), "8,5"),
    (Decimal("1234.125"), "1.234,125"),
    (Decimal("100"), "100"),
    (Decimal("1E+3"), "1.000"),
    (Decimal("0.000"), "0"),
    (Decimal("-0.000"), "0"),
]

VALUES = [
    (None, ""),
    ("Quài Tở", "Quài Tở"),
    (True, "x"),
    (False, ""),
    (0, "0"),
    (Decimal("12.5"), "12,5"),
    (date(2025, 3, 1), "01/03/2025"),
]

PLAIN: list[tuple[str | Number | None, str | int | float | None]] = [
    (None, None),
    (3, 3),
    ("03253", "03253"),
    (Decimal("3.000"), 3),
    (Decimal("12.676"), 12.676),
]


@pytest.mark.parametrize(("value", "text"), NUMBERS)
def test_numbers_have_dots_and_a_comma(value: Number | None, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(("value", "text"), VALUES)
def test_any_value_has_its_text(value: Value, text: str) -> None:
    assert value_text(value) == text


@pytest.mark.parametrize(("value", "plain"), PLAIN)
def test_plain_numbers_are_whole_where_they_can_be(
    value: str | Number | None, plain: str | float | None
) -> None:
    found = plain_number(value)
    assert (found, type(found)) == (plain, type(plain))


def test_a_share_carries_its_sign_and_an_unrecorded_one_none() -> None:
    assert (percent_text(Decimal("12.676")), percent_text(None)) == ("12,676 %", "–")


def test_a_day_has_four_digits_of_year() -> None:
    assert (day_text(date(2026, 12, 5)), day_text(None)) == ("05/12/2026", "")
