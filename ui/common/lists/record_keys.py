"""The keys of a screen with records, once for what they do and once for F1."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NONE, _CONTROL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_ANYWHERE = {
    (Qt.Key.Key_F5, _NONE): "new",
    (Qt.Key.Key_F6, _NONE): "remove",
    (Qt.Key.Key_F2, _NONE): "edit",
    (Qt.Key.Key_F7, _NONE): "like",
    (Qt.Key.Key_F, _CONTROL): "filter",
    (Qt.Key.Key_P, _CONTROL): "print",
    (Qt.Key.Key_E, _CONTROL): "export",
    (Qt.Key.Key_I, _CONTROL): "import",
    (Qt.Key.Key_H, _CONTROL): "history",
    (Qt.Key.Key_Insert, _NONE): "new",
}
# In an editor these keys are the editor's own.
_IN_LIST = {
    (Qt.Key.Key_V, _CONTROL): "paste",
    (Qt.Key.Key_D, _CONTROL): "set_field",
    (Qt.Key.Key_Delete, _NONE): "remove",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
}


def record_key(event: QKeyEvent, *, in_list: bool) -> str:
    """Return what a key asks for, nothing where it is no key of the screen."""
    pressed = (Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
    if in_list and pressed in _IN_LIST:
        return _IN_LIST[pressed]
    return _ANYWHERE.get(pressed, "")
