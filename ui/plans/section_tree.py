"""What makes the table of sections a tree: headings that fold, and a section that is dragged with all below it."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QStyledItemDelegate, QStyleOptionViewItem

from ui.common import theme
from ui.common.lists.list_model import Index, ListModel
from ui.common.lists.record_table import RecordTable
from ui.plans.outline import INDENT
from ui.plans.section_list import FOLD_KEY, FOLDED, HEADING_KEY, LEVEL_KEY

_MARKS = {FOLDED: "▸", "unfolded": "▾"}
_NO_MARK = "\u2002"
_GAP = "\u00a0"
_LINE = 3
# Near the edges of the list a drag scrolls it.
_EDGE = 20
_PER_ROW = 4
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class OutlineDelegate(QStyledItemDelegate):
    """Writes the great headings strong, as on paper, and marks what can be folded."""

    def __init__(self, model: ListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        value, row = self._model.value, index.row()
        if value(row, HEADING_KEY) and value(row, LEVEL_KEY) == 1:
            option.font = theme.strong(option.font)
        if index.column() == 0 and self._model.row_id(row) > 0:
            words = option.text.lstrip(_GAP)
            indent = option.text[: len(option.text) - len(words)]
            option.text = f"{indent}{_MARKS.get(str(value(row, FOLD_KEY)), _NO_MARK)}{_GAP}{words}"


class SectionTree(QObject):
    """The mouse on the table of sections.

    `fold_requested` with the row whose mark was clicked; `dropped_before` with a section and the one it goes before
    (none: the end); `dropped_under` with a section and the heading it goes under. `walk_requested` with -1 or 1 for
    the left and the right key, which in a table would only change the column.
    """

    fold_requested = Signal(int)
    dropped_before = Signal(int, object)
    dropped_under = Signal(int, int)
    walk_requested = Signal(int)

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table, self._model = table, table.list_model
        self._pressed: QPoint | None = None
        self._dragged: int | None = None
        self._mark = QFrame(table.viewport())
        self._mark.setFrameShape(QFrame.Shape.Box)
        self._mark.setLineWidth(2)
        self._mark.setPalette(theme.colored(self._mark.palette(), theme.accent_words()))
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark.hide()
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)

    @property
    def is_dragging(self) -> bool:
        return self._dragged is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._table.viewport():
            return self._on_mouse(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._table:
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = _STEPS.get(Qt.Key(event.key())) if plain else None
        if event.key() == Qt.Key.Key_Escape and self.is_dragging:
            self._stop()
            return True
        if steps is not None:
            self.walk_requested.emit(steps)
        return steps is not None

    def _on_mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            return self._on_pressed(at, event.modifiers())
        if event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            return self._on_moved(at)
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            return self._on_released(at)
        return False

    def _on_pressed(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> bool:
        row = self._table.rowAt(at.y())
        if row >= 0 and self._model.value(row, FOLD_KEY) and self._mark_rect(row).contains(at):
            self.fold_requested.emit(self._model.row_id(row))
            return True
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        self._pressed = at if row >= 0 and plain and self._model.row_id(row) > 0 else None
        return False

    def _on_moved(self, at: QPoint) -> bool:
        if self._pressed is None:
            return False
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and far:
            self._dragged = self._model.row_id(self._table.rowAt(self._pressed.y()))
            self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged is not None:
            self._scroll(at)
            self._mark.setGeometry(self._mark_of(at))
            self._mark.show()
            self._mark.raise_()
        # Without this Qt would choose every row on the way.
        return True

    def _on_released(self, at: QPoint) -> bool:
        dragged = self._dragged
        self._stop()
        if dragged is None:
            return False
        under, row = self._aim(at)
        if under:
            self.dropped_under.emit(dragged, self._model.row_id(row))
        else:
            before = self._model.row_id(row) if row < self._model.rowCount() else None
            self.dropped_before.emit(dragged, before)
        return True

    def _aim(self, at: QPoint) -> tuple[bool, int]:
        """Tell whether a place means the heading there or a gap, and the row: the heading or what follows the gap."""
        row = self._table.rowAt(max(at.y(), 0))
        if row < 0:
            return False, self._model.rowCount()
        inside = at.y() - self._table.rowViewportPosition(row)
        height = self._table.rowHeight(row)
        if self._model.value(row, HEADING_KEY) and height / _PER_ROW <= inside <= height * (1 - 1 / _PER_ROW):
            return True, row
        return False, row + (inside > height / 2)

    def _mark_of(self, at: QPoint) -> QRect:
        under, row = self._aim(at)
        width, last = self._table.viewport().width(), self._model.rowCount() - 1
        if under:
            return QRect(0, self._table.rowViewportPosition(row), width, self._table.rowHeight(row))
        if row > last:
            top = self._table.rowViewportPosition(last) + self._table.rowHeight(last)
        else:
            top = self._table.rowViewportPosition(row)
        return QRect(0, max(top - 1, 0), width, _LINE)

    def _mark_rect(self, row: int) -> QRect:
        level: Any = self._model.value(row, LEVEL_KEY)
        metrics = self._table.fontMetrics()
        left = self._table.columnViewportPosition(0) + metrics.horizontalAdvance(INDENT) * (level - 1)
        width = metrics.horizontalAdvance(_MARKS[FOLDED]) + 3 * theme.STEP
        return QRect(left, self._table.rowViewportPosition(row), width, self._table.rowHeight(row))

    def _scroll(self, at: QPoint) -> None:
        bar = self._table.verticalScrollBar()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - 1)
        elif at.y() > self._table.viewport().height() - _EDGE:
            bar.setValue(bar.value() + 1)

    def _stop(self) -> None:
        self._pressed = self._dragged = None
        self._mark.hide()
        self._table.viewport().unsetCursor()
