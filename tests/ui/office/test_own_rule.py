"""What an officer types about the office's own closing days, read as a rule."""

import pytest

from ui.office.cut_off_box import own_rule

CASES = [
    ("20", "", "own:20"),
    (" 20 ", "25/02/2025", "own:20,2025-02-25"),
    ("20", "20/12/2025; 25/2/2025", "own:20,2025-02-25,2025-12-20"),
    ("31", "", "own:31"),
    ("0", "", ""),
    ("32", "", ""),
    ("hai mươi", "", ""),
    ("20", "30/02/2025", ""),
    ("20", "25/02", ""),
    ("20", "25/02/2025, 20/12/2025", ""),
]


@pytest.mark.parametrize(("day", "others", "rule"), CASES)
def test_own_days_are_read_or_none_of_them(day: str, others: str, rule: str) -> None:
    assert own_rule(day, others) == rule
