"""Where the words of a step stand: beside what they are said of, never over it where there is room, always whole."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

from ui.common import theme

_GAP = theme.STEP * 3


def placed(size: QSize, room: QRect, parts: Sequence[QRect]) -> QRect:
    """Return the place of a box in the room: right of the first part, below, above, left of it, else in the middle."""
    for corner in _corners(size, parts[0]) if parts else ():
        box = _moved_into(QRect(corner, size), room)
        if not any(box.intersects(part) for part in parts):
            return box
    box = QRect(QPoint(), size)
    box.moveCenter(room.center())
    return box


def _corners(size: QSize, part: QRect) -> Sequence[QPoint]:
    return (
        QPoint(part.right() + _GAP, part.top()),
        QPoint(part.left(), part.bottom() + _GAP),
        QPoint(part.left(), part.top() - _GAP - size.height()),
        QPoint(part.left() - _GAP - size.width(), part.top()),
    )


def _moved_into(box: QRect, room: QRect) -> QRect:
    inner = room.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    moved = QRect(box)
    moved.moveRight(min(moved.right(), inner.right()))
    moved.moveBottom(min(moved.bottom(), inner.bottom()))
    moved.moveLeft(max(moved.left(), inner.left()))
    moved.moveTop(max(moved.top(), inner.top()))
    return moved
