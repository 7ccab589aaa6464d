"""A place of a report in which is written: its label, an editor that grows with its words, what wants a look."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.rules.text import cleaned_lines
from ui.common import theme
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor, LinesEditor
from ui.common.screens.record_screen import action_button
from ui.returns.reports import texts

_LEAST_LINES, _MOST_LINES = 2, 14
_FRAME = 18
# A narrative is long: what was typed is kept in a pause too, not only when the editor is left.
_PAUSE_MS = 2000


class GrowingEditor(LinesEditor):
    """Several lines, as high as its words up to a page's part; Enter begins a line. `left` when the focus went on."""

    left = Signal()

    def __init__(self, least: int = _LEAST_LINES) -> None:
        super().__init__()
        self._least = least
        # Not at once: an editor that is made higher while it lays its words out lays them out within that again.
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        self.textChanged.connect(self._fitting.start)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def _fit(self) -> None:
        # The size of a plain document is counted in lines.
        lines = round(self.document().size().height())
        shown = min(max(lines, self._least), _MOST_LINES)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + _FRAME)


class TextRow(QWidget):
    """Shows a text; `left` with what is typed when the editor was left or typing paused, `taken_back` by its button."""

    left = Signal(str)
    taken_back = Signal()

    def __init__(self, label: str, editor: LineEditor | GrowingEditor) -> None:
        super().__init__()
        self.editor = editor
        self.label, self.status = QLabel(label), QLabel()
        self.message = Message(theme.soon)
        self.back = action_button(texts.TAKE_BACK, "", "")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out(label)
        self._connect()

    @property
    def is_typing(self) -> bool:
        """Tell whether something was typed that is not kept yet."""
        if isinstance(self.editor, LinesEditor):
            return self.editor.document().isModified()
        return self.editor.isModified()

    def show_text(self, text: str) -> None:
        """Show what is kept; what is being typed, and the same words with other spaces, stay as they are."""
        if not self.is_typing and cleaned_lines(self.editor.text()) != text:
            self.editor.set_text(text)

    def take_typed(self, text: str) -> None:
        """Put in what was typed before, as if it were being typed now."""
        self.editor.set_text(text)
        self._set_typed(True)

    def give_up(self) -> None:
        """What is being typed is not wanted: the kept text may be shown again."""
        self._pause.stop()
        self._set_typed(False)

    def say(self, status: str, warning: str = "", back: str = "") -> None:
        """Say how the text stands, what wants a look, and the text that the button takes back (none: no button)."""
        self.status.setText(status)
        self.status.setVisible(bool(status))
        self.message.say(warning)
        self.back.setVisible(bool(back))
        self.back.setToolTip(texts.TAKE_BACK_TIP.format(text=back))

    def settle(self) -> None:
        """Keep what is being typed."""
        self._pause.stop()
        if self.is_typing:
            text = self.editor.text()
            self._set_typed(False)
            self.left.emit(text)

    def _on_settled(self) -> None:
        # A day from the calendar was not typed.
        self._set_typed(True)
        self.settle()

    def _set_typed(self, typed: bool) -> None:
        if isinstance(self.editor, LinesEditor):
            self.editor.document().setModified(typed)
        else:
            self.editor.setModified(typed)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.settle)
        self.editor.typed.connect(self._pause.start)
        if isinstance(self.editor, GrowingEditor):
            self.editor.left.connect(self.settle)
        else:
            self.editor.editingFinished.connect(self.settle)
            self.editor.settled.connect(self._on_settled)
            self.editor.returnPressed.connect(lambda: self.focusNextChild())
        self.back.clicked.connect(self.taken_back)

    def _lay_out(self, label: str) -> None:
        self.editor.setAccessibleName(label)
        self.label.setBuddy(self.editor)
        self.status.setWordWrap(True)
        self.status.setPalette(theme.colored(self.palette(), theme.faint()))
        below = QHBoxLayout()
        below.setSpacing(theme.STEP * 2)
        below.addWidget(self.status, 1)
        below.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        for part in (self.label, self.editor, self.message):
            column.addWidget(part)
        column.addLayout(below)
        self.say("")


def line_row(label: str) -> TextRow:
    """Make a row of one line."""
    return TextRow(label, LineEditor())


def day_row(label: str) -> TextRow:
    """Make a row of a day."""
    return TextRow(label, DayEditor())


def lines_row(label: str, least: int = _LEAST_LINES) -> TextRow:
    """Make a row of several lines."""
    return TextRow(label, GrowingEditor(least))
