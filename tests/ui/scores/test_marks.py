"""What becomes of points that were typed over a mark."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.scoring import Criterion, Mark
from ui.scores.marks import judge, mark_text

TODAY = date(2025, 9, 20)
CRITERION = Criterion("1", "Ban hành kế hoạch năm", Decimal(8))
NOTHING = Mark("1")
SEVEN = Mark("1", Decimal(7))


@pytest.mark.parametrize(
    ("stored", "typed", "kept"),
    [
        (NOTHING, {"self_points": "7,5"}, Mark("1", Decimal("7.5"))),
        (SEVEN, {"appraised_points": "7"}, Mark("1", Decimal(7), Decimal(7))),
        (
            SEVEN,
            {"appraised_points": "6", "reason": "Chưa có biên bản"},
            Mark("1", Decimal(7), Decimal(6), "Chưa có biên bản"),
        ),
        (SEVEN, {"self_points": ""}, NOTHING),
    ],
)
def test_right_points_are_kept(stored: Mark, typed: dict[str, str], kept: Mark) -> None:
    judged = judge(CRITERION, stored, typed, TODAY)

    assert (judged.mark, judged.findings, judged.held) == (kept, (), {})


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"self_points": "9"}, "points_over_most"),
        ({"self_points": "tám"}, "not_number"),
        ({"self_points": "0.5"}, "not_number"),
        ({"self_points": "7,1234"}, "too_precise"),
    ],
)
def test_wrong_points_are_held_and_named(typed: dict[str, str], code: str) -> None:
    judged = judge(CRITERION, NOTHING, typed, TODAY)

    assert judged.mark == NOTHING
    assert [finding.code for finding in judged.findings] == [code]
    assert judged.held == typed


def test_a_difference_without_its_reason_waits_whole() -> None:
    judged = judge(CRITERION, SEVEN, {"appraised_points": "6"}, TODAY)

    assert judged.mark == SEVEN
    assert [(finding.place, finding.code) for finding in judged.findings] == [("reason", "reason_missing")]
    assert judged.held == {"appraised_points": "6"}


def test_points_that_slipped_into_the_reason_are_held() -> None:
    judged = judge(CRITERION, SEVEN, {"appraised_points": "6", "reason": "9"}, TODAY)

    assert judged.mark == SEVEN
    assert "reason_without_words" in [finding.code for finding in judged.findings]
    assert judged.held == {"appraised_points": "6", "reason": "9"}


def test_a_wrong_column_does_not_hold_back_the_right_one() -> None:
    judged = judge(CRITERION, NOTHING, {"self_points": "6", "appraised_points": "99"}, TODAY)

    assert judged.mark == Mark("1", Decimal(6))
    assert judged.held == {"appraised_points": "99"}


def test_points_are_written_with_a_comma() -> None:
    assert mark_text(Mark("1", Decimal("7.5")), "self_points") == "7,5"
    assert mark_text(NOTHING, "self_points") == ""
