"""The view of a measure's table: cells chosen as in Excel, copied as a block, opened by Enter or a double click."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.common import theme
from ui.measures import texts
from ui.measures.model import MeasureModel

_UNIT_WIDTH, _PERIOD_WIDTH = 200, 54
_ROOM = 20


class MeasureView(QTableView):
    """Emits `number_opened` with row and column."""

    number_opened = Signal(int, int)

    def __init__(self, model: MeasureModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        """Give every column its width: that of the largest numbers, which stand in the first line."""
        model = self.model()
        for column in range(model.columnCount()):
            words = str(model.index(0, column).data())
            needed = self.fontMetrics().horizontalAdvance(words) + _ROOM
            self.setColumnWidth(column, max(needed, _PERIOD_WIDTH) if column else _UNIT_WIDTH)

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
