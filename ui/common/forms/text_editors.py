"""Editors of typed text with one small face: `text`, `set_text`, `typed` while typing, `settled` when chosen."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from ui.common.forms.typing_keys import does_again, is_for_screen, takes_back

_LINES_HEIGHT = 84
_GOES_ON = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)


class LineEditor(QLineEdit):
    """One line. Ctrl+Z is its own while something was typed since it was last kept, and the window's otherwise."""

    typed = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self.typed)

    def set_text(self, text: str) -> None:
        """Show a kept text; the same text leaves the cursor alone."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0 if not self.hasFocus() else len(text))
        self.setModified(False)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leaves(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _GOES_ON:
            # A long text is read from its beginning.
            self.setCursorPosition(0)

    def _leaves(self, event: QKeyEvent) -> bool:
        unsaved = self.isModified()
        return is_for_screen(event) or (not unsaved and (takes_back(event) or does_again(event)))


class NumberEditor(LineEditor):
    """A count or a sum of money, right-aligned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)


class LinesEditor(QPlainTextEdit):
    """Several lines; Tab goes on, Ctrl+Enter begins a line (Enter is the form's)."""

    typed = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES_HEIGHT)
        self._showing = False
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False
        self.document().setModified(False)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leaves(event):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")
            return
        super().keyPressEvent(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        unsaved = self.document().isModified()
        return is_for_screen(event) or (not unsaved and (takes_back(event) or does_again(event)))

    def _on_text_changed(self) -> None:
        if not self._showing:
            self.typed.emit()


class FlagEditor(QCheckBox):
    """Yes or not said."""

    typed = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self.settled)

    # A check box has words beside it in Qt's face; here the text is the value.
    def text(self) -> str:
        return "1" if self.isChecked() else ""

    def set_text(self, text: str) -> None:
        self.setChecked(bool(text))
