"""The locked screen: everything is hidden, nothing typed is lost, the password opens it again."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from db.keyring.changes import added
from db.keyring.files import save_ring
from db.keyring.signing_in import ring_in
from db.rules.rights import Role
from tests.helpers.accounts import PASSWORD, GuardedOffice
from tests.helpers.books import NOW
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import MessageBoxes
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.shell.window import Window
from ui.sign_in.idle import IdleWatch
from ui.sign_in.lock import Cover, LockDialog
from ui.sign_in.session import SignedInSession


@pytest.fixture
def window(preferences: Preferences, request: pytest.FixtureRequest) -> Window:
    """The window of the administrator, on the list of outreach."""
    preferences.set_text("window/subject", "outreach")
    made: Window = request.getfixturevalue("guarded_window")
    return made


def session(window: Window) -> SignedInSession:
    found = window.findChild(SignedInSession)
    assert isinstance(found, SignedInSession)
    return found


def lock_dialog(window: Window) -> LockDialog:
    dialog = session(window).screen_lock.dialog
    assert dialog is not None
    return dialog


def unlock(window: Window, password: str = PASSWORD) -> None:
    page = lock_dialog(window).page
    type_text(page.password.edits[0], password)
    press(page, Qt.Key.Key_Return)


def covers(widget: QDialog | Window) -> list[Cover]:
    return [cover for cover in widget.findChildren(Cover) if cover.isVisibleTo(widget)]


def test_locking_covers_the_window_and_the_password_uncovers_it(window: Window) -> None:
    window.locking.lock()
    assert [cover.geometry() for cover in covers(window)] == [window.rect()]
    unlock(window, "không phải thế")
    assert covers(window) and "chưa đúng" in lock_dialog(window).page.message.text()
    unlock(window)
    assert not covers(window) and session(window).screen_lock.dialog is None


def test_the_lock_goes_away_neither_by_esc_nor_by_being_closed(window: Window) -> None:
    window.locking.lock()
    press(lock_dialog(window).page, Qt.Key.Key_Escape)
    lock_dialog(window).close()
    assert lock_dialog(window).isVisible() and covers(window)
    unlock(window)


def test_what_is_being_typed_is_still_there(window: Window, qtbot: QtBot) -> None:
    screen = window.page
    press(screen, Qt.Key.Key_F5)
    editor = QApplication.focusWidget()
    type_text(screen, "14/9/2025")
    window.locking.lock()
    unlock(window)
    assert isinstance(editor, QLineEdit) and editor.text() in ("14/9/2025", "14/09/2025")
    assert editor.hasFocus()


def test_a_dialog_stays_open_under_its_cover_with_its_text(window: Window, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    edit = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(edit)
    dialog.open()
    type_text(edit, "chưa ghi")
    window.locking.lock()
    assert len(covers(dialog)) == 1 and not lock_dialog(window).other.isEnabled()
    unlock(window)
    assert dialog.isVisible() and edit.text() == "chưa ghi" and not covers(dialog)
    dialog.close()


def test_what_opens_while_locked_is_covered_and_the_lock_comes_first(window: Window, qtbot: QtBot) -> None:
    window.locking.lock()
    late = QDialog(window)
    late.open()
    late.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is lock_dialog(window))
    assert len(covers(late)) == 1
    unlock(window)
    late.close()


def test_another_person_is_let_in_by_a_window_of_its_own(window: Window, qtbot: QtBot) -> None:
    window.locking.lock()
    with qtbot.waitSignal(window.sign_out_requested):
        lock_dialog(window).other.click()
    assert covers(window)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.mark.parametrize(("minutes", "waited", "told"), [(15, 14, 0), (15, 15, 1), (0, 600, 0)])
def test_nobody_touching_anything_for_so_long_locks(
    window: Window, minutes: int, waited: int, told: int
) -> None:
    clock, heard = Clock(), []
    watch = IdleWatch(window.windowHandle(), minutes, window, clock=clock)
    watch.idle.connect(lambda: heard.append(True))
    clock.now += timedelta(minutes=waited)
    watch.look()
    assert len(heard) == told


def test_a_key_counts_as_being_there(window: Window) -> None:
    clock, heard = Clock(), []
    watch = IdleWatch(window.windowHandle(), 15, window, clock=clock)
    watch.idle.connect(lambda: heard.append(True))
    clock.now += timedelta(minutes=14)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), key)
    clock.now += timedelta(minutes=14)
    watch.look()
    assert not heard


def test_an_administrator_is_told_once_of_accounts_changed_from_outside(
    guarded: GuardedOffice, preferences: Preferences, message_boxes: MessageBoxes, qtbot: QtBot
) -> None:
    who = guarded.sign_in()
    save_ring(guarded.folder, added(ring_in(guarded.folder), who.key, "Kẻ lạ", PASSWORD, Role.ADMINISTRATOR))
    for expected in (1, 0):
        window = Window(preferences)
        qtbot.addWidget(window)
        window.show()
        workplace = Workplace(guarded.open(who), preferences, signed_in=who, clock=lambda: NOW)
        if expected:
            message_boxes.expect("Đã rõ", "so-pcmd.khoa khác với lần thay đổi cuối")
        with qtbot.waitSignal(window.list_filled):
            window.attach(workplace)
        qtbot.wait(50)
        workplace.close()
