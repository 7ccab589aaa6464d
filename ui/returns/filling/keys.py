"""The keys of the screen of returns beside those of every screen with records."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.common.lists.record_keys import record_key

_PLAIN = {
    Qt.Key.Key_F3: "turn",
    Qt.Key.Key_F4: "beside",
    Qt.Key.Key_F7: "check",
    Qt.Key.Key_F8: "word",
    Qt.Key.Key_F9: "approve",
}
_WITHDRAW = (
    Qt.Key.Key_F9,
    Qt.KeyboardModifier.ShiftModifier,
)


def filling_key(event: QKeyEvent) -> str:
    """Return what a key asks for, nothing where it is no key of this screen."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if (key, modifiers) == _WITHDRAW:
        return "withdraw"
    if key in _PLAIN and modifiers == Qt.KeyboardModifier.NoModifier:
        return _PLAIN[key]
    return record_key(event, in_list=False)
