"""The start of the program's window, told step by step, as a process of its own. Argument: the folder.

The functions of the program that end a step are wrapped here; the program itself knows nothing of it.
"""

import faulthandler
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.telling import say

if TYPE_CHECKING:
    from ui.shell.window import Window

_LONGEST_S = 120
# In their order; a mark is told when its step is done.
STEPS = {
    "python": "Python itself",
    "qt": "import of Qt",
    "program": "import of the window",
    "application": "the application, its font and colours made",
    "made": "window made",
    "painted": "window laid out and painted",
    "checked": "folder looked at",
    "sqlalchemy": "import of SQLAlchemy",
    "store": "import of the book: services, mapping of the first records",
    "list": "import of lists and forms, mapping of the listed records",
    "opened": "book opened, the office read, records' mapping finished",
    "screen": "screen made",
    "read": "first rows matched",
    "filled": "rows read and painted",
}


def main(folder: str) -> int:
    """Start the window the way the command line does."""
    say("python")
    faulthandler.dump_traceback_later(_LONGEST_S, exit=True)
    import_module("PySide6.QtWidgets")  # Before the program does it, to be told apart.
    say("qt")
    from desktop import app, opening
    from ui.shell.window import Window

    say("program")
    _tell(app, "make_application", after="application")
    _tell(opening, "import_database", before="checked", after="sqlalchemy")
    _tell(opening, "import_list", before="store", after="list")
    _tell(Window, "attach", before="opened")
    _tell(Window, "_made_screen", after="screen")
    return app.run_window(Path(folder), watch=_watch)


def _tell(owner: Any, name: str, *, before: str = "", after: str = "") -> None:
    told: Callable[..., Any] = getattr(owner, name)

    @wraps(told)
    def telling(*arguments: Any, **named: Any) -> Any:
        if before:
            say(before)
        result = told(*arguments, **named)
        if after:
            say(after)
        return result

    setattr(owner, name, telling)


def _watch(window: "Window") -> None:
    say("made")
    window.first_painted.connect(lambda: say("painted"))
    window.list_filled.connect(lambda: _on_list_filled(window))


def _on_list_filled(window: "Window") -> None:
    from tests.benchmarks.shown import shown_table

    say("read")
    shown_table(window).viewport().repaint()
    say("filled")
    window.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
