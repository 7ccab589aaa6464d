"""Unsound rule sets for tests: a wrong one beside its right neighbour, and what is told of each."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from db.rules.measure_catalogue import MEASURES
from db.rules.scoring.documents import Document
from db.rules.scoring.rule_sets import Condition, ConditionKind, Criterion, ScoreClass
from db.rules.scoring.soundness import WARNINGS, judge
from tests.helpers.rule_sets import criterion, number, sound


@dataclass(frozen=True)
class Case:
    """A wrong set, what is told of it and where, and the set beside it that is right."""

    code: str
    place: str
    wrong: Document
    right: Document


def scored(kind: str, **scale: Any) -> Document:
    """A set of one criterion."""
    return sound(criterion("1", "10", kind, **scale))


def condition(
    kind: str,
    *of: str,
    code: str = "A",
    least: str = "",
    most: str = "",
    measure: str = "",
    count: int = 1,
    in_percent: bool = False,
) -> Condition:
    """A condition under a code, of numbers as texts."""
    first, last = (Decimal(text) if text else None for text in (least, most))
    title = f"Điều kiện {code}"
    return Condition(code, title, ConditionKind(kind), of, first, last, in_percent, count, measure)


def looked_at(*conditions: Condition, by: str = "A", scale: Criterion | None = None) -> Document:
    """Conditions of which the best class needs one."""
    classes = (ScoreClass("good", "Tốt", number("5"), (by,)), ScoreClass("weak", "Yếu"))
    return sound(scale or criterion("1", "10"), classes=classes, conditions=conditions)


def told(document: Document) -> set[tuple[str, str]]:
    """Every finding with its place."""
    return {(item.code, item.place) for item in judge(document, MEASURES).findings}


def compare(case: Case) -> None:
    """The wrong set is told at its place, its neighbour is not; only warnings leave a set sound."""
    assert (case.code, case.place) in told(case.wrong)
    assert (case.code, case.place) not in told(case.right)
    assert judge(case.wrong, MEASURES).is_sound == all(code in WARNINGS for code, _ in told(case.wrong))
