"""Totals and classes: sums that are computed, floors, conditions, what does not apply, what fails a sheet."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.results import Sum, result
from db.rules.scoring.rule_sets import RuleSet

BODY: Mapping[str, Any] = {
    "group": [
        {
            "code": "I",
            "title": "NHÓM I",
            "criterion": [
                {
                    "code": "1",
                    "title": "Một",
                    "item": [
                        {"code": "1.1", "title": "Một một", "most": 40},
                        {"code": "1.2", "title": "Một hai", "most": 20},
                    ],
                },
                {"code": "2", "title": "Hai", "most": 30.5},
            ],
        },
        {
            "code": "II",
            "title": "NHÓM II",
            "criterion": [{"code": "3", "title": "Ba", "most": 9.5, "may_not_apply": True}],
        },
    ],
    "class": [
        {"code": "good", "title": "Tốt", "least": 85},
        {"code": "fair", "title": "Khá", "least": 65.5},
        {"code": "failed", "title": "Chưa đạt", "least": 0},
    ],
}
FULL = {"1.1": "40", "1.2": "20", "2": "30.5", "3": "9.5"}

CLASSES = [
    ("20", "30.5", "9.5", "100", "good"),
    ("20", "25", "0", "85", "good"),
    ("20", "24.999", "0", "84.999", "fair"),
    ("20", "5.5", "0", "65.5", "fair"),
    ("20", "5.499", "0", "65.499", "failed"),
]


def rule_set(**more: Any) -> RuleSet:
    return parse_rule_set({**BODY, **more})


def code_of(rules: RuleSet, **answers: str) -> str | None:
    return result(
        rules, {**FULL, **{key.strip("_").replace("_", "."): text for key, text in answers.items()}}
    ).class_code


@pytest.mark.parametrize(("item", "two", "three", "points", "code"), CLASSES)
def test_the_sum_makes_the_class(item: str, two: str, three: str, points: str, code: str) -> None:
    found = result(rule_set(), {"1.1": "40", "1.2": item, "2": two, "3": three})
    assert (found.points, found.class_code, found.complete) == (Decimal(points), code, True)


def test_a_parent_is_worth_the_sum_of_its_items() -> None:
    rules = rule_set()
    assert [group.most for group in rules.groups] == [Decimal("90.5"), Decimal("9.5")]
    assert [leaf.code for leaf in rules.leaves] == ["1.1", "1.2", "2", "3"]
    assert result(rules, {"1.1": "4", "1.2": "2"}).groups["I"] == Sum(Decimal(6), Decimal("90.5"))


def test_a_class_needs_every_answer() -> None:
    found = result(rule_set(), {"1.1": "40", "2": "30"})
    assert (found.points, found.class_code, found.complete) == (Decimal(70), None, False)


def test_a_sheet_without_answers_has_no_points() -> None:
    assert result(rule_set(), {"1.1": ""}).points is None


def test_an_answer_of_no_criterion_counts_nowhere() -> None:
    assert result(rule_set(), {"2": "1", "99": "50"}).points == 1


@pytest.mark.parametrize(("scaled", "points", "code"), [(False, "90.5", "good"), (True, "100", "good")])
def test_what_does_not_apply_leaves_the_total_and_may_scale_it(scaled: bool, points: str, code: str) -> None:
    found = result(rule_set(scaled=scaled), FULL | {"3": "n/a"})
    assert (found.points, found.most, found.class_code) == (Decimal(points), Decimal("90.5"), code)


def test_a_scaled_total_is_rounded_half_up() -> None:
    found = result(rule_set(scaled=True, decimals=1), FULL | {"3": "n/a", "2": "0.1"})
    # 60.1 of 90.5 are 66.408… of 100.
    assert found.points == Decimal("66.4")


def test_a_group_below_its_floor_loses_the_class() -> None:
    floored = rule_set(**{"class": [{**BODY["class"][0], "floors": {"II": 5}}, *BODY["class"][1:]]})
    assert code_of(floored) == "good"
    assert code_of(floored, _3="4.999") == "fair"
    assert code_of(floored, _3="n/a") == "good"


CONDITIONS = [
    {"code": "A", "title": "", "kind": "asked"},
    {"code": "B", "title": "", "kind": "points", "of": "I", "in_percent": True, "least": 80},
    {"code": "C", "title": "", "kind": "value", "of": "3", "most": 4},
    {"code": "D", "title": "", "kind": "some", "of": ["A", "B", "C"], "count": 2},
    {"code": "E", "title": "", "kind": "class", "of": "fair"},
    {"code": "F", "title": "", "kind": "points", "least": 95},
]
HELD = [
    ("A", {"A": "yes"}, True),
    ("A", {"A": "no"}, False),
    ("B", {"2": "12.4"}, True),
    ("B", {"2": "12.3"}, False),
    ("C", {"3": "4"}, True),
    ("C", {"3": "4.001"}, False),
    # What does not apply neither helps nor harms.
    ("C", {"3": "n/a"}, True),
    ("D", {"A": "no"}, False),
    ("D", {"A": "yes"}, True),
    # Of three, one does not apply: two are asked of the two that are left.
    ("D", {"A": "no", "3": "n/a"}, False),
    ("E", {"2": "5.5", "3": "0"}, True),
    ("E", {"2": "5.4", "3": "0"}, False),
    ("F", {"3": "4.5"}, True),
    ("F", {"3": "4.4"}, False),
]


@pytest.mark.parametrize(("condition", "answers", "holds"), HELD)
def test_a_class_wants_its_condition(condition: str, answers: dict[str, str], holds: bool) -> None:
    first = {"code": "first", "title": "Nhất", "needs": [condition]}
    rules = rule_set(condition=CONDITIONS, **{"class": [first, *BODY["class"]]})
    found = result(rules, FULL | {"A": "yes"} | answers)
    assert (found.class_code == "first") is holds


def test_an_asked_condition_has_to_be_answered() -> None:
    rules = rule_set(condition=CONDITIONS)
    assert result(rules, FULL).class_code is None
    assert result(rules, FULL | {"A": "no"}).complete


def test_a_failing_condition_leaves_no_better_class() -> None:
    failing = [{"condition": "A", "class": "failed"}, {"condition": "C", "class": "fair"}]
    rules = rule_set(condition=CONDITIONS, failing=failing)
    assert code_of(rules, A="no") == "good"
    assert code_of(rules, A="no", _3="0") == "fair"
    found = result(rules, FULL | {"A": "yes", "3": "0"})
    assert (found.class_code, found.failing, found.points) == ("failed", ("A", "C"), Decimal("90.5"))


def test_conditions_that_lead_back_to_themselves_do_not_hold() -> None:
    circle = [
        {"code": "X", "title": "", "kind": "some", "of": ["Y"]},
        {"code": "Y", "title": "", "kind": "some", "of": ["X"]},
    ]
    first = {"code": "first", "title": "Nhất", "needs": ["X"]}
    rules = rule_set(condition=circle, **{"class": [first, *BODY["class"]]})
    assert code_of(rules) == "good"


def test_no_class_is_found_where_the_last_one_wants_more() -> None:
    rules = rule_set(**{"class": [BODY["class"][0]]})
    assert code_of(rules, _2="0") is None


def test_criteria_and_classes_are_found_by_code() -> None:
    rules = rule_set()
    assert [rules.class_title(code) for code in ("good", None, "other")] == ["Tốt", "", ""]
    assert [rules.rank(code) for code in ("good", "failed", None)] == [0, 2, 3]
    with pytest.raises(KeyError):
        rules.criterion("4")
