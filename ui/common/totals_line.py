"""The line of totals under a list, each sum under its column."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from db.rules.formats import Value
from ui.common import texts, theme
from ui.common.columns import cell_text
from ui.common.record_table import RecordTable

_PAD = 4


class TotalsLine(QWidget):
    """Stays in sight while the list scrolls; read out as one sentence."""

    def __init__(self, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._totals: Mapping[str, Value] = {}
        self.setFont(theme.strong(self.font()))
        self.setAccessibleName(texts.TOTAL)
        head = table.horizontalHeader()
        head.sectionResized.connect(lambda *_: self.update())
        head.geometriesChanged.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.update())

    def show_totals(self, totals: Mapping[str, Value]) -> None:
        self._totals = totals
        self.setVisible(bool(totals))
        said = [
            f"{column.title}: {cell_text(totals[column.key])}"
            for column in self._table.list_model.columns
            if column.key in totals
        ]
        self.setAccessibleDescription("; ".join(said))
        self.update()

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
        for at, column in enumerate(self._table.list_model.columns):
            if column.key in self._totals:
                words = cell_text(self._totals[column.key])
                painter.drawText(
                    self._cell(at), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words
                )
        painter.drawText(
            self._cell(0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, texts.TOTAL
        )

    def _cell(self, at: int) -> QRect:
        head = self._table.horizontalHeader()
        left = head.sectionViewportPosition(at) + self._table.frameWidth()
        return QRect(left + _PAD, 1, head.sectionSize(at) - 2 * _PAD, self.height() - 1)
