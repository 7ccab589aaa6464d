"""The line under the grid that tells of the cursor's cell."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.forms.message import Message


class CellLine(QWidget):
    """Plain words, or red ones with a sign where something is wrong. Its height stays: the grid must not jump."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain, self._wrong = QLabel(), Message()
        self._plain.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plain)
        column.addWidget(self._wrong)
        column.addStretch(1)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + theme.STEP * 2)

    def text(self) -> str:
        return self._plain.text() or self._wrong.text()

    def say(self, words: str, *, wrong: bool) -> None:
        self._plain.setText("" if wrong else words)
        self._plain.setVisible(not wrong)
        self._wrong.say(words if wrong else "")
