"""What an officer may not do is there to be seen, disabled, with the reason in its tooltip."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from db.rules.rights import Right
from ui.common import texts
from ui.common.workplace import Workplace


def guard(workplace: Workplace, right: Right, *widgets: QWidget) -> None:
    """Disable widgets for good where who signed in has not the right, whatever their screen makes of them."""
    if not workplace.can(right):
        for widget in widgets:
            _Guard(widget, texts.NOT_YOURS[right])


def read_only(editor: QWidget) -> None:
    """Let a field be read and copied, not changed."""
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.setReadOnly(True)
    elif isinstance(editor, QCheckBox):
        editor.setEnabled(False)


class _Guard(QObject):
    """Keeps a widget disabled and its tooltip telling why."""

    def __init__(self, widget: QWidget, tip: str) -> None:
        super().__init__(widget)
        self._tip = tip
        widget.installEventFilter(self)
        widget.setEnabled(False)
        widget.setToolTip(tip)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.EnabledChange and watched.isEnabled():
                watched.setEnabled(False)
            elif event.type() == QEvent.Type.ToolTipChange and watched.toolTip() != self._tip:
                watched.setToolTip(self._tip)
        return False
