"""Bars of the whole scope, one a period, each with its number; the table above says the same."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.rules.formats import Number, number_text
from db.rules.successions import Gap
from ui.common import theme
from ui.common.borders import gap_text
from ui.common.borders_texts import DIFFERENT, NOT_COMPARABLE
from ui.common.lists.columns import cell_text
from ui.measures import texts

_HEIGHT, _LINE, _WIDEST = 132, 18, 64


class PeriodBars(QWidget):
    """Draws numbers by period and reads them out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[tuple[str, Number | None, Gap | None]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        small = QFont(self.font())
        small.setPointSize(theme.SMALL_POINTS)
        self.setFont(small)
        self.setAccessibleName(texts.CHART)

    def show_numbers(
        self, titles: Sequence[str], numbers: Sequence[Number | None], gaps: Sequence[Gap | None]
    ) -> None:
        self._bars = list(zip(titles, numbers, gaps, strict=True))
        said = [
            f"{title}: {gap_text(gap) if gap else cell_text(number)}" for title, number, gap in self._bars
        ]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = float(max((number or 0 for _, number, _ in self._bars), default=0)) or 1.0
        for at in range(len(self._bars)):
            self._draw(painter, at, most)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - _LINE, self.width(), self.height() - _LINE)

    def _draw(self, painter: QPainter, at: int, most: float) -> None:
        title, number, gap = self._bars[at]
        step = self.width() / len(self._bars)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        foot = QRectF(at * step, self.height() - _LINE, step, _LINE)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, title)
        if gap is not None:
            words = (
                NOT_COMPARABLE
                if step >= painter.fontMetrics().horizontalAdvance(NOT_COMPARABLE)
                else DIFFERENT
            )
            painter.drawText(foot.translated(0, -_LINE), Qt.AlignmentFlag.AlignCenter, words)
        if number is None:
            return
        width = min(step * 0.6, _WIDEST)
        height = (self.height() - 2 * _LINE) * float(number) / most
        top = self.height() - _LINE - height
        painter.fillRect(QRectF(at * step + (step - width) / 2, top, width, height), theme.accent_words())
        above = QRectF(at * step, top - _LINE, step, _LINE)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, number_text(number))
