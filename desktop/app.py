"""The start of the window, as one flat list of steps; each that opens something registers its closing.

The window is painted first. Only then the database is imported and opened, and the first list filled.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.quick_start import begin_start, end_start, plain_imports

with plain_imports():
    from desktop import paths
    from desktop.crash import CrashHook
    from desktop.given_file import GivenFile
    from desktop.log import close_log, open_log
    from desktop.one_window import Claim, ask_first
    from desktop.settings import open_preferences
    from ui.common import theme
    from ui.common.qt_words import QtWords
    from ui.shell.crash_teller import CrashTeller
    from ui.shell.window import Window


def run_window(
    data_dir: Path | None, *, given: Path | None = None, watch: Callable[[Window], None] | None = None
) -> int:
    """Open the window on the office's folder and return the exit code; there it offers to restore a `given` file.

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
        claim = Claim(folder)
        closing.callback(claim.release)
        if not claim.is_held and ask_first(folder, claim, given=given):
            return 0
        windows = Windows(folder, teller, claim, watch, GivenFile(given))
        closing.callback(windows.close)
        windows.show()
        return application.exec()


class Windows:
    """One window after the other: each that opens a book knows nothing of what came before."""

    def __init__(
        self,
        folder: Path,
        teller: CrashTeller,
        claim: Claim,
        watch: Callable[[Window], None] | None,
        given: GivenFile,
    ) -> None:
        self._folder, self._teller, self._claim, self._watch = folder, teller, claim, watch
        self._given = given
        # What lasts as long as there are windows, what as long as the book that is open.
        self._lasting, self._closing = ExitStack(), ExitStack()
        self._is_later = False

    def show(self, between: Callable[[], object] | None = None) -> Window:
        """Show a window that opens the book once it is painted; `between` runs before, while no book is open."""
        window = Window(open_preferences(self._folder))
        self._teller.window = window
        if self._watch is not None:
            self._watch(window)
        window.first_painted.connect(partial(self._open, window, between))
        window.list_filled.connect(end_start)
        window.show()
        return window

    def _open(self, window: Window, between: Callable[[], object] | None) -> None:
        # Not before the window is painted.
        self._put_methods_off()
        from desktop.about.desk import AboutDesk
        from desktop.opening import Opening, Start
        from ui.common.program_icon import set_program_icon

        window.help_menu.program = AboutDesk(self._folder, window)
        start = Start(self._claim, self.renew, between, self._given)
        self._opening = Opening(window, self._folder, self._closing, start)
        self._opening.begin()
        set_program_icon()

    def _put_methods_off(self) -> None:
        from desktop.quick_classes import methods_when_called

        if not self._is_later:
            self._is_later = True
            self._lasting.enter_context(methods_when_called())

    def renew(
        self, window: Window, folder: Path | None = None, between: Callable[[], object] | None = None
    ) -> None:
        """Close a window, with the book that it has open, and show another in its place, maybe of another folder."""
        earlier, self._closing = self._closing, ExitStack()
        place = window.saveGeometry()
        if folder is not None and folder != self._folder:
            self._claim.release()
            self._folder, self._claim = folder, Claim(folder)
        # The next one first: with its last window the program would end.
        self.show(between).restoreGeometry(place)
        window.close()
        earlier.close()
        window.deleteLater()

    def close(self) -> None:
        """Close what the last window opened."""
        self._closing.close()
        self._lasting.close()
        self._claim.release()


def make_application() -> QApplication:
    """Return the application, dressed and speaking Vietnamese."""
    QLocale.setDefault(QLocale("vi_VN"))
    existing = QApplication.instance()
    # The style is named before any is made: to set it later costs as much as the window itself.
    arguments = [*sys.argv[:1], "-style", theme.STYLE]
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName(paths.APPLICATION)
    # The name of the entry in the menu: a desktop finds the program's windows and their icon by it.
    application.setDesktopFileName(paths.APPLICATION)
    theme.apply(application)
    words = QtWords(application)
    application.installTranslator(words)
    return application
