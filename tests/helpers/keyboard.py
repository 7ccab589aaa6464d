"""An officer's hands: letters as a Vietnamese keyboard sends them, and as an input method composes them.

`qtbot.keyClicks` aborts the process on letters outside ASCII; these send the events themselves.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """Type the text letter by letter, each as one key with the finished letter on it."""
    for letter in text:
        press(widget, _key_of(letter), text=letter)


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NO_MODIFIER, text: str = ""
) -> None:
    """Press and release a key where the focus is inside the widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(_target(widget), QKeyEvent(kind, key, modifiers, text))


def compose_text(widget: QWidget, text: str) -> None:
    """Write each word as Unikey or IBus do: underlined while it grows, then committed, then the space."""
    for position, word in enumerate(text.split(" ")):
        if position:
            press(widget, Qt.Key.Key_Space, text=" ")
        for length in range(1, len(word) + 1):
            QApplication.sendEvent(_target(widget), QInputMethodEvent(word[:length], []))
        _commit(widget, word)


def let_go() -> None:
    """Let go of Ctrl, Shift and Alt: after a chord `QTest` leaves them held down for whoever comes next."""
    if QApplication.instance() is not None and QGuiApplication.keyboardModifiers() != _NO_MODIFIER:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


def _commit(widget: QWidget, word: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(word)
    QApplication.sendEvent(_target(widget), event)


def _target(widget: QWidget) -> QWidget:
    focused = widget.window().focusWidget()
    inside = focused is not None and (focused is widget or widget.isAncestorOf(focused))
    return focused if focused is not None and inside else widget.focusProxy() or widget


def _key_of(letter: str) -> Qt.Key:
    upper = letter.upper()
    return Qt.Key(ord(upper)) if upper.isascii() and upper.isprintable() else Qt.Key.Key_unknown
