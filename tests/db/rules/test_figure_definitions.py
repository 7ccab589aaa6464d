"""Definitions of figures: their codes, and until when they are used."""

import re
from datetime import date

import pytest

from db.rules.figure_definitions import Definition, definitions_of, new_code

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
    body = {"item": [{"code": "cases", "title": "Số vụ", "unit": "vụ"}]}
    [definition] = definitions_of(body, ended={"cases": date(2025, 6, 30)})
    assert definition.is_used(day) is used
    assert Definition("cases", "Số vụ", "vụ", "own").is_used(day)


def test_a_definition_that_says_little_is_a_flow_of_the_last_section() -> None:
    body = {"section": [{"code": "a", "title": "A"}, {"code": "b", "title": "B"}]}
    [found] = definitions_of({**body, "item": [{"code": "cases", "title": "Số vụ"}]})
    assert found == Definition("cases", "Số vụ", "", "b")


def test_definitions_stand_by_section_the_shipped_before_the_own() -> None:
    body = {"section": [{"code": "a", "title": "A"}, {"code": "b", "title": "B"}]}
    items = [{"code": code, "title": code, "section": section} for code, section in (("x", "b"), ("y", "a"))]
    own = [{"code": "z", "title": "z", "section": "a"}, {"code": "w", "title": "w", "section": "gone"}]
    found = definitions_of({**body, "item": items}, own)
    assert [(item.code, item.own) for item in found] == [("y", False), ("z", True), ("x", False), ("w", True)]
