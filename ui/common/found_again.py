"""Says that something was typed here when the program was cut off; it can be thrown away, or put in."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.rules.formats import day_text
from ui.common import texts, theme


class FoundAgain(QWidget):
    """Stands over the fields. `thrown` and `taken` by its buttons; it goes with either."""

    thrown = Signal()
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setPalette(theme.colored(self.palette(), theme.soon()))
        self.take_button, self.throw_button = QPushButton(texts.TAKE_FOUND), QPushButton(texts.THROW_FOUND)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self.words, 1)
        for button, said in ((self.take_button, self.taken), (self.throw_button, self.thrown)):
            button.setAutoDefault(False)
            button.clicked.connect(self.hide)
            button.clicked.connect(said)
            row.addWidget(button)
        self.hide()

    def tell(self, at: datetime, *, newer: bool = False) -> None:
        """Say when it was typed; what is `newer` here was left alone, and the typed can be put in."""
        words = texts.FOUND_NEWER if newer else texts.FOUND_AGAIN
        self.words.setText(words.format(time=f"{at:%H:%M}", day=day_text(at.date())))
        self.take_button.setVisible(newer)
        self.show()
