"""The source of a received plan with its line numbers; the lines of the chosen item stand out."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from db.rules.plan_reading.blocks import Place
from ui.common import theme
from ui.received import texts

_TINT = 60


class SourceView(QPlainTextEdit):
    """Read only; a number before each line, as the warnings name them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(texts.SOURCE)
        self._margin = _Numbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self._make_room()

    def show_lines(self, lines: Sequence[str]) -> None:
        self.setPlainText("\n".join(lines))

    def show_place(self, place: Place | None) -> None:
        """Mark the lines of a place and bring them into sight; none marks nothing."""
        marks = []
        for line in range(place.first, place.last + 1) if place else ():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
            mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            marks.append(mark)
        self._mark(marks)
        if place is not None:
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(place.first - 1)))
            self.centerCursor()

    def number_width(self) -> int:
        digits = len(str(max(self.blockCount(), 100)))
        return self.fontMetrics().horizontalAdvance("9") * digits + theme.STEP * 3

    def paint_numbers(self, event: QPaintEvent) -> None:
        painter = QPainter(self._margin)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        right = self._margin.width() - theme.STEP
        while block.isValid() and top <= event.rect().bottom():
            room = QRect(0, round(top), right, self.fontMetrics().height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), self.number_width(), inside.height()))

    def _mark(self, marks: list[QTextEdit.ExtraSelection]) -> None:
        tint = QColor(theme.accent())
        tint.setAlpha(_TINT)
        for mark in marks:
            mark.format.setBackground(tint)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections(marks)

    def _make_room(self) -> None:
        self.setViewportMargins(self.number_width(), 0, 0, 0)

    def _scroll_numbers(self, _rect: QRect, dy: int) -> None:
        if dy:
            self._margin.scroll(0, dy)
        else:
            self._margin.update()


class _Numbers(QWidget):
    """The strip beside the text."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.number_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_numbers(event)
