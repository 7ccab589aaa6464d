"""Bars by month, this year beside the year before, each with its number; the same numbers as a table in the tooltip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.rules.formats import Number, number_text
from db.rules.successions import Gap
from ui.common import theme
from ui.common.borders import gap_text
from ui.common.borders_texts import DIFFERENT
from ui.overview import texts
from ui.overview.board import Months

_HEIGHT = 170
_MONTHS = 12
_LINE = 18


class MonthChart(QWidget):
    """Draws outreach sessions by reporting month; reads itself out month by month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: Months | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        small = QFont(self.font())
        small.setPointSize(theme.SMALL_POINTS)
        self.setFont(small)

    def show_months(self, months: Months) -> None:
        self._months = months
        self.setAccessibleName(texts.MONTHS.format(year=months.year, before=months.year - 1))
        self.setAccessibleDescription("; ".join(_spoken(months)))
        self.setToolTip(_table(months))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._months is None:
            return
        painter = QPainter(self)
        self._draw_legend(painter, self._months.year)
        most = (
            float(max((value or 0 for value in (*self._months.this, *self._months.before)), default=0)) or 1.0
        )
        for at in range(_MONTHS):
            self._draw_month(painter, at, most)
        self._draw_ground(painter)

    def _draw_legend(self, painter: QPainter, year: int) -> None:
        right = float(self.width())
        for shown, color in ((year, theme.accent_words()), (year - 1, self._faint())):
            words = texts.CHART_YEAR.format(year=shown)
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(QRectF(right - width, 0, width, _LINE), Qt.AlignmentFlag.AlignVCenter, words)
            painter.fillRect(QRectF(right - width - 16, 4, 10, 10), color)
            right -= width + 32

    def _draw_month(self, painter: QPainter, at: int, most: float) -> None:
        assert self._months is not None
        step = self.width() / _MONTHS
        left, width = at * step + step * 0.12, step * 0.38
        months, right = self._months, QRectF(left + width, 0, width, 0)
        self._draw_bar(painter, QRectF(left, 0, width, 0), months.before[at], most, self._faint())
        self._draw_bar(painter, right, months.this[at], most, theme.accent_words())
        for gap, place in ((months.before_gaps[at], left), (months.this_gaps[at], left + width)):
            if gap is not None:
                sign = QRectF(place, self.height() - 2 * _LINE, width, _LINE)
                painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, DIFFERENT)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        foot = QRectF(at * step, self.height() - _LINE, step, _LINE)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, texts.MONTH.format(month=at + 1))

    def _draw_bar(
        self, painter: QPainter, place: QRectF, value: Number | None, most: float, color: QColor
    ) -> None:
        if value is None:
            return
        height = (self.height() - 3 * _LINE) * float(value) / most
        top = self.height() - _LINE - height
        painter.fillRect(QRectF(place.x(), top, place.width() - 1, height), color)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        words = QRectF(place.x() - 8, top - _LINE, place.width() + 16, _LINE)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, number_text(value))

    def _draw_ground(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - _LINE, self.width(), self.height() - _LINE)

    def _faint(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Mid)


def _spoken(months: Months) -> list[str]:
    return [
        texts.MONTH_LINE.format(month=month, this=this, before=before)
        for month, this, before in _rows(months)
    ]


def _table(months: Months) -> str:
    heads = (
        texts.TABLE_MONTH,
        *(texts.CHART_YEAR.format(year=year) for year in (months.year, months.year - 1)),
    )
    lines = ["".join(f"<th>{head}&nbsp;&nbsp;</th>" for head in heads)]
    for month, *numbers in _rows(months):
        cells = (str(month), *numbers)
        lines.append("".join(f'<td align="right">{cell}&nbsp;&nbsp;</td>' for cell in cells))
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _rows(months: Months) -> list[tuple[int, str, str]]:
    this = map(_written, months.this, months.this_gaps)
    before = map(_written, months.before, months.before_gaps)
    return list(zip(range(1, _MONTHS + 1), this, before, strict=True))


def _written(number: Number | None, gap: Gap | None) -> str:
    return number_text(number) if gap is None else gap_text(gap)
