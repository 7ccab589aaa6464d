"""The view of a measure's table: cells chosen as in Excel, copied as a block, opened by Enter or a double click."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.common import theme
from ui.common.borders_texts import NOT_COMPARABLE_WHY
from ui.common.lists.program_choice import ProgramChoice
from ui.measures import texts
from ui.measures.model import MeasureModel

_UNIT_WIDTH, _PERIOD_WIDTH = 200, 54
_ROOM = 20
# So many columns side by side have room for a reason.
_ROOMY = 3


class MeasureView(ProgramChoice, QTableView):
    """Emits `number_opened` with row and column."""

    number_opened = Signal(int, int)

    def __init__(self, model: MeasureModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setAccessibleName(texts.TABLE)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.horizontalHeader().setFixedHeight(theme.ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self._open)

    def fit_columns(self) -> None:
        """Give every column its width: that of the largest numbers, which stand in the first line.

        Cells side by side that are not comparable for one reason are one cell, with room for it.
        """
        self.clearSpans()
        stretches = [stretch for row in range(self._lines.rowCount()) for stretch in self._gaps_of(row)]
        for row, first, count in stretches:
            if count > 1:
                self.setSpan(row, first, 1, count)
        wide = {first for _, first, count in stretches if count < _ROOMY}
        for column in range(self._lines.columnCount()):
            self.setColumnWidth(column, self._width_of(column, column in wide) if column else _UNIT_WIDTH)

    def _width_of(self, column: int, is_wide: bool) -> int:
        largest = "" if self._lines.gap(0, column) else str(self._lines.index(0, column).data())
        words = [largest, NOT_COMPARABLE_WHY.format(why="…")] if is_wide else [largest]
        needed = max(map(self.fontMetrics().horizontalAdvance, words)) + _ROOM
        return max(needed, _PERIOD_WIDTH)

    def _gaps_of(self, row: int) -> Iterator[tuple[int, int, int]]:
        """Yield where cells of one reason begin in a row, and how many they are."""
        columns = range(1, self._lines.columnCount())
        for gap, stretch in groupby(columns, lambda column: self._lines.gap(row, column)):
            first, *rest = stretch
            if gap is not None:
                yield row, first, 1 + len(rest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._block())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.text().strip() or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.number_opened.emit(index.row(), index.column())

    def _block(self) -> str:
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        model = self.model()
        return "\n".join(
            "\t".join(str(model.index(row, column).data()) for column in columns) for row in rows
        )
