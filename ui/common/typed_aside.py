"""Texts that are being typed where no form keeps them as a draft: put aside, offered again at their place."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from db.services.entering import drafts
from db.sessions import Session
from ui.common.held_fields import WAS, Editor, HeldEditors, HeldFields
from ui.common.held_typing import HeldTyping
from ui.common.typing_pause import TypingPause
from ui.common.workplace import Workplace


class TypedAside(QObject):
    """The texts of one kind of place, by place. They are judged by nobody, and gone once they are kept elsewhere.

    What dialogs `hold` lies `below` a place of its own. `at` is when an earlier run put something aside last.
    """

    def __init__(
        self, workplace: Workplace, kind: str, parent: QObject | None = None, *, below: str = ""
    ) -> None:
        super().__init__(parent)
        self._workplace, self._kind, self._below = workplace, kind, below
        self._draft_id: int | None = None
        self.at: datetime | None = None
        self._typed = self._from_before()
        self._found = set(self._typed)
        self._kept = dict(self._typed)
        self._pause = TypingPause(self)
        self._pause.due.connect(self.keep)

    def text(self, place: str) -> str | None:
        """Return what was typed at a place and kept nowhere else, in this run or the one before."""
        return self._typed.get(place)

    def is_found(self, place: str) -> bool:
        """Return whether what was typed at a place is of an earlier run."""
        return place in self._found

    def is_newer(self, place: str, now: str) -> bool:
        """Return whether what stands `now` at a place is another thing than when an earlier run typed there."""
        return place in self._found and self._typed.get(f"{place}{WAS}", "") != now

    def note(self, place: str, text: str, was: str = "") -> None:
        """Take what stands in an editor in place of what `was` there; it is put aside in a moment."""
        self._found.discard(place)
        self._typed |= {place: text, **({f"{place}{WAS}": was} if was else {})}
        self._pause.typed()

    def forget(self, place: str) -> None:
        """What was typed at a place is kept elsewhere, or was not wanted."""
        self._found.discard(place)
        self._typed.pop(f"{place}{WAS}", None)
        self._typed.pop(place, None)
        if place in self._kept:
            self.keep()

    def keep(self) -> None:
        """Put aside what is typed now."""
        self._pause.stop()
        if self._typed != self._kept:
            self._draft_id = self._workplace.write_aside(self._store)
            self._kept = dict(self._typed)

    def left(self, place: str) -> dict[str, str]:
        """Return what was typed in the fields of a place, by field."""
        below = f"{place}/"
        return {at.removeprefix(below): text for at, text in self._typed.items() if _place_of(at) == place}

    def note_all(self, place: str, texts: Mapping[str, str]) -> None:
        """Take what is typed in all fields of a place."""
        others = {at: text for at, text in self._typed.items() if _place_of(at) != place}
        self._typed = others | {f"{place}/{key}": text for key, text in texts.items()}
        self._pause.typed()

    def forget_all(self, place: str) -> None:
        """What was typed in the fields of a place is kept elsewhere, or was not wanted."""
        self._typed = {at: text for at, text in self._typed.items() if _place_of(at) != place}
        if place in map(_place_of, self._kept):
            self.keep()

    def hold(self, dialog: QDialog, place: str, editors: Mapping[str, Editor]) -> HeldTyping:
        """Put aside what is typed in a dialog's editors until it closes; put in what an earlier run left there.

        From now on this goes when the dialog goes.
        """
        return self.hold_fields(dialog, place, HeldEditors(editors))

    def hold_fields(self, dialog: QDialog, place: str, fields: HeldFields) -> HeldTyping:
        """Do the same for fields that know themselves how they are shown."""
        self.setParent(dialog)
        return HeldTyping(self, dialog, f"{self._below}{place}", fields)

    def _from_before(self) -> dict[str, str]:
        for draft in self._workplace.read(lambda session: drafts.of_kind(session, self._kind)):
            self._draft_id, self.at = draft.id, draft.at
            return dict(draft.raw)
        return {}

    def _store(self, session: Session) -> int | None:
        if self._typed:
            return drafts.keep(session, self._kind, self._typed, draft_id=self._draft_id)
        if self._draft_id is not None:
            drafts.discard(session, self._draft_id)
        return None


def _place_of(at: str) -> str:
    """Return the place of a field."""
    return at.rpartition("/")[0]
