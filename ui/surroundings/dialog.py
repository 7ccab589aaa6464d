"""The look at the machine in a window of its own, for whoever asks for it later."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ui.common import theme
from ui.surroundings import texts
from ui.surroundings.panel import SurroundingsPanel
from ui.surroundings.presenter import SurroundingsPresenter

_SIZE = (720, 360)


class SurroundingsDialog(QDialog):
    """Shows the list; Esc closes it."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.HEADING)
        self.presenter = SurroundingsPresenter(folder, parent=self)
        self.panel = SurroundingsPanel(self.presenter)
        purpose = QLabel(texts.PURPOSE)
        purpose.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(texts.CLOSE, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(purpose)
        column.addWidget(self.panel)
        column.addStretch(1)
        column.addWidget(buttons)
        theme.fit_screen(self, *_SIZE)

    @classmethod
    def tell(cls, folder: Path, parent: QWidget) -> None:
        """Show what the machine has to offer to a book in this folder."""
        dialog = cls(folder, parent)
        dialog.exec()
        dialog.presenter.wait()
        dialog.deleteLater()
