"""The last edge: known trouble is told calmly, anything else is logged and reported in one dialog."""

import logging
import sys
import threading
from types import TracebackType

_log = logging.getLogger("pcmd.crash")
Kind = type[BaseException]


def install_hook() -> None:
    """From now on every error that nobody caught comes here, from any thread."""
    sys.excepthook = _on_error
    threading.excepthook = lambda args: _on_error(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def remove_hook() -> None:
    """Give errors back to Python."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__


def _on_error(kind: Kind, error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    from ui.common.errors import is_known

    if not is_known(error):
        _log.critical("uncaught error", exc_info=(kind, error, trace))
    _show(kind, error, trace)


def _show(kind: Kind, error: BaseException, trace: TracebackType | None) -> None:
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if application is None or QThread.currentThread() is not application.thread():
        sys.__excepthook__(kind, error, trace)
        return
    from ui.shell.crash_dialog import show_error

    show_error(kind, error, trace)
