"""Levels of government as dated data: known all where nothing is said, none where others are, steps by level."""

import tomllib
from datetime import date

import pytest

from db.rules.levels import chain_on, level_finding, levels_on, read_levels
from db.rules.units import Level
from db.services.content import SHIPPED

EVE, JULY = date(2025, 6, 30), date(2025, 7, 1)
DATED = """
[[levels]]
valid_from = 2020-01-01
valid_to = 2025-06-30
units = ["province", "district", "commune"]
chain = { recognised = "province", self = "commune", appraised = "district" }
[[levels]]
valid_from = 2025-07-01
units = ["province", "commune"]
chain = { self = "commune", recognised = "province" }
"""
KNOWN = read_levels(tomllib.loads(DATED))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 12, 31), ()),
        (date(2020, 1, 1), (1, 2, 3)),
        (EVE, (1, 2, 3)),
        (JULY, (1, 3)),
        (date(2100, 1, 1), (1, 3)),
    ],
)
def test_levels_are_known_from_day_to_day(day: date, expected: tuple[int, ...]) -> None:
    assert levels_on(KNOWN, day) == expected


def test_what_says_nothing_knows_every_level() -> None:
    assert levels_on(read_levels({}), JULY) == (1, 2, 3)
    assert level_finding((), Level.DISTRICT, JULY, "set", "Bộ biểu") is None


def test_a_level_that_is_not_known_is_told_with_those_that_are() -> None:
    finding = level_finding(KNOWN, Level.DISTRICT, JULY, "set", "Bộ biểu")
    assert finding is not None
    assert (finding.code, finding.value) == ("level_not_known", "Bộ biểu")
    assert finding.facts == {"level": "2", "day": "01/07/2025", "known": "1, 3"}


def test_a_chain_has_two_or_three_levels_in_the_order_of_its_steps() -> None:
    assert [step for step, _ in chain_on(KNOWN, EVE)] == ["self", "appraised", "recognised"]
    assert chain_on(KNOWN, JULY) == (("self", Level.COMMUNE), ("recognised", Level.PROVINCE))
    assert chain_on((), JULY) == ()


@pytest.mark.parametrize(
    "body", ['[[levels]]\nunits = ["region"]', '[[levels]]\nunits = []\nchain = { praised = "commune" }']
)
def test_a_level_or_a_step_that_is_none_is_refused(body: str) -> None:
    with pytest.raises(KeyError):
        read_levels(tomllib.loads(body))


@pytest.mark.parametrize("folder", ["returns", "rule_sets"])
def test_what_is_shipped_says_which_levels_it_knows(folder: str) -> None:
    for path in (SHIPPED / folder).glob("*.toml"):
        known = read_levels(tomllib.loads(path.read_text(encoding="utf-8")))
        for day in (EVE, JULY):
            assert {Level.PROVINCE, Level.COMMUNE} <= set(levels_on(known, day))
