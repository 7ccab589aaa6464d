"""A file that was refused: every finding in one list, to be copied and mended in the file."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.findings import Refused
from ui.common import texts, theme
from ui.common.findings_table import FindingsTable

_SIZE = (820, 460)


class FindingsDialog(QDialog):
    """Shows what is wrong with a file, or with whatever `title` and `told` speak of; nothing of it was stored."""

    def __init__(
        self, refused: Refused, parent: QWidget | None = None, *, title: str = "", told: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title or texts.FINDINGS_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.table = FindingsTable()
        self.table.show_findings(refused.findings)
        words = QLabel(
            (told or texts.FINDINGS_TOLD).format(
                source=refused.source or texts.FINDINGS_FILE, count=len(refused.findings)
            )
        )
        words.setWordWrap(True)
        self.copy_button, close = QPushButton(texts.COPY_FINDINGS), QPushButton(texts.CLOSE)
        self.copy_button.clicked.connect(self.table.copy_all)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    @classmethod
    def tell(
        cls, refused: Refused, parent: QWidget | None = None, *, title: str = "", told: str = ""
    ) -> None:
        """Show the findings until the officer closes them."""
        dialog = cls(refused, parent, title=title, told=told)
        dialog.exec()
        dialog.deleteLater()
