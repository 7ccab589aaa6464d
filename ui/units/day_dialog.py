"""Asks of which day a list of units speaks."""

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
from ui.common.forms.field_row import Message
from ui.common.texts import TURN_BACK
from ui.units import texts

_WIDTH = 460


@dataclass(frozen=True)
class DayWords:
    """How the question is put: title, words with the file's name, label of the field, button."""

    title: str
    ask: str
    label: str
    read: str


_UNITS = DayWords(texts.DAY_TITLE, texts.DAY_ASK, texts.DAY_LABEL, texts.READ_NOW)


class UnitListDayDialog(QDialog):
    """One question: the day. `usual` stands there already."""

    def __init__(
        self,
        file_name: str,
        today: date,
        parent: QWidget | None = None,
        *,
        words: DayWords = _UNITS,
        usual: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.day: date | None = None
        self.setWindowTitle(words.title)
        self.setMinimumWidth(_WIDTH)
        self.editor, self.message = DayEditor(), Message()
        self.editor.setAccessibleName(words.label)
        self.editor.set_text(day_text(usual) if usual else "")
        question = QLabel(words.ask.format(name=file_name))
        question.setWordWrap(True)
        label = QLabel(words.label)
        label.setBuddy(self.editor)
        self.read_button, back = QPushButton(words.read), QPushButton(TURN_BACK)
        self.read_button.setDefault(True)
        self.read_button.clicked.connect(self._accept_day)
        back.clicked.connect(self.reject)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.editor, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.read_button)
        buttons.addWidget(back)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(question)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addLayout(buttons)
        self.editor.setFocus()

    @classmethod
    def ask(
        cls,
        file_name: str,
        today: date,
        parent: QWidget | None = None,
        *,
        words: DayWords = _UNITS,
        usual: date | None = None,
    ) -> date | None:
        """Return the day, none where the officer turned back."""
        dialog = cls(file_name, today, parent, words=words, usual=usual)
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
