"""The box of a step: its title, its words, how far one is, the buttons."""

from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.common import theme
from ui.tour import texts

WIDTH = 380
_BORDER = 2


class Callout(QWidget):
    """Shown over the window, on a ground of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.words, self.count = QLabel(), QLabel(), QLabel()
        self.skip_button = _button(texts.SKIP, texts.SKIP_TIP)
        self.back_button = _button(texts.BACK, texts.BACK_TIP)
        self.next_button = _button(texts.NEXT, texts.NEXT_TIP)
        self.buttons = (self.skip_button, self.back_button, self.next_button)
        self._lay_out()

    def say(self, words: tuple[str, str], at: int, count: int) -> None:
        """Show a step, counted from 0."""
        last = at == count - 1
        title, sentences = words
        self.title.setText(title)
        self.words.setText(sentences)
        self.count.setText(texts.COUNT.format(number=at + 1, count=count))
        self.back_button.setEnabled(at > 0)
        self.next_button.setText(texts.DONE if last else texts.NEXT)
        self.next_button.setToolTip(texts.DONE_TIP if last else texts.NEXT_TIP)
        # A screen reader says of the button what stands above it.
        self.next_button.setAccessibleDescription(f"{title}. {sentences}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(QPen(theme.accent_words(), _BORDER))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _lay_out(self) -> None:
        self.title.setFont(theme.heading(self.font()))
        self.words.setWordWrap(True)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        theme.make_primary(self.next_button)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self.skip_button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.GROUP,) * 4)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addSpacing(theme.STEP)
        column.addLayout(row)


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    # Enter and Shift+Enter lead on and back, whichever button the cursor is at.
    button.setAutoDefault(False)
    return button
