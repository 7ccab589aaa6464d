"""Asks why there is another revision, beside the figures that differ from the one before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.findings import Finding
from db.rules.returns.differences import Difference
from db.rules.returns.filled import FilledReturn
from db.rules.text import cleaned
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.texts import REQUIRED_MARK, TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.returns.filling import work_texts as texts
from ui.returns.filling.differences_panel import DifferencesPanel

_SIZE = (820, 460)


class ApproveDialog(QDialog):
    """Shows what differs (cell, before, after) and takes the note."""

    def __init__(
        self,
        filled: FilledReturn,
        earlier: int,
        differences: Sequence[Difference],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.APPROVE_TITLE.format(revision=filled.revision))
        theme.fit_screen(self, *_SIZE)
        self.note, self.message = LineEditor(), Message()
        self.note.setAccessibleName(texts.APPROVE_NOTE)
        self.differences = DifferencesPanel()
        self.differences.show_differences(differences, filled.sheets)
        self.approve_button, self.back_button = QPushButton(texts.APPROVE), QPushButton(TURN_BACK)
        self.approve_button.setDefault(True)
        self.approve_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)
        words = texts.APPROVE_WORDS.format(revision=filled.revision, earlier=earlier, count=len(differences))
        self._lay_out(words)
        self.note.setFocus()

    @classmethod
    def ask(
        cls,
        filled: FilledReturn,
        earlier: int,
        differences: Sequence[Difference],
        parent: QWidget,
        aside: TypedAside,
    ) -> str | None:
        """Return why; none where the officer turned back."""
        dialog = cls(filled, earlier, differences, parent)
        aside.hold(dialog, "approval", {"note": dialog.note})
        approved = bool(dialog.exec())
        dialog.deleteLater()
        return cleaned(dialog.note.text()) if approved else None

    def _try(self) -> None:
        if cleaned(self.note.text()):
            self.accept()
            return
        self.message.say(finding_text(Finding("required", "note")))
        self.note.setFocus()

    def _lay_out(self, words: str) -> None:
        told, label = QLabel(words), QLabel(REQUIRED_MARK.format(label=texts.APPROVE_NOTE))
        label.setBuddy(self.note)
        told.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.approve_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(told)
        column.addWidget(self.differences, 1)
        for widget in (label, self.note, self.message):
            column.addWidget(widget)
        column.addLayout(buttons)
