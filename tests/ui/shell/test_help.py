"""F1: what is said of a screen fits the display, and no key is promised that does nothing or two things."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.outreach.screen import OutreachScreen
from ui.plans.screen import PlansScreen
from ui.shell.help_dialog import HelpDialog


@pytest.fixture(params=[5, 80], ids=["few keys", "more than the display holds"])
def dialog(request: pytest.FixtureRequest, qtbot: QtBot) -> HelpDialog:
    keys = tuple((f"F{at}", "Gõ chữ có dấu gạch dưới: gyq") for at in range(request.param))
    made = HelpDialog(ScreenHelp("Kế hoạch", "Soạn kế hoạch, theo dõi chỉ tiêu và nhiệm vụ. " * 5, keys))
    qtbot.addWidget(made)
    made.show()
    return made


def _needed(label: QLabel) -> int:
    return label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()


def test_its_button_is_in_sight(dialog: HelpDialog) -> None:
    [button] = dialog.findChildren(QPushButton)
    assert dialog.height() < dialog.screen().availableSize().height()
    assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))


def test_no_line_of_it_is_cut(dialog: HelpDialog) -> None:
    cut = [label.text() for label in dialog.findChildren(QLabel) if label.height() < _needed(label)]
    assert cut == []


def test_keys_of_importing_are_named_where_a_list_is_taken_in(workplace: Workplace, qtbot: QtBot) -> None:
    screens = [OutreachScreen(workplace), PlansScreen(workplace)]
    for screen in screens:
        qtbot.addWidget(screen)
    named = [[key for key, _ in screen.help().keys] for screen in screens]
    assert [keys.count("Ctrl+I") for keys in named] == [1, 0]
    assert [keys.count("Ctrl+P") for keys in named] == [1, 1]
