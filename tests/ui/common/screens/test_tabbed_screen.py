"""Several screens under one subject: made on the first visit, the last one opened again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import type_text
from tests.helpers.sample_records import added
from ui.common.screens.record_screen import RecordScreen
from ui.common.screens.tabbed_screen import PageMaker, TabbedScreen
from ui.common.workplace import Workplace
from ui.hotspots.screen import HotspotsScreen
from ui.models.screen import ModelsScreen
from ui.outreach.screen import OutreachScreen

Control = Qt.KeyboardModifier.ControlModifier
MAKERS = {
    "hotspots": PageMaker("Tụ điểm", HotspotsScreen),
    "models": PageMaker("Mô hình", ModelsScreen),
    "outreach": PageMaker("Tuyên truyền", OutreachScreen),
}


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> TabbedScreen:
    made = TabbedScreen(workplace, "numbers", "Số liệu", MAKERS)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.begin()
    return made


def test_pages_are_made_on_the_first_visit(screen: TabbedScreen) -> None:
    assert list(screen.pages) == ["hotspots"]
    screen.show_page("outreach")
    assert list(screen.pages) == ["hotspots", "outreach"]


def test_keys_turn_the_pages_round_about(screen: TabbedScreen) -> None:
    screen.take_focus()
    visited = []
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        QTest.keyClick(screen.focusWidget(), key, Control)
        visited.append((screen.key, screen.page.isAncestorOf(screen.focusWidget())))
    assert visited == [("outreach", True), ("hotspots", True), ("models", True)]


def test_the_last_page_is_opened_again(screen: TabbedScreen, workplace: Workplace, qtbot: QtBot) -> None:
    screen.show_page("models")
    again = TabbedScreen(workplace, "numbers", "Số liệu", MAKERS)
    qtbot.addWidget(again)
    again.begin()
    assert list(again.pages) == ["models"]


def test_what_is_typed_is_kept_when_the_page_is_left(screen: TabbedScreen) -> None:
    page = screen.page
    assert isinstance(page, RecordScreen)
    page.new_row()
    page.form.rows["place"].editor.setFocus()
    type_text(page.form.rows["place"].editor, "Bến xe")
    screen.show_page("models")
    page.presenter.reload()
    assert len(page.presenter.shown.drafts) == 1


def test_a_record_is_opened_on_the_page_that_is_open(screen: TabbedScreen, workplace: Workplace) -> None:
    number = added(workplace.book, "models")
    screen.show_page("models")
    page = screen.page
    assert isinstance(page, RecordScreen)
    page.presenter.reload()
    screen.show_record(number)
    assert page.presenter.entry.record_id == number


def test_help_is_that_of_the_page_with_the_keys_of_the_tabs(screen: TabbedScreen) -> None:
    screen.show_page("models")
    keys = [key for key, _ in screen.help().keys]
    assert screen.help().title.startswith("Mô hình")
    assert {"F7", "Ctrl+PgDn, Ctrl+PgUp"} <= set(keys)
