"""What may be typed for a criterion, how it is kept, written again, and what it is worth."""

from decimal import Decimal

import pytest

from db.rules.scoring.answers import answer_text, check_answer, read_answer
from db.rules.scoring.marks import Mark, check_mark
from db.rules.scoring.points import points_of
from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.rule_sets import Criterion

CRITERIA = [
    {"code": "hand", "title": "", "most": 8},
    {
        "code": "choice",
        "title": "",
        "most": 8,
        "answer": {
            "kind": "choice",
            "option": [
                {"code": "full", "title": "Bố trí đủ", "points": 8},
                {"code": "part", "title": "Một phần", "points": 4.5},
            ],
        },
    },
    {"code": "yes", "title": "", "most": 6, "answer": {"kind": "yes_no"}},
    {"code": "no", "title": "", "most": 6, "answer": {"kind": "yes_no", "yes": 0, "no": 6}},
    {
        "code": "part",
        "title": "",
        "most": 10,
        "may_not_apply": True,
        "answer": {"kind": "share", "counts": True},
    },
    {"code": "ninety", "title": "", "most": 9, "answer": {"kind": "share", "full": 90}},
    {
        "code": "steps",
        "title": "",
        "most": 8,
        "answer": {
            "kind": "share",
            "band": [
                {"first": 0, "below": 70, "points": 0},
                {"first": 70, "below": 100, "points": 3},
                {"first": 100, "points": 8},
            ],
        },
    },
    {
        "code": "people",
        "title": "",
        "most": 10,
        "answer": {
            "kind": "per_population",
            "per": 1000,
            "band": [{"first": 0, "below": 20, "points": 1}, {"first": 20, "points": 10}],
        },
    },
    {
        "code": "bands",
        "title": "",
        "most": 7,
        "answer": {
            "kind": "bands",
            "counts": True,
            "band": [{"first": 0, "last": 1, "points": 7}, {"first": 2, "last": 3, "points": 2}],
        },
    },
    {"code": "less", "title": "", "most": 8, "answer": {"kind": "deduction", "each": 2.5, "counts": True}},
    {"code": "below", "title": "", "most": 0, "answer": {"kind": "deduction", "each": 2, "floor": -5}},
]
RULES = parse_rule_set(
    {"group": [{"code": "I", "title": "", "criterion": CRITERIA}], "class": [], "decimals": 2}
)

# criterion, typed, kept, points
READ = [
    ("hand", "7,5", "7.5", "7.5"),
    ("hand", "0", "0", "0"),
    ("choice", "full", "full", "8"),
    ("choice", "2", "part", "4.5"),
    ("choice", "một phần", "part", "4.5"),
    ("choice", "MOT PHAN", "part", "4.5"),
    ("yes", "có", "yes", "6"),
    ("yes", "k", "no", "0"),
    ("no", "Không", "no", "6"),
    ("part", "18/142", "18/142", "1.27"),
    ("part", "1.018 / 1.142", "1018/1142", "8.91"),
    ("part", "kad", "n/a", None),
    ("part", "Không áp dụng", "n/a", None),
    # 80 of 100, full from 90 on: 8 of 9 points.
    ("ninety", "80/100", "80/100", "8"),
    ("ninety", "95/100", "95/100", "9"),
    ("steps", "69,9/100", "69.9/100", "0"),
    ("steps", "7/10", "7/10", "3"),
    ("steps", "10/10", "10/10", "8"),
    ("people", "108/5.400", "108/5400", "10"),
    ("people", "107/5.400", "107/5400", "1"),
    ("bands", "1", "1", "7"),
    ("bands", "3", "3", "2"),
    ("bands", "4", "4", "0"),
    ("less", "1", "1", "5.5"),
    ("less", "4", "4", "0"),
    ("below", "1", "1", "-2"),
    ("below", "3", "3", "-5"),
    ("part", "", "", None),
]
WRONG = [
    ("hand", "8,1", "points_over_most"),
    ("hand", "-1", "not_number"),
    ("hand", "1,2345", "too_precise"),
    ("hand", "tám", "not_number"),
    ("hand", "kad", "must_apply"),
    ("choice", "3", "not_choice"),
    ("choice", "đủ cả", "not_choice"),
    ("yes", "có lẽ", "not_yes_or_no"),
    ("part", "18", "whole_missing"),
    ("part", "18/", "whole_missing"),
    ("part", "/142", "whole_missing"),
    ("part", "90 %", "whole_missing"),
    ("part", "18/0", "whole_not_positive"),
    ("part", "19/18", "more_than_whole"),
    ("part", "1,5/3", "not_whole"),
    ("part", "1/2/3", "not_count"),
    ("people", "3", "whole_missing"),
    ("bands", "1,5", "not_whole"),
    ("less", "-1", "not_count"),
    ("less", "2/3", "not_decimal"),
]
KEPT_WRONG = [
    ("choice", "other"),
    ("yes", "maybe"),
    ("yes", "n/a"),
    ("part", "3"),
    ("part", "x/y"),
    ("part", "NaN/3"),
    ("part", "4/3"),
    ("bands", "1/2"),
    ("less", "1.5"),
    ("ninety", "-1/3"),
    ("hand", "-1"),
    ("hand", "9"),
    ("hand", "7.50"),
    ("hand", "+7"),
    ("hand", "-0"),
    ("hand", "٣"),
    ("bands", "1e9"),
    ("bands", "99999999999999"),
    ("less", "1e999999"),
    ("part", "9e99/9e99"),
    ("part", " 1/3"),
]


def criterion(code: str) -> Criterion:
    return RULES.criterion(code)


@pytest.mark.parametrize(("code", "typed", "kept", "points"), READ)
def test_an_answer_is_kept_and_worth_its_points(code: str, typed: str, kept: str, points: str | None) -> None:
    assert read_answer(criterion(code), typed, "self_answer") == (kept, None)
    assert check_answer(criterion(code), kept, "self_answer") is None
    found = points_of(criterion(code), kept, RULES.decimals)
    assert found == (None if points is None else Decimal(points))


@pytest.mark.parametrize(("code", "typed", "kept", "points"), READ)
def test_an_answer_reads_back_as_it_is_written(code: str, typed: str, kept: str, points: str | None) -> None:
    assert read_answer(criterion(code), answer_text(criterion(code), kept), "")[0] == kept


@pytest.mark.parametrize(("code", "typed", "finding"), WRONG)
def test_a_wrong_answer_says_what_is_wrong(code: str, typed: str, finding: str) -> None:
    kept, found = read_answer(criterion(code), typed, "self_answer")
    assert found is not None
    assert (kept, found.code, found.place) == ("", finding, "self_answer")
    assert found.value in typed


@pytest.mark.parametrize(("code", "kept"), KEPT_WRONG)
def test_an_answer_from_elsewhere_is_checked_as_well(code: str, kept: str) -> None:
    assert check_answer(criterion(code), kept, "self_answer") is not None


MARKS = [
    (Mark("hand", "8"), []),
    (Mark("hand"), []),
    (Mark("hand", "8", "7"), ["reason_missing"]),
    (Mark("hand", "8", "7", "Thiếu biên bản"), []),
    # Other facts, the same points: no reason is asked.
    (Mark("bands", "0", "1"), []),
    (Mark("part", "n/a", "1/2"), ["reason_missing"]),
    (Mark("hand", "9", "7"), ["points_over_most"]),
]


@pytest.mark.parametrize(("mark", "codes"), MARKS)
def test_a_difference_in_points_wants_a_reason(mark: Mark, codes: list[str]) -> None:
    assert [item.code for item in check_mark(RULES, mark)] == codes
