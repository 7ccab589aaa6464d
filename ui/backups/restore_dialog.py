"""The window of restoring: choose a backup, look inside, then put it in the place of the book. Works without a book."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from db.backups.containers import Secret
from db.backups.looking import Look
from db.backups.restoring import Restored
from db.rules import backups
from db.rules.formats import number_text
from ui.backups import texts
from ui.backups.restore_presenter import Desk, Offered, RestorePresenter
from ui.backups.words import looked_words, moment_text, size_text
from ui.common import theme
from ui.common.backup_texts import KINDS, WHY
from ui.common.errors import error_text, is_known
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.lists.plain_table import PlainTable
from ui.common.progress_dialog import watch
from ui.handing.parts import plain_button, plain_words
from ui.sign_in.password_edit import PasswordEdit

_SIZE = (1080, 640)
_LIST_WIDTHS, _COUNT_WIDTHS, _STEP_WIDTHS = (128, 132, 60, 60), (158, 84, 62, 40), (128, 150, 40)


@dataclass(frozen=True)
class Outcome:
    """What came of it: `restored` none where nothing was; `released` tells whether the book was closed for it."""

    restored: Restored | None
    released: bool


class RestoreDialog(QDialog):
    """Leads from a backup to the book."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = RestorePresenter(desk, self)
        self.done_with: Restored | None = None
        self.setWindowTitle(texts.RESTORE_TITLE)
        theme.fit_screen(self, *_SIZE)
        heads = (texts.HEADS[0], texts.HEADS[1], texts.HEADS[2], texts.PLACE_HEAD)
        self.list = PlainTable(heads, _LIST_WIDTHS, texts.LIST)
        self.words, self.message = plain_words(texts.RESTORE_WORDS), Message()
        self.counts = PlainTable(texts.COUNT_HEADS, _COUNT_WIDTHS, texts.COUNTS)
        self.steps = PlainTable(texts.STEP_HEADS, _STEP_WIDTHS, texts.STEPS)
        self.password, self.recovery = PasswordEdit(texts.PASSWORD), LineEditor()
        self.secret_row = QWidget()
        self.file_button = plain_button(texts.CHOOSE_FILE, texts.CHOOSE_FILE_TIP)
        self.look_button = plain_button(texts.LOOK, texts.LOOK_TIP)
        self.restore_button = plain_button(texts.DO_RESTORE, texts.DO_RESTORE_TIP)
        self.close_button = plain_button(texts.CLOSE)
        self._offered: tuple[Offered, ...] = ()
        self._lay_out()
        self._connect()
        self._show_list()

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget, given: Path | None = None) -> Outcome:
        """Restore a backup, if the officer goes through with it; a `given` one is looked into at once."""
        dialog = cls(desk, parent)
        if given is not None:
            dialog.offer(given)
        dialog.exec()
        dialog.presenter.worker.wait()
        outcome = Outcome(dialog.done_with, dialog.presenter.has_released)
        dialog.deleteLater()
        return outcome

    def choose_file(self) -> None:
        """Ask for a backup or a handed over file and look into it."""
        chosen, _ = QFileDialog.getOpenFileName(self, texts.RESTORE_TITLE, "", texts.FILES)
        if chosen:
            self.offer(Path(chosen))

    def offer(self, path: Path) -> None:
        """Put a file before all others and look into it."""
        self.presenter.add(path)
        self._show_list()
        self.look()

    def look(self) -> None:
        """Look into the backup under the cursor."""
        at = self.list.currentRow()
        if 0 <= at < len(self._offered):
            self.message.say("")
            secret = Secret(self.password.text(), self.recovery.text())
            watch(self.presenter.look(self._offered[at].path, secret), self)

    def restore(self) -> None:
        """Put what was looked into in the place of the book."""
        if self.presenter.ready:
            self.setEnabled(False)
            watch(self.presenter.restore(), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.look()
        else:
            super().keyPressEvent(event)

    def _show_list(self) -> None:
        now = self.presenter.desk.clock()
        self._offered = self.presenter.offered()
        rows = []
        for item in self._offered:
            named = backups.named(item.path.name)
            at = moment_text(named.at, now) if named else item.path.name
            why = WHY[named.why] if named else ""
            rows.append((at, why, size_text(item.size), item.place))
        self.list.show_rows(rows)
        if rows:
            self.list.setCurrentCell(0, 0)

    def _on_chosen(self) -> None:
        """Another backup: what was seen of the one before, and its password, hold no more."""
        self.presenter.seen = None
        self.secret_row.hide()
        self.password.clear()
        self.recovery.clear()
        self.message.say("")
        self._show_seen()

    def _show_seen(self) -> None:
        seen = self.presenter.seen
        words = looked_words(seen, self.presenter.code) if seen else [texts.RESTORE_WORDS]
        self.words.setText("\n".join(words))
        self.restore_button.setEnabled(self.presenter.ready)
        for table in (self.counts, self.steps):
            table.setVisible(seen is not None)
        if seen is not None:
            self.secret_row.hide()
            self.counts.show_rows(_count_rows(seen))
            _align_right(self.counts, 1, 2, 3)
            self.steps.show_rows((_moment(step.at), step.who, number_text(step.rows)) for step in seen.steps)
            _align_right(self.steps, 2)
            self.restore_button.setFocus()

    def _on_secret_wanted(self, error: Exception) -> None:
        self.secret_row.show()
        self.message.say(error_text(error))
        self.password.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.setEnabled(True)
        if not is_known(error):
            raise error
        self.message.say(error_text(error))
        if self.presenter.has_released:
            self._tell(texts.RESTORE_TITLE, error_text(error))
            self.reject()

    def _on_restored(self, done: Restored) -> None:
        self.done_with = done
        self._tell(texts.RESTORED_TITLE, "\n".join(_restored_words(done)))
        self.accept()

    def _tell(self, title: str, words: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, title, words, parent=self)
        box.addButton(texts.OPEN_BOOK, QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.looked.connect(self._show_seen)
        presenter.secret_wanted.connect(self._on_secret_wanted)
        presenter.failed.connect(self._on_failed)
        presenter.restored.connect(self._on_restored)
        self.list.itemSelectionChanged.connect(self._on_chosen)
        self.list.doubleClicked.connect(lambda _: self.look())
        self.file_button.clicked.connect(self.choose_file)
        self.look_button.clicked.connect(self.look)
        self.restore_button.clicked.connect(self.restore)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+O"), self, self.choose_file)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.restore)

    def _lay_out(self) -> None:
        theme.make_primary(self.restore_button)
        secret = QFormLayout(self.secret_row)
        secret.setContentsMargins(0, 0, 0, 0)
        self.recovery.setAccessibleName(texts.RECOVERY_KEY)
        secret.addRow(texts.PASSWORD, self.password)
        secret.addRow(texts.RECOVERY_KEY, self.recovery)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list, 1)
        for part, stretch in (
            (self.words, 0),
            (self.message, 0),
            (self.secret_row, 0),
            (self.counts, 3),
            (self.steps, 2),
        ):
            right.addWidget(part, stretch)
        right.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(theme.GROUP)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(row, 1)
        column.addLayout(self._buttons())
        for part in (self.secret_row, self.counts, self.steps):
            part.hide()
        self.restore_button.setEnabled(False)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self.file_button)
        buttons.addWidget(self.look_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.restore_button)
        return buttons


