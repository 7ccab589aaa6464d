"""The line of the status bar that tells of the last verified backup; a click opens the page of backups."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.backups import texts
from ui.backups.keeper import Keeper
from ui.backups.words import status_of
from ui.common import theme


class BackupStatus(QPushButton):
    """`page_requested` when it was clicked."""

    page_requested = Signal(str)

    def __init__(self, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.page_requested.emit("backups"))
        keeper.changed.connect(self.show_status)

    def show_status(self) -> None:
        status = status_of(self._keeper)
        self.setText(status.words)
        self.setToolTip(texts.STATUS_TIP.format(more=status.more))
        self.setAccessibleName(f"{status.words}. {status.more}")
        plain = QApplication.palette(self)
        self.setPalette(theme.colored(plain, status.color) if status.color else plain)
