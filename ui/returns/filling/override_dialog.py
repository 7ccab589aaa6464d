"""Asks what a cell is to say by hand, and why."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.entries import read_number
from db.rules.findings import Finding
from db.rules.returns.by_hand import HandCell, cell_text
from db.rules.returns.forms import ColumnForm
from db.rules.text import cleaned
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.texts import REQUIRED_MARK, TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.returns.filling import work_texts as texts

_WIDTH = 480


@dataclass(frozen=True)
class AskedCell:
    """A cell that is asked about: where it is, its column, what it shows, what the records say, what is by hand."""

    where: str
    column: ColumnForm
    shown: str
    computed: str
    cell: HandCell | None


class OverrideDialog(QDialog):
    """Takes a value as it is typed (`1.234`, `8,5`, nothing) and the reason."""

    def __init__(self, asked: AskedCell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self.values: tuple[str, str] = ("", "")
        self.setWindowTitle(texts.OVERRIDE_TITLE)
        self.setMinimumWidth(_WIDTH)
        self.value, self.reason = LineEditor(), LineEditor()
        self.messages = {"value": Message(), "reason": Message()}
        self.keep_button, self.back_button = QPushButton(texts.KEEP), QPushButton(TURN_BACK)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.reject)
        self.value.setText(asked.shown)
        self.reason.setText(asked.cell.reason if asked.cell else "")
        self._lay_out()
        self.value.setFocus()
        self.value.selectAll()

    @classmethod
    def ask(cls, asked: AskedCell, parent: QWidget, aside: TypedAside) -> tuple[str, str] | None:
        """Return the value as it is kept and the reason; none where the officer turned back."""
        dialog = cls(asked, parent)
        aside.hold(dialog, asked.where, {"value": dialog.value, "reason": dialog.reason})
        kept = bool(dialog.exec())
        dialog.deleteLater()
        return dialog.values if kept else None

    def keep(self) -> None:
        """Close with what was typed; what is wrong is said at its field."""
        value, wrong = self._read()
        reason = cleaned(self.reason.text())
        lacks = not reason and not self._asked.column.is_kept
        self.messages["value"].say(finding_text(wrong) if wrong else "")
        self.messages["reason"].say(finding_text(Finding("required", "reason")) if lacks else "")
        if wrong or lacks:
            (self.value if wrong else self.reason).setFocus()
            self.adjustSize()
            return
        self.values = (value, reason)
        self.accept()

    def _read(self) -> tuple[str, Finding | None]:
        text = cleaned(self.value.text())
        if not text or self._asked.column.is_text:
            return text, None
        try:
            number = read_number(text)
        except ValueError as error:
            return "", Finding(str(error), "value", text)
        if number * 1000 % 1:
            return "", Finding("too_precise", "value", text)
        return cell_text(number), None

    def _lay_out(self) -> None:
        where, hint = QLabel(self._asked.where), QLabel(texts.OVERRIDE_HINT)
        where.setFont(theme.strong(self.font()))
        hint.setPalette(theme.colored(self.palette(), theme.faint()))
        kept = self._asked.column.is_kept
        computed = QLabel(
            texts.OVERRIDE_KEPT if kept else texts.OVERRIDE_COMPUTED.format(value=self._asked.computed)
        )
        for label in (where, hint, computed):
            label.setWordWrap(True)
        grid, buttons = QGridLayout(), QHBoxLayout()
        reason = texts.OVERRIDE_REASON
        reason_label = reason if kept else REQUIRED_MARK.format(label=reason)
        rows = ((texts.OVERRIDE_VALUE, self.value, "value"), (reason_label, self.reason, "reason"))
        for at, (words, editor, key) in enumerate(rows):
            label = QLabel(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            grid.addWidget(label, at * 2, 0)
            grid.addWidget(editor, at * 2, 1)
            grid.addWidget(self.messages[key], at * 2 + 1, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(where)
        column.addWidget(computed)
        column.addLayout(grid)
        column.addWidget(hint)
        column.addLayout(buttons)
