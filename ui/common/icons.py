"""One set of line icons, drawn when they are first seen and in the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)

_GRID = 24.0
_STROKE = 1.8

# Lines on a grid of 24 × 24: strokes are separated by `|`, points by a space; `o` is a circle: centre and radius.
_GLYPHS = {
    "overview": "4,13 4,20 8,20 8,13 4,13|10,8 10,20 14,20 14,8 10,8|16,4 16,20 20,20 20,4 16,4",
    "plans": "6,3 15,3 19,7 19,21 6,21 6,3|15,3 15,7 19,7|9,11 16,11|9,14 16,14|9,17 13,17",
    "trainings": "3,9 12,5 21,9 12,13 3,9|7,11 7,16 12,18 17,16 17,11|21,9 21,15",
    "outreach": "4,10 4,14 8,14 16,18 16,6 8,10 4,10|8,14 9,19 11,19 10,15|19,9 20,12 19,15",
    "officials": "o12,8,4|4,20 5,16 8,14 16,14 19,16 20,20",
    "scores": "4,6 6,8 9,4|12,6 20,6|4,12 6,14 9,10|12,12 20,12|4,18 6,20 9,16|12,18 20,18",
    "returns": "4,4 20,4 20,20 4,20 4,4|4,9 20,9|4,14.5 20,14.5|10,9 10,20",
    "units": "3,20 21,20|5,20 5,9 12,4 19,9 19,20|10,20 10,14 14,14 14,20",
    "establishments": "4,9 5,4 19,4 20,9 4,9|5,9 5,20 19,20 19,9|9,20 9,14 13,14 13,20",
    "figures": "4,4 4,20 20,20|7,16 11,11 14,13 19,6",
    "keeping": "12,3 20,6 20,12 17,18 12,21 7,18 4,12 4,6 12,3|9,12 11,14 15,10",
    "settings": "o12,12,3|12,3 12,6|12,18 12,21|3,12 6,12|18,12 21,12|6,6 8,8|16,16 18,18|6,18 8,16|16,8 18,6",
    "calendar": "4,6 20,6 20,20 4,20 4,6|4,10 20,10|8,3 8,7|16,3 16,7",
    "down": "7,10 12,15 17,10",
    "search": "o10,10,6|15,15 21,21",
    "add": "12,5 12,19|5,12 19,12",
    "remove": "5,7 19,7|9,7 9,4 15,4 15,7|7,7 8,20 16,20 17,7|10.5,11 10.5,16|13.5,11 13.5,16",
    "export": "12,3 12,14|8,10 12,14 16,10|4,15 4,20 20,20 20,15",
    "import": "12,14 12,3|8,7 12,3 16,7|4,15 4,20 20,20 20,15",
    "print": "7,9 7,3 17,3 17,9|4,9 20,9 20,17 4,17 4,9|7,14 17,14 17,21 7,21 7,14",
    "fold": "14,6 8,12 14,18",
    "unfold": "10,6 16,12 10,18",
    "undo": "9,5 4,10 9,15|4,10 15,10 19,13 19,17 16,20",
    "redo": "15,5 20,10 15,15|20,10 9,10 5,13 5,17 8,20",
    "warning": "12,4 21,20 3,20 12,4|12,10 12,14|12,16.8 12,17.2",
    "help": "o12,12,9|9.5,9.5 10,8 12,7.2 14,8 14.3,10 12,12 12,14|12,16.6 12,17",
    "note": "o12,12,9|12,11 12,17|12,7 12,7.4",
    "up_row": "12,19 12,5|7,10 12,5 17,10",
    "down_row": "12,5 12,19|7,14 12,19 17,14",
    "clip": "15,6 8,13 8,15 10,15 18,7 18,4 15,4 5,14 5,18 9,20 12,19 19,12",
    "open": "3,6 9,6 11,8 21,8 21,19 3,19 3,6",
    "blank": "o12,12,8",
    "half": "o12,12,8|12,4 12,20|12,8 19,8|12,12 20,12|12,16 19,16",
    "check": "5,12 10,17 19,7",
    "check_ring": "o12,12,9|8,12 11,15 16,9",
    "barred": "o12,12,9|6,18 18,6",
}


def icon(name: str) -> QIcon:
    """Return the icon of that name; raises KeyError."""
    return QIcon(_LineEngine(name))


def draw(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draw an icon into a square."""
    scale = min(rect.width(), rect.height()) / _GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(_GRID, _GRID) * scale / 2)
    painter.scale(scale, scale)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(color, _STROKE, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(name))
    painter.restore()


def picture(name: str, size: int, color: QColor) -> QPixmap:
    """Return an icon in a colour of its own, sharp on any screen."""
    scale = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QPixmap(round(size * scale), round(size * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter, name, QRectF(0, 0, size, size), color)
    painter.end()
    return made


@cache
def _path(name: str) -> QPainterPath:
    path = QPainterPath()
    for stroke in _GLYPHS[name].split("|"):
        if stroke.startswith("o"):
            x, y, radius = (float(part) for part in stroke[1:].split(","))
            path.addEllipse(QPointF(x, y), radius, radius)
            continue
        first, *rest = (_point(part) for part in stroke.split())
        path.moveTo(first)
        for point in rest:
            path.lineTo(point)
    return path


def _point(text: str) -> QPointF:
    x, y = text.split(",")
    return QPointF(float(x), float(y))


class _LineEngine(QIconEngine):
    """Draws in the text colour of the palette in force, at any size and scale."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        _path(name)

    def clone(self) -> QIconEngine:
        return _LineEngine(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        group = QPalette.ColorGroup.Disabled if mode is QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        color = QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        draw(painter, self._name, QRectF(rect), color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture
