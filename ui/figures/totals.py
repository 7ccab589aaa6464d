"""The totals under the grid, each under its column, always in sight."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTableView, QWidget

from db.rules.figure_definitions import Definition
from ui.common import theme
from ui.common.columns import cell_text
from ui.figures import texts

_PAD = 4


class GridTotals(QWidget):
    """Follows the grid from side to side; read out as one sentence."""

    def __init__(self, table: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._columns: tuple[Definition, ...] = ()
        self._sums: dict[str, int | None] = {}
        self.setFont(theme.strong(self.font()))
        self.setAccessibleName(texts.TOTAL)
        head = table.horizontalHeader()
        head.sectionResized.connect(lambda *_: self.update())
        head.geometriesChanged.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.update())

    @property
    def sums(self) -> tuple[int | None, ...]:
        return tuple(self._sums.get(item.code) for item in self._columns)

    def show_columns(self, columns: tuple[Definition, ...]) -> None:
        """Stand under these columns; their sums come after."""
        self._columns, self._sums = columns, {}
        self._say()

    def show_sum(self, column: Definition, value: int | None) -> None:
        self._sums[column.code] = value
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(0, theme.ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        names = QRect(_PAD, 1, self._left() - 2 * _PAD, self.height() - 1)
        painter.drawText(names, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, texts.TOTAL)
        painter.setClipRect(self._left(), 0, self.width() - self._left(), self.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at, value in enumerate(self.sums):
            painter.drawText(self._cell(at), right, cell_text(value))

    def _say(self) -> None:
        said = zip(self._columns, self.sums, strict=True)
        self.setAccessibleDescription("; ".join(f"{item.title}: {cell_text(value)}" for item, value in said))
        self.update()

    def _left(self) -> int:
        return self._table.verticalHeader().width() + self._table.frameWidth()

    def _cell(self, at: int) -> QRect:
        head = self._table.horizontalHeader()
        left = self._left() + head.sectionViewportPosition(at)
        return QRect(left + _PAD, 1, head.sectionSize(at) - 2 * _PAD, self.height() - 1)
