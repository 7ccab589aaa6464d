"""A table whose cells are typed in: Enter keeps a cell, closes it and goes on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QWidget,
)

from ui.common.lists.program_choice import ProgramChoice

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _CellDelegate(QStyledItemDelegate):
    """`typed` with the text of the open cell."""

    typed = Signal(str)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.typed)
        return editor


class TypedTable(ProgramChoice, QTableWidget):
    """Says in `next_cell` where Enter goes. The cursor moves only once Qt has closed the cell.

    `cell_typed` with the text of the cell that is being typed in, the current one.
    """

    cell_typed = Signal(str)
    _closed = Signal()

    def __init__(self, rows: int, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(rows, columns, parent)
        self._steps = 0
        self.setTabKeyNavigation(False)
        delegate = _CellDelegate(self)
        delegate.typed.connect(self.cell_typed)
        self.setItemDelegate(delegate)
        delegate.closeEditor.connect(self._on_closing)
        # The editor itself must not wait in the queue: it is gone by then.
        self._closed.connect(self._go, Qt.ConnectionType.QueuedConnection)

    def next_cell(self, steps: int) -> tuple[int, int]:
        """Return the row and column that Enter goes to, -1 step back with Shift."""
        raise NotImplementedError

    @property
    def is_typing(self) -> bool:
        """Return whether a cell is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        self._steps = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if not self.is_typing:
            self._go()

    def _on_closing(self) -> None:
        self._closed.emit()

    def _go(self) -> None:
        if self._steps and self.currentRow() >= 0:
            self.setCurrentCell(*self.next_cell(self._steps))
        self._steps = 0
