"""Asks for a column of the office's own: what it counts, in which unit, in which group."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.rules.entries import Values, read_entry
from db.rules.figure_definitions import FIGURE_DEFINITION, Definition, Section
from db.rules.findings import Finding
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.field_row import FieldRow
from ui.common.forms.options import shared_options
from ui.common.held_fields import Editor
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.figures import texts

_ASIDE = "figure_definition_typed"
_WIDTH = 560


@dataclass(frozen=True)
class DefinitionWords:
    """What was entered."""

    title: str
    unit: str
    about: str
    section: str
    stock: bool


Keep = Callable[[DefinitionWords], tuple[Finding, ...]]


class DefinitionDialog(QDialog):
    """Keeps through `keep`, which returns what stands in the way; closes only where nothing does."""

    def __init__(
        self,
        workplace: Workplace,
        sections: Sequence[Section],
        keep: Keep,
        known: Definition | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._keep, self._known = workplace, keep, known
        self.setWindowTitle(texts.CHANGE_TITLE if known else texts.ADD_TITLE)
        self.setMinimumWidth(_WIDTH)
        options = shared_options(workplace)
        fields = FIGURE_DEFINITION.fields
        self.rows = {
            field.key: FieldRow(field, texts.DEFINITION_FIELDS[field.key], options) for field in fields
        }
        self.section, self.stock = QComboBox(), QCheckBox(texts.STOCK)
        self.keep_button = QPushButton(texts.CHANGE_NOW if known else texts.ADD_NOW)
        self.back_button = QPushButton(TURN_BACK)
        self._fill(sections)
        self._lay_out()
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)
        self.rows["title"].editor.setFocus()
        self._put_aside()

    @classmethod
    def ask(
        cls,
        workplace: Workplace,
        sections: Sequence[Section],
        keep: Keep,
        parent: QWidget,
        known: Definition | None = None,
    ) -> None:
        """Ask until the column is kept or the officer turns back; `known` is the one to be changed."""
        dialog = cls(workplace, sections, keep, known, parent)
        dialog.exec()
        dialog.deleteLater()

    def _put_aside(self) -> None:
        typed: dict[str, Editor] = {key: row.editor for key, row in self.rows.items()}
        typed |= {"section": self.section, "stock": self.stock}
        TypedAside(self._workplace, _ASIDE).hold(self, self._known.code if self._known else "", typed)

    def _try(self) -> None:
        raw = {key: row.text() for key, row in self.rows.items()}
        reading = read_entry(FIGURE_DEFINITION, raw, today=self._workplace.typing_day)
        findings = reading.findings or self._keep(self._words(reading.values))
        words = {finding.place: finding_text(finding) for finding in reversed(findings)}
        for key, row in self.rows.items():
            row.complain(words.get(key, ""))
        if not findings:
            self.accept()
            return
        self.rows[findings[0].place].editor.setFocus()

    def _words(self, values: Values) -> DefinitionWords:
        read = {key: str(values[key] or "") for key in self.rows}
        return DefinitionWords(**read, section=self.section.currentData(), stock=self.stock.isChecked())

    def _fill(self, sections: Sequence[Section]) -> None:
        self.section.setAccessibleName(texts.SECTION)
        for item in sections:
            self.section.addItem(item.title, item.code)
        self.section.setCurrentIndex(self.section.count() - 1)
        if self._known is not None:
            for key, row in self.rows.items():
                row.show_text(getattr(self._known, key))
            self.section.setCurrentIndex(self.section.findData(self._known.section))
            self.stock.setChecked(self._known.stock)
            # Figures were entered as what it is: how they come together does not change under them.
            self.stock.setEnabled(False)

    def _lay_out(self) -> None:
        words, label = QLabel(texts.DEFINITION_WORDS), QLabel(texts.SECTION)
        words.setWordWrap(True)
        label.setBuddy(self.section)
        grid, buttons = QGridLayout(), QHBoxLayout()
        for at, row in enumerate(self.rows.values()):
            grid.addWidget(row.label, at * 2, 0)
            grid.addWidget(row.editor, at * 2, 1)
            grid.addWidget(row.message, at * 2 + 1, 1)
        last = len(self.rows) * 2
        grid.addWidget(label, last, 0)
        grid.addWidget(self.section, last, 1)
        grid.addWidget(self.stock, last + 1, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addLayout(grid)
        column.addLayout(buttons)
