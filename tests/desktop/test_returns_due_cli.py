"""`pcmd returns due`: what is due on a day, for whom, and what it refuses."""

from datetime import date
from pathlib import Path

import pytest

from tests.helpers.books import COMMUNES
from tests.helpers.command_line import pcmd

KEYS = {"unit", "set", "period", "cut_off", "due", "state", "days_left"}


def test_due_names_every_return_with_its_days(book_folder: Path) -> None:
    ran = pcmd("--data", book_folder, "returns", "due", "--on", "2025-06-10", "--json")

    found = ran.values["due"]
    assert (ran.code, {item["unit"] for item in found}) == (0, {"991", *COMMUNES})
    assert all(item.keys() >= KEYS for item in found)
    assert all(
        (date.fromisoformat(item["due"]) - date(2025, 6, 10)).days == item["days_left"] for item in found
    )
    assert {item["period"] for item in found if item["carried"]} >= {"2024", "2024-Q4"}


def test_due_shows_a_clash_under_the_schedule_of_a_province(book_folder: Path) -> None:
    asked = ("returns", "due", "--on", "2025-06-10", "--unit", "991", "--schedule", "dong-nai-2021")

    ran = pcmd("--data", book_folder, *asked)

    assert ran.code == 0
    assert "14/03/2025 · Huyện Hòa Lâm · Quý I năm 2025" in ran.out
    assert "không có ngày làm việc nào giữa ngày chốt và hạn nộp" in ran.out


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--unit", "992"], "đơn vị “992”"),
        (["--year", "20250"], "kỳ báo cáo “20250”"),
        (["--schedule", "dong-nai"], "dong-nai-2021"),
    ],
)
def test_due_refuses_names_that_it_does_not_know(book_folder: Path, more: list[str], words: str) -> None:
    ran = pcmd("--data", book_folder, "returns", "due", "--on", "2025-06-10", *more)

    assert ran.code != 0
    assert words in "".join(ran.complaints)
