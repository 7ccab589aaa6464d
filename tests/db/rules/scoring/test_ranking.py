"""Ranks by points, years in a row, which unit alone became which."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.scoring.ranking import Held, forebears, ranks, years_in_a_row
from db.rules.successions import Succession

ORDER = ("good", "fair", "failed")
JULY, JANUARY = date(2025, 7, 1), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ({}, {}),
        ({"a": None}, {}),
        ({"a": "90", "b": "95.5", "c": None}, {"b": 1, "a": 2}),
        ({"a": "80", "b": "90", "c": "80.0", "d": "70"}, {"b": 1, "a": 2, "c": 2, "d": 4}),
        ({"a": "0", "b": "0"}, {"a": 1, "b": 1}),
    ],
)
def test_equal_points_share_a_rank(points: dict[str, str | None], expected: dict[str, int]) -> None:
    assert ranks({key: None if text is None else Decimal(text) for key, text in points.items()}) == expected


@pytest.mark.parametrize(
    ("classes", "years"),
    [
        ({}, 0),
        ({2025: "good"}, 1),
        ({2024: "good"}, 0),
        ({2025: "good", 2024: "good", 2023: "good"}, 3),
        ({2025: "fair", 2024: "good", 2023: "fair"}, 3),
        ({2025: "good", 2024: "fair", 2023: "good"}, 1),
        ({2025: "good", 2023: "good"}, 1),
        ({2025: "failed", 2024: "failed"}, 2),
    ],
)
def test_years_count_while_the_class_is_as_good(classes: dict[int, str], years: int) -> None:
    assert years_in_a_row({year: Held(code, ORDER) for year, code in classes.items()}, 2025) == years


def test_a_rule_set_without_the_class_ends_the_row() -> None:
    held = {
        2025: Held("good", ORDER),
        2024: Held("good", ORDER),
        2023: Held("excellent", ("excellent", "weak")),
    }
    assert years_in_a_row(held, 2025) == 2


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([Succession(JULY, 1, 9)], {9: 1}),
        ([Succession(JULY, 1, 9, whole=False)], {}),
        ([Succession(JULY, None, 9)], {}),
        ([Succession(JULY, 1, 9), Succession(JULY, 2, 9)], {}),
        ([Succession(JULY, 1, 9), Succession(JULY, 2, 9, whole=False)], {}),
        ([Succession(JULY, 1, 9), Succession(JANUARY, 2, 9)], {9: 1}),
        ([Succession(JANUARY, 2, 9)], {}),
    ],
)
def test_a_unit_follows_the_one_that_alone_became_it(
    rows: list[Succession], expected: dict[int, int]
) -> None:
    assert forebears({1: None, 2: None, 9: JULY}, rows) == expected
