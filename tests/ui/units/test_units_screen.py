"""The screen of catalogues: reading a list, the findings, the office's form."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import press
from tests.helpers.modals import FileDialogs, Modals
from tests.ui.units.unit_files import bad_list, good_list
from ui.common.findings_dialog import FindingsDialog
from ui.common.workplace import Workplace
from ui.handing.hand_on_dialog import HandOnDialog
from ui.handing.take_in_dialog import TakeInDialog
from ui.office.earlier_names_dialog import EarlierNamesDialog
from ui.units.day_dialog import UnitListDayDialog
from ui.units.screen import UnitsScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> UnitsScreen:
    """The screen, shown."""
    shown = UnitsScreen(workplace)
    qtbot.addWidget(shown)
    shown.resize(1190, 600)
    shown.show()
    shown.begin()
    shown.take_focus()
    return shown


def give_day(dialog: UnitListDayDialog) -> None:
    """Answer the question of the day: the first of July."""
    dialog.editor.setText("1/7")
    dialog.accept_button.click()


def test_a_list_is_read_from_file_and_day(
    screen: UnitsScreen, file_dialogs: FileDialogs, dialogs: Modals, qtbot: QtBot, tmp_path: Path
) -> None:
    file_dialogs.expect(good_list(tmp_path))
    dialogs.expect(UnitListDayDialog, give_day)

    with qtbot.waitSignal(screen.presenter.loaded):
        press(screen, Qt.Key.Key_O, CONTROL)

    assert screen.list_model.rowCount() == 6


def test_a_day_that_is_none_is_refused_at_the_question(
    screen: UnitsScreen, file_dialogs: FileDialogs, dialogs: Modals, tmp_path: Path
) -> None:
    said: list[str] = []

    def act(dialog: UnitListDayDialog) -> None:
        for text in ("", "31/6/2025"):
            dialog.editor.setText(text)
            dialog.accept_button.click()
            said.append(dialog.message.text())
        dialog.reject()

    file_dialogs.expect(good_list(tmp_path))
    dialogs.expect(UnitListDayDialog, act)
    press(screen, Qt.Key.Key_O, CONTROL)

    assert said == ["Hãy gõ ngày, như 1/7/2025.", "Không có ngày 31/6/2025. Hãy xem lại ngày và tháng."]


def test_the_findings_of_a_refused_file_can_be_copied(
    screen: UnitsScreen, file_dialogs: FileDialogs, dialogs: Modals, qtbot: QtBot, tmp_path: Path
) -> None:
    def copy(dialog: FindingsDialog) -> None:
        dialog.copy_button.click()
        dialog.accept()

    file_dialogs.expect(bad_list(tmp_path))
    dialogs.expect(UnitListDayDialog, give_day)
    dialogs.expect(FindingsDialog, copy)
    with qtbot.waitSignal(screen.presenter.refused):
        press(screen, Qt.Key.Key_O, CONTROL)

    copied = QGuiApplication.clipboard().text()
    assert "dòng 8\t9910\tMã “9910” thiếu số 0 ở đầu; có lẽ là 09910." in copied
    assert "dòng 9\t777\tKhông có đơn vị cấp trên mang mã “777”." in copied


def test_f2_leads_into_the_office_and_escape_back(screen: UnitsScreen) -> None:
    press(screen, Qt.Key.Key_F2)
    assert screen.form.names.focused_key() == "parent_agency"

    press(screen.form, Qt.Key.Key_Escape)

    assert screen.list.table.hasFocus()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_T, EarlierNamesDialog),
        (Qt.Key.Key_B, HandOnDialog),
        (Qt.Key.Key_I, TakeInDialog),
    ],
)
def test_the_windows_of_the_office_have_their_keys(
    screen: UnitsScreen, dialogs: Modals, qtbot: QtBot, key: Qt.Key, kind: type[QDialog]
) -> None:
    dialogs.expect(kind, lambda dialog: dialog.reject())
    press(screen, key, CONTROL)
    screen.workplace.worker.wait()
    QApplication.processEvents()


def test_after_new_names_begin_the_cursor_stands_in_the_first_of_them(
    screen: UnitsScreen, dialogs: Modals
) -> None:
    def begin(dialog: EarlierNamesDialog) -> None:
        dialog.day.set_text("1/6/2025")
        dialog.keep()

    dialogs.expect(EarlierNamesDialog, begin)
    screen.change_names()
    assert screen.focusWidget() is screen.form.names.rows["parent_agency"].editor
