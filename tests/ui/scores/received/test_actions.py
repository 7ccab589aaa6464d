"""The exchange with communes from the screen of scoring: its menu, and files dropped on it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import press
from tests.helpers.modals import Modals
from tests.helpers.score_books import cells, changed, sent_file
from ui.common.workplace import Workplace
from ui.scores.received import texts
from ui.scores.received.dialog import ReceiveDialog
from ui.scores.received.send_dialog import SendDialog
from ui.scores.screen import ScoresScreen


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> ScoresScreen:
    """The screen, shown, at its board."""
    shown = ScoresScreen(workplace)
    qtbot.addWidget(shown)
    shown.show()
    shown.begin()
    return shown


def choose(screen: ScoresScreen, words: str) -> None:
    """Choose a line of the menu of other things."""
    next(action for action in screen.other.actions() if action.text() == words).trigger()


def test_the_menu_opens_both_windows(screen: ScoresScreen, dialogs: Modals) -> None:
    told: list[str] = []

    def note(dialog: SendDialog) -> None:
        told.append(dialog.communes.currentText())
        dialog.reject()

    dialogs.expect(SendDialog, note)
    choose(screen, texts.SEND)
    screen.take_focus()
    press(screen.board.list.table, Qt.Key.Key_Return)
    dialogs.expect(SendDialog, note)
    choose(screen, texts.SEND)
    dialogs.expect(ReceiveDialog, ReceiveDialog.reject)
    choose(screen, texts.TAKE)
    assert told == [texts.EVERY_COMMUNE, "Thị trấn Đồi Thông (99101)"]


def test_dropped_files_are_read_at_once(
    screen: ScoresScreen, workplace: Workplace, dialogs: Modals, qtbot: QtBot, tmp_path: Path
) -> None:
    path = changed(sent_file(workplace.book, tmp_path / "in"), cells(E7="5"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copied, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    shown: list[str] = []

    def look(dialog: ReceiveDialog) -> None:
        qtbot.waitUntil(lambda: bool(dialog.presenter.plans))
        shown.extend(plan.read.name for plan in dialog.presenter.plans)
        dialog.reject()

    dialogs.expect(ReceiveDialog, look)
    screen.dropEvent(QDropEvent(QPointF(9, 9), copied, data, left, Qt.KeyboardModifier.NoModifier))
    assert shown == [path.name]
