"""Definitions of figures: their codes, and until when they are used."""

import re
from datetime import date

import pytest

from db.rules.figure_definitions import Definition, new_code, read_definition

CODES = [
    ("Số người đến tư vấn", set(), "own_so_nguoi_den_tu_van"),
    ("Số đợt 2", set(), "own_so_dot"),
    ("Số đợt 3", {"own_so_dot"}, "own_so_dot_a"),
    ("Số đợt 4", {"own_so_dot", "own_so_dot_a"}, "own_so_dot_b"),
    ("2025", set(), "own"),
    ("x" * 100, set(), "own_" + "x" * 36),
]


@pytest.mark.parametrize(("title", "taken", "code"), CODES)
def test_a_new_code_is_made_of_the_title_and_is_nobody_elses(title: str, taken: set[str], code: str) -> None:
    assert new_code(title, taken) == code
    assert re.fullmatch("[a-z_]{1,50}", code)


@pytest.mark.parametrize(("day", "used"), [(date(2025, 6, 30), True), (date(2025, 7, 1), False)])
def test_a_definition_is_used_until_its_last_day(day: date, used: bool) -> None:
    item = {"code": "cases", "title": "Số vụ", "unit": "vụ"}
    definition = read_definition(item, "own", {"cases": date(2025, 6, 30)}, own=False)
    assert definition.is_used(day) is used
    assert Definition("cases", "Số vụ", "vụ", "own").is_used(day)
