"""The last backup before the window closes; the officer can leave it out, and nothing is lost by that."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from db.rules.backups import Why
from ui.backups import texts
from ui.backups.keeper import Done, Keeper
from ui.common import theme
from ui.common.errors import error_text, is_known
from ui.common.worker import Job
from ui.handing.parts import plain_button, plain_words

_WIDTH = 460
# A snapshot, packed, read back.
_STEPS = 3


class ExitDialog(QDialog):
    """Accepted once the window may close."""

    def __init__(self, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._job: Job | None = None
        self.setWindowTitle(texts.EXIT_TITLE)
        self.words, self.step = plain_words(texts.EXIT_WORDS), plain_words()
        self.bar = QProgressBar()
        # Step by step: the one that only moves to and fro brought Qt down now and then when its window went.
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.leave_button = plain_button(texts.LEAVE_OUT, texts.LEAVE_OUT_TIP)
        self.again_button = plain_button(texts.AGAIN)
        self.stay_button = plain_button(texts.STAY)
        self._lay_out()
        self.leave_button.clicked.connect(self.leave_out)
        self.again_button.clicked.connect(self.begin)
        self.stay_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, keeper: Keeper, parent: QWidget) -> bool:
        """Back up what changed; return whether the window may close."""
        dialog = cls(keeper, parent)
        QTimer.singleShot(0, dialog.begin)
        closes = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return closes

    def begin(self) -> None:
        """Start the backup."""
        if self._job is not None:
            return
        self.words.setText(texts.EXIT_WORDS)
        self._show_running(True)
        self._job = self._keeper.back_up(Why.EXIT, self._on_done, self._on_failed)
        self.bar.setValue(0)
        self._job.told.connect(self._show_step)

    def leave_out(self) -> None:
        """Close without it: what was entered is in the book, and the next end makes the backup."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self.accept()

    def _on_done(self, _: Done) -> None:
        # Left out meanwhile: this window is gone.
        if self._job is not None:
            self._job = None
            self.accept()

    def _on_failed(self, error: Exception) -> None:
        if self._job is None:
            return
        self._job = None
        if not is_known(error):
            self.reject()
            raise error
        self.words.setText(error_text(error))
        self._show_running(False)

    def _show_step(self, words: str) -> None:
        self.step.setText(words)
        self.bar.setValue(self.bar.value() + 1)

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.step.setVisible(running)
        self.again_button.setVisible(not running)
        self.stay_button.setVisible(not running)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        buttons.addWidget(self.stay_button)
        buttons.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 3)
        for part in (self.words, self.bar, self.step):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self._show_running(True)
