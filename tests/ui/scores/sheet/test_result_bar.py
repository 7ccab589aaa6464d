"""Failing conditions are told as soon as they are answered, not only once all is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from db.rules.scoring.answers import NO, YES
from db.rules.scoring.marks import Mark
from db.rules.scoring.rule_sets import (
    Condition,
    ConditionKind,
    Criterion,
    CriterionGroup,
    Failing,
    RuleSet,
    ScoreClass,
)
from db.rules.units import Level
from db.services.scoring.sheets import Sheet
from db.services.units import UnitInfo
from ui.scores.sheet.presenter import SheetPresenter
from ui.scores.sheet.result_bar import ResultBar

RULES = RuleSet(
    (CriterionGroup("I", "Chỉ đạo", (Criterion("1", "", Decimal(8)), Criterion("2", "", Decimal(6)))),),
    (ScoreClass("good", "Tốt", Decimal(10)), ScoreClass("weak", "Yếu")),
    conditions=(Condition("L1", "Còn tụ điểm", ConditionKind.ASKED),),
    failing=(Failing("L1", "weak"),),
    scaled=True,
)
UNIT = UnitInfo(1, "99102", "Xã Quế Lâm", "Xã", Level.COMMUNE, None, date(2025, 1, 1), None)
BLANK = Sheet(UNIT, 2025, RULES, "", "", {})


def shown(sheet: SheetPresenter, qtbot: QtBot, **answers: str) -> ResultBar:
    bar = ResultBar(sheet)
    qtbot.addWidget(bar)
    marks = {code.removeprefix("c"): Mark(code.removeprefix("c"), text) for code, text in answers.items()}
    points = {code: Decimal(mark.self_answer) for code, mark in marks.items() if mark.self_answer.isdigit()}
    sheet.sheet = replace(BLANK, marks=marks, points={"self": points})
    sheet.opened.emit()
    return bar


@pytest.mark.parametrize(("answer", "told"), [(YES, "Tự chấm: có điều kiện liệt – Còn tụ điểm"), (NO, "")])
def test_a_failing_condition_is_told_at_once(
    sheet: SheetPresenter, qtbot: QtBot, answer: str, told: str
) -> None:
    assert shown(sheet, qtbot, cL1=answer).failing.text() == told


def test_what_does_not_apply_leaves_the_total_and_scales_the_rest(
    sheet: SheetPresenter, qtbot: QtBot
) -> None:
    bar = shown(sheet, qtbot, c1="4", c2="n/a", cL1=NO)

    assert bar.cells["self", "Tổng"].text() == "4/8"
    assert bar.cells["self", "Quy đổi"].text() == "7"
    assert bar.cells["self", "Xếp loại"].text() == "Yếu"
    assert bar.remark.text() == "Tự chấm: không áp dụng 1 tiêu chí (2), rút 6 điểm khỏi tổng"
