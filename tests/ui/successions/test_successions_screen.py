"""The screen of successions, by keyboard: an open row settled in three keys, files, what is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.sample_records import contents
from tests.ui.test_accessible_names import nameless
from ui.common.findings_dialog import FindingsDialog
from ui.common.workplace import Workplace
from ui.successions.screen import SuccessionsScreen
from ui.successions.source_dialog import SourceDialog
from ui.units.day_dialog import UnitListDayDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(workplace: Workplace, qtbot: QtBot) -> SuccessionsScreen:
    screen = SuccessionsScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1190, 600)
    screen.show()
    screen.begin()
    screen.take_focus()
    return screen


@pytest.fixture
def screen(read_workplace: Workplace, qtbot: QtBot) -> SuccessionsScreen:
    """The rows of the province, shown."""
    made = shown(read_workplace, qtbot)
    made.list.filters.choose("scope", "")
    return made


def open_one(screen: SuccessionsScreen, written: str) -> None:
    """Choose the row that a list left open in these words."""
    screen.list.filters.choose("state", "open")
    rows = screen.presenter.rows(screen.presenter.shown)
    screen.list.table.choose(next(item.id for item in rows if item.row.written == written))
    screen.take_focus()


def test_the_list_begins_with_what_the_book_is_about(read_workplace: Workplace, qtbot: QtBot) -> None:
    screen = shown(read_workplace, qtbot)
    assert (screen.list_model.rowCount(), screen.list.filters.count.text()) == (3, "3 dòng, 0 chưa xác định")


def test_every_control_has_a_name(screen: SuccessionsScreen) -> None:
    assert nameless(screen) == []


def test_an_open_row_is_settled_in_three_keys(screen: SuccessionsScreen, dialogs: Modals) -> None:
    def answer(dialog: SourceDialog) -> None:
        press(dialog, Qt.Key.Key_Down)
        press(dialog, Qt.Key.Key_Return)

    open_one(screen, "Xã Xá Nhè")
    dialogs.expect(SourceDialog, answer)
    press(screen, Qt.Key.Key_F2)
    assert screen.list_model.rowCount() == 3
    screen.list.filters.choose("state", "")
    screen.list.filters.line.setText("03244")
    assert [row.words for row in screen.presenter.tree(screen.presenter.shown[0])[0].below]


def test_what_is_marked_counts_not_the_cursor(screen: SuccessionsScreen, dialogs: Modals) -> None:
    asked: list[str] = []

    def answer(dialog: SourceDialog) -> None:
        asked.append(dialog.windowTitle())
        dialog.reject()

    open_one(screen, "Xã Xá Nhè")
    press(screen, Qt.Key.Key_Home, CONTROL)
    dialogs.expect(SourceDialog, answer)
    press(screen, Qt.Key.Key_F2)
    assert asked == ["Đơn vị cũ của Xã Sáng Nhè"]


def test_nothing_is_chosen_before_the_officer_does(screen: SuccessionsScreen, dialogs: Modals) -> None:
    said: list[str] = []
    before = contents(screen.workplace.book)

    def answer(dialog: SourceDialog) -> None:
        press(dialog, Qt.Key.Key_Return)
        said.append(dialog.message.text())
        dialog.keep_button.click()
        said.append(dialog.message.text())
        dialog.reject()

    open_one(screen, "Xã Xá Nhè")
    dialogs.expect(SourceDialog, answer)
    press(screen, Qt.Key.Key_F2)
    assert said == ["Hãy chọn một đơn vị cũ."] * 2
    assert contents(screen.workplace.book) == before


def test_what_no_unit_is_called_brings_near_names(screen: SuccessionsScreen, dialogs: Modals) -> None:
    offered: list[str] = []

    def answer(dialog: SourceDialog) -> None:
        dialog.finder.setFocus()
        type_text(dialog.finder, "pu nhjj")
        offered.extend(dialog.near.item(at).text() for at in range(dialog.near.count()))
        press(dialog, Qt.Key.Key_Return)
        offered.append(dialog.message.text())
        dialog.reject()

    open_one(screen, "Xã Xá Nhè")
    dialogs.expect(SourceDialog, answer)
    press(screen, Qt.Key.Key_F2)
    assert "Xã Pú Nhi – Huyện Điện Biên Đông · đã có nơi đến" in " ".join(offered)
    assert offered[-1] == (
        "Không có hoặc có nhiều đơn vị cũ như “pu nhjj”. Hãy chọn một dòng trong danh sách."
    )


def test_a_source_that_went_elsewhere_is_refused_in_the_question(
    screen: SuccessionsScreen, dialogs: Modals
) -> None:
    said: list[str] = []

    def answer(dialog: SourceDialog) -> None:
        type_text(dialog.finder, "03289")
        dialog.keep_button.click()
        said.append(dialog.message.text())
        dialog.reject()

    open_one(screen, "Xã Xá Nhè")
    dialogs.expect(SourceDialog, answer)
    press(screen, Qt.Key.Key_F5)
    assert said == ["Sổ đã ghi Xã Quài Cang vào Xã Tuần Giáo ở ngày này, trái với dòng này."]


def test_rows_are_taken_out_with_the_key(screen: SuccessionsScreen) -> None:
    screen.presenter.filter_text("03253")
    screen.take_focus()
    press(screen, Qt.Key.Key_F6)
    assert screen.list_model.rowCount() == 2
    screen.workplace.undo()
    assert screen.list_model.rowCount() == 3


def test_a_list_is_read_on_the_day_of_the_latest_list(
    workplace: Workplace, qtbot: QtBot, shared: Path, file_dialogs: FileDialogs, dialogs: Modals
) -> None:
    screen, days = shown(workplace, qtbot), list[str]()

    def read(dialog: UnitListDayDialog) -> None:
        days.append(dialog.editor.text())
        dialog.accept_button.click()

    file_dialogs.expect(shared / "data" / "unit-successions-2025-07-01.csv")
    dialogs.expect(UnitListDayDialog, read)
    with qtbot.waitSignal(screen.presenter.loaded, timeout=20_000):
        press(screen, Qt.Key.Key_O, CONTROL)
    assert (days, screen.list_model.rowCount()) == (["01/07/2025"], 3)


def test_the_findings_of_a_refused_list_are_told(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path, file_dialogs: FileDialogs, dialogs: Modals
) -> None:
    screen, told = shown(workplace, qtbot), list[int]()

    def see(dialog: FindingsDialog) -> None:
        told.append(dialog.table.model().rowCount())
        dialog.accept()

    bad = tmp_path / "xau.csv"
    bad.write_text("new_code,new_name,old_code,old_name,extent\n03253,,03290,,whole\n", encoding="utf-8")
    file_dialogs.expect(bad)
    dialogs.expect(UnitListDayDialog, lambda dialog: dialog.accept_button.click())
    dialogs.expect(FindingsDialog, see)
    with qtbot.waitSignal(screen.presenter.refused):
        press(screen, Qt.Key.Key_O, CONTROL)
    assert told == [1]
