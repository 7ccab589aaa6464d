"""The rows of the grid: groups, criteria, items further in, the asked conditions last."""

from decimal import Decimal

from db.rules.scoring.rule_sets import Condition, ConditionKind, Criterion, CriterionGroup, RuleSet
from ui.scores.sheet.lines import sheet_lines

ITEMS = tuple(Criterion(code, code, Decimal(4)) for code in ("1.1", "1.2"))
GROUP = CriterionGroup(
    "I", "Chỉ đạo", (Criterion("1", "Kế hoạch", Decimal(8), items=ITEMS), Criterion("2", "Họp", Decimal(6)))
)
RULES = RuleSet(
    (GROUP,),
    (),
    conditions=(
        Condition("L1", "Còn tụ điểm", ConditionKind.ASKED),
        Condition("D1", "Nhóm I đạt", ConditionKind.POINTS, ("I",)),
    ),
)


def test_items_stand_under_their_criterion_and_conditions_last() -> None:
    rows = [(line.code, line.depth, line.is_answered, line.most) for line in sheet_lines(RULES)]

    assert rows == [
        ("I", 0, False, "14"),
        ("1", 1, False, "8"),
        ("1.1", 2, True, "4"),
        ("1.2", 2, True, "4"),
        ("2", 1, True, "6"),
        ("", 0, False, ""),
        ("L1", 1, True, ""),
    ]


def test_a_criterion_with_items_adds_them_up() -> None:
    assert [line.criteria for line in sheet_lines(RULES)[:2]] == [("1.1", "1.2", "2"), ("1.1", "1.2")]


def test_a_set_that_asks_nothing_has_no_conditions() -> None:
    assert len(sheet_lines(RuleSet((GROUP,), ()))) == 5
