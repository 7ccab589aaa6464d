"""Scoring by hand: sums that are computed, classes by threshold, marks that are checked."""

from decimal import Decimal

import pytest

from db.rules.scoring import Mark, Result, RuleSet, check_mark, parse_rule_set, result

BODY = {
    "group": [
        {
            "code": "I",
            "title": "NHÓM I",
            "criterion": [
                {"code": "1", "title": "Một", "most": 60},
                {"code": "2", "title": "Hai", "most": 30.5},
            ],
        },
        {"code": "II", "title": "NHÓM II", "criterion": [{"code": "3", "title": "Ba", "most": 9.5}]},
    ],
    # Not in order: the highest threshold is tried first all the same.
    "class": [
        {"code": "failed", "title": "Chưa đạt", "least": 0},
        {"code": "good", "title": "Tốt", "least": 85},
        {"code": "fair", "title": "Khá", "least": 65.5},
    ],
}

CLASSES = [
    ("60", "30.5", "9.5", "100", "good"),
    ("60", "25", "0", "85", "good"),
    ("60", "24.999", "0", "84.999", "fair"),
    ("60", "5.5", "0", "65.5", "fair"),
    ("60", "5.499", "0", "65.499", "failed"),
    ("0", "0", "0", "0", "failed"),
]

MARKS = [
    (Mark("2", Decimal("30.5")), []),
    (Mark("2", Decimal("0"), Decimal("0")), []),
    (Mark("2"), []),
    (Mark("2", Decimal("30.6")), [("points_over_most", "self_points", "30,6")]),
    (Mark("2", None, Decimal("-1")), [("points_over_most", "appraised_points", "-1")]),
    (Mark("2", Decimal("1.2345")), [("too_precise", "self_points", "1,2345")]),
    (Mark("2", Decimal(5), Decimal(4)), [("reason_missing", "reason", "")]),
    (Mark("2", Decimal(5), Decimal(4), "Thiếu biên bản"), []),
    (Mark("2", Decimal("5.0"), Decimal(5)), []),
    (Mark("2", None, Decimal(4)), []),
]


@pytest.fixture
def rule_set() -> RuleSet:
    return parse_rule_set(BODY)


@pytest.mark.parametrize(("one", "two", "three", "points", "code"), CLASSES)
def test_the_sum_makes_the_class(
    rule_set: RuleSet, one: str, two: str, three: str, points: str, code: str
) -> None:
    marks = {"1": Decimal(one), "2": Decimal(two), "3": Decimal(three)}
    assert result(rule_set, marks) == Result(Decimal(points), code)


def test_a_class_needs_every_mark(rule_set: RuleSet) -> None:
    marks = {"1": Decimal(60), "2": Decimal(30), "3": None}
    assert result(rule_set, marks) == Result(Decimal(90), None)


def test_a_sheet_without_marks_has_no_points(rule_set: RuleSet) -> None:
    assert result(rule_set, {"1": None}) == Result(None, None)


def test_a_mark_of_no_criterion_counts_nowhere(rule_set: RuleSet) -> None:
    assert result(rule_set, {"1": Decimal(1), "99": Decimal(50)}) == Result(Decimal(1), None)


@pytest.mark.parametrize(("mark", "expected"), MARKS)
def test_a_mark_is_checked(rule_set: RuleSet, mark: Mark, expected: list[tuple[str, str, str]]) -> None:
    findings = check_mark(rule_set.criterion("2"), mark)
    assert [(item.code, item.place, item.value) for item in findings] == expected


def test_a_group_is_worth_the_sum_of_its_criteria(rule_set: RuleSet) -> None:
    assert [group.most for group in rule_set.groups] == [Decimal("90.5"), Decimal("9.5")]


def test_criteria_and_classes_are_found_by_code(rule_set: RuleSet) -> None:
    assert [item.code for item in rule_set.criteria] == ["1", "2", "3"]
    assert [rule_set.class_title(code) for code in ("good", None, "other")] == ["Tốt", "", ""]
    with pytest.raises(KeyError):
        rule_set.criterion("4")
