"""The window in which a received plan is read, looked through and stored as a draft."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Refused
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.progress_dialog import watch
from ui.common.texts import CLOSE, TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.common.typing_pause import TypingPause
from ui.common.workplace import Workplace
from ui.received import texts
from ui.received.presenter import ReviewPresenter
from ui.received.review_page import ReviewPage
from ui.received.start_page import StartPage

_SIZE = (1300, 680)
_FOLDER = "received/folder"
_ASIDE = "received_text_typed"


class ReviewDialog(QDialog):
    """First where the plan comes from, then what was read of it. `made` is the plan that was stored."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.presenter = ReviewPresenter(workplace, self)
        self.made: int | None = None
        self.start, self.review = StartPage(self.presenter), ReviewPage(self.presenter)
        self.message = Message()
        self.store_button, self.later_button = QPushButton(texts.STORE), QPushButton(CLOSE)
        self._pages = QStackedWidget()
        self._pause = TypingPause(self)
        self._pause.due.connect(self.presenter.keep)
        self.setWindowTitle(texts.TITLE)
        theme.fit_screen(self, *_SIZE)
        self._lay_out()
        self._connect()
        self._pasted = TypedAside(workplace, _ASIDE).hold(self, "", {"text": self.start.pasted})

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget, path: Path | None = None) -> int | None:
        """Read a plan and store it; return the plan that was made, none where the officer turned back."""
        dialog = cls(workplace, parent)
        if path is not None:
            QTimer.singleShot(0, lambda: dialog.read_file(path))
        dialog.exec()
        dialog.deleteLater()
        return dialog.made

    @property
    def is_reviewing(self) -> bool:
        return self._pages.currentWidget() is self.review

    def read_file(self, path: Path | None = None) -> None:
        """Read a file, asking for it first where none is given."""
        if path is None:
            folder = self.workplace.preferences.text(_FOLDER)
            chosen, _ = QFileDialog.getOpenFileName(self, texts.CHOOSE_FILE, folder, texts.FILES)
            if not chosen:
                return
            path = Path(chosen)
            self.workplace.preferences.set_text(_FOLDER, str(path.parent))
        self.start.message.say("")
        watch(self.presenter.read_file(path), self)

    def read_text(self, text: str) -> None:
        self.start.message.say("")
        watch(self.presenter.read_text(text), self)

    def store(self) -> None:
        """Store what is taken; what is still wrong is shown instead."""
        if not self.is_reviewing:
            return
        self.review.settle()
        problem = self.presenter.problem()
        if problem is not None:
            self.review.show_problem(problem)
        missing = self.presenter.missing()
        if missing:
            self._say_wrong(map(self.review.wording.missing, missing))
        elif self._may_store():
            self._store()

    def reject(self) -> None:
        """Close; a review under way is kept."""
        if self.is_reviewing:
            self._keep()
            self.workplace.say(texts.KEPT)
        super().reject()

    def done(self, result: int) -> None:
        self.presenter.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_reviewing and self.made is None:
            self._keep()
        super().closeEvent(event)

    def _store(self) -> None:
        self._pause.stop()
        try:
            self.made = self.presenter.store()
        except Refused as refused:
            self._say_wrong(map(finding_text, refused.findings))
            return
        self.accept()

    def _say_wrong(self, sentences: Iterable[str]) -> None:
        said = list(sentences)
        words = " ".join(dict.fromkeys(said))
        self.message.say(texts.STILL_WRONG.format(count=len(said), words=words))

    def _may_store(self) -> bool:
        twin = self.presenter.twin()
        if twin is None:
            return True
        words = texts.TWICE.format(subject=twin.subject)
        box = QMessageBox(QMessageBox.Icon.Question, texts.TWICE_TITLE, words, parent=self)
        again = box.addButton(texts.STORE_AGAIN, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(TURN_BACK, QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is again

    def _keep(self) -> None:
        self.review.settle()
        self._pause.stop()
        self.presenter.keep()

    def _on_opened(self) -> None:
        # From now on the review itself is the draft.
        self._pasted.end()
        self._pages.setCurrentWidget(self.review)
        self.store_button.setVisible(True)
        self.later_button.setText(texts.LATER)
        self.later_button.setToolTip(texts.LATER_TIP)
        self.setWindowTitle(f"{texts.TITLE} – {self.presenter.name}")
        self.review.show_review()

    def _on_failed(self, words: str) -> None:
        (self.message if self.is_reviewing else self.start.message).say(words)

    def _on_items_changed(self) -> None:
        self.message.say("")
        self._pause.typed()

    def _connect(self) -> None:
        self.presenter.opened.connect(self._on_opened)
        self.presenter.failed.connect(self._on_failed)
        self.presenter.items_changed.connect(self._on_items_changed)
        self.start.file_wanted.connect(self.read_file)
        self.start.text_wanted.connect(self.read_text)
        self.store_button.clicked.connect(self.store)
        self.later_button.clicked.connect(self.reject)
        keys = (
            ("Ctrl+O", self._open_another),
            ("Ctrl+Return", self.start.read_pasted),
            ("Ctrl+S", self.store),
            ("Ctrl+D", self.review.confirm),
            ("F8", lambda: self.review.step_to_doubt(1)),
            ("Shift+F8", lambda: self.review.step_to_doubt(-1)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    def _open_another(self) -> None:
        if not self.is_reviewing:
            self.read_file()

    def _lay_out(self) -> None:
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.review)
        theme.make_primary(self.store_button)
        self.store_button.setToolTip(texts.STORE_TIP)
        self.store_button.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addStretch()
        for button in (self.later_button, self.store_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)
