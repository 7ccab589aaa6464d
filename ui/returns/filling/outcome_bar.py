"""What an export made, said in its place: file, revision, check code, and the ways on from there."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from db.rules.returns.filled import FilledReturn
from ui.common import theme
from ui.returns.filling import texts


class OutcomeBar(QFrame):
    """Hidden until something was exported. `code_copied` with the check code."""

    code_copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._code = Path(), ""
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.open_button = _button(texts.OPEN_FOLDER, texts.OPEN_FOLDER_TIP)
        self.copy_button = _button(texts.COPY_CODE, texts.COPY_CODE_TIP)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP * 3, theme.STEP, theme.STEP * 2, theme.STEP)
        row.addWidget(self.words, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.open_button)
        self.open_button.clicked.connect(self._open_folder)
        self.copy_button.clicked.connect(self._copy_code)
        self.hide()

    def tell(self, target: Path, filled: FilledReturn) -> None:
        """Say what was exported and where."""
        self._folder, self._code = target.parent, filled.check_code
        self.words.setPalette(theme.colored(self.palette(), theme.done()))
        self.words.setText(
            texts.EXPORTED.format(name=target.name, revision=filled.revision, code=filled.check_code)
        )
        self.show()
        self.open_button.setFocus()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.code_copied.emit(self._code)


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
