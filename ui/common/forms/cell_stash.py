"""Puts aside what is being typed in a cell of a grid, before the cell is left."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal

from ui.common.forms.text_editors import LineEditor
from ui.common.typing_pause import TypingPause


class CellStash(QObject):
    """Follows the editor of one cell after the other.

    `due` with the cell and its text when that is to be put aside, `ended` once the cell was left or given up.
    """

    due = Signal(object, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor: LineEditor | None = None
        self._index = QPersistentModelIndex()
        self._pause = TypingPause(self)
        self._pause.due.connect(self._on_due)

    def follow(self, editor: LineEditor, index: QModelIndex | QPersistentModelIndex) -> None:
        """From now on this editor is typed in."""
        self._editor, self._index = editor, QPersistentModelIndex(index)
        editor.typed.connect(self._pause.typed)

    def end(self, editor: QObject) -> None:
        """An editor goes; another one may be followed by now."""
        if editor is self._editor:
            self._pause.stop()
            self._editor = None
            self.ended.emit()

    def _on_due(self) -> None:
        # A cell that was handed over is not typed in any more, though its editor may still stand.
        if self._editor is not None and self._editor.isModified() and self._index.isValid():
            self.due.emit(self._index, self._editor.text())
