"""Names offered under a line of text: shown only, the line is never rewritten; one that is chosen is put in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from ui.common.forms.text_editors import LineEditor

_MOST_SEEN = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Suggestions(QObject):
    """Offers what `find` knows for the name being typed; with `between` the line holds several, parted by it.

    Nothing is marked in the list until the arrow goes down into it: Enter goes on to the next field as ever.
    """

    def __init__(self, editor: LineEditor, find: Callable[[str], Sequence[str]], between: str = "") -> None:
        super().__init__(editor)
        self._editor, self._find, self._between = editor, find, between
        self._names = QStringListModel(self)
        self._list = QCompleter(self._names, self)
        self._list.setWidget(editor)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(_MOST_SEEN)
        self.popup = QListView()
        self._list.setPopup(self.popup)
        self.popup.installEventFilter(self)
        self._list.activated.connect(self._put_in)
        editor.textEdited.connect(self._offer)

    @property
    def names(self) -> tuple[str, ...]:
        """Return what is offered now; nothing where the list is closed."""
        return tuple(self._names.stringList()) if self.popup.isVisible() else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        if event.key() not in _ENTER:
            return False
        marked = self.popup.currentIndex()
        self.popup.hide()
        if marked.isValid():
            self._put_in(str(marked.data()))
        else:
            self._editor.keyPressEvent(event)
        return True

    def _offer(self, typed: str) -> None:
        wanted = self._part(typed)
        found = [name for name in self._find(wanted) if name != wanted] if wanted else []
        self._names.setStringList(found)
        if found:
            self._list.complete()
            self.popup.clearSelection()
            self.popup.setCurrentIndex(self._names.index(-1, 0))
        else:
            self.popup.hide()

    def _put_in(self, name: str) -> None:
        before = self._editor.text()
        kept = before[: before.rfind(self._between) + 1] if self._between else ""
        self._editor.setText(f"{kept} {name}".strip())
        self._editor.setModified(True)
        self._editor.typed.emit()

    def _part(self, typed: str) -> str:
        return (typed.rpartition(self._between)[2] if self._between else typed).strip()
