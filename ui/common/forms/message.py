"""What is wrong, or wants a look, in a sign and words."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ui.common import icons, theme

_MARK = 16


class Message(QWidget):
    """What is wrong, or wants a look: a sign and words in the colour of that, never colour alone.

    `taken` when the remedy that stands under the words was clicked.
    """

    taken = Signal()

    def __init__(self, color: Callable[[], QColor] = theme.late) -> None:
        super().__init__()
        self._color = color
        sign = QLabel()
        sign.setFixedWidth(_MARK + theme.STEP)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sign = sign
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, theme.STEP)
        self._grid.setSpacing(theme.STEP)
        self._grid.addWidget(sign, 0, 0)
        self._grid.addWidget(self._words, 0, 1)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def say(self, words: str, color: QColor | None = None) -> None:
        self._words.setText(words)
        if words:
            shown = color or self._color()
            self._words.setPalette(theme.colored(self.palette(), shown))
            self._sign.setPixmap(icons.picture("warning", _MARK, shown))
        self.setVisible(bool(words))

    def offer(self, words: str, tip: str = "") -> None:
        """Offer a remedy under the words, none where there is none."""
        if words or "remedy" in vars(self):
            self.remedy.setText(words)
            self.remedy.setToolTip(tip)
            self.remedy.setVisible(bool(words))

    @cached_property
    def remedy(self) -> QPushButton:
        """Return the button that takes the remedy; few messages ever have one."""
        made = QPushButton()
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAutoDefault(False)
        made.clicked.connect(self.taken)
        self._grid.addWidget(made, 1, 1, Qt.AlignmentFlag.AlignLeft)
        return made
