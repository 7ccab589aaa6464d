"""Column widths are shared out in proportion, longest words respected."""

import pytest

from exports.documents.columns import fitted_widths

CASES = [
    ("in proportion", (1, 2, 1), (0, 0, 0), (25, 50, 25)),
    ("a long word takes from the others", (1, 1, 2), (40, 0, 0), (40, 20, 40)),
    ("a second long word comes to light", (1, 1, 2), (50, 0, 40), (50, 10, 40)),
    ("words that do not fit shrink together", (1, 1, 2), (100, 50, 50), (50, 25, 25)),
    ("no wishes at all", (0, 0), (10, 20), (10, 20)),
]


@pytest.mark.parametrize(("case", "wishes", "least", "expected"), CASES)
def test_widths(
    case: str, wishes: tuple[float, ...], least: tuple[float, ...], expected: tuple[float, ...]
) -> None:
    assert fitted_widths(wishes, least, 100) == pytest.approx(list(expected)), case
