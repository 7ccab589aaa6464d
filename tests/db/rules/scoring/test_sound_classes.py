"""Conditions and classes: each wrong case beside its right neighbour."""

from dataclasses import replace
from typing import Any

import pytest

from db.rules.scoring.documents import Document
from db.rules.scoring.rule_sets import (
    Failing,
    ScoreClass,
)
from tests.helpers.rule_sets import criterion, number, sound
from tests.helpers.unsound import Case, compare, condition, looked_at, told


def with_classes(*classes: ScoreClass, **parts: Any) -> Document:
    return sound(criterion("1", "10"), criterion("2", "10"), classes=classes, **parts)


def failing(condition_code: str, class_code: str) -> Document:
    asked = condition("asked")
    return sound(conditions=(asked,), failing=(Failing(condition_code, class_code),))


GOOD, WEAK = ScoreClass("good", "Tốt", number("15")), ScoreClass("weak", "Yếu")
FAIR = ScoreClass("fair", "Khá", number("10"))
CONDITIONS = [
    Case(
        "of_unknown",
        "condition.1.of",
        looked_at(condition("points", "X", least="5")),
        looked_at(condition("points", "I", least="5")),
    ),
    Case(
        "of_one",
        "condition.1.of",
        looked_at(condition("points", "I", "1", least="5")),
        looked_at(condition("points", "1", least="5")),
    ),
    Case(
        "of_unknown",
        "condition.1.of",
        looked_at(condition("value", "X", least="5")),
        looked_at(condition("value", "1", least="5")),
    ),
    Case(
        "of_has_no_number",
        "condition.1.of",
        looked_at(condition("value", "I", least="5")),
        looked_at(condition("value", "1", least="5")),
    ),
    Case(
        "of_has_no_number",
        "condition.1.of",
        looked_at(condition("value", "1", least="5"), scale=criterion("1", "10", "yes_no")),
        looked_at(condition("value", "1", least="5"), scale=criterion("1", "10", "share")),
    ),
    Case(
        "of_one",
        "condition.1.of",
        looked_at(condition("value", least="5")),
        looked_at(condition("value", "1", least="5")),
    ),
    Case(
        "of_one",
        "condition.1.of",
        looked_at(condition("class")),
        looked_at(condition("class", "good", code="B"), condition("asked")),
    ),
    Case(
        "of_not_wanted", "condition.1.of", looked_at(condition("asked", "1")), looked_at(condition("asked"))
    ),
    Case(
        "condition_without_numbers",
        "condition.1.least",
        looked_at(condition("points", "1")),
        looked_at(condition("points", "1", most="9")),
    ),
    Case(
        "condition_unknown",
        "condition.1.of",
        looked_at(condition("some", "X")),
        looked_at(condition("some", "B"), condition("asked", code="B")),
    ),
    Case(
        "required",
        "condition.1.of",
        looked_at(condition("some")),
        looked_at(condition("some", "B"), condition("asked", code="B")),
    ),
    Case(
        "of_twice",
        "condition.1.of",
        looked_at(condition("some", "B", "B"), condition("asked", code="B")),
        looked_at(condition("some", "B"), condition("asked", code="B")),
    ),
    Case(
        "count_out_of_range",
        "condition.1.count",
        looked_at(condition("some", "B", count=2), condition("asked", code="B")),
        looked_at(condition("some", "B", count=1), condition("asked", code="B")),
    ),
    Case(
        "count_out_of_range",
        "condition.1.count",
        looked_at(condition("some", "B", count=0), condition("asked", code="B")),
        looked_at(condition("some", "B"), condition("asked", code="B")),
    ),
    Case(
        "class_unknown",
        "condition.1.of",
        looked_at(condition("class", "fair")),
        looked_at(condition("class", "weak", code="B"), condition("asked")),
    ),
    Case(
        "condition_circle",
        "condition.1.of",
        looked_at(condition("some", "A")),
        looked_at(condition("some", "B"), condition("asked", code="B")),
    ),
    Case(
        "condition_circle",
        "condition.2.of",
        looked_at(condition("some", "B"), condition("some", "A", code="B")),
        looked_at(condition("some", "B"), condition("asked", code="B")),
    ),
    # By way of what a class needs.
    Case(
        "condition_circle",
        "condition.1.of",
        looked_at(condition("class", "good")),
        looked_at(condition("asked")),
    ),
    Case(
        "condition_never",
        "condition.1",
        looked_at(condition("points", "1", least="10.5")),
        looked_at(condition("points", "1", least="10")),
    ),
    Case(
        "condition_never",
        "condition.1",
        looked_at(condition("points", "1", least="101", in_percent=True)),
        looked_at(condition("points", "1", least="100", in_percent=True)),
    ),
    Case(
        "condition_never",
        "condition.1",
        looked_at(condition("points", "1", least="6", most="5")),
        looked_at(condition("points", "1", least="5", most="6")),
    ),
    Case(
        "condition_never",
        "condition.1",
        looked_at(condition("value", "1", least="100.5"), scale=criterion("1", "10", "share")),
        looked_at(condition("value", "1", least="100"), scale=criterion("1", "10", "share")),
    ),
    Case(
        "condition_always",
        "condition.1",
        looked_at(condition("points", "1", least="0")),
        looked_at(condition("points", "1", least="0.5")),
    ),
    Case(
        "condition_always",
        "condition.1",
        looked_at(
            condition("points", "1", least="-4"),
            scale=criterion("1", "10", "deduction", each="5", floor="-4"),
        ),
        looked_at(
            condition("points", "1", least="-3"),
            scale=criterion("1", "10", "deduction", each="5", floor="-4"),
        ),
    ),
    Case(
        "condition_never",
        "condition.1",
        looked_at(
            condition("some", "B", "C", count=2),
            condition("points", "1", least="11", code="B"),
            condition("asked", code="C"),
        ),
        looked_at(
            condition("some", "B", "C", count=1),
            condition("points", "1", least="11", code="B"),
            condition("asked", code="C"),
        ),
    ),
    Case(
        "condition_always",
        "condition.2",
        looked_at(condition("asked"), condition("class", "weak", code="B")),
        looked_at(condition("asked"), condition("class", "good", code="B")),
    ),
    Case(
        "condition_unused",
        "condition.2",
        looked_at(condition("asked"), condition("asked", code="B")),
        looked_at(condition("asked")),
    ),
    Case("condition_unknown", "failing.1.condition", failing("X", "weak"), failing("A", "weak")),
    Case("class_unknown", "failing.1.class", failing("A", "fair"), failing("A", "weak")),
    Case("failing_to_best", "failing.1.class", failing("A", "good"), failing("A", "weak")),
]
CLASSES = [
    Case(
        "class_over_total",
        "class.1.least",
        with_classes(replace(GOOD, least=number("20.5")), WEAK),
        with_classes(replace(GOOD, least=number("20")), WEAK),
    ),
    # What can be reached counts, not what is written as the most.
    Case(
        "class_over_total",
        "class.1.least",
        sound(criterion("1", "10", "yes_no", yes="4")),
        sound(criterion("1", "10", "yes_no", yes="5")),
    ),
    Case(
        "class_needs_never",
        "class.1.needs",
        looked_at(condition("points", least="11")),
        looked_at(condition("points", least="10")),
    ),
    Case(
        "condition_unknown",
        "class.1.needs",
        looked_at(condition("asked"), by="X"),
        looked_at(condition("asked")),
    ),
    Case(
        "floor_over_group",
        "class.1.floors",
        with_classes(replace(GOOD, floors={"I": number("21")}), WEAK),
        with_classes(replace(GOOD, floors={"I": number("14")}), WEAK),
    ),
    Case(
        "group_unknown",
        "class.1.floors",
        with_classes(replace(GOOD, floors={"II": number("1")}), WEAK),
        with_classes(replace(GOOD, floors={"I": number("1")}), WEAK),
    ),
    Case(
        "floors_over_least",
        "class.1.floors",
        with_classes(replace(GOOD, floors={"I": number("15")}), WEAK),
        with_classes(replace(GOOD, floors={"I": number("14.5")}), WEAK),
    ),
    Case(
        "class_never_found",
        "class.2",
        with_classes(GOOD, replace(FAIR, least=number("16")), WEAK),
        with_classes(GOOD, FAIR, WEAK),
    ),
    Case(
        "class_never_found",
        "class.2",
        with_classes(ScoreClass("all", "Mọi phiếu"), WEAK),
        with_classes(GOOD, WEAK),
    ),
    Case(
        "class_never_found",
        "class.2",
        with_classes(ScoreClass("all", "Mọi phiếu", number("0")), WEAK),
        with_classes(GOOD, WEAK),
    ),
    Case(
        "class_order",
        "class.2.least",
        with_classes(
            replace(GOOD, needs=("A",)),
            replace(FAIR, least=number("16")),
            WEAK,
            conditions=(condition("asked"),),
        ),
        with_classes(replace(GOOD, needs=("A",)), FAIR, WEAK, conditions=(condition("asked"),)),
    ),
    Case(
        "last_class_wants",
        "class.2",
        with_classes(GOOD, FAIR),
        with_classes(GOOD, replace(FAIR, least=number("0"))),
    ),
]
CASES = [*CONDITIONS, *CLASSES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.place}")
def test_what_is_wrong_is_told_at_its_place_and_its_neighbour_is_right(case: Case) -> None:
    compare(case)


def test_a_class_that_a_failing_condition_leads_to_can_be_found() -> None:
    classes = (ScoreClass("all", "Đạt"), ScoreClass("failed", "Không đạt"))
    kept = sound(classes=classes, conditions=(condition("asked"),), failing=(Failing("A", "failed"),))
    assert told(kept) == set()


def test_what_may_not_apply_is_never_told_to_hold_always_or_never() -> None:
    absent = criterion("1", "10", may_not_apply=True)
    kept = sound(
        absent,
        criterion("2", "10"),
        classes=(ScoreClass("good", "Tốt", number("8"), ("A",)), ScoreClass("weak", "Yếu")),
        conditions=(
            condition("some", "B", "C", count=2),
            condition("value", "1", least="11", code="B"),
            condition("asked", code="C"),
        ),
        scaled=True,
    )
    # B never holds, but where criterion 1 does not apply C alone is enough.
    assert told(kept) == {("condition_never", "condition.2")}
