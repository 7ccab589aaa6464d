"""What is planned and how much of it was done, by the kinds of target that provinces' plans use."""

from decimal import Decimal

import pytest

from db.rules.formats import Number
from db.rules.targets import Goal, TargetKind, planned_text, share_of_plan

PLANNED = [
    (Goal("at_least", Decimal(70), measured_in="%"), "≥ 70 %"),
    (Goal("at_least", Decimal("1234.5"), measured_in="người"), "≥ 1.234,5 người"),
    (Goal("between", Decimal(100), Decimal(150), "người"), "100–150 người"),
    (Goal("between", Decimal(100), None, "người"), "100 người"),
    (Goal("at_most", Decimal(0), measured_in="vụ"), "≤ 0 vụ"),
    (Goal("none", Decimal(21), measured_in="tụ điểm"), "không để xảy ra"),
    (Goal("increase", Decimal(3), Decimal(5), "%"), "tăng 3–5 %"),
    (Goal("decrease", Decimal(50), measured_in="%"), "giảm 50 %"),
    (Goal("done"), ""),
    (Goal("at_least_every", Decimal(1), every="quarter"), "≥ 1 lần mỗi quý"),
    (Goal("at_least_every", Decimal(2), measured_in="tin", every="month"), "≥ 2 tin mỗi tháng"),
    (Goal("at_least_every", Decimal(2)), "≥ 2 lần"),
    (Goal("at_least", None, measured_in="%"), ""),
]

# Operator, value planned, done, the year before, share of the plan in per cent.
SHARES: list[tuple[str, Number | None, Number | None, Number | None, str | None]] = [
    ("at_least", 150, 75, None, "50"),
    ("at_least", 142, 18, None, "12.676"),
    ("at_least", 150, 0, None, "0"),
    ("at_least", 150, 300, None, "200"),
    ("at_least", 150, None, 80, None),
    ("at_least", None, 75, None, None),
    ("at_least", 0, 75, None, None),
    ("between", 100, 120, None, "120"),
    ("increase", 5, 110, 100, "200"),
    ("increase", 5, 90, 100, "-200"),
    ("increase", 5, 100, 100, "0"),
    ("increase", 5, 76, 57, "666.667"),
    ("increase", 5, 110, None, None),
    ("increase", 5, None, 100, None),
    ("increase", 5, 110, 0, None),
    ("decrease", 50, 75, 100, "50"),
    ("decrease", 50, 100, 100, "0"),
    ("decrease", 50, 120, 100, "-40"),
    ("decrease", 50, 0, 0, None),
    ("at_most", 5, 3, None, None),
    ("none", 21, 0, None, None),
    ("done", None, 1, None, None),
]


KINDS = [
    ("at_least", "%", TargetKind.SHARE),
    ("at_least", " % số xã", TargetKind.SHARE),
    ("at_least", "Tỷ lệ phần trăm", TargetKind.SHARE),
    ("at_least", "buổi", TargetKind.COUNT),
    ("at_least", "", TargetKind.COUNT),
    ("between", "người", TargetKind.RANGE),
    ("at_most", "%", TargetKind.LIMIT),
    ("none", "tụ điểm", TargetKind.LIMIT),
    ("increase", "%", TargetKind.CHANGE),
    ("decrease", "%", TargetKind.CHANGE),
    ("at_least_every", "tin", TargetKind.FREQUENCY),
    ("done", "", TargetKind.DONE),
]


@pytest.mark.parametrize(("operator", "unit", "kind"), KINDS)
def test_a_kind_follows_from_operator_and_unit(operator: str, unit: str, kind: TargetKind) -> None:
    assert Goal(operator, Decimal(1), measured_in=unit).kind is kind


@pytest.mark.parametrize(("goal", "text"), PLANNED, ids=[f"{goal.operator} {text}" for goal, text in PLANNED])
def test_what_is_planned_is_written_with_its_sign_and_unit(goal: Goal, text: str) -> None:
    assert planned_text(goal) == text


@pytest.mark.parametrize(("operator", "planned", "done", "before", "share"), SHARES)
def test_a_share_of_the_plan_follows_the_operator(
    operator: str, planned: Number | None, done: Number | None, before: Number | None, share: str | None
) -> None:
    goal = Goal(operator, None if planned is None else Decimal(planned))

    assert share_of_plan(goal, done, before) == (None if share is None else Decimal(share))


def test_a_range_is_measured_by_its_lower_end() -> None:
    goal = Goal("between", Decimal(100), Decimal(150))
    assert share_of_plan(goal, 100, None) == Decimal(100)


def test_a_share_has_three_decimals_rounded_half_up() -> None:
    share = share_of_plan(Goal("at_least", Decimal(3)), 2, None)
    assert str(share) == "66.667"
