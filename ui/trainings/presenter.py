"""The roster of the training session that stands in the form."""

from PySide6.QtCore import QObject, Signal

from db.services import trainings
from db.services.trainings import OfficialInfo
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Changed, Workplace
from ui.trainings import texts

_KIND = "trainings"


def official_line(official: OfficialInfo) -> str:
    """Return how an official is shown in one line."""
    line = texts.ROSTER_LINE if official.post else texts.ROSTER_LINE_PLAIN
    return line.format(name=official.name, post=official.post, unit=official.unit)


class RosterPresenter(QObject):
    """Who attended one session; adding and taking out are steps of undo."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.training_id: int | None = None
        self.officials: tuple[OfficialInfo, ...] = ()
        workplace.changed.connect(self._on_changed)

    def show(self, training_id: int | None) -> None:
        """Show the roster of a session; none where the form holds no session yet."""
        self.training_id = training_id
        self._read()

    def found(self, typed: str) -> tuple[Option, ...]:
        """Return officials who match what was typed and are not on the roster."""
        held = {official.id for official in self.officials}
        found = self._workplace.read(lambda session: trainings.find_officials(session, typed))
        return tuple(option(str(item.id), official_line(item)) for item in found if item.id not in held)

    def add(self, official_id: int) -> None:
        self._keep([*(official.id for official in self.officials), official_id])
        added = next(official for official in self.officials if official.id == official_id)
        self._workplace.say(texts.ROSTER_ADDED.format(name=added.name))

    def remove(self, at: int) -> None:
        gone = self.officials[at]
        self._keep([official.id for official in self.officials if official.id != gone.id])
        self._workplace.say(texts.ROSTER_REMOVED.format(name=gone.name))

    def _keep(self, official_ids: list[int]) -> None:
        training_id = self.training_id
        if training_id is not None:
            self._workplace.write(
                lambda session: trainings.set_roster(session, training_id, official_ids), _KIND, training_id
            )

    def _read(self) -> None:
        training_id = self.training_id
        self.officials = ()
        if training_id is not None:
            self.officials = self._workplace.read(lambda session: trainings.roster(session, training_id))
        self.changed.emit()

    def _on_changed(self, change: Changed) -> None:
        if change.kind in (_KIND, "officials"):
            self._read()
