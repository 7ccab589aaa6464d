"""Which keys lead from one cell of a sheet to another."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Return how many criteria and columns a key moves on, none for a key that does not."""
    back = bool(event.modifiers() & _SHIFT)
    if event.modifiers() & _CONTROL:
        return None
    if event.key() in ENTER:
        return (-1, 0) if back else (1, 0)
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and back):
        return 0, -1
    if event.key() == Qt.Key.Key_Tab:
        return 0, 1
    return {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}.get(Qt.Key(event.key()))
