"""F1: what the screen is for and its keys."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.common import theme
from ui.common.screens.subject import ScreenHelp
from ui.shell import texts

_WIDTH, _KEY_WIDTH = 520, 170
# What a dialog needs on the screen besides its text: title, button, task bar.
_AROUND = 140


class HelpDialog(QDialog):
    """Short help at the place; what a small screen cannot hold is scrolled, the button stays in sight."""

    def __init__(self, screen_help: ScreenHelp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.HELP_TITLE.format(title=screen_help.title))
        self._words = _Words(screen_help)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._words)
        buttons = QDialogButtonBox()
        buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._scroll, 1)
        column.addWidget(buttons)
        self._scroll.setMinimumSize(self._fitting())
        self._scroll.setFocus()

    def _fitting(self) -> QSize:
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = self._words.sizeHint().width() + bar
        room = self.screen().availableSize() - QSize(0, _AROUND)
        return QSize(width, self._words.heightForWidth(width - bar)).boundedTo(room)


class _Words(QWidget):
    """What the screen is for, its keys, the keys of the window."""

    def __init__(self, screen_help: ScreenHelp) -> None:
        super().__init__()
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        purpose = QLabel(screen_help.purpose)
        purpose.setWordWrap(True)
        column.addWidget(purpose)
        for title, keys in (
            (texts.KEYS_HERE, screen_help.keys),
            (texts.KEYS_EVERYWHERE, texts.WINDOW_KEYS),
        ):
            column.addSpacing(theme.STEP * 2)
            column.addWidget(self._heading(title))
            column.addLayout(_table(keys))
        column.addStretch(1)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(theme.strong(self.font()))
        return label


def _table(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, _KEY_WIDTH)
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(keys):
        grid.addWidget(QLabel(key), row, 0)
        grid.addWidget(QLabel(words), row, 1)
    return grid
