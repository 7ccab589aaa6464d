"""The first start of another version on a folder: a backup before anything is entered, and what is new, once."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.about import running
from ui.common.preferences import Preferences
from ui.shell.window import Window

if TYPE_CHECKING:
    from ui.backups.keeper import Done
    from ui.common.workplace import Workplace

# The version that used the folder last, with its backup made; the newest one whose notes were told.
_USED, _TOLD = "version/used", "version/told"


@dataclass
class UpgradeCare:
    """Takes care of one window's start; `is_backed_up` once a migration made the backup of this start."""

    window: Window
    is_backed_up: bool = False

    def note_new_office(self) -> None:
        """Remember that the folder's first book comes with this version: there is nothing to tell of it."""
        note_version(self.window.preferences)

    def begin(self, workplace: "Workplace") -> None:
        """Back up and tell, where another version used the folder last; called once the first list stands."""
        version = running.version()
        if not version:
            return
        self._back_up(workplace, version)
        # Not amid what else waits for the first list.
        QTimer.singleShot(0, self.window, partial(self._tell, version))

    def _back_up(self, workplace: "Workplace", version: str) -> None:
        from db.rules.backups import Why

        preferences, keeper = self.window.preferences, workplace.keeper
        if preferences.text(_USED) == version or keeper is None:
            return
        if self.is_backed_up:
            preferences.set_text(_USED, version)
            return

        def done(_: "Done") -> None:
            preferences.set_text(_USED, version)

        # One that fails is told in the status bar, and made at the next start.
        keeper.back_up(Why.UPGRADE, done, lambda _: None)

    def _tell(self, version: str) -> None:
        from db.rules.release_notes import is_later, narrowed, untold

        preferences = self.window.preferences
        told = preferences.text(_TOLD)
        # Where something else is asked already, it waits for the next start.
        is_quiet = self.window.isVisible() and QApplication.activeModalWidget() is None
        if not (is_quiet and is_later(version, told)):
            return
        # A version that says nothing of itself has no news.
        news = narrowed(untold(running.releases(), told, version), "")
        if news:
            from ui.about.news_dialog import NewsDialog

            NewsDialog.tell_updated(news, version, self.window)
        preferences.set_text(_TOLD, version)


def note_version(preferences: Preferences) -> None:
    """Remember that this version used a folder, and that there is nothing to tell of it."""
    version = running.version()
    for key in (_USED, _TOLD):
        preferences.set_text(key, version)
