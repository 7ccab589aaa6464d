"""Texts that are being typed where no form keeps them as a draft: put aside, offered again at their place."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from db.services.entering import drafts
from db.sessions import Session
from ui.common.forms.text_editors import LineEditor, LinesEditor
from ui.common.typing_pause import TypingPause
from ui.common.workplace import Workplace


class TypedAside(QObject):
    """The texts of one kind of place, by place. They are judged by nobody, and gone once they are kept elsewhere.

    What dialogs `hold` lies `below` a place of its own.
    """

    def __init__(
        self, workplace: Workplace, kind: str, parent: QObject | None = None, *, below: str = ""
    ) -> None:
        super().__init__(parent)
        self._workplace, self._kind, self._below = workplace, kind, below
        self._draft_id, self._typed = self._left()
        self._kept = dict(self._typed)
        self._pause = TypingPause(self)
        self._pause.due.connect(self.keep)

    def text(self, place: str) -> str | None:
        """Return what was typed at a place and kept nowhere else, in this run or the one before."""
        return self._typed.get(place)

    def note(self, place: str, text: str) -> None:
        """Take what stands in an editor; it is put aside in a moment."""
        self._typed[place] = text
        self._pause.typed()

    def forget(self, place: str) -> None:
        """What was typed at a place is kept elsewhere, or was not wanted."""
        self._typed.pop(place, None)
        if place in self._kept:
            self.keep()

    def keep(self) -> None:
        """Put aside what is typed now."""
        if self._typed != self._kept:
            self._draft_id = self._workplace.write_aside(self._store)
            self._kept = dict(self._typed)

    def hold(self, dialog: QDialog, place: str, editors: Mapping[str, LineEditor | LinesEditor]) -> None:
        """Put aside what is typed in a dialog's editors until it closes; put in what an earlier run left there.

        From now on this goes when the dialog goes.
        """
        self.setParent(dialog)
        places = {key: f"{self._below}{place}/{key}" for key in editors}
        for key, editor in editors.items():
            left = self.text(places[key])
            if left is not None:
                editor.set_text(left)
            editor.typed.connect(partial(self._note_of, places[key], editor))
        dialog.finished.connect(lambda _: self._forget_all(tuple(places.values())))

    def _forget_all(self, places: tuple[str, ...]) -> None:
        for place in places:
            self.forget(place)

    def _note_of(self, place: str, editor: LineEditor | LinesEditor) -> None:
        self.note(place, editor.text())

    def _left(self) -> tuple[int | None, dict[str, str]]:
        for draft in self._workplace.read(lambda session: drafts.of_kind(session, self._kind)):
            return draft.id, dict(draft.raw)
        return None, {}

    def _store(self, session: Session) -> int | None:
        if self._typed:
            return drafts.keep(session, self._kind, self._typed, draft_id=self._draft_id)
        if self._draft_id is not None:
            drafts.discard(session, self._draft_id)
        return None
