"""F1: what the screen is for and its keys."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.subject import ScreenHelp
from ui.shell import texts

_WIDTH = 520


class HelpDialog(QDialog):
    """Short help at the place."""

    def __init__(self, screen_help: ScreenHelp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.HELP_TITLE.format(title=screen_help.title))
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
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
        buttons = QDialogButtonBox()
        buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addSpacing(theme.STEP * 2)
        column.addWidget(buttons)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(theme.strong(self.font()))
        return label


def _table(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, 150)
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(keys):
        grid.addWidget(QLabel(key), row, 0)
        grid.addWidget(QLabel(words), row, 1)
    return grid
