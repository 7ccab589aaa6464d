"""The help menu: there before a book is, by mouse and by keyboard."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db.rules.release_notes import Release, Section
from tests.helpers.modals import Modals
from ui.about.about_dialog import AboutDialog
from ui.about.news_dialog import NewsDialog
from ui.about.showing import PathDialog
from ui.about.support_dialog import SupportDialog
from ui.about.values import About, Part
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.shell.help_dialog import HelpDialog
from ui.shell.notice import Way
from ui.shell.window import Window


@dataclass
class Told:
    """A program that knows little of itself, and notes what it was asked."""

    asked: list[str] = field(default_factory=list)

    def about(self) -> About:
        self.asked.append("about")
        return About("1.0.0", date(2026, 11, 26), "0011", Path("/sổ"))

    def parts(self) -> tuple[Part, ...]:
        self.asked.append("parts")
        return ()

    def releases(self) -> tuple[Release, ...]:
        self.asked.append("releases")
        return (Release("1.0.0", None, (Section("", ("Một điều.",)),)),)

    def log_file(self) -> Path:
        self.asked.append("log")
        return Path("/không/có/so-pcmd.log")

    def support_information(self) -> str:
        self.asked.append("support")
        return "Chương trình: 1.0.0"


@pytest.fixture
def program() -> Told:
    return Told()


@pytest.fixture
def window(preferences: Preferences, program: Told, qtbot: QtBot) -> Window:
    made = Window(preferences)
    made.help_menu.program = program
    qtbot.addWidget(made)
    made.show()
    return made


def words(window: Window) -> list[str]:
    actions = window.help_menu.menu.actions()
    return [action.text().replace("&", "") for action in actions if not action.isSeparator()]


def choose(window: Window, part: str) -> None:
    actions = window.help_menu.menu.actions()
    next(action for action in actions if part in action.text().replace("&", "")).trigger()


def test_before_a_book_is_open_only_help_can_be_used_in_the_bar(window: Window) -> None:
    children = window.bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert [child for child in children if child.isEnabled()] == [window.bar.help]


def test_the_bar_can_be_used_with_a_book(window: Window, workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.list_filled):
        window.attach(workplace)
    assert all(box.isEnabled() for box in (window.bar.year, window.bar.period, window.bar.search))
    assert window.bar.undo.isEnabled() == workplace.can_undo


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)],
    ids=["F1", "Shift+F1"],
)
def test_both_keys_open_the_menu_before_a_book_is_open(
    window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    QTest.keyClick(window, key, modifier)
    menu = window.help_menu.menu
    assert menu.isVisible()
    assert menu.activeAction().text().replace("&", "") == "Có gì mới"
    menu.hide()


def test_f1_opens_help_at_the_place_of_a_book(
    window: Window, workplace: Workplace, dialogs: Modals, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.list_filled):
        window.attach(workplace)
    dialogs.expect(HelpDialog, QDialog.reject)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not window.help_menu.menu.isVisible()


def test_the_button_opens_the_menu_and_says_its_key(window: Window) -> None:
    window.bar.help.click()
    assert window.help_menu.menu.isVisible()
    window.help_menu.menu.hide()
    assert "Shift+F1" in window.bar.help.toolTip()
    assert window.bar.help.accessibleName() == "Trợ giúp"


def test_each_line_of_the_menu_has_a_letter_of_its_own(window: Window) -> None:
    texts = [action.text() for action in window.help_menu.menu.actions() if not action.isSeparator()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(set(letters)) == len(letters) == 6


def test_a_way_of_others_stands_below_help_at_the_place(window: Window) -> None:
    went: list[int] = []
    window.help_menu.more.append(Way("Xem lại giới thiệu", lambda: went.append(1)))
    assert words(window)[1:4] == ["Xem lại phần làm quen", "Xem lại giới thiệu", "Có gì mới"]
    choose(window, "Xem lại giới thiệu")
    assert went == [1]


@pytest.mark.parametrize(
    ("part", "dialog", "asked"),
    [
        ("Có gì mới", NewsDialog, ["releases"]),
        ("Giới thiệu", AboutDialog, ["about"]),
        ("thông tin hỗ trợ", SupportDialog, ["support"]),
        ("nhật ký lỗi", PathDialog, ["log"]),
    ],
)
def test_what_is_chosen_is_asked_for_and_shown(
    window: Window, program: Told, dialogs: Modals, part: str, dialog: type[QDialog], asked: list[str]
) -> None:
    dialogs.expect(dialog, QDialog.reject)
    choose(window, part)
    assert program.asked == asked


def test_nothing_is_asked_of_the_program_before(window: Window, program: Told) -> None:
    window.help_menu.open()
    window.help_menu.menu.hide()
    assert program.asked == []


def test_without_a_program_and_a_book_nothing_opens(preferences: Preferences, qtbot: QtBot) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    window.show()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not window.help_menu.menu.isVisible()
