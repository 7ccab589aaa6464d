"""Puts aside what is typed in a dialog until it closes, and offers what an earlier run left there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QDialog

from ui.common.found_again import FoundAgain
from ui.common.held_fields import WAS, HeldFields

if TYPE_CHECKING:
    from ui.common.typed_aside import TypedAside


class HeldTyping(QObject):
    """Holds the fields that differ from how the dialog opened, each with what stood there then.

    Where something else stands there now, that is newer: it stays, and what was typed is only offered.
    """

    def __init__(self, aside: "TypedAside", dialog: QDialog, place: str, fields: HeldFields) -> None:
        super().__init__(dialog)
        self._aside, self._place, self._fields = aside, place, fields
        self._opened = fields.texts()
        self._left, self._is_over = self._found(), False
        self.notice: FoundAgain | None = None
        if self._left:
            self._offer(dialog)
        fields.on_edited(self._note)
        dialog.finished.connect(self.end)

    def end(self) -> None:
        """What was typed is kept elsewhere, or was not wanted."""
        self._is_over = True
        if self.notice is not None:
            self.notice.hide()
        self._aside.forget_all(self._place)

    def _found(self) -> dict[str, str]:
        left = self._aside.left(self._place)
        return {key: text for key, text in left.items() if key in self._opened and text != self._opened[key]}

    def _offer(self, dialog: QDialog) -> None:
        layout, at = dialog.layout(), self._aside.at
        assert isinstance(layout, QBoxLayout) and at is not None
        self.notice = FoundAgain(dialog)
        self.notice.thrown.connect(self._throw_away)
        self.notice.taken.connect(self._put_in)
        layout.insertWidget(0, self.notice)
        was = self._aside.left(self._place)
        newer = any(self._opened[key] != was.get(f"{key}{WAS}", "") for key in self._left)
        self.notice.tell(at, newer=newer)
        if not newer:
            self._put_in()

    def _put_in(self) -> None:
        self._fields.show_texts({**self._opened, **self._left})
        self._note()

    def _throw_away(self) -> None:
        self._fields.show_texts(self._opened)
        self._aside.forget_all(self._place)

    def _note(self) -> None:
        if self._is_over:
            return
        typed = {key: text for key, text in self._fields.texts().items() if text != self._opened.get(key, "")}
        was = {f"{key}{WAS}": self._opened[key] for key in typed if self._opened.get(key)}
        self._aside.note_all(self._place, {**typed, **was})
