"""Outreach by keyboard alone, as an officer works."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.modals import MessageBoxes
from ui.common.preferences import Preferences
from ui.common.screens.record_screen import RecordScreen
from ui.common.workplace import Workplace
from ui.outreach.screen import OutreachScreen
from ui.shell.window import Window

_CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Desk:
    """The window with the outreach screen, and hands on the keyboard."""

    def __init__(self, window: Window) -> None:
        self.window = window
        screen = window.screens["outreach"]
        assert isinstance(screen, RecordScreen)
        self.screen = screen

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.focused(), key, modifiers)

    def shortcut(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused(), key, _CONTROL)

    def fill(self, *texts: str) -> None:
        for text in texts:
            type_text(self.focused(), text)
            self.press(Key.Key_Return)

    def focused(self) -> QWidget:
        return self.window.focusWidget() or self.screen

    def texts(self, column: int) -> list[str]:
        model = self.screen.list_model
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def add(self, day: str, unit: str, form: str) -> None:
        self.press(Key.Key_F5)
        self.screen.form.focus_field("held_on")
        self.fill(day)
        self.screen.form.focus_field("unit_id")
        editor = self.screen.form.rows["unit_id"].editor
        editor.selectAll()  # type: ignore[union-attr]
        self.fill(unit, form)


@pytest.fixture
def desk(workplace: Workplace, preferences: Preferences, qtbot: QtBot) -> Desk:
    window = Window(preferences)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.list_filled):
        preferences.set_text("window/subject", "outreach")
        window.attach(workplace)
    QApplication.processEvents()
    return Desk(window)


def test_a_row_typed_by_keyboard_becomes_a_record_by_itself(desk: Desk) -> None:
    desk.press(Key.Key_F5)
    desk.fill("14/9", "dat", "noi chuyen")
    assert desk.texts(0) == ["14/09/2025"]
    assert desk.texts(1) == ["Xã Đạt Thành"]


def test_a_half_filled_row_is_a_draft_that_says_what_is_missing(desk: Desk) -> None:
    desk.press(Key.Key_F5)
    desk.fill("14/9")
    assert desk.texts(0) == ["Nháp – còn thiếu: xã, hình thức"]


def test_a_composed_text_is_kept_as_it_was_composed(desk: Desk) -> None:
    desk.add("14/9", "An", "Nói chuyện")
    desk.screen.form.focus_field("topic")
    compose_text(desk.focused(), "Phòng chống mại dâm")
    desk.press(Key.Key_Return)
    assert desk.screen.presenter.entry.stored["topic"] == "Phòng chống mại dâm"


def test_undo_takes_the_last_field_back_and_redo_does_it_again(desk: Desk) -> None:
    desk.add("14/9", "An", "Nói chuyện")
    desk.screen.form.focus_field("people")
    desk.fill("1.234")
    desk.shortcut(Key.Key_Z)
    undone = desk.texts(4)
    desk.shortcut(Key.Key_Y)
    assert (undone, desk.texts(4)) == (["–"], ["1.234"])


def test_undo_in_a_field_takes_back_its_own_typing_first(desk: Desk) -> None:
    desk.add("14/9", "An", "Nói chuyện")
    desk.screen.form.focus_field("topic")
    type_text(desk.focused(), "abc")
    desk.shortcut(Key.Key_Z)
    assert desk.texts(0) == ["14/09/2025"]


@pytest.mark.parametrize("typed", ["dat", "đạt", "ĐẠT"])
def test_the_filter_finds_with_and_without_tone_marks(desk: Desk, qtbot: QtBot, typed: str) -> None:
    desk.add("14/9", "dat", "Nói chuyện")
    desk.add("15/9", "quế", "Nói chuyện")
    desk.press(Key.Key_F, _CONTROL)
    with qtbot.waitSignal(desk.screen.list.filters.text_changed):
        type_text(desk.focused(), typed)
    assert desk.texts(1) == ["Xã Đạt Thành"]


def test_a_deleted_row_comes_back_with_undo_and_stays_chosen(desk: Desk) -> None:
    desk.add("14/9", "An", "Nói chuyện")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_F6)
    gone, told = desk.texts(0), desk.screen.form.note.text()
    desk.shortcut(Key.Key_Z)
    assert (gone, desk.texts(0)) == ([], ["14/09/2025"])
    assert told == "Bấm F5 để thêm hoạt động tuyên truyền mới."
    assert desk.screen.list.table.chosen_ids() == (desk.screen.presenter.entry.record_id,)


def test_a_wrong_value_stays_as_typed_with_its_message(desk: Desk) -> None:
    desk.add("14/9", "An", "Nói chuyện")
    desk.screen.form.focus_field("people")
    desk.fill("nhiều")
    row = desk.screen.form.rows["people"]
    assert row.text() == "nhiều"
    assert "chưa phải là số" in row.message.text()


def test_shift_enter_goes_back_and_escape_to_the_list(desk: Desk) -> None:
    desk.press(Key.Key_F5)
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    first = desk.screen.form.focused_key()
    desk.press(Key.Key_Escape)
    assert first == "held_on"
    assert not desk.screen.form.focused_key()


def test_a_draft_survives_a_new_start(
    desk: Desk, open_workplace: Callable[[], Workplace], qtbot: QtBot
) -> None:
    desk.press(Key.Key_F5)
    desk.fill("14/9")
    screen = OutreachScreen(open_workplace())
    qtbot.addWidget(screen)
    screen.begin()
    screen.list.take_focus()
    assert screen.form.rows["held_on"].text() == "14/09/2025"


def test_a_draft_is_dropped_only_after_a_question(desk: Desk, message_boxes: MessageBoxes) -> None:
    desk.press(Key.Key_F5)
    desk.fill("14/9")
    message_boxes.expect("Giữ lại", "không hoàn tác được")
    message_boxes.expect("Bỏ bản nháp")
    kept = []
    for _ in range(2):
        desk.screen.list.take_focus()
        desk.press(Key.Key_F6)
        kept.append(len(desk.texts(0)))
    assert kept == [1, 0]


def test_after_a_deletion_the_row_near_it_is_chosen_and_open(desk: Desk) -> None:
    for day in ("14/9", "15/9", "16/9"):
        desk.add(day, "An", "Nói chuyện")
    desk.screen.list.table.selectRow(1)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_F6)
    assert desk.texts(0) == ["16/09/2025", "14/09/2025"]
    assert desk.screen.form.rows["held_on"].text() == "14/09/2025"


def test_a_row_that_leaves_the_period_stays_in_the_form(desk: Desk) -> None:
    desk.add("14/9", "An", "Nói chuyện")
    desk.screen.form.focus_field("held_on")
    desk.screen.form.rows["held_on"].show_text("")
    desk.fill("14/9/2024")
    assert desk.texts(0) == []
    assert desk.screen.form.rows["held_on"].text() == "14/09/2024"


def test_the_filter_gives_the_cursor_to_the_list_with_an_arrow(desk: Desk) -> None:
    desk.add("14/9", "dat", "noi chuyen")
    desk.shortcut(Key.Key_F)
    desk.press(Key.Key_Down)
    assert desk.focused() is desk.screen.list.table


def test_tab_meets_the_boxes_of_filters_before_the_list(desk: Desk) -> None:
    desk.add("14/9", "dat", "noi chuyen")
    desk.shortcut(Key.Key_F)
    desk.press(Key.Key_Tab)
    assert desk.focused().accessibleName() == "Xã"
