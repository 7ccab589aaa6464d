"""The window of a hand-over: whole or split, what each commune gets, what wants a decision, the files."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Refused
from db.rules.formats import day_text, number_text
from db.services.handing.sharing import ARCHIVE
from ui.common import theme
from ui.common.findings_dialog import FindingsDialog
from ui.common.forms.message import Message
from ui.common.forms.radio_tab import tab_to_chosen
from ui.common.workplace import Workplace
from ui.handing import texts
from ui.handing.hand_on_presenter import HandOnPresenter, Written
from ui.handing.parts import plain_button, plain_words
from ui.handing.tables import CountsTable, GroupsTable

_SIZE = (1180, 660)
_FOLDER = "handing/folder"


class HandOnDialog(QDialog):
    """Leads a book from what it holds to the files that are handed on."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        # Not a child of the window: work under way outlives one that is closed.
        self.presenter = HandOnPresenter(workplace)
        self.setWindowTitle(texts.HAND_ON_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.whole, self.split = QRadioButton(texts.WHOLE), QRadioButton(texts.SPLIT)
        tab_to_chosen((self.whole, self.split))
        self.own = QComboBox()
        self.counts = CountsTable(texts.RECEIVER, texts.SHARES_TITLE)
        self.groups = GroupsTable(self.presenter)
        self.personal, self.left = Message(theme.soon), Message(theme.soon)
        self.told, self.groups_words = QLabel(), QLabel(texts.GROUPS_WORDS)
        self.personal_button = plain_button(texts.SEE_PERSONAL)
        self.unit_button = plain_button(texts.FOR_UNIT, texts.FOR_UNIT_TIP)
        self.write_button = plain_button(texts.WRITE, texts.WRITE_TIP)
        self.close_button = plain_button(texts.CLOSE)
        self._own_row = QWidget()
        self._lay_out()
        self._connect()
        self._show()

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget) -> None:
        """Hand the book on, if the officer goes through with it."""
        dialog = cls(workplace, parent)
        dialog.begin()
        dialog.exec()
        dialog.deleteLater()

    def begin(self) -> None:
        """Read what the book holds."""
        self.presenter.reload()

    def write(self) -> None:
        """Ask for a folder and write the files there."""
        if not self.presenter.ready:
            return
        folder = self.workplace.preferences.text(_FOLDER)
        chosen = QFileDialog.getExistingDirectory(self, texts.CHOOSE_FOLDER, folder)
        if chosen:
            self.workplace.preferences.set_text(_FOLDER, chosen)
            self.presenter.write(Path(chosen))

    def see_personal(self) -> None:
        """Show what looks like traces of people."""
        refused = Refused(self.presenter.personal)
        FindingsDialog.tell(refused, self, title=texts.SEE_PERSONAL_TITLE, told=texts.PERSONAL_TOLD)

    def choose_for_unit(self) -> None:
        """Let all kinds of a unit go where the one under the cursor goes."""
        group = self.groups.current_group()
        if group is not None:
            self.presenter.decide_unit(group)

    def _show(self) -> None:
        presenter = self.presenter
        self.split.setEnabled(presenter.day is not None)
        self.split.setToolTip("" if presenter.day is not None else texts.SPLIT_NOT_YET)
        (self.split if presenter.is_split else self.whole).setChecked(True)
        self.write_button.setEnabled(presenter.ready)
        if presenter.shares is not None:
            self._show_own()
            self._show_counts()
            self._show_groups()
            self._show_notes()

    def _show_own(self) -> None:
        presenter, shares = self.presenter, self.presenter.shares
        assert shares is not None
        self._own_row.setVisible(presenter.is_split)
        if not self.own.count():
            self.own.blockSignals(True)
            self.own.addItem(texts.ONLY_ARCHIVE, ARCHIVE)
            for unit in presenter.receiving():
                self.own.addItem(f"{shares.names[unit]} ({shares.codes[unit]})", unit)
            self.own.blockSignals(False)

    def _show_counts(self) -> None:
        presenter, shares = self.presenter, self.presenter.shares
        assert shares is not None
        rows = [(shares.names[unit], shares.counts(unit)) for unit in shares.communes]
        rows += [(texts.ARCHIVE_ROW, shares.counts(ARCHIVE))] if shares.counts(ARCHIVE) else []
        every = shares.all_counts
        shown = [*rows, (texts.TOTAL_ROW, every)] if presenter.is_split else [(texts.TOTAL_ROW, every)]
        self.counts.show_counts({kind: texts.KINDS[kind] for kind in every}, shown)

    def _show_groups(self) -> None:
        presenter = self.presenter
        wanted = presenter.is_split and bool(presenter.groups)
        for part in (self.groups, self.groups_words, self.unit_button):
            part.setVisible(wanted)
        if wanted:
            self.groups.show_groups()

    def _show_notes(self) -> None:
        presenter, shares = self.presenter, self.presenter.shares
        assert shares is not None
        undecided = len(shares.undecided) if presenter.is_split else 0
        self.left.say(texts.LEFT_GROUPS.format(count=number_text(undecided)) if undecided else "")
        found = len(presenter.personal)
        self.personal.say(texts.PERSONAL.format(count=number_text(found)) if found else "")
        self.personal_button.setVisible(bool(found))
        stays = texts.STAYS.format(drafts=number_text(shares.drafts))
        self.told.setText(f"{texts.COMPANIONS} {stays}" if presenter.is_split else stays)

    def _on_written(self, written: Written) -> None:
        # When the progress of the work has gone: a box of its own would hold it up.
        QTimer.singleShot(0, partial(self._tell_written, written))

    def _tell_written(self, written: Written) -> None:
        words = texts.WRITTEN.format(count=len(written.names), folder=written.folder)
        box = QMessageBox(QMessageBox.Icon.Information, texts.WRITTEN_TITLE, words, parent=self)
        box.setInformativeText("\n".join(written.names))
        box.addButton(texts.CLOSE, QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        self.workplace.say(words)
        self.accept()

    def _on_refused(self, refused: Refused) -> None:
        FindingsDialog.tell(refused, self)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.written.connect(self._on_written)
        presenter.refused.connect(self._on_refused)
        self.split.clicked.connect(lambda: presenter.choose_split(True))
        self.whole.clicked.connect(lambda: presenter.choose_split(False))
        self.own.currentIndexChanged.connect(lambda _: presenter.choose_own(self.own.currentData()))
        self.personal_button.clicked.connect(self.see_personal)
        self.unit_button.clicked.connect(self.choose_for_unit)
        self.write_button.clicked.connect(self.write)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.write)
        QShortcut(QKeySequence("Ctrl+D"), self, self.choose_for_unit)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(plain_words(self._head()))
        column.addWidget(self.whole)
        column.addWidget(self.split)
        column.addWidget(self._own())
        column.addWidget(self.counts, 3)
        self.groups_words.setWordWrap(True)
        column.addWidget(self.groups_words)
        column.addWidget(self.groups, 2)
        self.told.setWordWrap(True)
        for note in (self.left, self.personal, self.told):
            column.addWidget(note)
        column.addLayout(self._button_row())
        for part in (self._own_row, self.groups, self.groups_words, self.unit_button, self.personal_button):
            part.hide()

    def _head(self) -> str:
        unit = self.workplace.office.unit
        ended = texts.ENDED.format(day=day_text(unit.valid_to)) if unit.valid_to else ""
        return texts.HAND_ON_WORDS.format(name=unit.name, ended=ended)

    def _own(self) -> QWidget:
        label = QLabel(texts.OWN_LABEL)
        label.setBuddy(self.own)
        self.own.setAccessibleName(texts.OWN_LABEL)
        row = QHBoxLayout(self._own_row)
        row.setContentsMargins(theme.GROUP, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.own)
        row.addStretch(1)
        return self._own_row

    def _button_row(self) -> QHBoxLayout:
        theme.make_primary(self.write_button)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self.unit_button)
        row.addWidget(self.personal_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.write_button)
        return row
