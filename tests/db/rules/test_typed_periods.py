"""Periods as officers type them."""

import pytest

from db.rules.periods import periods_of_year
from db.rules.typed_periods import read_period

TYPED = [
    ("tháng 7/2025", "2025-07"),
    ("Tháng 07 năm 2025", "2025-07"),
    ("T7/2025", "2025-07"),
    ("7/2025", "2025-07"),
    ("07-2025", "2025-07"),
    ("12.2025", "2025-12"),
    ("quý III/2025", "2025-Q3"),
    ("Quý 3 năm 2025", "2025-Q3"),
    ("Q3/2025", "2025-Q3"),
    ("6 tháng đầu năm 2025", "2025-H1"),
    ("6 tháng cuối năm 2025", "2025-H2"),
    ("9 tháng năm 2025", "2025-9M"),
    ("9 tháng/2025", "2025-9M"),
    ("năm 2025", "2025"),
    ("2025", "2025"),
    ("2025-q3", "2025-Q3"),
    ("2025-01-01..2025-05-31", "2025-01-01..2025-05-31"),
]
NOT_PERIODS = ["", "quý", "quý 5/2025", "13/2025", "0/2025", "tháng 7", "14/9/2025", "7/25", "vụ"]
NOT_PERIODS += ["2025-02-30..2025-03-01"]


@pytest.mark.parametrize(("text", "label"), TYPED)
def test_a_period_is_read_as_it_is_typed(text: str, label: str) -> None:
    assert read_period(text) == label


@pytest.mark.parametrize("text", NOT_PERIODS)
def test_what_is_no_period_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="not_period"):
        read_period(text)


def test_every_label_reads_as_itself() -> None:
    labels = [period.label for period in periods_of_year(2025)]
    assert [read_period(label) for label in labels] == labels
