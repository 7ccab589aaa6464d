"""The state of the screen of commune models. No widgets."""

from PySide6.QtCore import QObject

from db.services import models
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace
from ui.models import texts

_YEARS = "model_years"


class ModelsPresenter(RecordPresenter):
    """Models with the state of the chosen year."""

    def __init__(self, workplace: Workplace, subject: RecordSubject, parent: QObject) -> None:
        super().__init__(workplace, subject, None, parent)

    def keep_all(self) -> None:
        """Take all models of the year before over into the chosen one as kept on: one step of undo."""
        year = self.workplace.year
        taken = self.workplace.write(lambda session: models.keep_all(session, year), _YEARS)
        words = texts.KEPT_ALL if taken else texts.NONE_TO_KEEP
        self.workplace.say(words.format(count=len(taken), year=year, before=year - 1))


class YearsPresenter(RecordPresenter):
    """The years of one model; a new row begins with the chosen year."""

    def _defaults(self) -> dict[str, str]:
        return {"year": str(self.workplace.year)}
