"""The page of backups: the list, one now, restoring, the handover file, the second place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
)

from db.rules.backups import Why
from db.rules.rights import Right
from ui.backups import texts
from ui.backups.handover_dialog import HandoverDialog
from ui.backups.keeper import Done, Keeper
from ui.backups.words import moment_text, second_words, size_text
from ui.common import theme
from ui.common.backup_texts import WHY
from ui.common.errors import error_text
from ui.common.forms.message import Message
from ui.common.lists.plain_table import PlainTable
from ui.common.progress_dialog import watch
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.handing.parts import plain_button, plain_words

_WIDTHS = (190, 240, 100, 200)
_MOST_DAYS = 90


class BackupsScreen(Screen):
    """Backups of the office's folder; what is done here the keeper does."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.keeper: Keeper = workplace.keeper or Keeper(workplace, self)
        head = self.head = ScreenHead(texts.TITLE)
        self.second_button = head.add_button(texts.CHOOSE_SECOND, texts.CHOOSE_SECOND_TIP)
        self.hand_over_button = head.add_button(texts.HAND_OVER, texts.HAND_OVER_TIP)
        self.restore_button = head.add_button(texts.RESTORE, texts.RESTORE_TIP)
        self.back_up_button = head.add_primary(texts.BACK_UP, texts.BACK_UP_TIP)
        self.list = PlainTable(texts.HEADS, _WIDTHS, texts.LIST)
        self.empty, self.second_words = plain_words(texts.EMPTY), plain_words()
        self.message = Message(theme.late)
        self.days, self.seal = QSpinBox(), QCheckBox(texts.SEAL)
        self.seal_note = plain_words(texts.NOT_SEALED)
        self.forget_button = plain_button(texts.FORGET_SECOND, texts.FORGET_SECOND_TIP)
        self._days_label = QLabel(texts.REMIND_KEY)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self._show()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        (self.list if self.list.rowCount() else self.back_up_button).setFocus()

    def back_up(self) -> None:
        """Make a backup now."""
        if not self.keeper.is_busy:
            self.message.say("")
            watch(self.keeper.back_up(Why.HAND, self._on_done, self._on_failed), self)

    def restore(self) -> None:
        """Ask the window to restore: it has to close the book."""
        if self.workplace.can(Right.ADMINISTER):
            self.workplace.restore_requested.emit()

    def hand_over(self) -> None:
        """Write a handover file."""
        if self.workplace.can(Right.ADMINISTER):
            HandoverDialog.ask(self.workplace, self)

    def choose_second(self) -> None:
        """Ask for a folder on another disk and copy the backups there from now on."""
        chosen = QFileDialog.getExistingDirectory(self, texts.SECOND_TITLE, self.keeper.second.told)
        if not chosen:
            return
        if self.keeper.second.is_on_the_same_disk(Path(chosen)):
            self.message.say(texts.SAME_DISK)
            return
        try:
            self.keeper.second.choose(Path(chosen))
        except Exception as error:
            self.workplace.fail(error)
            return
        self.keeper.changed.emit()
        self.back_up()

    def forget_second(self) -> None:
        """Copy nothing to the second place any more."""
        self.keeper.second.forget()
        self.keeper.changed.emit()

    def _on_done(self, done: Done) -> None:
        said = texts.DONE.format(when=moment_text(done.made.manifest.made_at, self.workplace.now))
        self.workplace.say(f"{said} {texts.COPIED}" if done.copied else said)
        if done.copy_error is not None:
            self.workplace.fail(done.copy_error)

    def _on_failed(self, error: Exception) -> None:
        self.workplace.fail(error)
        self.message.say(error_text(error))

    def _show(self) -> None:
        every, now, second = self.keeper.listed(), self.workplace.now, self.keeper.second
        self.list.show_rows(
            (moment_text(item.named.at, now), WHY[item.named.why], size_text(item.size), texts.VERIFIED)
            for item in every
        )
        self.list.setVisible(bool(every))
        self.empty.setVisible(not every)
        self.second_words.setText(second_words(self.keeper))
        has_keys = self.workplace.book.data_key is not None
        for part in (self.days, self._days_label, self.forget_button):
            part.setVisible(second.is_chosen)
        self.seal.setVisible(second.is_chosen and has_keys)
        self.seal_note.setVisible(second.is_chosen and not has_keys)
        self.seal.setChecked(second.sealed)
        self.days.setValue(second.days)

    def _set_days(self, days: int) -> None:
        if days != self.keeper.second.days:
            self.keeper.second.days = days
            self.keeper.changed.emit()

    def _set_sealed(self, sealed: bool) -> None:
        self.keeper.second.sealed = sealed

    def _connect(self) -> None:
        self.keeper.changed.connect(self._show)
        for button, key, act in (
            (self.back_up_button, "Ctrl+B", self.back_up),
            (self.restore_button, "Ctrl+R", self.restore),
            (self.hand_over_button, "Ctrl+G", self.hand_over),
            (self.second_button, "", self.choose_second),
            (self.forget_button, "", self.forget_second),
        ):
            button.clicked.connect(act)
            if key:
                shortcut = QShortcut(QKeySequence(key), self, act)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for button in (self.restore_button, self.hand_over_button):
            button.setEnabled(self.workplace.can(Right.ADMINISTER))
        self.days.valueChanged.connect(self._set_days)
        self.seal.toggled.connect(self._set_sealed)

    def _lay_out(self) -> None:
        self.days.setRange(1, _MOST_DAYS)
        self.days.setSuffix(texts.DAYS)
        self.days.setAccessibleName(texts.REMIND)
        self._days_label.setBuddy(self.days)
        self.seal.setToolTip(texts.SEAL_TIP)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        for part in (self._days_label, self.days, self.seal, self.seal_note):
            row.addWidget(part, 1 if part is self.seal_note else 0)
        row.addStretch(0)
        row.addWidget(self.forget_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GROUP, theme.STEP * 3, theme.GROUP, theme.STEP * 3)
        column.setSpacing(theme.STEP * 2)
        for line in (self.head, self.message, self.empty):
            column.addWidget(line)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.second_words)
        column.addLayout(row)
