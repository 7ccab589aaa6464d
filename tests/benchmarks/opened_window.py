"""The program's window on an office's folder, as a process of its own: tells when it is painted and filled, and ends.

Arguments: the folder; an errand before the end and its rounds: `visit` opens every subject, `open` opens and scrolls
lists, `filter` types into lists, `search` into the search, `idle` lets the window do what it put off; for how many
milliseconds it is let do so.
"""

import faulthandler
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.telling import memory_mb, say

if TYPE_CHECKING:
    from ui.shell.window import Window

_LONGEST_S = 120
# A pause in typing, and what is read after it.
LONGEST_PUT_OFF_MS = 500


def main(folder: str, errand: str = "", rounds: str = "1", rest_ms: str = str(LONGEST_PUT_OFF_MS)) -> int:
    """Start the window the way the command line does."""
    # A window that never says it is filled, or one with a crash report open, ends with a trace of where it stands.
    faulthandler.dump_traceback_later(_LONGEST_S, exit=True)
    from desktop.app import run_window

    if errand not in ("", "idle"):
        # Opening lists begins on a subject that is none of them; every other errand on the largest list.
        _begin_on(Path(folder), "measures" if errand in ("open", "board") else "outreach")
    numbers = int(rounds), int(rest_ms)
    return run_window(Path(folder), watch=lambda window: _watch(window, errand, *numbers))


def _begin_on(folder: Path, subject: str) -> None:
    from desktop.settings import open_preferences

    open_preferences(folder).set_text("window/subject", subject)


def _watch(window: "Window", errand: str, rounds: int, rest_ms: int) -> None:
    window.first_painted.connect(lambda: say("painted"))
    window.list_filled.connect(lambda: _on_list_filled(window, errand, rounds, rest_ms))


def _on_list_filled(window: "Window", errand: str, rounds: int, rest_ms: int) -> None:
    from tests.benchmarks.shown import shown_table

    table = shown_table(window)
    # The rows count once they are drawn, not when they are only known.
    table.viewport().repaint()
    say("filled")
    say("rows", table.model().rowCount())
    if errand:
        from tests.benchmarks import errands

        errands.run(window, errand, rounds, rest_ms)
    say("memory", memory_mb())
    window.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
