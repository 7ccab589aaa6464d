"""Answers and scales as they are printed."""

from typing import Any

import pytest

from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.rule_sets import Criterion
from db.rules.scoring.scale_words import how_scored
from exports.documents.score_answers import printed_answer

BANDS = [
    {"first": 0, "below": 70, "points": 0},
    {"first": 70, "below": 90, "points": 3},
    {"first": 90, "last": 99, "points": 6},
    {"first": 100, "last": 100, "points": 8},
]


def criterion(kind: str, guide: str = "", **scale: Any) -> Criterion:
    item = {
        "code": "1",
        "title": "Một",
        "most": 8,
        "guide": guide,
        "may_not_apply": True,
        "answer": {"kind": kind, **scale},
    }
    body = {"group": [{"code": "I", "title": "I", "criterion": [item]}], "class": []}
    return parse_rule_set(body).leaves[0]


CHOICES = [
    {"code": "full", "title": "Đủ", "points": 8},
    {"code": "none", "title": "Không bố trí", "points": 0},
]


@pytest.mark.parametrize(
    ("kind", "scale", "text", "printed"),
    [
        ("share", {}, "18/142", "18/142\n= 12,676 %"),
        ("share", {}, "1/8", "1/8\n= 12,5 %"),
        ("share", {}, "1500/1500", "1.500/1.500\n= 100 %"),
        ("share", {}, "1/16000", "1/16.000\n= 0,006 %"),
        ("per_population", {"bands": []}, "350/7000", "350/7.000 × 1.000\n= 50"),
        ("deduction", {"each": 2}, "3", "3 lần"),
        ("bands", {}, "1234", "1.234"),
        ("yes_no", {}, "yes", "Có"),
        ("choice", {"option": CHOICES}, "none", "Không bố trí"),
        ("hand", {}, "7.5", ""),
        ("share", {}, "n/a", "Không áp dụng"),
        ("hand", {}, "", ""),
    ],
)
def test_answer_is_printed_beside_its_points(
    kind: str, scale: dict[str, Any], text: str, printed: str
) -> None:
    assert printed_answer(criterion(kind, **scale), text) == printed


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (criterion("hand"), "Cho từ 0 đến 8 điểm."),
        (criterion("hand", "Có kế hoạch: 5 điểm."), "Có kế hoạch: 5 điểm."),
        (criterion("yes_no", no=1), "Có: 8 điểm; không: 1 điểm."),
        (criterion("choice", option=CHOICES), "Đủ: 8 điểm; Không bố trí: 0 điểm."),
        (criterion("share"), "Điểm theo tỷ lệ."),
        (criterion("share", full=90), "Điểm theo tỷ lệ, từ 90 % được đủ điểm."),
        (criterion("deduction", each=2.5, floor=1), "Mỗi lần trừ 2,5 điểm, thấp nhất 1 điểm."),
        (
            criterion("share", "Số cơ sở đã ký.", band=BANDS),
            "Số cơ sở đã ký.\nDưới 70 %: 0 điểm; từ 70 % đến dưới 90 %: 3 điểm; từ 90 % đến 99 %: 6 điểm; "
            "bằng 100 %: 8 điểm.",
        ),
        (
            criterion("per_population", per=1000, band=[{"first": 20, "points": 8}]),
            "Tính cho 1.000 dân. Từ 20 trở lên: 8 điểm.",
        ),
    ],
)
def test_scale_is_told_where_the_guide_does_not(found: Criterion, told: str) -> None:
    assert how_scored(found) == told
