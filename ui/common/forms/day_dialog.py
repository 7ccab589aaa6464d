"""Asks one question: a day."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.entries import read_day
from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.text import cleaned
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.texts import TURN_BACK


@dataclass(frozen=True)
class DayWords:
    """How the question is put: title, question, label of the field, button, what is said where no day was typed."""

    title: str
    ask: str
    label: str
    accept: str
    needed: str


class DayDialog(QDialog):
    """Holds the `day` once it was accepted; `usual` stands there already."""

    def __init__(
        self,
        words: DayWords,
        today: date,
        width: int,
        parent: QWidget | None = None,
        *,
        usual: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._needed = today, words.needed
        self.day: date | None = None
        self.setWindowTitle(words.title)
        self.setMinimumWidth(width)
        self.editor, self.message = DayEditor(), Message()
        self.editor.setAccessibleName(words.label)
        self.editor.set_text(day_text(usual) if usual else "")
        self.accept_button, self.back_button = QPushButton(words.accept), QPushButton(TURN_BACK)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._accept_day)
        self.back_button.clicked.connect(self.reject)
        self._lay_out(words)
        self.editor.setFocus()

    def answer(self) -> date | None:
        """Return the day, none where the officer turned back."""
        answered = self.exec()
        self.deleteLater()
        return self.day if answered else None

    def _lay_out(self, words: DayWords) -> None:
        question, label = QLabel(words.ask), QLabel(words.label)
        question.setWordWrap(True)
        label.setBuddy(self.editor)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.editor, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(question)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addLayout(buttons)

    def _accept_day(self) -> None:
        text = cleaned(self.editor.text())
        if not text:
            self._complain(self._needed)
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
