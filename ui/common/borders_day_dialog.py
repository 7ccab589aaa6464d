"""Asks for another day in whose borders numbers shall be looked at."""

from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.entries import read_day
from db.rules.findings import Finding
from db.rules.text import cleaned
from ui.common import borders_texts as texts
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.field_row import Message

_WIDTH = 420


class BordersDayDialog(QDialog):
    """One question: the day."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.day: date | None = None
        self.setWindowTitle(texts.DAY_TITLE)
        self.setMinimumWidth(_WIDTH)
        self.editor, self.message = DayEditor(), Message()
        self.editor.setAccessibleName(texts.DAY_LABEL)
        words, label = QLabel(texts.DAY_ASK), QLabel(texts.DAY_LABEL)
        words.setWordWrap(True)
        label.setBuddy(self.editor)
        self.look_button, back = QPushButton(texts.LOOK), QPushButton(texts.BACK)
        self.look_button.setDefault(True)
        self.look_button.clicked.connect(self._accept_day)
        back.clicked.connect(self.reject)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.editor, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.look_button)
        buttons.addWidget(back)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addLayout(buttons)
        self.editor.setFocus()

    @classmethod
    def ask(cls, today: date, parent: QWidget | None = None) -> date | None:
        """Return the day, none where the officer turned back."""
        dialog = cls(today, parent)
        answered = dialog.exec()
        dialog.deleteLater()
        return dialog.day if answered else None

    def _accept_day(self) -> None:
        text = cleaned(self.editor.text())
        if not text:
            self._complain(texts.DAY_NEEDED)
            return
        try:
            self.day = read_day(text, self._today)
        except ValueError as error:
            self._complain(finding_text(Finding(str(error), "on", text)))
            return
        self.accept()

    def _complain(self, words: str) -> None:
        self.message.say(words)
        # Without more room the question above would lose its first and last line.
        self.adjustSize()
