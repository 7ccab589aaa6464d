"""The days that count for a target under Decree 09's cut-off."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.periods import DECREE_09, Span, parse_period
from db.rules.target_days import TargetDays, Wanted, period_days, target_days
from db.rules.targets import Goal

TODAY = date(2025, 9, 20)
CUMULATIVE = Goal("at_least", Decimal(90), spread="cumulative")


def days(wanted: Wanted, label: str = "2025", today: date = TODAY) -> TargetDays:
    return target_days(wanted, parse_period(label), DECREE_09, today)


def test_a_target_counts_since_the_start_of_the_year() -> None:
    found = days(Wanted(Goal("at_least"), 2025, 2025), "2025-Q2")
    assert found.counted == Span(date(2024, 12, 15), date(2025, 6, 14), 2025)
    assert found.before == Span(date(2023, 12, 15), date(2024, 6, 14), 2024)
    assert found.gone == found.covered == Decimal(182) * 100 / 365


def test_a_cumulative_target_counts_since_its_plan_began() -> None:
    found = days(Wanted(CUMULATIVE, 2024, 2025))
    assert (found.counted.first, found.counted.last) == (date(2023, 12, 15), date(2025, 12, 14))
    assert found.gone == Decimal(646) * 100 / 731


@pytest.mark.parametrize(("slices", "days_in_all"), [({}, 5 * 365 + 1), ({2022: Decimal(9)}, 2 * 365)])
def test_a_slice_must_be_reached_by_its_own_year_s_end(slices: dict[int, Decimal], days_in_all: int) -> None:
    found = days(Wanted(CUMULATIVE, 2021, 2025, slices), "2022", date(2021, 12, 14))
    assert found.gone == Decimal(365) * 100 / days_in_all


def test_a_plan_of_one_year_has_nothing_to_count_together() -> None:
    assert days(Wanted(CUMULATIVE, 2025, 2025)).counted.first == date(2024, 12, 15)


@pytest.mark.parametrize(
    ("every", "label", "today", "count"),
    [
        ("month", "2025", TODAY, 9),
        ("month", "2025-Q2", TODAY, 6),
        ("month", "2025-Q1", date(2025, 3, 13), 2),
        ("month", "2025-Q1", date(2025, 3, 14), 3),
        ("quarter", "2025", TODAY, 3),
        ("year", "2025", TODAY, 0),
        ("year", "2025", date(2025, 12, 14), 1),
        ("week", "2025", TODAY, 0),
    ],
)
def test_only_months_and_quarters_that_are_over_count(
    every: str, label: str, today: date, count: int
) -> None:
    goal = Goal("at_least_every", Decimal(1), every=every)
    assert len(days(Wanted(goal, 2025, 2025), label, today).slots) == count


def test_the_period_alone_counts_its_own_days() -> None:
    goal = Goal("at_least_every", Decimal(1), every="month")
    found = period_days(goal, parse_period("2025-Q2"), DECREE_09, TODAY)
    assert found.counted == Span(date(2025, 3, 15), date(2025, 6, 14), 2025)
    assert (len(found.slots), found.before.year) == (3, 2024)
    assert found.covered == Decimal(92) * 100 / 365


def test_the_value_of_a_year_is_its_slice() -> None:
    wanted = Wanted(Goal("between", Decimal(10), Decimal(20)), 2024, 2025, {2024: Decimal(4)})
    assert (wanted.planned(2024).value, wanted.planned(2024).value_to) == (Decimal(4), None)
    assert wanted.planned(2025) == wanted.goal
