"""How a cell of the grid is edited and marked."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPolygon
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.common import theme
from ui.common.forms.cell_stash import CellStash
from ui.common.forms.text_editors import NumberEditor
from ui.figures.model import HELD_ROLE, FiguresModel

Index = QModelIndex | QPersistentModelIndex
Step = tuple[int, int]
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CORNER = 8
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class FigureDelegate(QStyledItemDelegate):
    """Opens an editor in a cell and marks the corner of one that is wrong. `left` with the step of the key."""

    left = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.editor: NumberEditor | None = None
        self.stash = CellStash(self)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = NumberEditor(parent)
        self.editor.setFrame(False)
        self.editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self.stash.follow(self.editor, index)
        return self.editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # What is being typed must not be overwritten by what another cell's keeping tells.
        if isinstance(editor, NumberEditor) and not editor.isModified():
            editor.set_text(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        # A cell that was only looked into was not typed in.
        if isinstance(editor, NumberEditor) and isinstance(model, FiguresModel) and editor.isModified():
            editor.setModified(False)
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        self.stash.end(editor)
        super().destroyEditor(editor, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(HELD_ROLE):
            corner = option.rect.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.late())
            painter.drawPolygon(QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.editor:
            step = step_of(event)
            if step is not None and self.editor is not None:
                self.close(*step)
                return True
        return super().eventFilter(watched, event)

    def close(self, rows: int = 0, columns: int = 0) -> None:
        """Hand over what is being typed and close the editor."""
        if self.editor is not None:
            editor = self.editor
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.left.emit(rows, columns)


def step_of(event: QKeyEvent) -> Step | None:
    """Return how many rows and columns a key moves on while a cell is edited, none for a key that does not."""
    back = bool(event.modifiers() & _SHIFT)
    if event.key() in ENTER_KEYS:
        return (-1, 0) if back else (1, 0)
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and back):
        return 0, -1
    if event.key() == Qt.Key.Key_Tab:
        return 0, 1
    return {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}.get(Qt.Key(event.key()))
