"""What the pages of signing in are made of: a narrow column in the middle, words, fields, a message, buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.forms.message import Message

_WIDTH = 460
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NarrowForm(QWidget):
    """Enter does what the page is for; `left` by Esc."""

    left = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.message = QLabel(words), Message()
        self.words.setWordWrap(True)
        heading = QLabel(title)
        heading.setFont(theme.heading(self.font()))
        self.fields, self.buttons = QVBoxLayout(), QHBoxLayout()
        self.fields.setSpacing(theme.STEP)
        body = QWidget()
        body.setFixedWidth(_WIDTH)
        column = QVBoxLayout(body)
        column.setSpacing(theme.STEP * 2)
        for widget in (heading, self.words):
            column.addWidget(widget)
        column.addLayout(self.fields)
        column.addWidget(self.message)
        column.addLayout(self.buttons)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def act(self) -> None:
        """Do what the page is for."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where one begins."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.act()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def add_primary(self, words: str, tip: str) -> QPushButton:
        button = self.add_button(words, tip)
        theme.make_primary(button)
        button.clicked.connect(self.act)
        return button

    def add_button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        # Enter is the page's; a button is pressed by Space.
        button.setAutoDefault(False)
        self.buttons.addWidget(button)
        return button
