"""What is shown of a workbook: its tags by cell, what of it is not kept, and how it looks filled."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from exports.readers.addresses import column_letters
from exports.returns.template_writing import PreviewSheet
from ui.common import theme
from ui.return_templates import texts

_TAG_WIDTHS = (110, 56, 260)
_LOST_WIDTHS = (150,)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LETTER, _LEAST, _MOST, _TINT = 8, 44, 320, 0.14


class WordsTable(QTableWidget):
    """Rows of words; Ctrl+C copies the chosen ones."""

    def __init__(self, heads: Sequence[str], widths: Sequence[int], name: str) -> None:
        super().__init__(0, len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(theme.ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        head.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(at, column, item)

    def chosen(self) -> list[list[str]]:
        """Return the words of the chosen rows, top to bottom."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [[self._words(row, column) for column in range(self.columnCount())] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self.chosen()))
        else:
            super().keyPressEvent(event)

    def _words(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""


def tags_table() -> WordsTable:
    return WordsTable(texts.TAG_HEADS, _TAG_WIDTHS, texts.TAG_LIST)


def losses_table() -> WordsTable:
    return WordsTable(texts.LOST_HEADS, _LOST_WIDTHS, texts.LOST_LIST)


class LookPanel(QWidget):
    """A filled workbook, one sheet at a time; what was filled has another ground."""

    def __init__(self) -> None:
        super().__init__()
        self.about, self.sheet_box, self.grid = QLabel(texts.LOOK_WAITS), QComboBox(), QTableWidget()
        self._sheets: tuple[PreviewSheet, ...] = ()
        self._told = ""
        self.about.setWordWrap(True)
        self.sheet_box.setAccessibleName(texts.LOOK_SHEET)
        self.grid.setAccessibleName(texts.LOOK_LIST)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setTabKeyNavigation(False)
        self.grid.horizontalHeader().setHighlightSections(False)
        self.sheet_box.currentIndexChanged.connect(self._show_sheet)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.about, 1)
        row.addWidget(self.sheet_box)
        column.setContentsMargins(0, theme.STEP * 2, 0, 0)
        column.addLayout(row)
        column.addWidget(self.grid, 1)
        self.forget(texts.LOOK_WAITS)

    def forget(self, words: str) -> None:
        """Show nothing but words."""
        self._sheets = ()
        self.sheet_box.clear()
        self.about.setText(words)
        for part in (self.sheet_box, self.grid):
            part.hide()

    def show_sheets(self, sheets: tuple[PreviewSheet, ...], told: str) -> None:
        self._sheets, self._told = sheets, told
        self.sheet_box.blockSignals(True)
        self.sheet_box.clear()
        self.sheet_box.addItems([sheet.name for sheet in sheets])
        self.sheet_box.blockSignals(False)
        self.sheet_box.setVisible(len(sheets) > 1)
        self.grid.show()
        self._show_sheet(0)

    def _show_sheet(self, at: int) -> None:
        if not 0 <= at < len(self._sheets):
            return
        sheet = self._sheets[at]
        self.about.setText(self._told + (texts.LOOK_CUT if sheet.cut else ""))
        self.grid.clear()
        self.grid.clearSpans()
        self.grid.setRowCount(len(sheet.rows))
        self.grid.setColumnCount(len(sheet.widths))
        self.grid.setHorizontalHeaderLabels([column_letters(at + 1) for at in range(len(sheet.widths))])
        for column, width in enumerate(sheet.widths):
            self.grid.setColumnWidth(column, min(max(round(width * _LETTER), _LEAST), _MOST))
        for top, left, height, wide in sheet.spans:
            if height > 1 or wide > 1:
                self.grid.setSpan(top, left, height, wide)
        self._fill(sheet)

    def _fill(self, sheet: PreviewSheet) -> None:
        ground = theme.tint(theme.accent(), _TINT)
        for row, texts_of_row in enumerate(sheet.rows):
            for column, words in enumerate(texts_of_row):
                if words or (row, column) in sheet.filled:
                    item = QTableWidgetItem(words)
                    if (row, column) in sheet.filled:
                        item.setBackground(ground)
                    if (row, column) in sheet.numbers:
                        item.setTextAlignment(_RIGHT)
                    self.grid.setItem(row, column, item)
