"""The start of the window, as one flat list of steps; each that opens something registers its closing.

The window is painted first. Only then the database is imported and opened, and the first list filled.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.quick_start import begin_start, end_start, plain_imports

with plain_imports():
    from desktop import paths
    from desktop.crash import CrashHook
    from desktop.log import close_log, open_log
    from desktop.opening import Opening
    from desktop.settings import open_preferences
    from ui.common import theme
    from ui.common.qt_words import QtWords
    from ui.shell.crash_teller import CrashTeller
    from ui.shell.window import Window


def run_window(data_dir: Path | None, *, watch: Callable[[Window], None] | None = None) -> int:
    """Open the window on the office's folder and return the exit code.

    `watch` gets the window before it is shown, to listen to `first_painted` and `list_filled`.
    """
    with ExitStack() as closing:
        begin_start()
        closing.callback(end_start)
        closing.enter_context(plain_imports())
        folder = data_dir or paths.data_folder()
        closing.callback(close_log, open_log(paths.log_file(folder)))
        application = make_application()
        teller = CrashTeller(application)
        hook = CrashHook(teller.tell)
        hook.install()
        closing.callback(hook.remove)
        window = Window(open_preferences(folder))
        teller.window = window
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
