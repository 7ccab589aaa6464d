"""What departs from the decree, before a plan is printed: print all the same, or go and mend it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.findings import Finding
from ui.common import texts as common_texts
from ui.common import theme
from ui.common.findings_table import FindingsTable
from ui.plans import texts
from ui.plans.places import place_words

_SIZE = (900, 460)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckDialog(QDialog):
    """The findings of the check with their places in words. `chosen` is the one to go to, none where it is printed."""

    def __init__(self, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings = tuple(findings)
        self.chosen: Finding | None = None
        self.setWindowTitle(texts.CHECK_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.table = FindingsTable()
        self.table.show_findings([replace(item, place=place_words(item.place)) for item in findings])
        self.table.selectRow(0)
        self.table.installEventFilter(self)
        self.table.cellDoubleClicked.connect(lambda *_: self.mend())
        self.copy_button = QPushButton(common_texts.COPY_FINDINGS)
        self.print_button, self.mend_button = QPushButton(texts.CHECK_PRINT), QPushButton(texts.CHECK_MEND)
        self._lay_out()
        self.table.setFocus()

    @classmethod
    def ask(cls, findings: Sequence[Finding], parent: QWidget) -> tuple[bool, Finding | None]:
        """Show the findings; return whether to print, and else the one to go to, none where the officer only left."""
        dialog = cls(findings, parent)
        goes_on = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return goes_on, dialog.chosen

    def mend(self) -> None:
        """Leave for the place of the chosen finding."""
        self.chosen = self._findings[max(self.table.currentRow(), 0)]
        self.reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.mend()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        words = QLabel(texts.CHECK_WORDS.format(count=len(self._findings)))
        words.setWordWrap(True)
        theme.make_primary(self.mend_button)
        self.mend_button.setDefault(True)
        self.copy_button.clicked.connect(self.table.copy_all)
        self.print_button.clicked.connect(self.accept)
        self.mend_button.clicked.connect(self.mend)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.mend_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
