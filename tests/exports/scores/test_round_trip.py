"""Random answers under random rule sets go out in a workbook and come back the same."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from db.rules.scoring.chain import State
from db.rules.scoring.marks import APPRAISED, SELF, Mark, differs
from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.received_judging import judge
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.score_books import BookHead, RuleSetMark, ScoreBook
from exports.scores.reading import read_score_book
from exports.scores.workbook import write_score_book
from tests.helpers.answers import answer_at_random
from tests.helpers.score_books import TODAY

BANDS = [{"first": 0, "below": 50, "points": 1}, {"first": 50, "points": 4.25}]
ANSWERS: tuple[dict[str, Any], ...] = (
    {"kind": "hand"},
    {"kind": "yes_no"},
    {"kind": "share", "counts": True},
    {"kind": "share", "band": BANDS},
    {"kind": "per_population", "per": 1000, "band": BANDS},
    {"kind": "bands", "band": BANDS},
    {"kind": "deduction", "each": 1.5, "floor": -2},
    {
        "kind": "choice",
        "option": [
            {"code": "a", "title": "=Đủ, đúng hạn; có biên bản", "points": 5},
            {"code": "b", "title": "Một phần", "points": 2.5},
            {"code": "3", "title": "Không", "points": 0},
        ],
    },
)


def criterion(random: Random, code: str, depth: int = 0) -> dict[str, Any]:
    held = {"code": code, "title": f"Tiêu chí {code}  có\nhai dòng", "most": random.choice((4.25, 5, 12))}
    if depth < 2 and random.random() < 0.3:
        return {**held, "item": [criterion(random, f"{code}.{at}", depth + 1) for at in (1, 2)]}
    guide = random.choice(("", "+ Chấm theo hồ sơ & biên bản <có dấu>"))
    return {**held, "answer": random.choice(ANSWERS), "guide": guide, "may_not_apply": random.random() < 0.5}


def random_set(random: Random) -> RuleSet:
    codes = iter(range(1, 100))
    groups = [
        {
            "code": code,
            "title": f"NHÓM {code}",
            "criterion": [criterion(random, str(next(codes))) for _ in range(random.randrange(1, 6))],
        }
        for code in ("I", "II", "III")
    ]
    asked = [{"code": "L1", "title": "Còn tụ điểm", "kind": "asked"}]
    classes = [{"code": "good", "title": "Tốt", "least": 10}, {"code": "no", "title": "Chưa đạt", "least": 0}]
    return parse_rule_set(
        {"group": groups, "class": classes, "condition": asked, "decimals": 2, "scaled": True}
    )


def random_marks(random: Random, rules: RuleSet, *, whole: bool) -> dict[str, Mark]:
    marks = {}
    for item in rules.asked:
        own, other = (
            answer_at_random(item, random) if whole or random.random() < 0.7 else "" for _ in range(2)
        )
        mark = Mark(item.code, own, other, note=random.choice(("", "-7 biên bản", "=1+1", "có ảnh, 3/5")))
        reason = "Chưa có tài liệu" if differs(rules, mark) else ""
        marks[item.code] = Mark(item.code, own, other, reason, mark.note)
    return marks


def book_of(rules: RuleSet, marks: dict[str, Mark], column: str) -> ScoreBook:
    held = RuleSetMark("x", "Bộ & thử", "=trích", "2025-01-01-abc", "0" * 64)
    head = BookHead(column, "99102", "Xã Quế Lâm", None, None, 2025, held, 1, State.OPEN, TODAY, TODAY)
    return ScoreBook(head, rules, marks)


@pytest.mark.parametrize("seed", range(12))
def test_a_workbook_of_the_communes_own_answers_says_the_same(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    rules = random_set(random)
    marks = random_marks(random, rules, whole=False)
    write_score_book(book_of(rules, marks, SELF), tmp_path / "p.xlsx")
    judged = judge(rules, read_score_book(tmp_path / "p.xlsx"), today=TODAY)
    assert (judged.findings, judged.submitted_on) == ((), TODAY)
    assert judged.marks == {
        code: Mark(code, mark.self_answer, note=mark.note) for code, mark in marks.items()
    }


@pytest.mark.parametrize("seed", range(12, 20))
def test_a_workbook_of_a_result_says_the_same(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    rules = random_set(random)
    marks = random_marks(random, rules, whole=True)
    write_score_book(book_of(rules, marks, APPRAISED), tmp_path / "p.xlsx")
    judged = judge(rules, read_score_book(tmp_path / "p.xlsx"), today=TODAY)
    assert (judged.findings, judged.appraised_on, judged.marks) == ((), TODAY, marks)


def test_items_lettered_as_vietnamese_does_come_back_each_as_it_is(tmp_path: Path) -> None:
    leaves = [{"code": code, "title": f"Mục {code}", "most": 2} for code in ("c", "d", "đ", "e")]
    rules = parse_rule_set(
        {
            "group": [{"code": "I", "title": "NHÓM", "criterion": leaves}],
            "class": [{"code": "any", "title": "Loại"}],
        }
    )
    marks = {code: Mark(code, answer) for code, answer in zip("cdđe", ("2", "1", "0", "1.5"), strict=True)}
    write_score_book(book_of(rules, marks, SELF), tmp_path / "p.xlsx")
    judged = judge(rules, read_score_book(tmp_path / "p.xlsx"), today=TODAY)
    assert (judged.findings, judged.marks) == ((), marks)
