"""What stands in the place of a book that is not open: what happened, and the ways on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.common import theme

_WIDTH = 560


class Way(NamedTuple):
    """A way on: its word, and what it does."""

    words: str
    act: Callable[[], object]


class Notice(QWidget):
    """A title, a few sentences, and a button for each way; the first of several is the primary action."""

    def __init__(self, title: str, words: str = "", ways: Sequence[Way] = ()) -> None:
        super().__init__()
        self.words = QLabel(words)
        self.buttons = [_button(way) for way in ways]
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 3)
        column.addStretch(2)
        heading = QLabel(title)
        heading.setFont(theme.heading(self.font()))
        for label in (heading, self.words):
            label.setWordWrap(True)
            label.setFixedWidth(_WIDTH)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            theme.fit_height(label)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._row())
        column.addStretch(3)

    def take_focus(self) -> None:
        """Let Enter take the first way."""
        if self.buttons:
            self.buttons[0].setFocus()

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        if len(self.buttons) > 1:
            theme.make_primary(self.buttons[0])
        return row


def _button(way: Way) -> QPushButton:
    button = QPushButton(way.words)
    button.setAutoDefault(True)
    button.clicked.connect(lambda: way.act())
    return button
