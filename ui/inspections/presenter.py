"""The state of the screen of inspections. No widgets."""

from PySide6.QtCore import QObject

from db.services.entering import entries
from db.services.entering.entries import Gone
from db.sessions import Session
from ui.common.forms.record_entry import Kept
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace

_ESTABLISHMENT, _UNIT = "establishment_id", "unit_id"


class InspectionsPresenter(RecordPresenter):
    """Inspections. Where no unit was typed, the chosen establishment tells it."""

    def __init__(self, workplace: Workplace, subject: RecordSubject, parent: QObject) -> None:
        super().__init__(workplace, subject, None, parent)

    def leave(self, key: str, text: str) -> Kept:
        if key == _ESTABLISHMENT and text.isdecimal() and not self.entry.texts()[_UNIT]:
            unit_id = self.workplace.read(lambda session: _unit_of(session, int(text)))
            if unit_id is not None:
                self.entry.note(_UNIT, str(unit_id))
        return super().leave(key, text)


def _unit_of(session: Session, establishment_id: int) -> int | None:
    try:
        return int(entries.values_of(session, "establishments", establishment_id)[_UNIT])
    except Gone:
        return None
