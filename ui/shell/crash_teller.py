"""Tells errors that nobody caught, one after the other, when the window can: never amid the painting that failed."""

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell import texts

if TYPE_CHECKING:
    from datetime import datetime

    from ui.shell.window import Window


class CrashTeller(QObject):
    """`tell` may be called on any thread; the dialog comes from the event loop of the thread that made this."""

    _came = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: Window | None = None
        self._waiting: deque[tuple[BaseException, str]] = deque()
        self._is_telling = False
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def tell(self, error: BaseException, report: str) -> None:
        """Tell an error: with a report as our own fault, without one as known trouble."""
        self._came.emit(error, report)

    def _on_came(self, error: BaseException, report: str) -> None:
        self._waiting.append((error, report))
        if self._is_telling:
            return
        self._is_telling = True
        try:
            while self._waiting:
                self._tell_one(*self._waiting.popleft())
        finally:
            self._is_telling = False

    def _tell_one(self, error: BaseException, report: str) -> None:
        from ui.shell.crash_dialog import CrashDialog, words_of_error

        owner = QApplication.activeModalWidget() or self.window
        if not report:
            _tell_trouble(error, owner)
        elif CrashDialog.tell(words_of_error(self._kept_at()), report, owner):
            self._waiting.clear()
            _end()

    def _kept_at(self) -> "datetime | None":
        workplace = self.window.workplace if self.window is not None else None
        return workplace.kept_at if workplace is not None else None


def tell_cut_off(window: "Window", report: str) -> None:
    """Check the book in the background, then say over the window that the last run was cut off."""
    from db.checks.file_checks import is_sound
    from db.sessions import BOOK_NAME

    workplace = window.workplace
    if workplace is None:
        return
    book = workplace.book

    def work(_: object) -> bool:
        return is_sound(book.folder / BOOK_NAME, book.key)

    workplace.worker.run(work, partial(_tell_checked, window, report), workplace.fail)


def _tell_checked(window: "Window", report: str, sound: bool) -> None:
    from ui.shell.crash_dialog import CrashDialog, words_of_cut_off

    if CrashDialog.tell(words_of_cut_off(sound=sound), report, window):
        window.close()


def _tell_trouble(error: BaseException, owner: QWidget | None) -> None:
    from PySide6.QtWidgets import QMessageBox

    from ui.common.errors import error_text

    box = QMessageBox(QMessageBox.Icon.Warning, texts.TROUBLE_TITLE, error_text(error), parent=owner)
    box.addButton(texts.CLOSE, QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _end() -> None:
    # What is open is settled as at any end; what fails there once more must not keep the program from ending.
    QApplication.closeAllWindows()
    QApplication.exit(1)
