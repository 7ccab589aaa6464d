"""Measures: how they are named, narrowed, added up and divided."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.findings import Unknown
from db.rules.formats import Number
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import MeasureKind, MeasureRef, parse_expression, ratio, total

EXPRESSIONS = [
    ("outreach.people", "outreach.people"),
    (" outreach.people ", "outreach.people"),
    ("outreach.people[]", "outreach.people"),
    ("outreach.people[audience=worker]", "outreach.people[audience=worker]"),
    ("outreach.people[ audience = worker ]", "outreach.people[audience=worker]"),
    ("outreach.people[form=talk, audience=worker]", "outreach.people[form=talk,audience=worker]"),
]

UNKNOWN = [
    ("outreach.peple", "measure", "outreach.people"),
    ("Outreach.People", "measure", "outreach.people"),
    ("outreach.people[audience=worker", "measure", ""),
    ("", "measure", ""),
    ("outreach.people[unit=3]", "filter", "audience="),
    ("outreach.people[audience]", "filter", "audience="),
    ("outreach.people[audience=]", "filter", "audience="),
    ("training.sessions[role=leader]", "filter", ""),
]

RATIOS: list[tuple[Number | None, Number | None, int, str | None]] = [
    (18, 142, 100, "12.676"),
    (1, 3, 100, "33.333"),
    (2, 3, 100, "66.667"),
    (1, 16, 1, "0.063"),  # 0.0625: half up, where Python's own round would go to even
    (1, 2000, 1, "0.001"),
    (-1, 2000, 1, "-0.001"),
    (0, 5, 100, "0.000"),
    (3, 0, 100, None),
    (None, 5, 100, None),
    (5, None, 100, None),
]

TOTALS: list[tuple[list[Number | None], Number | None]] = [
    ([], None),
    ([None, None], None),
    ([None, 0], 0),
    ([1, None, 2], 3),
    ([Decimal("1.5"), 2], Decimal("3.5")),
]


@pytest.mark.parametrize(("text", "expression"), EXPRESSIONS)
def test_an_expression_is_read_and_written(text: str, expression: str) -> None:
    ref = parse_expression(text, MEASURES)
    assert ref.expression == expression
    assert parse_expression(ref.expression, MEASURES) == ref


@pytest.mark.parametrize(("text", "what", "near"), UNKNOWN)
def test_an_unknown_expression_names_near_ones(text: str, what: str, near: str) -> None:
    with pytest.raises(Unknown) as caught:
        parse_expression(text, MEASURES)
    assert caught.value.what == what
    assert near in (*caught.value.near, "")


@pytest.mark.parametrize(("above", "below", "scale", "expected"), RATIOS)
def test_a_ratio_has_three_decimals_half_up(
    above: Number | None, below: Number | None, scale: int, expected: str | None
) -> None:
    assert ratio(above, below, scale) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(("values", "expected"), TOTALS)
def test_nothing_recorded_adds_up_to_nothing(values: list[Number | None], expected: Number | None) -> None:
    assert total(values) == expected


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_is_never_more_than_half_a_thousandth_away(above: int, below: int) -> None:
    share = ratio(above, below, 100)
    assert share is not None
    assert abs(share * below - above * 100) * 2 <= Decimal("0.001") * below


def test_a_part_keeps_the_filters_that_it_knows() -> None:
    ref = parse_expression("outreach.share_of_communes[audience=worker]", MEASURES)
    parts = [ref.part(name, MEASURES).expression for name in ref.measure.parts or ()]
    assert parts == ["outreach.communes[audience=worker]", "units.communes"]


def test_every_measure_has_words_and_either_a_source_or_two_parts() -> None:
    for name, measure in MEASURES.items():
        words = (measure.title, measure.unit, measure.about)
        assert (measure.name, all(words), measure.about[-1:]) == (name, True, ".")
        assert (measure.kind is MeasureKind.RATIO) == (measure.parts is not None) == (not measure.source)


def test_the_parts_of_a_ratio_are_counted_measures() -> None:
    for measure in MEASURES.values():
        for part in measure.parts or ():
            assert MEASURES[part].kind is not MeasureKind.RATIO
            assert set(MEASURES[part].filters) <= set(measure.filters) | {"class"}


def test_no_two_measures_have_the_same_words() -> None:
    for words in ([item.title for item in MEASURES.values()], [item.about for item in MEASURES.values()]):
        assert len(words) == len(set(words))


def test_each_name_can_be_asked_for() -> None:
    assert [parse_expression(name, MEASURES) for name in MEASURES] == [
        MeasureRef(item) for item in MEASURES.values()
    ]
