"""The notes above the forms, each on its line; a warning has a sign and its own colour."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.common import icons, theme
from ui.returns.filling.notes import Note

_SIGN = 16


class NotesList(QWidget):
    """Shows notes; `said` is what it shows now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.STEP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def say_busy(self, words: str) -> None:
        self.show_notes((Note(words),))

    def show_notes(self, notes: Sequence[Note]) -> None:
        self.said = tuple(note.words for note in notes)
        self._clear()
        for row, note in enumerate(notes):
            words = QLabel(note.words)
            words.setWordWrap(True)
            if note.warns:
                words.setPalette(theme.colored(self.palette(), theme.soon()))
                self._grid.addWidget(_sign(), row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(words, row, 1)
            else:
                self._grid.addWidget(words, row, 0, 1, 2)

    def _clear(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _sign() -> QLabel:
    sign = QLabel()
    sign.setPixmap(icons.icon("warning").pixmap(QSize(_SIGN, _SIGN)))
    return sign
