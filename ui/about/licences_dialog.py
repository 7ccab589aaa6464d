"""What the program is made of: a row for each part, and the text of the licence of the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from db.rules.text import folded
from ui.about import texts
from ui.about.parts import Action, button_row, paragraph, text_to_read
from ui.about.values import Part
from ui.common import theme
from ui.common.lists.plain_table import PlainTable

_SIZE = (1040, 620)
_WIDTHS = (140, 90)
_HALVES = (430, 610)


class LicencesDialog(QDialog):
    """List left, text right; typing narrows the list."""

    def __init__(self, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._shown = tuple(parts), tuple(parts)
        self.setWindowTitle(texts.LICENCES_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.filter = QLineEdit()
        self.filter.setToolTip(texts.FILTER_TIP)
        self.filter.setClearButtonEnabled(True)
        self.table = PlainTable(texts.PART_HEADS, _WIDTHS, texts.PARTS)
        self.text = text_to_read(texts.TEXT)
        self._lay_out()
        self.filter.textChanged.connect(self._narrow)
        self.table.itemSelectionChanged.connect(self._show_text)
        QShortcut(QKeySequence("Ctrl+F"), self, self.filter.setFocus)
        self._narrow("")
        self.table.setFocus()

    @classmethod
    def tell(cls, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(parts, parent)
        dialog.exec()
        dialog.deleteLater()

    def _narrow(self, words: str) -> None:
        wanted = folded(words)
        self._shown = tuple(part for part in self._parts if wanted in folded(f"{part.name} {part.licence}"))
        self.table.show_rows((part.name, part.version, part.licence) for part in self._shown)
        self.table.selectRow(0)
        self._show_text()

    def _show_text(self) -> None:
        row = self.table.currentRow()
        chosen = self._shown[row].text if 0 <= row < len(self._shown) else texts.NO_PARTS
        if chosen != self.text.toPlainText():
            self.text.setPlainText(chosen)

    def _lay_out(self) -> None:
        label = QLabel(texts.FILTER)
        label.setBuddy(self.filter)
        head = QHBoxLayout()
        head.setSpacing(theme.STEP * 2)
        head.addWidget(label)
        head.addWidget(self.filter, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.text)
        halves.setSizes(list(_HALVES))
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(paragraph(texts.LICENCES_WORDS))
        column.addLayout(head)
        column.addWidget(halves, 1)
        column.addLayout(button_row((), Action(texts.CLOSE, "", self.reject)))
