"""What stands where a list would, while it has no rows: what the screen is for, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.common import texts, theme

_WIDTH, _GREED = 520, 100


class EmptyState(QWidget):
    """A heading, a sentence or two, the button of the first step, and beside it the import where there is one."""

    step_taken = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setFont(theme.heading(self.font()))
        self._words = QLabel()
        self._button, self._import = QPushButton(), QPushButton(texts.IMPORT)
        for button, taken in ((self._button, self.step_taken), (self._import, self.import_requested)):
            button.setAutoDefault(True)
            button.clicked.connect(taken)
        self.setFocusProxy(self._button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addStretch(2)
        for label in (self._title, self._words):
            label.setWordWrap(True)
            label.setMaximumWidth(_WIDTH)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addLayout(_centred(label))
        column.addSpacing(theme.STEP * 2)
        for button in (self._button, self._import):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, words: str, button: str, *, imports: bool = False) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._button.setText(button)
        self._import.setVisible(imports)


def _centred(label: QLabel) -> QHBoxLayout:
    """Put a label in the middle, narrower than it likes where a form leaves little room."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, _GREED)
    row.addStretch(1)
    return row
