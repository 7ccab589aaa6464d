"""Shows a file or a folder in the system's file manager; where there is none, tells the path to copy."""

import sys
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.about import texts
from ui.about.parts import Action, button_row, copy_text, line_to_copy, paragraph
from ui.common import theme

_WIDTH = 560


def show_folder(folder: Path, title: str, parent: QWidget) -> None:
    """Open a folder."""
    if not _open_folder(folder):
        PathDialog.tell(title, folder, parent)


def show_file(path: Path, title: str, parent: QWidget) -> None:
    """Open the folder of a file, with the file chosen where the system can do that."""
    if not (_choose_in_explorer(path) or _open_folder(path.parent)):
        PathDialog.tell(title, path, parent)


def _choose_in_explorer(path: Path) -> bool:
    if sys.platform != "win32" or not path.exists():
        return False
    # Two arguments: Explorer does not understand them in one pair of quotation marks.
    started, _ = QProcess.startDetached("explorer.exe", ["/select,", QDir.toNativeSeparators(str(path))])
    return started


def _open_folder(folder: Path) -> bool:
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class PathDialog(QDialog):
    """Where something lies, to be copied."""

    def __init__(self, title: str, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.line = line_to_copy(str(path), texts.PATH_NAME)
        copy = Action(texts.COPY, texts.COPY_TIP, lambda: copy_text(self.line.text()), is_primary=True)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(paragraph(texts.PATH_WORDS))
        column.addWidget(self.line)
        column.addLayout(button_row((copy,), Action(texts.CLOSE, "", self.reject)))
        self.line.selectAll()
        self.line.setFocus()

    @classmethod
    def tell(cls, title: str, path: Path, parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(title, path, parent)
        dialog.exec()
        dialog.deleteLater()
