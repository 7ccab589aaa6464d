"""The heads of a form: groups over their columns, and the row of numbers under them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from exports.returns.content import HeadCell
from ui.returns.filling.form_model import FormModel

NARROWEST = 44
_PAD = 4
_LEAST_GROUP, _NUMBER_HEIGHT, _LEAST_HEAD = 24, 22, 36
_WRAPPED = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class FormHead(QHeaderView):
    """Heads in two rows, a group over its columns, and the row of numbers under them."""

    def __init__(self, model: FormModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.sectionResized.connect(lambda *_: self.viewport().update())

    def sizeHint(self) -> QSize:
        return QSize(0, self._group_height() + self._head_height() + _NUMBER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        content = self._model.content
        if content is None:
            return
        for head in content.heads:
            if head.first <= logicalIndex <= head.last:
                self._paint(painter, self._area(head), head.text)
        numbers = QRect(rect.left(), rect.bottom() - _NUMBER_HEIGHT + 1, rect.width(), _NUMBER_HEIGHT)
        self._paint(painter, numbers, content.numbers[logicalIndex])

    def _paint(self, painter: QPainter, area: QRect, words: str) -> None:
        palette = self.palette()
        painter.fillRect(area, palette.color(QPalette.ColorRole.Button))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(area.adjusted(-1, -1, -1, -1))
        painter.setPen(palette.color(QPalette.ColorRole.ButtonText))
        painter.drawText(area.adjusted(_PAD, 0, -_PAD, 0), _WRAPPED, words)

    def _area(self, head: HeadCell) -> QRect:
        left = self.sectionViewportPosition(head.first)
        right = self.sectionViewportPosition(head.last) + self.sectionSize(head.last)
        groups = self._group_height()
        top = 0 if head.top == 0 else groups
        bottom = groups if head.bottom == 0 else self.height() - _NUMBER_HEIGHT
        return QRect(left, top, right - left, bottom - top)

    def _group_height(self) -> int:
        return max((self._height_of(head) for head in self._heads(0, 0)), default=_LEAST_GROUP)

    def _head_height(self) -> int:
        under = max((self._height_of(head) for head in self._heads(1, 1)), default=_LEAST_HEAD)
        # A head without a group has the row of the groups as well.
        alone = max((self._height_of(head) for head in self._heads(0, 1)), default=_LEAST_HEAD)
        return max(under, alone - self._group_height(), _LEAST_HEAD)

    def _heads(self, top: int, bottom: int) -> list[HeadCell]:
        content = self._model.content
        return [head for head in content.heads if (head.top, head.bottom) == (top, bottom)] if content else []

    def _height_of(self, head: HeadCell) -> int:
        sizes = [self.sectionSize(at) for at in range(head.first, head.last + 1)]
        room = QRect(0, 0, sum(sizes) - 2 * _PAD, 1000)
        return self.fontMetrics().boundingRect(room, _WRAPPED, head.text).height() + 2 * _PAD
