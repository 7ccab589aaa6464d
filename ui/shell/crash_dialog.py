"""One dialog for errors that nobody caught: what is known is told calmly, the rest with a report to copy."""

import platform
import traceback
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from ui.common.errors import error_text, is_known
from ui.shell import texts

_open = False


def report_text(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return what helps whoever mends the program."""
    lines = [f"Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}"]
    return "\n".join([*lines, *traceback.format_exception(kind, error, trace)])


def show_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show the error unless one is being shown: what follows from it would only bury it."""
    global _open
    if _open:
        return
    _open = True
    try:
        _box(kind, error, trace)
    finally:
        _open = False


def _box(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    owner = QApplication.activeWindow()
    if is_known(error):
        box = QMessageBox(QMessageBox.Icon.Warning, texts.TROUBLE_TITLE, error_text(error), parent=owner)
        box.addButton(texts.CLOSE, QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        return
    report = report_text(kind, error, trace)
    box = QMessageBox(QMessageBox.Icon.Critical, texts.CRASH_TITLE, texts.CRASH, parent=owner)
    box.setInformativeText(texts.CRASH_WHAT_TO_DO)
    box.setDetailedText(report)
    copy = box.addButton(texts.CRASH_COPY, QMessageBox.ButtonRole.ActionRole)
    box.addButton(texts.CRASH_GO_ON, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(report)
