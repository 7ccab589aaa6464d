"""One starter: opens the window on a folder, says what happens to it line by line, and closes when it is told to.

`python -m tests.torture.starter FOLDER`; a line on standard input closes the window.
"""

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QMetaObject, Qt

from desktop.app import run_window
from desktop.settings import open_preferences
from desktop.upgrade_care import note_version
from ui.shell.window import Window

WINDOW, ASKED, LISTED = "window", "asked", "listed"


def main() -> int:
    """Run the window as the program does."""
    folder = Path(sys.argv[1])
    note_version(open_preferences(folder))
    return run_window(folder, watch=_watch)


def _watch(window: Window) -> None:
    window.first_painted.connect(lambda: _say(WINDOW))
    window.came_forward.connect(lambda: _say(ASKED))
    window.list_filled.connect(lambda: _say(LISTED))
    threading.Thread(target=_close_when_told, args=(window,), daemon=True).start()


def _close_when_told(window: Window) -> None:
    sys.stdin.readline()
    QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)


def _say(word: str) -> None:
    print(word, flush=True)


if __name__ == "__main__":
    sys.exit(main())
