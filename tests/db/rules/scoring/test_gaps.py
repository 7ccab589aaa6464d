"""The gap to the next better class: points, floors, conditions, and the criteria that would close it."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations
from random import Random
from typing import Any

import pytest

from db.rules.scoring.answers import answer_of
from db.rules.scoring.gaps import ClassGap, Gain, gap_to_next, next_better
from db.rules.scoring.points import points_of
from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.results import Column, Given, Judge, added_up
from db.rules.scoring.rule_sets import RuleSet, ScoreClass

BODY: Mapping[str, Any] = {
    "decimals": 2,
    "group": [
        {
            "code": "I",
            "title": "NHÓM I",
            "criterion": [
                {"code": "1", "title": "Một", "most": 30},
                {"code": "2", "title": "Hai", "most": 20, "may_not_apply": True},
            ],
        },
        {
            "code": "II",
            "title": "NHÓM II",
            "criterion": [
                {"code": "3", "title": "Ba", "most": 40},
                {"code": "4", "title": "Bốn", "most": 10, "may_not_apply": True},
            ],
        },
    ],
    "class": [
        {"code": "good", "title": "Tốt", "least": 85, "floors": {"II": 40}},
        {"code": "fair", "title": "Khá", "least": 65},
        {"code": "failed", "title": "Chưa đạt", "least": 10},
    ],
}
ASKED = (
    {"code": "D1", "title": "Có quy chế", "kind": "asked"},
    {"code": "D2", "title": "Có mô hình", "kind": "asked"},
    {"code": "D3", "title": "Cả hai", "kind": "some", "of": ["D1", "D2"], "count": 2},
    {"code": "L", "title": "Còn tụ điểm", "kind": "asked"},
)


def rules(**more: Any) -> RuleSet:
    return parse_rule_set({**BODY, **more})


def column(rule_set: RuleSet, *answers: str) -> Column:
    """Answers of the criteria, then of the asked conditions, in the order of the sheet."""
    given = zip(rule_set.asked, answers, strict=True)
    return {item.code: Given(text, points_of(item, text, rule_set.decimals)) for item, text in given if text}


def gap(rule_set: RuleSet, *answers: str) -> ClassGap:
    found = gap_to_next(rule_set, column(rule_set, *answers))
    assert found is not None
    return found


CASES = [
    # answers, the class above, points missing, floors missing, what closes it
    (("30", "20", "30", "0"), "good", "5", {"II": "10"}, ("3",)),
    (("30", "0", "40", "0"), "good", "15", {}, ("2",)),
    (("10", "15", "39", "0"), "fair", "1", {}, ("1",)),
    (("20", "20", "35", "9"), "good", "1", {}, ("1",)),
    (("0", "0", "40", "10"), "fair", "15", {}, ("1",)),
    (("0", "0", "9", "0"), "failed", "1", {}, ("3",)),
    # Two groups: a floor takes the largest of its own, the rest of the points the largest of all.
    (("0", "20", "35", "4"), "fair", "6", {}, ("1",)),
    (("10", "20", "39", "0"), "good", "16", {"II": "1"}, ("4", "1")),
    # What does not apply can give nothing.
    (("30", "n/a", "10", "n/a"), "fair", "25", {}, ("3",)),
]


@pytest.mark.parametrize(("answers", "code", "points", "floors", "closing"), CASES)
def test_what_is_missing_and_what_closes_it(
    answers: tuple[str, ...], code: str, points: str, floors: dict[str, str], closing: tuple[str, ...]
) -> None:
    found = gap(rules(), *answers)
    assert (found.class_code, found.points) == (code, Decimal(points))
    assert found.floors == {key: Decimal(number) for key, number in floors.items()}
    assert found.closing == closing


def test_criteria_stand_by_what_they_could_still_give() -> None:
    found = gap(rules(), "25", "5", "40", "0")
    assert found.gains == (Gain("2", Decimal(15)), Gain("4", Decimal(10)), Gain("1", Decimal(5)))


@pytest.mark.parametrize(
    "answers", [("30", "20", "40", "10"), ("30", "20", "40", ""), ("", "", "", ""), ("n/a",) * 4]
)
def test_the_best_class_and_an_unfinished_sheet_have_no_gap(answers: tuple[str, ...]) -> None:
    assert gap_to_next(rules(), column(rules(), *answers)) is None


def test_points_are_those_of_the_scaled_total() -> None:
    found = gap(rules(scaled=True), "30", "n/a", "20", "n/a")
    # 50 of 70 are 71.43 of 100; criterion 3 alone brings 100.
    assert (found.points, found.floors, found.closing) == (
        Decimal("13.57"),
        {"II": Decimal(15)},
        ("3",),
    )


def test_no_criteria_bring_what_does_not_apply() -> None:
    found = gap(rules(), "30", "20", "30", "n/a")
    assert (found.points, found.closing) == (Decimal(5), ("3",))
    assert gap(rules(), "20", "n/a", "40", "10").closing is None


def test_a_floor_above_what_applies_is_never_reached() -> None:
    classes = [{"code": "good", "title": "Tốt", "floors": {"II": 45}}, {"code": "failed", "title": "Chưa"}]
    found = gap(rules(**{"class": classes}), "30", "20", "30", "n/a")
    assert (found.points, found.floors, found.closing) == (Decimal(0), {"II": Decimal(15)}, None)


def test_conditions_are_named_with_those_they_ask_for() -> None:
    classes = [{"code": "good", "title": "Tốt", "needs": ["D3"]}, {"code": "failed", "title": "Chưa"}]
    found = gap(rules(condition=ASKED, **{"class": classes}), "30", "20", "40", "10", "yes", "no", "no")
    assert (found.conditions, found.failing, found.closing) == (("D3", "D2"), (), ())
    assert found.points == 0


@pytest.mark.parametrize(("left", "stands"), [("failed", ("L",)), ("fair", ("L",)), ("good", ())])
def test_a_failing_condition_stands_against_better_classes(left: str, stands: tuple[str, ...]) -> None:
    rule_set = rules(condition=ASKED, failing=[{"condition": "L", "class": left}])
    wanted = {"failed": "fair", "fair": "good", "good": "good"}[left]
    found = gap(rule_set, "30", "20", "25" if left == "good" else "40", "10", "yes", "yes", "yes")
    assert (found.class_code, found.failing) == (wanted, stands)


def test_the_class_above_none_is_the_last() -> None:
    assert [getattr(next_better(rules(), code), "code", None) for code in (None, "failed", "good")] == [
        "failed",
        "fair",
        None,
    ]


def test_no_shorter_list_of_criteria_closes_a_gap() -> None:
    random = Random(7)
    for _ in range(150):
        rule_set = rules(scaled=random.random() < 0.5)
        answers = [
            "n/a"
            if item.may_not_apply and random.random() < 0.2
            else answer_of(Decimal(random.randrange(int(item.most) + 1)))
            for item in rule_set.leaves
        ]
        given = column(rule_set, *answers)
        found = gap_to_next(rule_set, given)
        if found is not None:
            assert found.closing is None or closes(rule_set, given, found.closing)
            assert shortest(rule_set, given, found) == (None if found.closing is None else len(found.closing))


def shortest(rule_set: RuleSet, given: Column, found: ClassGap) -> int | None:
    """The length of the shortest list that closes a gap, of all that there are."""
    codes = [gain.criterion for gain in found.gains]
    lengths = (
        count
        for count in range(len(codes) + 1)
        if any(closes(rule_set, given, chosen) for chosen in combinations(codes, count))
    )
    return next(lengths, None)


def closes(rule_set: RuleSet, given: Column, chosen: tuple[str, ...]) -> bool:
    """Whether a column reaches points and floors of the class above once some criteria give their most."""
    full = {code: Given("x", rule_set.criterion(code).most) for code in chosen}
    wanted = next_better(rule_set, added_up(rule_set, given).class_code)
    assert isinstance(wanted, ScoreClass)
    points = added_up(rule_set, {**given, **full}).points
    assert points is not None
    return Judge(rule_set, {**given, **full}, points).reaches(wanted)
