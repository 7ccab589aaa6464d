"""Periods under the three cut-off rules: Decree 09/2019/NĐ-CP article 12, the calendar, the office's own days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.findings import Unknown
from db.rules.periods import (
    CALENDAR,
    DECREE_09,
    CutOff,
    Period,
    Span,
    own_cut_off,
    parse_period,
    periods_of_year,
)

# label, first and last day under decree-09, under the calendar, under an own closing on the 20th
CASES = [
    ("2025", "2024-12-15 2025-12-14", "2025-01-01 2025-12-31", "2024-12-21 2025-12-20"),
    ("2025-H1", "2024-12-15 2025-06-14", "2025-01-01 2025-06-30", "2024-12-21 2025-06-20"),
    ("2025-H2", "2025-06-15 2025-12-14", "2025-07-01 2025-12-31", "2025-06-21 2025-12-20"),
    ("2025-9M", "2024-12-15 2025-09-14", "2025-01-01 2025-09-30", "2024-12-21 2025-09-20"),
    ("2025-Q1", "2024-12-15 2025-03-14", "2025-01-01 2025-03-31", "2024-12-21 2025-03-20"),
    ("2025-Q2", "2025-03-15 2025-06-14", "2025-04-01 2025-06-30", "2025-03-21 2025-06-20"),
    ("2025-Q3", "2025-06-15 2025-09-14", "2025-07-01 2025-09-30", "2025-06-21 2025-09-20"),
    ("2025-Q4", "2025-09-15 2025-12-14", "2025-10-01 2025-12-31", "2025-09-21 2025-12-20"),
    ("2025-01", "2024-12-15 2025-01-14", "2025-01-01 2025-01-31", "2024-12-21 2025-01-20"),
    ("2025-03", "2025-02-15 2025-03-14", "2025-03-01 2025-03-31", "2025-02-21 2025-03-20"),
    ("2024-02", "2024-01-15 2024-02-14", "2024-02-01 2024-02-29", "2024-01-21 2024-02-20"),
    ("2025-12", "2025-11-15 2025-12-14", "2025-12-01 2025-12-31", "2025-11-21 2025-12-20"),
    ("2025-01-01..2025-05-31", *["2025-01-01 2025-05-31"] * 3),
    (" 2025-q3 ", "2025-06-15 2025-09-14", "2025-07-01 2025-09-30", "2025-06-21 2025-09-20"),
]

BEFORE = [
    ("2025", "2024"),
    ("2020-Q3", "2019-Q3"),
    ("2000-12", "1999-12"),
    ("2025-9M", "2024-9M"),
    ("2025-01-01..2025-05-31", "2024-01-01..2024-05-31"),
    ("2024-02-29..2024-03-01", "2023-02-28..2023-03-01"),
]

UNKNOWN = [
    ("2025-Q5", "2025-Q1"),
    ("2026 Q3", "2026-Q3"),
    ("Q3/2026", "2026-Q3"),
    ("quý 3", "2025-Q3"),
    ("2025-13", "2025-H1"),
    ("1825", "2025"),
    ("", "2025"),
    ("20٢٥", "2025"),
    ("2025-01-01..2025-02-30", "2025"),
    ("0001-01-01..0001-02-01", "2025-Q1"),
    ("2025-05-31..2025-01-01", "2025-01-01..2025-05-31"),
]

YEARS = st.integers(1990, 2100)
RULES = st.one_of(st.sampled_from([DECREE_09, CALENDAR]), st.integers(1, 31).map(own_cut_off))


def days(text: str, year: int) -> Span:
    first, last = map(date.fromisoformat, text.split())
    return Span(first, last, year)


def spans(year: int, rule: CutOff) -> dict[str, Span]:
    return {period.label[5:]: period.span(rule) for period in periods_of_year(year)}


def join(parts: list[Span]) -> tuple[date, date]:
    """First and last day of spans that follow each other without gap or overlap."""
    for earlier, later in pairwise(parts):
        assert later.first == earlier.last + timedelta(days=1)
    return parts[0].first, parts[-1].last


@pytest.mark.parametrize(("label", "decree", "calendar", "own"), CASES)
def test_each_label_has_its_days(label: str, decree: str, calendar: str, own: str) -> None:
    period = parse_period(label)
    for rule, expected in ((DECREE_09, decree), (CALENDAR, calendar), (own_cut_off(20), own)):
        assert period.span(rule) == days(expected, int(label.strip()[:4]))


@pytest.mark.parametrize(
    ("day", "decree", "calendar"),
    [
        ("2025-12-20", 2026, 2025),
        ("2025-12-14", 2025, 2025),
        ("2025-12-15", 2026, 2025),
        ("2026-01-01", 2026, 2026),
    ],
)
def test_a_day_belongs_to_one_reporting_year(day: str, decree: int, calendar: int) -> None:
    on = date.fromisoformat(day)
    assert (DECREE_09.year_of(on), CALENDAR.year_of(on)) == (decree, calendar)


@given(YEARS, RULES)
def test_parts_make_the_year_without_gap_or_overlap(year: int, rule: CutOff) -> None:
    part = spans(year, rule)
    whole = (part[""].first, part[""].last)
    assert join([part[f"Q{number}"] for number in range(1, 5)]) == whole
    assert join([part[f"{number:02d}"] for number in range(1, 13)]) == whole
    assert join([part["H1"], part["H2"]]) == whole
    assert join([part["9M"], part["Q4"]]) == whole


@given(YEARS, RULES, st.integers(1, 4))
def test_months_make_quarters_and_quarters_make_halves(year: int, rule: CutOff, quarter: int) -> None:
    part = spans(year, rule)
    months = [part[f"{3 * quarter - 2 + place:02d}"] for place in range(3)]
    assert join(months) == (part[f"Q{quarter}"].first, part[f"Q{quarter}"].last)
    assert join([part["Q1"], part["Q2"]]) == (part["H1"].first, part["H1"].last)
    assert join([part["H1"], part["Q3"]]) == (part["9M"].first, part["9M"].last)


@given(YEARS, RULES)
def test_years_follow_each_other(year: int, rule: CutOff) -> None:
    assert join([spans(year, rule)[""], spans(year + 1, rule)[""]])


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), RULES)
def test_a_day_lies_in_the_span_of_its_year(day: date, rule: CutOff) -> None:
    year = rule.year_of(day)
    assert day in Period(str(year), year, (1, 12)).span(rule)


def test_a_december_that_closes_in_january_keeps_its_year() -> None:
    rule = own_cut_off(31, {(2025, 12): date(2026, 1, 5)})
    assert parse_period("2025").span(rule) == days("2025-01-01 2026-01-05", 2025)
    assert parse_period("2026-Q1").span(rule).first == date(2026, 1, 6)
    assert [rule.year_of(date(2026, 1, day)) for day in (5, 6)] == [2025, 2026]


@pytest.mark.parametrize("closing", [date(2025, 2, 20), date(2025, 4, 20), date(2025, 2, 1)])
def test_a_month_may_not_close_outside_its_neighbours(closing: date) -> None:
    with pytest.raises(ValueError, match="2025-03"):
        own_cut_off(20, {(2025, 3): closing})


@pytest.mark.parametrize("day", [0, 32, -1])
def test_no_month_closes_on_such_a_day(day: int) -> None:
    with pytest.raises(ValueError, match="closing day"):
        own_cut_off(day)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("2025-Q3", "2024-12-15 2025-09-14"),
        ("2025", "2024-12-15 2025-12-14"),
        ("2025-12-20..2025-12-31", "2025-12-15 2025-12-31"),
        ("2025-12-01..2025-12-10", "2024-12-15 2025-12-10"),
    ],
)
def test_the_year_so_far_begins_with_the_reporting_year(label: str, expected: str) -> None:
    span = parse_period(label).since_year_start(DECREE_09)
    assert (span.first, span.last) == join([days(expected, 0)])


@pytest.mark.parametrize(("label", "before"), BEFORE)
def test_the_same_period_of_the_year_before(label: str, before: str) -> None:
    period = parse_period(label).year_before()
    assert (period.label, period) == (before, parse_period(before))


@pytest.mark.parametrize(
    ("label", "before"),
    [
        ("2025-Q3", "2025-Q2"),
        ("2025-Q1", "2024-Q4"),
        ("2025-H2", "2025-H1"),
        ("2025-H1", "2024-H2"),
        ("2025", "2024"),
        ("2025-01", "2024-12"),
        ("2025-11", "2025-10"),
        ("2025-9M", None),
        ("2025-01-01..2025-05-31", None),
    ],
)
def test_the_period_that_ended_where_this_one_begins(label: str, before: str | None) -> None:
    found = parse_period(label).before()
    assert found == (parse_period(before) if before else None)


@pytest.mark.parametrize(("label", "near"), UNKNOWN)
def test_an_unknown_label_names_near_ones(label: str, near: str) -> None:
    with pytest.raises(Unknown) as caught:
        parse_period(label)
    assert (caught.value.what, caught.value.name) == ("period", label)
    assert near in caught.value.near


def test_the_periods_of_a_year_have_labels_that_are_read_back() -> None:
    periods = periods_of_year(2025)
    assert [parse_period(period.label) for period in periods] == list(periods)
    assert len({period.label for period in periods}) == 20


def test_a_span_holds_both_its_ends() -> None:
    span = Span(date(2025, 1, 1), date(2025, 1, 3), 2025)
    assert [date(2025, 1, day) in span for day in (1, 3, 4)] == [True, True, False]


QUARTERS = [
    ("2025-Q2", DECREE_09, ["2025-03-15 2025-06-14"]),
    ("2025-H1", CALENDAR, ["2025-01-01 2025-03-31", "2025-04-01 2025-06-30"]),
    ("2025-02", CALENDAR, ["2025-02-01 2025-02-28"]),
    ("2025-03-10..2025-03-20", DECREE_09, ["2025-03-10 2025-03-14", "2025-03-15 2025-03-20"]),
    ("2024-12-01..2024-12-20", DECREE_09, ["2024-12-01 2024-12-14", "2024-12-15 2024-12-20"]),
    ("2025-Q1", own_cut_off(25), ["2024-12-26 2025-03-25"]),
]


@pytest.mark.parametrize(("label", "rule", "expected"), QUARTERS)
def test_a_span_knows_the_quarters_it_touches(label: str, rule: CutOff, expected: list[str]) -> None:
    assert [f"{first} {last}" for first, last in parse_period(label).span(rule).quarters] == expected


@pytest.mark.parametrize("rule", [DECREE_09, CALENDAR, own_cut_off(25)])
def test_the_quarters_of_a_span_make_it_whole(rule: CutOff) -> None:
    for period in periods_of_year(2025):
        span = period.since_year_start(rule)
        days = [day for pair in span.quarters for day in pair]
        assert (days[0], days[-1], days) == (span.first, span.last, sorted(days))
