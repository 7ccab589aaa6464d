"""Lines above the screens that have to be seen: amber, each with a way to act and a way to put it aside."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.common import theme
from ui.shell import texts
from ui.shell.notice import Way


class Cautions(QWidget):
    """As many lines as there is to caution of; none takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    def add(self, words: str, way: Way | None = None) -> Callable[[], None]:
        """Show one more line; returns what puts it aside, as its own button does."""
        line = _Line(words, way)
        drop = partial(self._drop, line)
        line.aside.clicked.connect(drop)
        self._lines.append(line)
        self._column.addWidget(line)
        self.show()
        return drop

    def _drop(self, line: "_Line", _: bool = False) -> None:
        if line in self._lines:
            self._lines.remove(line)
            line.hide()
            line.deleteLater()
            self.setVisible(bool(self._lines))


class _Line(QWidget):
    def __init__(self, words: str, way: Way | None) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setPalette(theme.banner())
        label = QLabel(words)
        # The name of a file may look like markup.
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP * 3, theme.STEP, theme.STEP * 2, theme.STEP)
        row.setSpacing(theme.STEP * 2)
        row.addWidget(label, 1)
        if way is not None:
            act = _button(way.words)
            act.clicked.connect(lambda: way.act())
            row.addWidget(act)
        self.aside = _button(texts.SEEN)
        row.addWidget(self.aside)


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    return button
