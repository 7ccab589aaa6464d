"""Handing the book on from the window: the preview, the decisions, the files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from db.services.handing.sharing import Shares
from tests.helpers.handed_books import TOWN, WEST
from tests.helpers.keyboard import press
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals
from ui.common.workplace import Workplace
from ui.handing import texts
from ui.handing.hand_on_dialog import HandOnDialog
from ui.overview.screen import OverviewScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(ended: Workplace, qtbot: QtBot) -> HandOnDialog:
    """The window, shown, the book read."""
    made = HandOnDialog(ended)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.presenter.changed):
        made.begin()
    return made


def choose(box: QComboBox, code: str) -> None:
    """Choose the commune of a code."""
    at = next(at for at in range(box.count()) if f"({code})" in box.itemText(at))
    box.setCurrentIndex(at)


def shares(dialog: HandOnDialog) -> Shares:
    """How the book would be split."""
    assert dialog.presenter.shares is not None
    return dialog.presenter.shares


def decide_all(dialog: HandOnDialog) -> None:
    """Let each old commune's records go to the last that is offered."""
    for row in range(dialog.groups.rowCount()):
        box = dialog.groups.box(row)
        box.setCurrentIndex(box.count() - 2)


def cells(dialog: HandOnDialog, row: int) -> list[str]:
    items = (dialog.counts.item(row, column) for column in range(dialog.counts.columnCount()))
    return [item.text() if item else "" for item in items]


def test_the_preview_counts_what_goes_to_each_commune(dialog: HandOnDialog) -> None:
    names = [cells(dialog, row)[0] for row in range(dialog.counts.rowCount())]
    assert names == ["Xã Đồi Thông", "Xã Đạt Mới", texts.ARCHIVE_ROW, texts.TOTAL_ROW]
    assert cells(dialog, 3)[1:] == [str(count) for count in shares(dialog).all_counts.values()]


def test_nothing_is_written_before_everything_is_decided(dialog: HandOnDialog) -> None:
    assert not dialog.write_button.isEnabled()
    assert dialog.left.text() == texts.LEFT_GROUPS.format(count=dialog.groups.rowCount())
    press(dialog, Qt.Key.Key_S, CONTROL)
    decide_all(dialog)
    assert (dialog.write_button.isEnabled(), dialog.left.text()) == (True, "")


def test_a_choice_is_copied_to_every_kind_of_its_commune(dialog: HandOnDialog) -> None:
    choose(dialog.groups.box(0), WEST)
    dialog.groups.setCurrentCell(0, 0)
    dialog.groups.setFocus()
    QApplication.processEvents()
    dialog.choose_for_unit()
    unit = dialog.presenter.groups[0].unit_id
    of_unit = [group for group in dialog.presenter.groups if group.unit_id == unit]
    places = {dialog.presenter.place_of(group) for group in of_unit}
    assert len(of_unit) > 1
    assert len(places) == 1
    assert places != {None}


def test_the_files_are_written_and_told(
    dialog: HandOnDialog,
    qtbot: QtBot,
    tmp_path: Path,
    file_dialogs: FileDialogs,
    message_boxes: MessageBoxes,
) -> None:
    out = tmp_path / "ra"
    out.mkdir()
    decide_all(dialog)
    choose(dialog.own, TOWN)
    file_dialogs.expect(out)
    message_boxes.expect(texts.CLOSE, "Xã Đồi Thông")
    with qtbot.waitSignal(dialog.accepted):
        dialog.write()
    assert len(list(out.glob("*.pcmd"))) == len(shares(dialog).communes) + 1


def test_the_whole_book_needs_no_decision(dialog: HandOnDialog) -> None:
    dialog.whole.click()
    assert dialog.write_button.isEnabled()
    assert not dialog.groups.isVisible()
    assert dialog.counts.rowCount() == 1


def test_an_office_that_goes_on_can_only_be_handed_on_whole(workplace: Workplace, qtbot: QtBot) -> None:
    made = HandOnDialog(workplace)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.presenter.changed):
        made.begin()
    assert (made.split.isEnabled(), made.whole.isChecked()) == (False, True)


def test_the_home_page_says_that_the_unit_ended(ended: Workplace, qtbot: QtBot, dialogs: Modals) -> None:
    screen = OverviewScreen(ended)
    qtbot.addWidget(screen)
    screen.begin()
    screen.show()
    assert "30/06/2025" in screen.ended.text()
    dialogs.expect(HandOnDialog, lambda dialog: dialog.reject())
    screen.hand_on_button.click()
    ended.worker.wait()
    QApplication.processEvents()


def test_the_home_page_of_a_unit_that_goes_on_says_nothing(workplace: Workplace, qtbot: QtBot) -> None:
    screen = OverviewScreen(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    screen.show()
    assert (screen.ended.text(), screen.hand_on_button.isVisible()) == ("", False)
