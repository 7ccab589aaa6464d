"""Shows which records outlive their unit and where they go, and moves them."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from db.rules.formats import number_text
from db.services.borders.late_records import LateRecords
from ui.common import theme
from ui.successions import late_texts as texts
from ui.successions.late_words import lines, told

_SIZE = (820, 480)


class LateDialog(QDialog):
    """Accepted when the officer wants what can be moved to be moved."""

    def __init__(self, found: LateRecords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        theme.fit_screen(self, *_SIZE)
        self.told, self.lines = QLabel(told(found)), QListWidget()
        self.move_button = QPushButton(texts.MOVE.format(count=number_text(found.moving)))
        self.back_button = QPushButton(texts.BACK)
        self.lines.addItems(lines(found))
        self.move_button.setVisible(found.moving > 0)
        self._lay_out()
        (self.move_button if found.moving else self.back_button).setFocus()

    @classmethod
    def ask(cls, found: LateRecords, parent: QWidget) -> bool:
        """Show them until the officer decides; return whether they are to be moved."""
        dialog = cls(found, parent)
        is_wanted = bool(dialog.exec())
        dialog.deleteLater()
        return is_wanted

    def _lay_out(self) -> None:
        self.told.setWordWrap(True)
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName(texts.TITLE)
        theme.make_primary(self.move_button)
        self.back_button.setAutoDefault(False)
        self.move_button.clicked.connect(self.accept)
        self.back_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.move_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self.told)
        column.addWidget(self.lines, 1)
        column.addLayout(buttons)