def _align_right(table: PlainTable, *columns: int) -> None:
    for row in range(table.rowCount()):
        for column in columns:
            item = table.item(row, column)
            if item is not None:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _count_rows(seen: Look) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for item in seen.differences:
        gap = None if item.here is None else item.there - item.here
        sign = "+" if gap is not None and gap > 0 else ""
        rows.append(
            (
                KINDS.get(item.kind, item.kind),
                number_text(item.there),
                number_text(item.here),
                f"{sign}{number_text(gap)}" if gap else "",
            )
        )
    return rows


def _moment(at: str) -> str:
    day, _, time = at.partition(" ")
    return f"{time[:5]} {'/'.join(reversed(day.split('-')))}"


def _restored_words(done: Restored) -> list[str]:
    manifest = done.manifest
    at = f"{manifest.made_at:%H:%M %d/%m/%Y}"
    lines = [texts.RESTORED.format(office=manifest.contents.office_name, at=at)]
    if done.kept:
        lines.append(texts.KEPT.format(name=done.kept.name))
    if done.aside:
        lines.append(texts.ASIDE.format(folder=done.aside))
    if done.missing:
        names = ", ".join(Path(file.name).name for file in done.missing)
        lines.append(texts.MISSING.format(count=number_text(len(done.missing)), names=names))
    return lines
