"""What the dialogs about the program share: words, a text to read, a row of buttons."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from ui.common import theme


@dataclass(frozen=True)
class Action:
    """A button of a dialog: its word, its tip, what it does; the primary one is what the dialog is for."""

    words: str
    tip: str
    act: Callable[[], object]
    is_primary: bool = False


def paragraph(words: str) -> QLabel:
    """Return words that fold where the dialog is narrow."""
    label = QLabel(words)
    label.setWordWrap(True)
    return label


def text_to_read(name: str) -> QPlainTextEdit:
    """Return a box of text that is read and copied; Tab leaves it."""
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(name)
    return box


def line_to_copy(words: str, name: str) -> QLineEdit:
    """Return a line that is read and copied whole."""
    line = QLineEdit(words)
    line.setReadOnly(True)
    line.setAccessibleName(name)
    line.setCursorPosition(0)
    return line


def button_row(actions: tuple[Action, ...], close: Action) -> QHBoxLayout:
    """Return the buttons of a dialog, the one that closes it at the right; Enter takes the primary one, else that."""
    row = QHBoxLayout()
    row.setSpacing(theme.STEP * 2)
    for action in actions:
        row.addWidget(_button(action))
    row.addStretch(1)
    last = _button(close)
    if not any(action.is_primary for action in actions):
        last.setDefault(True)
    row.addWidget(last)
    return row


def copy_text(words: str) -> None:
    """Put words on the clipboard."""
    QGuiApplication.clipboard().setText(words)


def _button(action: Action) -> QPushButton:
    button = QPushButton(action.words)
    button.setToolTip(action.tip)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: action.act())
    if action.is_primary:
        button.setDefault(True)
        theme.make_primary(button)
    return button
