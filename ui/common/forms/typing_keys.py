"""Which keys an editor leaves to the screen around it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SCREEN_LETTERS = (Qt.Key.Key_E, Qt.Key.Key_F, Qt.Key.Key_K, Qt.Key.Key_P)


def is_for_screen(event: QKeyEvent) -> bool:
    """Return whether a key is one of the screen's: on Linux Ctrl+E would otherwise move the cursor, Ctrl+K cut."""
    return bool(event.modifiers() & _CONTROL) and event.key() in _SCREEN_LETTERS


def takes_back(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def does_again(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Redo) or (
        event.modifiers() == _CONTROL and event.key() == Qt.Key.Key_Y
    )
