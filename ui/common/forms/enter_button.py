"""A button that Enter presses where it has the focus, in windows where Enter elsewhere must press none."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterButton(QPushButton):
    """Is never the default of its window; a default would be pressed by Enter in a table or a box of choices too."""

    def __init__(self, words: str = "", tip: str = "") -> None:
        super().__init__(words)
        self.setToolTip(tip)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
