"""Days and times in words."""

from datetime import date

import pytest

from db.rules.plan_reading.days import day_of, time_of

TIMES = [
    ("Quý II/2025", "2025-04-01", "2025-06-30"),
    ("Quý II và quý III năm 2025", "2025-04-01", "2025-09-30"),
    ("Tháng 3/2026", "2026-03-01", "2026-03-31"),
    ("từ tháng 3 đến tháng 9", "2025-03-01", "2025-09-30"),
    ("từ ngày 01/6/2025 đến ngày 30/9/2025", "2025-06-01", "2025-09-30"),
    ("Trước ngày 15/9/2025", None, "2025-09-15"),
    ("trước 30/11/2025", None, "2025-11-30"),
    ("Tháng 9 - 11/2025", "2025-09-01", "2025-11-30"),
    ("tháng 4 - tháng 6/2025", "2025-04-01", "2025-06-30"),
    ("tháng 5", "2025-05-01", "2025-05-31"),
    ("6 tháng đầu năm", "2025-01-01", "2025-06-30"),
    ("Cả năm", "2025-01-01", "2025-12-31"),
    ("Năm 2026", "2026-01-01", "2026-12-31"),
    ("khi có điều kiện", None, None),
]


@pytest.mark.parametrize(("text", "first", "last"), TIMES)
def test_time_gives_its_first_and_last_day(text: str, first: str | None, last: str | None) -> None:
    time = time_of(text, (2025, 2025))
    assert (time.starts_on and time.starts_on.isoformat()) == first
    assert (time.ends_on and time.ends_on.isoformat()) == last


def test_day_without_a_year_needs_a_plan_of_one_year() -> None:
    assert day_of("trước ngày 15/6", (2025, 2025)) == date(2025, 6, 15)
    assert day_of("trước ngày 15/6", (2021, 2025)) is None
    assert day_of("ngày 31 tháng 02 năm 2025") is None
