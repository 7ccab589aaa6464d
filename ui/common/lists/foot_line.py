"""A line under a table with a number under some of its columns: it follows the table from side to side."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTableView, QToolTip, QWidget

from ui.common import texts, theme

_PAD = 4
# As in Excel: a number with digits cut off would be read as another number.
TOO_NARROW = "###"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FootLine(QWidget):
    """Stays in sight while the table scrolls; a column is widened for its number, one made narrower again says so."""

    def __init__(self, table: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._numbers: Mapping[int, str] = {}
        self.setFont(theme.strong(self.font()))
        self.setAccessibleName(texts.TOTAL)
        head = table.horizontalHeader()
        head.sectionResized.connect(lambda *_: self.update())
        head.geometriesChanged.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.update())

    def show_numbers(self, numbers: Mapping[int, str], said: str) -> None:
        """Show numbers by column; `said` is the whole line for a screen reader."""
        self._numbers = numbers
        for column, words in numbers.items():
            if not self._table.isColumnHidden(column) and not self._fits(column, words):
                self._table.setColumnWidth(column, self._width_of(words))
        self.setAccessibleDescription(said)
        self.update()

    def shown(self, column: int) -> str:
        """Return what is written under a column."""
        words = self._numbers.get(column, "")
        return words if self._fits(column, words) else TOO_NARROW

    def sizeHint(self) -> QSize:
        return QSize(0, theme.ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._numbers.get(self._column_at(event.pos()), ""), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self._name_cell(), _LEFT, texts.TOTAL)
        painter.setClipRect(self._left(), 0, self.width() - self._left(), self.height())
        for column in self._numbers:
            painter.drawText(self._cell(column), _RIGHT, self.shown(column))

    def _fits(self, column: int, words: str) -> bool:
        return self._width_of(words) <= self._table.horizontalHeader().sectionSize(column)

    def _width_of(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 2 * _PAD

    def _column_at(self, place: QPoint) -> int:
        return self._table.horizontalHeader().logicalIndexAt(place.x() - self._left())

    def _left(self) -> int:
        side = self._table.verticalHeader()
        return (0 if side.isHidden() else side.width()) + self._table.frameWidth()

    def _name_cell(self) -> QRect:
        if self._table.verticalHeader().isHidden():
            return self._cell(0)
        return QRect(_PAD, 1, self._left() - 2 * _PAD, self.height() - 1)

    def _cell(self, column: int) -> QRect:
        head = self._table.horizontalHeader()
        left = self._left() + head.sectionViewportPosition(column)
        return QRect(left + _PAD, 1, head.sectionSize(column) - 2 * _PAD, self.height() - 1)
