"""What becomes of answers that were typed over a mark."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.rules.scoring.chain import State
from db.rules.scoring.marks import Mark
from db.rules.scoring.rule_sets import Criterion, CriterionGroup, RuleSet
from db.rules.units import Level
from db.services.scoring.sheets import Sheet
from db.services.units import UnitInfo
from ui.scores.sheet.marks import judge, mark_text

TODAY = date(2025, 9, 20)
RULES = RuleSet((CriterionGroup("I", "", (Criterion("1", "Ban hành kế hoạch năm", Decimal(8)),)),), ())
UNIT = UnitInfo(1, "99102", "Xã Quế Lâm", "Xã", Level.COMMUNE, None, date(2025, 1, 1), None)
OPEN = Sheet(UNIT, 2025, RULES, "", "", {})
SUBMITTED = replace(OPEN, state=State.SUBMITTED)
NOTHING = Mark("1")
SEVEN = Mark("1", "7")


@pytest.mark.parametrize(
    ("sheet", "stored", "typed", "kept"),
    [
        (OPEN, NOTHING, {"self_answer": "7,5"}, Mark("1", "7.5")),
        (SUBMITTED, SEVEN, {"appraised_answer": "7"}, Mark("1", "7", "7")),
        (
            SUBMITTED,
            SEVEN,
            {"appraised_answer": "6", "reason": "Chưa có biên bản"},
            Mark("1", "7", "6", "Chưa có biên bản"),
        ),
        (OPEN, SEVEN, {"self_answer": ""}, NOTHING),
    ],
)
def test_right_answers_are_kept(sheet: Sheet, stored: Mark, typed: dict[str, str], kept: Mark) -> None:
    judged = judge(sheet, stored, typed, TODAY)

    assert (judged.mark, judged.findings, judged.held) == (kept, (), {})


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"self_answer": "9"}, "points_over_most"),
        ({"self_answer": "tám"}, "not_number"),
        ({"self_answer": "0.5"}, "not_number"),
        ({"self_answer": "7,1234"}, "too_precise"),
        ({"appraised_answer": "7"}, "sheet_is_open"),
    ],
)
def test_wrong_answers_are_held_and_named(typed: dict[str, str], code: str) -> None:
    judged = judge(OPEN, NOTHING, typed, TODAY)

    assert judged.mark == NOTHING
    assert [finding.code for finding in judged.findings] == [code]
    assert judged.held == typed


def test_a_difference_without_its_reason_waits_whole() -> None:
    judged = judge(SUBMITTED, SEVEN, {"appraised_answer": "6"}, TODAY)

    assert judged.mark == SEVEN
    assert [(finding.place, finding.code) for finding in judged.findings] == [("reason", "reason_missing")]
    assert judged.held == {"appraised_answer": "6"}


def test_a_commune_that_answers_anew_after_a_return_is_not_asked_why_it_differs() -> None:
    returned = replace(OPEN, state=State.RETURNED)

    judged = judge(returned, Mark("1", "7", "7"), {"self_answer": "6"}, TODAY)

    assert (judged.mark, judged.findings, judged.held) == (Mark("1", "6", "7"), (), {})


def test_points_that_slipped_into_the_reason_are_held() -> None:
    judged = judge(SUBMITTED, SEVEN, {"appraised_answer": "6", "reason": "9"}, TODAY)

    assert judged.mark == SEVEN
    assert "reason_without_words" in [finding.code for finding in judged.findings]
    assert judged.held == {"appraised_answer": "6", "reason": "9"}


def test_a_wrong_column_does_not_hold_back_the_right_one() -> None:
    judged = judge(OPEN, NOTHING, {"self_answer": "6", "appraised_answer": "99"}, TODAY)

    assert judged.mark == Mark("1", "6")
    assert judged.held == {"appraised_answer": "99"}


def test_points_are_written_with_a_comma() -> None:
    assert mark_text(RULES, Mark("1", "7.5"), "self_answer") == "7,5"
    assert mark_text(RULES, NOTHING, "self_answer") == ""
