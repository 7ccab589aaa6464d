"""The start of the window, as one flat list of steps; each that opens something registers its closing.

The window is painted first. Only then the database is imported and opened, and the first list filled.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.quick_start import begin_start, end_start, plain_imports

with plain_imports():
    from desktop import crash, paths
    from desktop.log import close_log, open_log
    from desktop.settings import open_preferences
    from ui.common import theme
    from ui.common.qt_words import QtWords
    from ui.shell.window import Window

if TYPE_CHECKING:
    from ui.common.worker import Worker


def run_window(data_dir: Path | None, *, watch: Callable[[Window], None] | None = None) -> int:
    """Open the window on the office's folder and return the exit code.

    `watch` gets the window before it is shown, to listen to `first_painted` and `list_filled`.
    """
    with ExitStack() as closing:
        begin_start()
        closing.callback(end_start)
        closing.enter_context(plain_imports())
        crash.install_hook()
        closing.callback(crash.remove_hook)
        folder = data_dir or paths.data_folder()
        closing.callback(close_log, open_log(paths.log_file(folder)))
        application = make_application()
        window = Window(open_preferences(folder))
        if watch is not None:
            watch(window)
        opening = Opening(window, folder, closing)
        window.first_painted.connect(opening.begin)
        window.list_filled.connect(end_start)
        window.show()
        return application.exec()


def make_application() -> QApplication:
    """Return the application, dressed and speaking Vietnamese."""
    QLocale.setDefault(QLocale("vi_VN"))
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName(paths.APPLICATION)
    theme.apply(application)
    words = QtWords(application)
    application.installTranslator(words)
    return application


class Opening:
    """What happens after the first paint: the book is brought up to date, opened and given to the window."""

    def __init__(self, window: Window, folder: Path, closing: ExitStack) -> None:
        self._window, self._folder, self._closing = window, folder, closing

    def begin(self) -> None:
        """Open the book, or show the first steps where there is none."""
        from db.sessions import BOOK_NAME

        import_module("ui.common.screens.record_screen")

        if (self._folder / BOOK_NAME).exists():
            self.open_book()
        else:
            wizard = self._window.show_wizard(self._folder, self._worker())
            wizard.finished.connect(self.open_book)

    def open_book(self) -> None:
        """Open the book and attach it to the window; what stands in the way is told in its place."""
        from db.migrations.store import prepare_store
        from db.new_book import take_new_content
        from db.sessions import BOOK_NAME, Book
        from ui.common.errors import is_known
        from ui.common.workplace import Workplace

        # An edge: trouble of the surroundings is told, anything else goes on to the crash report.
        try:
            book = Book(self._folder)
            self._closing.callback(book.close)
            if prepare_store(self._folder / BOOK_NAME):
                take_new_content(book, who=paths.APPLICATION)
        except Exception as error:
            if not is_known(error):
                raise
            self._window.tell_not_open(error)
            return
        workplace = Workplace(book, self._window.preferences, parent=self._window)
        self._closing.callback(workplace.worker.wait)
        self._window.attach(workplace)

    def _worker(self) -> "Worker":
        from ui.common.worker import Worker

        worker = Worker(self._window)
        self._closing.callback(worker.wait)
        return worker
