"""Telling that the window does not come: in a dialog if Qt can, else in a box of the system, else on the console."""

import sys

from desktop.crash_report import report_of
from ui.common.errors import error_text, is_known
from ui.shell import crash_texts as texts

_ICON_ERROR = 0x10


def tell(error: Exception) -> None:
    """Tell why the window does not come: known trouble in its words, anything else with a report."""
    known = error_text(error) if is_known(error) else ""
    report = "" if known else report_of(error)
    # An edge: Qt itself may be what does not start.
    try:
        _tell_by_qt(known, report)
    except Exception:
        _tell_without_qt(known, report)


def _tell_by_qt(known: str, report: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    from desktop.app import make_application
    from ui.shell.crash_dialog import NOT_STARTED, CrashDialog

    _kept = make_application()  # Without a name it would go again at once.
    if known:
        QMessageBox.warning(None, texts.NOT_STARTED_TITLE, known)
    else:
        CrashDialog.tell(NOT_STARTED, report)


def _tell_without_qt(known: str, report: str) -> None:
    lines = (texts.NOT_STARTED, known or texts.NOT_STARTED_WHAT_TO_DO, report)
    words = "\n".join(line for line in lines if line)
    if sys.platform == "win32":
        from ctypes import windll

        windll.user32.MessageBoxW(None, words, texts.NOT_STARTED_TITLE, _ICON_ERROR)
    elif sys.stderr is not None:
        print(words, file=sys.stderr)
