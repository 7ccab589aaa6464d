"""The window of a handover file: a password for the journey, with or without accounts, then the file and its slip."""

import tempfile
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from db.attachments.paths import hash_of
from db.backups.before import keys_of
from db.backups.making import Alone, Made, Order, make
from db.rules.accounts import SHORTEST
from db.rules.backup_manifest import short_code
from db.rules.backups import SUFFIX, Why
from exports.documents.handover_slip import write_slip
from ui.backups import texts
from ui.common import theme
from ui.common.backup_texts import DOING, KINDS
from ui.common.forms.message import Message
from ui.common.printing import preview
from ui.common.saving import ask_target
from ui.common.worker import Progress
from ui.common.workplace import Workplace
from ui.handing.parts import plain_button, plain_words
from ui.sign_in.password_edit import PasswordFields

_WIDTH = 520


class HandoverDialog(QDialog):
    """Accepted once the file is written and its minutes were shown."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.setWindowTitle(texts.HAND_OVER_TITLE)
        self.fields = PasswordFields(texts.JOURNEY, texts.JOURNEY_AGAIN)
        self.accounts = QCheckBox(texts.WITH_ACCOUNTS)
        self.message = Message()
        self.write_button = plain_button(texts.WRITE, texts.WRITE_TIP)
        self.close_button = plain_button(texts.CLOSE)
        self._lay_out()
        self.write_button.clicked.connect(self.write)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.write)

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget) -> None:
        """Write a handover file, if the officer goes through with it."""
        dialog = cls(workplace, parent)
        dialog.exec()
        dialog.deleteLater()

    def problem(self) -> str:
        """Return what is wrong with the password, nothing where none is wanted."""
        first, second = self.fields.texts()
        if first != second:
            return texts.DIFFER
        return texts.SHORT.format(count=SHORTEST) if first and len(first) < SHORTEST else ""

    def write(self) -> None:
        """Ask for the file and write it."""
        self.message.say(self.problem())
        if self.problem():
            return
        office = self.workplace.office.unit.name
        name = texts.FILE_NAME.format(office=office, day=f"{self.workplace.today:%Y-%m-%d}")
        target = ask_target(self, texts.HAND_OVER_TITLE, f"{name}{SUFFIX}", texts.BACKUP_FILES)
        if target is not None:
            self._write(target)

    def _write(self, target: Path) -> None:
        place, alone = self.workplace, Alone(self.fields.texts()[0], with_accounts=self.accounts.isChecked())
        book, who, at = place.book, place.officer, place.now

        def work(tell: Progress) -> tuple[Made, str]:
            order = Order(
                book.folder,
                Why.HANDOVER,
                who,
                at,
                keys_of(book),
                tell=lambda doing: tell(DOING[doing]),
            )
            made = make(order, target, alone)
            return made, hash_of(made.path)

        place.worker.run(work, self._on_made, place.fail)

    def _on_made(self, written: tuple[Made, str]) -> None:
        made, sha256 = written
        with tempfile.TemporaryDirectory() as folder:
            slip = Path(folder, f"{texts.SLIP_TITLE}.pdf")
            write_slip(made.manifest, (made.path.name, made.path.stat().st_size, sha256), KINDS, slip)
            preview(self, slip, texts.SLIP_TITLE)
        self.workplace.say(texts.WRITTEN.format(name=made.path.name, code=short_code(sha256)))
        self.accept()

    def _lay_out(self) -> None:
        theme.make_primary(self.write_button)
        has_accounts, always = self.workplace.book.data_key is not None, self.workplace.book.key is not None
        self.accounts.setVisible(has_accounts)
        self.accounts.setToolTip(texts.WITH_ACCOUNTS_TIP)
        self.accounts.setChecked(always)
        self.accounts.setEnabled(not always)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.write_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        for part in (
            plain_words(texts.HAND_OVER_WORDS),
            self.fields,
            plain_words(texts.JOURNEY_NOTE),
            self.accounts,
            self.message,
        ):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
