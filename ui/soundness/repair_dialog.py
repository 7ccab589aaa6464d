"""Repair the book: first what will happen, then what could not be read, then the choice of the new book or the old."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.repair.losses import Repaired
from db.repair.repairing import repair
from db.repair.taking_over import take_into_use
from db.sessions import BOOK_NAME
from ui.common import repair_texts, theme
from ui.common.errors import error_text, is_known
from ui.common.progress_dialog import watch
from ui.common.repair_words import loss_lines, summary, write_list
from ui.common.soundness_words import table_word
from ui.common.worker import Progress, Worker
from ui.soundness import texts

_SIZE = (640, 420)
Use = Callable[[], object]


class RepairDialog(QDialog):
    """Reads the book into a new one beside it; the old one is not touched before the officer takes the new one."""

    def __init__(self, folder: Path, worker: Worker, parent: QWidget | None, *, key: bytes | None) -> None:
        super().__init__(parent)
        self._folder, self._worker, self._key = folder, worker, key
        self._stamp = datetime.now().strftime(texts.STAMP)
        self._out = folder / texts.FOLDER_NAME.format(stamp=self._stamp)
        self._is_read = False
        self.setWindowTitle(texts.REPAIR_TITLE)
        self.words = QLabel(texts.REPAIR_WORDS.format(folder=self._out))
        self.advice = QLabel(texts.REPAIR_BACKUP)
        self.listed = QPlainTextEdit()
        self.go_button = _button(texts.BEGIN)
        self.leave_button = _button(texts.CANCEL)
        self._lay_out()
        self.go_button.clicked.connect(self._go_on)
        self.leave_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, folder: Path, worker: Worker, parent: QWidget | None, *, key: bytes | None) -> Use | None:
        """Return what puts the new book in the place of the old, to be called while none is open; None to leave it."""
        dialog = cls(folder, worker, parent, key=key)
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return partial(take_into_use, folder, dialog._out / BOOK_NAME, dialog._aside) if taken else None

    @property
    def _aside(self) -> str:
        return texts.ASIDE_NAME.format(stamp=self._stamp)

    def _go_on(self) -> None:
        if self._is_read:
            self.accept()
        else:
            self._read()

    def _read(self) -> None:
        book, out, key = self._folder / BOOK_NAME, self._out, self._key
        now = datetime.now()

        def work(tell: Progress) -> Repaired:
            def told(table: str) -> None:
                tell(repair_texts.READING.format(table=table_word(table)))

            done = repair(book, out, who=repair_texts.WHO, clock=lambda: now, tell=told, key=key)
            write_list(done, book, out, now)
            return done

        self.go_button.setEnabled(False)
        job = self._worker.run(work, self._on_read, self._on_failed)
        job.finished.connect(partial(self.go_button.setEnabled, True))
        watch(job, self)

    def _on_read(self, done: Repaired) -> None:
        self._is_read = True
        self.words.setText(summary(done))
        self.advice.setText(texts.USE_WORDS.format(name=self._aside, list=self._out / repair_texts.LIST_NAME))
        self.listed.setPlainText("\n".join(loss_lines(done)))
        self.listed.setVisible(bool(done.losses) or done.chained_anew)
        self.go_button.setText(texts.USE)
        self.leave_button.setText(texts.KEEP_OLD)
        self.leave_button.setFocus()

    def _on_failed(self, error: Exception) -> None:
        if not is_known(error):
            raise error
        self.words.setText(error_text(error))

    def _lay_out(self) -> None:
        self.listed.setReadOnly(True)
        self.listed.setAccessibleName(texts.LIST)
        self.listed.hide()
        theme.make_primary(self.go_button)
        buttons = QDialogButtonBox()
        buttons.addButton(self.go_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.leave_button, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.STEP * 3,) * 4)
        column.setSpacing(theme.STEP * 3)
        for label in (self.words, self.advice):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.listed, 1)
        column.addWidget(buttons)
        theme.fit_screen(self, *_SIZE)


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    return button
