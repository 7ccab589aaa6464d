"""The page that stands in the place of the book until somebody signed in."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db import office_accounts
from db.keyring.signing_in import SignedIn, sign_in
from db.rules.rights import Role
from tests.helpers.accounts import ADMINISTRATOR, OFFICERS, PASSWORD, GuardedOffice
from tests.helpers.books import NOW
from tests.helpers.keyboard import compose_text, press, type_text
from ui.common.preferences import Preferences
from ui.sign_in import texts
from ui.sign_in.pages import NewPasswordPage
from ui.sign_in.screen import LAST, SignInScreen

ENTER = Qt.Key.Key_Return


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(guarded: GuardedOffice, preferences: Preferences, clock: Clock, qtbot: QtBot) -> SignInScreen:
    return shown(guarded, preferences, clock, qtbot)


def shown(guarded: GuardedOffice, preferences: Preferences, clock: Clock, qtbot: QtBot) -> SignInScreen:
    made = SignInScreen(guarded.folder, preferences, clock=clock)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(lambda: made.name_page.password.edits[0].hasFocus())
    return made


def came_in(screen: SignInScreen) -> list[SignedIn]:
    came: list[SignedIn] = []
    screen.signed_in.connect(came.append)
    return came


def test_the_password_and_enter_open(screen: SignInScreen, preferences: Preferences) -> None:
    came = came_in(screen)
    type_text(screen.name_page, PASSWORD)
    press(screen.name_page, ENTER)
    assert [who.name for who in came] == [ADMINISTRATOR]
    assert preferences.text(LAST) == ADMINISTRATOR


def test_an_input_method_that_composes_makes_no_other_password(screen: SignInScreen) -> None:
    came = came_in(screen)
    compose_text(screen.name_page, PASSWORD)
    press(screen.name_page, ENTER)
    assert [who.name for who in came] == [ADMINISTRATOR]


def test_letters_are_hidden_and_never_composed(screen: SignInScreen) -> None:
    edit = screen.name_page.password.edits[0]
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    screen.name_page.password.show_box.setChecked(True)
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    assert not edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_caps_lock_is_told_by_the_letters_that_come(screen: SignInScreen) -> None:
    page = screen.name_page
    press(page, Qt.Key.Key_A, text="A")
    assert page.password.caps_lock.text() == texts.CAPS_LOCK
    press(page, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier, text="A")
    assert page.password.caps_lock.text() == ""


def test_a_wrong_password_is_told_and_nothing_opens(screen: SignInScreen) -> None:
    came = came_in(screen)
    type_text(screen.name_page, "không phải thế")
    press(screen.name_page, ENTER)
    assert "chưa đúng" in screen.name_page.message.text()
    assert screen.name_page.password.texts() == ("",) and not came


def test_no_password_is_asked_for_calmly(screen: SignInScreen) -> None:
    press(screen.name_page, ENTER)
    assert screen.name_page.message.text() == texts.NEEDED


def test_the_wait_counts_down_and_then_the_right_password_is_taken(
    screen: SignInScreen, clock: Clock
) -> None:
    came, page = came_in(screen), screen.name_page
    for _ in range(3):
        type_text(page, "không phải thế")
        press(page, ENTER)
    assert page.message.text() == texts.WAIT.format(time="5 giây") and not page.primary.isEnabled()
    clock.now += timedelta(seconds=3)
    page.show_wait()
    assert "2 giây" in page.message.text()
    clock.now += timedelta(seconds=2)
    page.show_wait()
    type_text(page, PASSWORD)
    press(page, ENTER)
    assert len(came) == 1


def test_a_password_of_another_is_changed_first(
    guarded: GuardedOffice, preferences: Preferences, clock: Clock, qtbot: QtBot
) -> None:
    who, name = guarded.sign_in(), OFFICERS[Role.ENTRY]
    with guarded.open(who) as book:
        office_accounts.add(book, who, name, "cho vay một hôm", Role.ENTRY)
    preferences.set_text(LAST, name)
    screen = shown(guarded, preferences, clock, qtbot)
    came = came_in(screen)
    type_text(screen.name_page, "cho vay một hôm")
    press(screen.name_page, ENTER)
    page = screen.currentWidget()
    assert isinstance(page, NewPasswordPage) and not came
    for text in ("cho vay một hôm", "của riêng tôi", "của riêng tôi"):
        type_text(page, text)
        press(page, ENTER)
    assert [person.must_change for person in came] == [False]
    assert sign_in(guarded.folder, name, "của riêng tôi", NOW).role == Role.ENTRY


def test_the_recovery_key_tells_its_mistyped_group_and_then_opens(
    screen: SignInScreen, guarded: GuardedOffice
) -> None:
    came, page = came_in(screen), screen.recovery_page
    screen.name_page.forgotten_button.click()
    groups = guarded.made.recovery_key.split("-")
    wrong = "-".join([*groups[:3], groups[3][:-1] + ("0" if groups[3][-1] != "0" else "1"), *groups[4:]])
    type_text(page, wrong)
    press(page, ENTER)
    assert "nhóm 4" in page.message.text()
    page.key.clear()
    type_text(page, guarded.made.recovery_key.lower())
    press(page, ENTER)
    assert page.name.currentText() == ADMINISTRATOR
    for edit in page.password.edits:
        type_text(edit, "mật khẩu đặt lại")
    press(page, ENTER)
    assert [who.name for who in came] == [ADMINISTRATOR]


def test_esc_goes_back_from_the_recovery_key(screen: SignInScreen) -> None:
    screen.name_page.forgotten_button.click()
    press(screen.recovery_page, Qt.Key.Key_Escape)
    assert screen.currentWidget() is screen.name_page
