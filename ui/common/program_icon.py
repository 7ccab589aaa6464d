"""The program's own icon for title and task bars: the notebook of `installer/icon.svg`, drawn by code."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF

_GRID = 64
_SIZES = (16, 32, 48, 128)
_COVER, _SPINE, _PAGES, _MARK = "#0f6b6b", "#0a4c4c", "#d5dedd", "#ffffff"
_CHECK = (QPointF(26, 32), QPointF(33.5, 40), QPointF(47, 22))
_ROUND = 5.0


def set_program_icon() -> None:
    """Give every window of the program its icon."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_drawn(size))
    QGuiApplication.setWindowIcon(made)


def _drawn(size: int) -> QPixmap:
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / _GRID, size / _GRID)
    _draw(painter)
    painter.end()
    return made


def _draw(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    _block(painter, _PAGES, QRectF(14, 8, 44, 50))
    _block(painter, _SPINE, QRectF(8, 5, 47, 52))
    painter.setClipRect(QRectF(18, 0, _GRID, _GRID))
    _block(painter, _COVER, QRectF(8, 5, 47, 52))
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor(_MARK), 6, Qt.PenStyle.SolidLine, cap, join))
    painter.drawPolyline(QPolygonF(_CHECK))


def _block(painter: QPainter, color: str, rect: QRectF) -> None:
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(rect, _ROUND, _ROUND)
