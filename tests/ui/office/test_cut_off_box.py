"""The choice of the cut-off rule on screen."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import press, type_text
from ui.office.cut_off_box import CutOffBox


@pytest.fixture
def box(qtbot: QtBot) -> CutOffBox:
    """The choice, at the decree's rule."""
    shown = CutOffBox()
    qtbot.addWidget(shown)
    shown.show_rule("decree-09")
    shown.show()
    return shown


def chosen(box: CutOffBox) -> list[str]:
    rules: list[str] = []
    box.rule_chosen.connect(rules.append)
    return rules


def test_the_calendar_is_chosen_at_once(box: CutOffBox) -> None:
    rules = chosen(box)

    box.buttons["calendar"].click()

    assert rules == ["calendar"]
    assert not box.day.isEnabled()


def test_an_own_day_is_typed(box: CutOffBox) -> None:
    rules = chosen(box)

    box.buttons["own"].click()
    type_text(box.day, "25")
    press(box.day, Qt.Key.Key_Return)

    assert rules[-1] == "own:25"


@pytest.mark.parametrize("text", ["0", "32", "hai", ""])
def test_a_day_that_no_month_has_is_not_taken(box: CutOffBox, text: str) -> None:
    box.buttons["own"].click()
    rules = chosen(box)

    box.day.setText(text)
    press(box.day, Qt.Key.Key_Return)

    assert rules == []
    assert "từ 1 đến 31" in box.message.text()
