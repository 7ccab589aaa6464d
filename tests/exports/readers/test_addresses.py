"""Names of places in a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.readers.addresses import cell_place, column_letters, column_number, line_place


@pytest.mark.parametrize(
    ("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("ALL", 1000), ("XFD", 16384)]
)
def test_columns_are_named_as_in_a_workbook(letters: str, number: int) -> None:
    assert (column_letters(number), column_number(letters)) == (letters, number)


@given(st.integers(1, 20_000))
def test_a_columns_letters_lead_back_to_its_number(number: int) -> None:
    assert column_number(column_letters(number)) == number


def test_places_are_named_for_people() -> None:
    assert (line_place(12), cell_place("Danh sách", 12, 2)) == ("dòng 12", "Danh sách!B12")
