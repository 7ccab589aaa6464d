"""The tour over the real window, by keyboard: there, back and out, and nothing below it is touched."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import press, type_text
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.shell.window import Window
from ui.sign_in.lock import Cover
from ui.sign_in.session import SignedInSession
from ui.tour.showing import show
from ui.tour.steps import STEPS
from ui.tour.tour import Tour

ENTER, BACKSPACE, ESC = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Escape
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(workplace: Workplace, preferences: Preferences, qtbot: QtBot) -> Window:
    """The window on the list of outreach."""
    made = Window(preferences)
    qtbot.addWidget(made)
    preferences.set_text("window/subject", "outreach")
    made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.list_filled):
        made.attach(workplace)
    QApplication.processEvents()
    return made


@pytest.fixture
def tour(window: Window) -> Tour:
    show(window)
    found = window.findChild(Tour)
    assert isinstance(found, Tour)
    return found


def key(
    window: Window, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the cursor is, shortcuts first, as the system does."""
    QTest.keyClick(window.focusWidget(), pressed, modifiers)


def test_enter_leads_through_all_steps_and_back_to_work(window: Window, tour: Tour) -> None:
    seen = []
    while tour.isVisible():
        seen.append(tour.callout.title.text())
        key(window, ENTER)
    assert seen == [step.words[0] for step in STEPS] and 5 <= len(seen) <= 6
    assert window.page.isAncestorOf(window.focusWidget())
    assert window.findChild(Tour) is None


@pytest.mark.parametrize("back", [(BACKSPACE,), (ENTER, SHIFT)])
def test_one_goes_back_as_far_as_the_first_step(
    window: Window, tour: Tour, back: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    key(window, ENTER)
    key(window, ENTER)
    places = [tour.at]
    for _ in range(3):
        key(window, *back)
        places.append(tour.at)
    assert places == [2, 1, 0, 0]


@pytest.mark.parametrize("at", range(len(STEPS)))
def test_esc_leaves_at_any_step(window: Window, tour: Tour, at: int) -> None:
    for _ in range(at):
        key(window, ENTER)
    key(window, ESC)
    assert window.findChild(Tour) is None and window.isVisible()


def test_tab_goes_round_among_the_buttons_that_enter_presses(window: Window, tour: Tour) -> None:
    key(window, ENTER)
    key(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is tour.callout.skip_button
    key(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is tour.callout.back_button
    key(window, ENTER)
    assert tour.at == 0
    key(window, Qt.Key.Key_Tab, SHIFT)
    key(window, ENTER)
    assert not tour.isVisible()


@pytest.mark.parametrize("size", [(880, 440), (1366, 720)])
def test_every_step_shows_its_words_whole_and_its_parts_bright(
    window: Window, tour: Tour, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    for step in STEPS:
        labels = [label for label in tour.callout.findChildren(QLabel) if label.wordWrap()]
        assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
        assert window.rect().contains(tour.callout.geometry())
        places = [QRect(part.mapTo(window, QPoint()), part.size()) for part in step.parts(window)]
        assert all(any(bright.contains(place.center()) for bright in tour._bright) for place in places)
        key(window, ENTER)


@pytest.mark.parametrize("at", range(len(STEPS)))
def test_what_is_laid_out_anew_below_it_stays_bright(
    window: Window, tour: Tour, qtbot: QtBot, at: int
) -> None:
    window.resize(880, 440)
    for _ in range(at):
        tour.go_on()
    QApplication.processEvents()

    def is_right() -> bool:
        parts = [part for part in STEPS[at].parts(window) if part.isVisible()]
        return tour._bright == [tour._around(part) for part in parts]

    for change in (partial(window.resize, 1366, 720), partial(window.caution, "Ổ rời.")):
        change()
        qtbot.waitUntil(is_right)


def test_no_key_reaches_what_lies_below(window: Window, tour: Tour) -> None:
    for pressed, modifiers in ((Qt.Key.Key_2, ALT), (Qt.Key.Key_K, CTRL), (Qt.Key.Key_F5, SHIFT)):
        key(window, pressed, modifiers)
    assert (window.screen_key, tour.at) == ("outreach", 0)
    key(window, ESC)
    key(window, Qt.Key.Key_2, ALT)
    assert window.screen_key == "plans"


def test_only_locking_gets_through(tour: Tour) -> None:
    said = []
    for pressed in (Qt.Key.Key_K, Qt.Key.Key_L):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed, CTRL)
        event.ignore()
        QApplication.sendEvent(tour, event)
        said.append(event.isAccepted())
    assert said == [True, False]


def test_what_was_being_typed_is_there_afterwards(window: Window, qtbot: QtBot) -> None:
    key(window, Qt.Key.Key_F5)
    typed = next(
        line for line in window.page.findChildren(QLineEdit) if line.isVisible() and not line.isReadOnly()
    )
    typed.setFocus()
    typed.clear()
    type_text(typed, "Nói chuyện")
    show(window)
    type_text(window, "xyz")
    key(window, ESC)
    assert typed.text() == "Nói chuyện"
    assert window.page.isAncestorOf(window.focusWidget())


def test_a_screen_that_takes_the_cursor_does_not_keep_it(window: Window, tour: Tour, qtbot: QtBot) -> None:
    window.page.take_focus()
    qtbot.waitUntil(lambda: window.focusWidget() is tour.callout.next_button)


def test_a_second_one_is_not_laid_over_the_first(window: Window, tour: Tour) -> None:
    key(window, ENTER)
    show(window)
    assert window.findChildren(Tour) == [tour] and tour.at == 1


def test_there_is_none_before_a_book_is_open(preferences: Preferences, qtbot: QtBot) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    show(window)
    assert window.findChild(Tour) is None


def test_the_window_can_be_closed_amid_it(window: Window, tour: Tour) -> None:
    assert window.close()


def test_the_menu_of_help_shows_it_again(window: Window) -> None:
    actions = window.help_menu.menu.actions()
    next(action for action in actions if action.text() == "&Xem lại phần làm quen").trigger()
    assert window.findChild(Tour) is not None


def test_a_locked_screen_covers_it_and_unlocking_leaves_it(guarded_window: Window) -> None:
    show(guarded_window)
    guarded_window.locking.lock()
    [cover] = guarded_window.findChildren(Cover)
    guarded_window.resize(900, 500)
    QApplication.processEvents()
    assert guarded_window.childAt(guarded_window.rect().center()) in (cover, *cover.findChildren(QLabel))
    session = guarded_window.findChild(SignedInSession)
    assert isinstance(session, SignedInSession) and session.screen_lock.dialog is not None
    session.screen_lock.dialog.accept()
    press(guarded_window, ESC)
    assert guarded_window.findChild(Tour) is None
