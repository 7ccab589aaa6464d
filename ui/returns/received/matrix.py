"""The matrix of what came in: a row for each unit, a column for each set, words in the colour of their meaning."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem

from ui.common import theme
from ui.common.lists.plain_table import PlainTable
from ui.common.lists.standing_cells import tone_color
from ui.common.standing_texts import Tone
from ui.returns.received import texts
from ui.returns.received.presenter import ReceivedPresenter
from ui.returns.received.words import cell_words

_UNIT_WIDTH = 240
_LEAST = 320


class Matrix(PlainTable):
    """Emits `cell_shown` when another cell is looked at."""

    cell_shown = Signal()

    def __init__(self, presenter: ReceivedPresenter) -> None:
        super().__init__((texts.UNIT,), (), texts.MATRIX)
        self._presenter = presenter
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.currentCellChanged.connect(lambda *_: self.cell_shown.emit())

    def show_board(self) -> None:
        """Show the matrix as it was read; the cell that was looked at stays."""
        at, board = (self.currentRow(), self.currentColumn()), self._presenter.board
        self.blockSignals(True)
        self.setColumnCount(1 + len(board.sets))
        self.setHorizontalHeaderLabels([texts.UNIT, *board.sets.values()])
        self.setRowCount(len(board.rows) + bool(board.unplaced))
        for number, row in enumerate(board.rows):
            self.setItem(number, 0, QTableWidgetItem(row.unit.name))
            for column in range(len(board.sets)):
                self.setItem(number, 1 + column, self._item(number, column))
        self._show_unplaced()
        self._fit()
        self.blockSignals(False)
        if self.rowCount():
            self.setCurrentCell(min(max(at[0], 0), self.rowCount() - 1), max(at[1], 1))
        self.cell_shown.emit()

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        words, tone = cell_words(self._presenter.cell(row, column), self._presenter.workplace.today)
        item = QTableWidgetItem(words)
        unit, title = self._presenter.board.rows[row].unit.name, self.horizontalHeaderItem(1 + column)
        head = title.text() if title is not None else ""
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{unit}, {head}: {words}")
        item.setToolTip(words)
        if tone is not Tone.PLAIN:
            item.setForeground(tone_color(tone, self.palette()))
            item.setFont(theme.strong(self.font()))
        return item

    def _show_unplaced(self) -> None:
        board = self._presenter.board
        if board.unplaced:
            number = len(board.rows)
            self.setItem(number, 0, QTableWidgetItem(texts.UNPLACED))
            words = texts.UNPLACED_COUNT.format(count=len(board.unplaced))
            self.setItem(number, 1, QTableWidgetItem(words))

    def _fit(self) -> None:
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, _UNIT_WIDTH)
        for column in range(1, self.columnCount()):
            self.setColumnWidth(column, _LEAST)
        head.setSectionResizeMode(self.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
