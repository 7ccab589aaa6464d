"""A choice from a list, found by typing with or without tone marks. The list shows; it never rewrites what is typed."""

from collections.abc import Iterable
from heapq import nlargest

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ui.common import icons, texts
from ui.common.forms.choosing import Option, matching, resolved
from ui.common.forms.text_editors import LineEditor

_MOST_SEEN = 12
_LIST_MARGIN, _WIDEST, _MOST_MEASURED = 40, 640, 20


class ChoiceEditor(LineEditor):
    """Holds a code and shows its title. What means no option stays as typed, for the form to say so.

    `went_on` when Enter chose from the list: the form goes to its next field.
    """

    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._found: tuple[Option, ...] = ()
        self._code: str | None = None
        self._titles = QStringListModel(self)
        self._list = QCompleter(self._titles, self)
        self._list.setWidget(self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(_MOST_SEEN)
        self._popup = QListView()
        # Some thousand options would be measured one by one at every keystroke.
        self._popup.setUniformItemSizes(True)
        self._list.setPopup(self._popup)
        self._list.activated.connect(self._on_activated)
        self.textEdited.connect(self._on_edited)
        action = QAction(icons.icon("down"), texts.OPEN_LIST, self)
        action.triggered.connect(self.open_all)
        self.addAction(action, LineEditor.ActionPosition.TrailingPosition)

    def set_options(self, options: Iterable[Option]) -> None:
        self._options = tuple(options)

    @property
    def options(self) -> tuple[Option, ...]:
        return self._options

    def matching(self, typed: str) -> Iterable[Option]:
        """Return what the list shows for a typed text."""
        return matching(self._options, typed) if typed.strip() else self._options

    def meant(self, typed: str) -> Option | None:
        """Return the one option that a typed text means, none where it means none or several."""
        return resolved(self._options, typed)

    def text(self) -> str:
        """Return the code that is meant, or what was typed where it means none."""
        code, shown = self.chosen(), self.shown().strip()
        # Digits that mean no option must not pass for the number of a record.
        return code or (f'"{shown}"' if shown.isdecimal() else shown)

    def chosen(self) -> str:
        """Return the code that is meant, nothing where what was typed means none."""
        found = None if self._code is not None else self.meant(self.shown())
        return self._code or (found.code if found else "")

    def shown(self) -> str:
        return super().text()

    def set_choice(self, code: str, title: str) -> None:
        """Show a kept code by its title."""
        self._code = code if code else None
        if title != self.shown():
            self.setText(title)
            self.setCursorPosition(0)
        self.setModified(False)

    def is_open(self) -> bool:
        """Return whether the list is shown: then Enter chooses the row that is marked in it."""
        return self._popup.isVisible()

    def open_all(self) -> None:
        """Show the whole list, at the option that is chosen."""
        self._offer(self.matching(""))
        titles = [item.code for item in self._found]
        if self._code in titles:
            at = self._list.completionModel().index(titles.index(self._code), 0)
            self._popup.setCurrentIndex(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_open() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_current()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self._popup.isVisible():
            self.open_all()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._popup.hide()
        super().focusOutEvent(event)

    def _offer(self, options: Iterable[Option]) -> None:
        self._found = tuple(options)
        self._titles.setStringList([item.title for item in self._found])
        if self._found:
            self._list.complete(QRect(0, 0, max(self._list_width(), self.width()), self.height()))
        else:
            self._popup.hide()

    def _list_width(self) -> int:
        # The end of a line may be all that tells two of them apart.
        longest = nlargest(_MOST_MEASURED, (item.title for item in self._found), key=len)
        widest = max(map(self.fontMetrics().horizontalAdvance, longest))
        return min(widest + _LIST_MARGIN, _WIDEST)

    def _on_edited(self, typed: str) -> None:
        self._code = None
        self._offer(self.matching(typed))
        if typed.strip() and self._found:
            self._popup.setCurrentIndex(self._list.completionModel().index(0, 0))

    def _choose_current(self) -> None:
        row = self._popup.currentIndex().row()
        self._popup.hide()
        if 0 <= row < len(self._found):
            self._choose(self._found[row])
        self.went_on.emit()

    def _choose(self, chosen: Option) -> None:
        self._code = chosen.code
        self.setText(chosen.title)
        # Of a long title its beginning is seen.
        self.setCursorPosition(0)

    def _on_activated(self, title: str) -> None:
        # Two units may bear one name: the row that was chosen says which.
        row = self._popup.currentIndex().row()
        same = [item for item in self._found if item.title == title]
        chosen = self._found[row] if 0 <= row < len(self._found) and self._found[row] in same else same[0]
        self._choose(chosen)
        self.settled.emit()
