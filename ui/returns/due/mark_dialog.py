"""Asks what is to be said of returns: sent, acknowledged, received on paper or excused, since which day, and a note."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.rules.entries import read_day
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.returns.due import DueState
from db.rules.text import cleaned
from db.services.returns.due import DueReturn
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.held_fields import Editor
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.returns.due import texts
from ui.returns.due.presenter import DuePresenter

_ASIDE = "due_mark_typed"
_WIDTH = 520


class MarkDialog(QDialog):
    """Keeps what is said through the presenter; closes only where nothing stands against it."""

    def __init__(
        self,
        presenter: DuePresenter,
        items: Sequence[DueReturn],
        what: str,
        states: Sequence[DueState],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._items = presenter, items
        self.setWindowTitle(texts.MARK_TITLE)
        self.setMinimumWidth(_WIDTH)
        self.state, self.day, self.note = QComboBox(), DayEditor(), LineEditor()
        self.message = Message()
        for state in states:
            self.state.addItem(texts.MARK_STATES[state], state)
        self.day.set_text(day_text(presenter.workplace.today))
        self.note.setPlaceholderText(texts.MARK_NOTE_HINT)
        self.accept_button, self.back_button = QPushButton(texts.MARK_ACCEPT), QPushButton(TURN_BACK)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)
        self._lay_out(what)
        self.state.setFocus()
        typed: dict[str, Editor] = {"state": self.state, "on": self.day, "note": self.note}
        TypedAside(presenter.workplace, _ASIDE).hold(self, " ".join(map(_place, items)), typed)

    @classmethod
    def ask(
        cls,
        presenter: DuePresenter,
        items: Sequence[DueReturn],
        what: str,
        states: Sequence[DueState],
        parent: QWidget,
    ) -> None:
        """Ask until something is kept or the officer turns back."""
        dialog = cls(presenter, items, what, states, parent)
        dialog.exec()
        dialog.deleteLater()

    def _try(self) -> None:
        try:
            day = read_day(cleaned(self.day.text()), self._presenter.workplace.typing_day)
        except ValueError as error:
            self._complain((Finding(str(error), "on", self.day.text()),))
            return
        try:
            self._presenter.mark(self._items, DueState(self.state.currentData()), day, self.note.text())
        except Refused as refused:
            self._complain(refused.findings)
        else:
            self.accept()

    def _complain(self, findings: Sequence[Finding]) -> None:
        self.message.say(" ".join(dict.fromkeys(map(finding_text, findings))))
        self.adjustSize()
        (self.note if findings[0].place == "note" else self.day).setFocus()

    def _lay_out(self, what: str) -> None:
        question, hint = QLabel(what), QLabel(texts.MARK_UNDO)
        question.setWordWrap(True)
        question.setFont(theme.strong(self.font()))
        hint.setPalette(theme.colored(self.palette(), theme.faint()))
        grid, buttons = QGridLayout(), QHBoxLayout()
        rows = ((texts.MARK_STATE, self.state), (texts.MARK_ON, self.day), (texts.MARK_NOTE, self.note))
        for at, (words, editor) in enumerate(rows):
            label = QLabel(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            grid.addWidget(label, at, 0)
            grid.addWidget(editor, at, 1)
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(question)
        column.addLayout(grid)
        column.addWidget(self.message)
        column.addLayout(buttons)


def _place(item: DueReturn) -> str:
    return f"{item.unit.id}-{item.due.set_code}-{item.due.period.label}"
