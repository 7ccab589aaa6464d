"""Offering a file that came from outside: by a double-click, in this process or in another that handed it over."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.given_file import GivenFile
from ui.common import opening_texts as texts
from ui.shell.notice import Way
from ui.shell.window import Window


class FileOffer:
    """Opens the window of restoring with a given file, looked into; nothing is restored that nobody asks for.

    A file waits until there is a book, the first steps or a book that can only be restored, and while something else
    wants an answer: a dialog, or the password of a locked screen.
    """

    def __init__(self, window: Window, given: GivenFile, restore: Callable[[Path], None]) -> None:
        self._window, self._given, self._restore = window, given, restore
        self._stands = False
        self._in_sight: Path | None = None
        # What puts the line of each waiting file aside.
        self._waiting: dict[Path, Callable[[], None]] = {}

    def begin(self) -> None:
        """Offer what was given until now, and from now on whatever is given."""
        self._stands = True
        self._offer_soon()

    def pause(self) -> None:
        """Let a file wait: the window is between two pages."""
        self._stands = False

    def take(self, path: Path | None) -> None:
        """Take a file from another process that was started with it."""
        self._given.path = path or self._given.path
        self._offer_soon()

    def _offer_soon(self) -> None:
        # What asks for it, a list that stands or another process, is to go on first.
        QTimer.singleShot(0, self._window, self._offer)

    def _offer(self) -> None:
        path = self._given.take() if self._stands else None
        # Whoever did not wait for the first one's window opens the same file again.
        if path is None or path == self._in_sight:
            return
        if QApplication.activeModalWidget() is None:
            self._look_into(path)
        else:
            self._let_wait(path)

    def _let_wait(self, path: Path) -> None:
        self._put_aside(path)
        way = Way(texts.LOOK_INTO, partial(self._look_into, path))
        self._waiting[path] = self._window.caution(texts.FILE_WAITS.format(name=path.name), way)

    def _put_aside(self, path: Path) -> None:
        if path in self._waiting:
            self._waiting.pop(path)()

    def _look_into(self, path: Path) -> None:
        from db.backups.faults import BadBackup
        from db.backups.offered import check_offered
        from db.rules.rights import Right
        from db.services.rights import NotAllowed

        self._put_aside(path)
        workplace = self._window.workplace
        try:
            check_offered(path)
            if workplace is not None and not workplace.can(Right.ADMINISTER):
                raise NotAllowed(Right.ADMINISTER)
        except (BadBackup, NotAllowed) as error:
            self._window.tell(error)
        else:
            self._show(path)

    def _show(self, path: Path) -> None:
        self._in_sight = path
        try:
            self._restore(path)
        finally:
            self._in_sight = None
