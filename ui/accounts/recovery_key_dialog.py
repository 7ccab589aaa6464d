"""The recovery key: shown once, printed, and two of its groups typed again before one goes on."""

import secrets
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from exports.documents.recovery_key_content import RecoveryPaper, recovery_form
from ui.accounts import texts
from ui.common import theme
from ui.common.forms.message import Message
from ui.common.screens.record_screen import action_button

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ASKED = 2


class RecoveryKeyDialog(QDialog):
    """Accepted once two groups were typed as they are printed."""

    def __init__(self, paper: RecoveryPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._groups = paper.key.split("-")
        self.setWindowTitle(texts.KEY_TITLE)
        self.asked = sorted(secrets.SystemRandom().sample(range(len(self._groups)), _ASKED))
        self.edits = [QLineEdit() for _ in self.asked]
        self.message = Message()
        self.print_button = action_button(texts.PRINT_KEY, texts.PRINT_KEY_TIP, "print")
        self.keep_button = action_button(texts.KEY_KEPT, texts.KEY_KEPT_TIP, "")
        self.back_button = action_button(texts.BACK, texts.BACK_TIP, "")
        self._lay_out()
        self.print_button.clicked.connect(self.print_key)
        self.keep_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.reject)
        self.edits[0].setFocus()

    @classmethod
    def ask(cls, paper: RecoveryPaper, parent: QWidget) -> bool:
        """Show the key and return whether it was written down."""
        dialog = cls(paper, parent)
        kept = bool(dialog.exec())
        dialog.deleteLater()
        return kept

    def keep(self) -> None:
        """Go on where both groups are right, else go to the one that is not."""
        for at, edit in zip(self.asked, self.edits, strict=True):
            if edit.text().strip().upper() != self._groups[at]:
                self.message.say(texts.GROUP_WRONG.format(number=at + 1))
                edit.setFocus()
                edit.selectAll()
                return
        self.accept()

    def print_key(self) -> None:
        """Show the sheet as it will be printed."""
        from exports.documents.form_files import write_forms
        from ui.common.printing import preview

        with TemporaryDirectory(prefix="pcmd-") as folder:
            path = Path(folder) / "khoa-phuc-hoi.pdf"
            write_forms([recovery_form(self._paper)], path)
            preview(self, path, texts.KEY_TITLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            at = next((at for at, edit in enumerate(self.edits[:-1]) if edit.hasFocus()), None)
            if at is None:
                self.keep()
            else:
                self.edits[at + 1].setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QLabel(texts.KEY_WORDS)
        words.setWordWrap(True)
        key = QLabel("   ".join(self._groups))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSize(theme.HEADING_POINTS)
        font.setBold(True)
        key.setFont(font)
        key.setAccessibleName(texts.KEY_TITLE)
        key.setAccessibleDescription(self._paper.key)
        key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.make_primary(self.keep_button)
        grid = QGridLayout()
        for row, (at, edit) in enumerate(zip(self.asked, self.edits, strict=True)):
            label = QLabel(texts.GROUP.format(number=at + 1))
            label.setBuddy(edit)
            edit.setAccessibleName(label.text().replace("&", ""))
            edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        for button in (self.keep_button, self.back_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 3)
        for widget in (words, key, QLabel(texts.RETYPE)):
            column.addWidget(widget)
        column.addLayout(grid)
        column.addWidget(self.message)
        column.addLayout(buttons)
