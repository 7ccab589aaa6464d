"""How a criterion is scored, in words."""

from decimal import Decimal

import pytest

from db.rules.scoring.rule_sets import (
    AnswerKind,
    Band,
    Condition,
    ConditionKind,
    Criterion,
    Failing,
    Option,
    RuleSet,
    Scale,
    ScoreClass,
)
from ui.scores.sheet.scale_words import scale_words

D = Decimal
BANDS = (
    Band(D(0), D(0), below=D(50)),
    Band(D(50), D(5), last=D(70)),
    Band(D(80), D(7), last=D(80)),
    Band(D(90), D("7.5")),
)
RULES = RuleSet(
    (),
    (ScoreClass("weak", "Yếu"),),
    conditions=tuple(Condition(code, "", ConditionKind.ASKED) for code in ("L1", "D1")),
    failing=(Failing("L1", "weak"),),
)


def words(scale: Scale, *, may_not_apply: bool = False) -> list[str]:
    criterion = Criterion("1", "Tiêu chí", D(10), scale, may_not_apply=may_not_apply)
    return scale_words(RULES, criterion).splitlines()


@pytest.mark.parametrize(
    ("scale", "told"),
    [
        (Scale(), ["Chấm tay, từ 0 đến 10 điểm."]),
        (Scale(AnswerKind.YES_NO, yes=D(10), no=D("2.5")), ["Có: 10 điểm. Không: 2,5 điểm."]),
        (
            Scale(AnswerKind.CHOICE, options=(Option("a", "Đủ", D(10)), Option("b", "Thiếu", D(0)))),
            ["1. Đủ: 10 điểm", "2. Thiếu: 0 điểm"],
        ),
        (
            Scale(AnswerKind.SHARE),
            ["Gõ tử số/mẫu số, như 18/142. Điểm theo tỷ lệ: 10 điểm khi đạt 100 %."],
        ),
        (
            Scale(AnswerKind.SHARE, full=D(80)),
            ["Gõ tử số/mẫu số, như 18/142. Điểm theo tỷ lệ: 10 điểm khi đạt từ 80 % trở lên."],
        ),
        (
            Scale(AnswerKind.SHARE, bands=BANDS),
            [
                "Gõ tử số/mẫu số, như 18/142. Điểm theo mức:",
                "• từ 0 đến dưới 50 %: 0 điểm",
                "• từ 50 đến 70 %: 5 điểm",
                "• 80 %: 7 điểm",
                "• từ 90 % trở lên: 7,5 điểm",
            ],
        ),
        (
            Scale(AnswerKind.PER_POPULATION, bands=BANDS[:1]),
            [
                "Gõ số lượng/dân số, như 320/4.150. Điểm theo số tính cho 1.000 dân:",
                "• từ 0 đến dưới 50: 0 điểm",
            ],
        ),
        (
            Scale(AnswerKind.DEDUCTION, each=D(2), floor=D(-4)),
            ["Gõ số lần. Từ 10 điểm, mỗi lần trừ 2 điểm, thấp nhất -4 điểm."],
        ),
    ],
)
def test_a_scale_is_told_in_words(scale: Scale, told: list[str]) -> None:
    assert words(scale) == told


def test_what_may_not_apply_says_how_to_answer_so() -> None:
    assert words(Scale(), may_not_apply=True)[-1].startswith("Xã không có đối tượng này thì gõ kad")


@pytest.mark.parametrize(("code", "told"), [("L1", "xếp loại cao nhất là Yếu"), ("D1", "không tính điểm.")])
def test_a_condition_tells_what_it_does(code: str, told: str) -> None:
    assert scale_words(RULES, RULES.criterion(code)).rstrip(".").endswith(told.rstrip("."))
