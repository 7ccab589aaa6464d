"""Cells of a return that came in: what is merged in its table is told, however much of it there is."""

from time import monotonic

import pytest

from db.rules.returns.received_books import Merged, ReadRow, ReadSheet
from db.rules.returns.received_forms import PlacedForm
from db.rules.returns.received_values import marks_of
from tests.db.rules.returns.test_received_template import FORM


def placed(lines: range, merged: tuple[Merged, ...]) -> PlacedForm:
    """A form of four columns from column B, with rows of these numbers."""
    rows = tuple(ReadRow(number, ()) for number in lines)
    return PlacedForm(FORM, ReadSheet("M1", rows, merged=merged), 9, {0: 1, 1: 2, 2: 3, 3: 4}, rows, None)


@pytest.mark.parametrize(
    ("merged", "told"),
    [
        ((13, 4, 14, 5), ["M1!D13"]),
        ((9, 2, 12, 2), ["M1!B9"]),
        ((20, 5, 25, 9), ["M1!E20"]),
        ((13, 4, 13, 4), []),
        ((9, 2, 11, 5), []),
        ((21, 2, 22, 5), []),
        ((13, 6, 14, 9), []),
    ],
)
def test_cells_merged_in_the_table_are_told(merged: Merged, told: list[str]) -> None:
    assert [finding.place for finding in marks_of(placed(range(12, 21), (merged,)))] == told


def test_as_many_merged_cells_as_a_sheet_may_have_are_read_at_once() -> None:
    started = monotonic()
    merged = tuple((number, left, number, left + 1) for number in range(12, 20_000) for left in (2, 4))
    assert len(list(marks_of(placed(range(12, 20_000), merged)))) == len(merged)
    assert monotonic() - started < 10
