"""Asks for what makes an amendment a document: number, symbol, day, reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.entries import Values, read_entry
from db.rules.entry_kinds import AMENDMENT
from db.rules.findings import Finding
from db.services.planning.amendments import AmendmentInfo
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.field_row import FieldRow
from ui.common.forms.options import shared_options
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.plans import amendment_texts as texts

_ASIDE = "amendment_typed"
_WIDTH = 560


class IssueAmendmentDialog(QDialog):
    """Issues through `issue`, which returns what stands in the way; closes only where nothing does."""

    def __init__(
        self,
        workplace: Workplace,
        amendment: AmendmentInfo,
        issue: Callable[[Values], tuple[Finding, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._issue = workplace, issue
        self.setWindowTitle(texts.DIALOG_TITLE)
        self.setMinimumWidth(_WIDTH)
        options = shared_options(workplace)
        self.rows = {
            field.key: FieldRow(field, texts.WORDS.fields[field.key], options) for field in AMENDMENT.fields
        }
        self.rows["symbol"].show_text(amendment.symbol)
        self.issue_button, self.back_button = QPushButton(texts.ISSUE.rstrip("…")), QPushButton(TURN_BACK)
        self.issue_button.setDefault(True)
        self.issue_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)
        self._lay_out(amendment)
        self.rows["number"].editor.setFocus()
        typed = {key: row.editor for key, row in self.rows.items()}
        TypedAside(workplace, _ASIDE).hold(self, str(amendment.id), typed)

    @classmethod
    def ask(
        cls,
        workplace: Workplace,
        amendment: AmendmentInfo,
        issue: Callable[[Values], tuple[Finding, ...]],
        parent: QWidget,
    ) -> None:
        """Ask until the amendment is issued or the officer turns back."""
        dialog = cls(workplace, amendment, issue, parent)
        dialog.exec()
        dialog.deleteLater()

    def _try(self) -> None:
        raw = {key: row.text() for key, row in self.rows.items()}
        reading = read_entry(AMENDMENT, raw, today=self._workplace.typing_day)
        findings = reading.findings or self._issue(reading.values)
        words = {finding.place: finding_text(finding) for finding in reversed(findings)}
        for key, row in self.rows.items():
            row.complain(words.get(key, ""))
        if not findings:
            self.accept()
            return
        self.rows[findings[0].place].editor.setFocus()

    def _lay_out(self, amendment: AmendmentInfo) -> None:
        words = QLabel(texts.DIALOG_WORDS.format(ordinal=amendment.ordinal, count=len(amendment.changes)))
        words.setWordWrap(True)
        grid, buttons = QGridLayout(), QHBoxLayout()
        for at, row in enumerate(self.rows.values()):
            grid.addWidget(row.label, at * 2, 0)
            grid.addWidget(row.editor, at * 2, 1)
            grid.addWidget(row.message, at * 2 + 1, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.issue_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addLayout(grid)
        column.addLayout(buttons)
