"""Asks for a word on warnings, for those chosen or for all of a kind."""

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.text import cleaned
from ui.common import theme
from ui.common.forms.text_editors import LineEditor
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.returns.filling import work_texts as texts

_WIDTH = 520


class WordDialog(QDialog):
    """Takes one line; `alike` tells how many more warnings of the kind have none yet."""

    def __init__(self, about: str, word: str, alike: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.WORD_TITLE)
        self.setMinimumWidth(_WIDTH)
        self.word = LineEditor()
        self.word.setText(word)
        self.word.setAccessibleName(texts.WORD_FIELD)
        self.for_alike = QCheckBox(texts.WORD_ALIKE.format(count=alike))
        self.for_alike.setVisible(alike > 0)
        self.keep_button, self.back_button = QPushButton(texts.KEEP), QPushButton(TURN_BACK)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.accept)
        self.back_button.clicked.connect(self.reject)
        self._lay_out(about)
        self.word.setFocus()

    @classmethod
    def ask(
        cls, about: str, word: str, alike: int, parent: QWidget, aside: TypedAside
    ) -> tuple[str, bool] | None:
        """Return the word and whether it is for all of the kind; none where the officer turned back."""
        dialog = cls(about, word, alike, parent)
        aside.hold(dialog, about, {"word": dialog.word})
        kept = bool(dialog.exec())
        dialog.deleteLater()
        return (cleaned(dialog.word.text()), dialog.for_alike.isChecked()) if kept else None

    def _lay_out(self, about: str) -> None:
        told, label, hint = QLabel(about), QLabel(texts.WORD_FIELD), QLabel(texts.WORD_HINT)
        label.setBuddy(self.word)
        hint.setPalette(theme.colored(self.palette(), theme.faint()))
        buttons = QHBoxLayout()
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        for widget in (told, label, self.word, self.for_alike):
            column.addWidget(widget)
        told.setWordWrap(True)
        column.addLayout(buttons)
