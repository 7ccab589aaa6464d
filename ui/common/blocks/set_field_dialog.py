"""Asks which field of the chosen rows gets which value."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Finding
from ui.common import theme
from ui.common.blocks import block_texts as texts
from ui.common.finding_texts import finding_text
from ui.common.forms.field_row import FieldRow
from ui.common.forms.options import OptionSource
from ui.common.screens.subject import RecordSubject
from ui.common.texts import TURN_BACK

_WIDTH = 520

Keep = Callable[[str, str], tuple[Finding, ...]]
Look = Callable[[str, str], tuple[Finding, ...]]


class SetFieldDialog(QDialog):
    """Keeps through `keep`, which returns what stands in the way; closes only where nothing does.

    What `look` returns is told once, and kept when the officer says so again.
    """

    def __init__(
        self,
        subject: RecordSubject,
        options: OptionSource,
        count: int,
        keep: Keep,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep, self._look, self._count = keep, look, count
        self._looked_at = ("", "")
        self.setWindowTitle(texts.SET_TITLE)
        self.setMinimumWidth(_WIDTH)
        self.rows = {
            field.key: FieldRow(field, subject.words.fields[field.key], options)
            for field in subject.kind.fields
        }
        self.field, self.editors = QComboBox(), QStackedWidget()
        self.keep_button = QPushButton(texts.SET_NOW.format(count=count))
        self.back_button = QPushButton(TURN_BACK)
        self._fill()
        self._lay_out(count)
        self.field.currentIndexChanged.connect(self.editors.setCurrentIndex)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)

    @classmethod
    def ask(
        cls,
        subject: RecordSubject,
        options: OptionSource,
        count: int,
        keep: Keep,
        look: Look,
        parent: QWidget,
    ) -> None:
        """Ask until the field is set or the officer turns back."""
        dialog = cls(subject, options, count, keep, look, parent)
        dialog.exec()
        dialog.deleteLater()

    def _try(self) -> None:
        row = self.rows[self.field.currentData()]
        if self._looks_wrong(row):
            return
        findings = self._keep(row.field.key, row.text())
        row.complain("\n".join(map(finding_text, findings)))
        if not findings:
            self.accept()

    def _looks_wrong(self, row: FieldRow) -> bool:
        """Tell of a text that wants a look; one that was told of and stays as it is, is meant."""
        asked = (row.field.key, row.text())
        cautions = self._look(*asked) if asked != self._looked_at else ()
        self._looked_at = asked
        words = texts.SET_ANYWAY if cautions else texts.SET_NOW
        self.keep_button.setText(words.format(count=self._count))
        row.complain("")
        row.advise("\n".join(map(finding_text, cautions)))
        return bool(cautions)

    def _fill(self) -> None:
        self.field.setAccessibleName(texts.SET_FIELD)
        for key, row in self.rows.items():
            row.show_text("")
            self.field.addItem(row.words.label, key)
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(row.editor)
            column.addWidget(row.message)
            column.addStretch(1)
            self.editors.addWidget(page)

    def _lay_out(self, count: int) -> None:
        words = QLabel(texts.SET_WORDS.format(count=count))
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.field)
        column.addWidget(self.editors)
        column.addLayout(buttons)
