"""The quick look at the book once the first list stands: in the background, heard of only when something is wrong."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from db.checks.file_checks import is_sound
from db.places import place_of
from db.rules.places import PlaceKind
from db.sessions import BOOK_NAME
from ui.common import opening_texts as texts
from ui.common.worker import Worker
from ui.common.workplace import Workplace
from ui.shell.notice import Way
from ui.shell.window import Window
from ui.soundness.remembered import remember_quick


class StartCheck(QObject):
    """Looks on a thread of its own, so that it is in nobody's way."""

    def __init__(self, workplace: Workplace, window: Window) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        self.worker = Worker(self)

    def begin(self) -> None:
        """Look."""
        book = self._workplace.book
        path, key = book.folder / BOOK_NAME, book.key
        if place_of(book.folder).kind is PlaceKind.REMOVABLE:
            self._window.caution(texts.ON_STICK)
        self.worker.run(lambda _: is_sound(path, key), self._on_looked, self._workplace.fail)

    def _on_looked(self, sound: bool) -> None:
        if sound:
            remember_quick(self._workplace.preferences, datetime.now())
        else:
            way = Way(texts.LOOK, partial(self._window.open_subject, "soundness"))
            self._window.caution(texts.DAMAGED, way)
