"""Rows are dealt out to pages by their heights."""

import pytest

from exports.documents.table_pages import page_ranges

CASES = [
    ("all on one page", (10, 10, 10), (0, 0, 0), 50, [(0, 3)]),
    ("the first page has less room", (10, 10, 10, 10), (0, 0, 0, 0), 20, [(0, 2), (2, 4)]),
    ("a kept row moves on with its next", (10, 10, 10), (0, 1, 0), 20, [(0, 1), (1, 3)]),
    ("a chain of kept rows", (10, 10, 10, 10), (0, 1, 1, 0), 30, [(0, 1), (1, 4)]),
    ("a kept last row is still printed", (10, 10), (0, 1), 50, [(0, 2)]),
    ("nothing fits the first page", (30, 30), (0, 0), 20, [(0, 1), (1, 2)]),
    ("no rows", (), (), 20, [(0, 0)]),
]


@pytest.mark.parametrize(("case", "heights", "kept", "first_room", "expected"), CASES)
def test_page_ranges(
    case: str,
    heights: tuple[float, ...],
    kept: tuple[bool, ...],
    first_room: float,
    expected: list[tuple[int, int]],
) -> None:
    assert page_ranges(heights, kept, first_room, 50) == expected, case
