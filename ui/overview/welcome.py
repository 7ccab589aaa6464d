"""What the home page says while a year has no data: what the book is for, and three first steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.common import theme
from ui.overview import texts

_WIDTH = 520
_BUTTON_WIDTH = 280


class Welcome(QWidget):
    """Three buttons, each to a screen."""

    subject_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setFont(theme.heading(self.font()))
        hint = QLabel(texts.WELCOME_HINT)
        hint.setWordWrap(True)
        hint.setFixedWidth(_WIDTH)
        hint.setFixedHeight(hint.heightForWidth(_WIDTH) + theme.STEP)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.buttons = [self._button(subject, words) for subject, words in texts.STEPS]
        theme.make_primary(self.buttons[0])
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addStretch(2)
        for widget in (self._title, hint, *self.buttons):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_year(self, year: int) -> None:
        self._title.setText(texts.WELCOME.format(year=year))

    def _button(self, subject: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setFixedWidth(_BUTTON_WIDTH)
        button.clicked.connect(lambda: self.subject_requested.emit(subject))
        return button
