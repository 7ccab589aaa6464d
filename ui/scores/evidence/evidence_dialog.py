"""Asks what a piece of evidence is: number, day, what it says, and its file; stays open until it was kept."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.rules.attachments import MOST_BYTES, Attachment
from db.rules.entries import read_day
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text, number_text
from db.rules.text import cleaned
from db.services.scoring.evidence import Evidence, Said
from ui.common import theme
from ui.common.errors import error_text
from ui.common.finding_texts import finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor, LinesEditor
from ui.common.held_fields import Editor
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.scores.evidence import texts
from ui.scores.evidence.given_files import file_written, files_in
from ui.scores.evidence.presenter import EvidencePresenter, Typed

_WIDTH = 520
_ASIDE = "evidence_typed"
_FOLDER = "scores/evidence_from"
_MEGA, _KILO = 2**20, 2**10


class EvidenceDialog(QDialog):
    """Adds evidence to the presenter's criterion, or changes a piece of it."""

    def __init__(
        self,
        presenter: EvidencePresenter,
        piece: Evidence | None,
        source: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._piece = presenter, piece
        self.file: Attachment | None = piece.file if piece is not None else None
        self.setWindowTitle(texts.EDIT_TITLE if piece is not None else texts.ADD_TITLE)
        self.setMinimumWidth(_WIDTH)
        self.setAcceptDrops(True)
        self.number, self.day, self.note, self.path = LineEditor(), DayEditor(), LinesEditor(), LineEditor()
        self.messages = {key: Message() for key in ("number", "on", "note", "file")}
        self.choose_button = _button(texts.CHOOSE_FILE, texts.CHOOSE_FILE_TIP)
        self.held, self.let_go_button = QLabel(), _button(texts.LET_GO, texts.LET_GO_TIP)
        self.keep_button, self.back_button = QPushButton(texts.KEEP), _button(TURN_BACK, "")
        self._prepare()
        self._lay_out()
        self._connect()
        self._fill(source)
        self._put_aside()

    @classmethod
    def ask(
        cls,
        presenter: EvidencePresenter,
        parent: QWidget,
        piece: Evidence | None = None,
        source: Path | None = None,
    ) -> bool:
        """Return whether something was kept."""
        dialog = cls(presenter, piece, source, parent)
        kept = bool(dialog.exec())
        dialog.deleteLater()
        return kept

    def _put_aside(self) -> None:
        sheet, piece = self._presenter.sheet, self._piece
        if sheet is not None:
            place = f"{sheet.unit.id}/{sheet.year}/{self._presenter.criterion}/{piece.id if piece else ''}"
            typed: dict[str, Editor] = {"number": self.number, "on": self.day, "note": self.note}
            TypedAside(self._presenter.workplace, _ASIDE).hold(self, place, typed)

    def choose_file(self) -> None:
        """Ask for a file, where the last one was found."""
        preferences = self._presenter.workplace.preferences
        chosen, _ = QFileDialog.getOpenFileName(
            self, texts.FILE_TITLE, preferences.text(_FOLDER), texts.FILE_KINDS
        )
        if chosen:
            preferences.set_text(_FOLDER, str(Path(chosen).parent))
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Let a file stand in the dialog; it is copied when all is kept."""
        self.path.set_text(str(path))
        self._advise()

    def let_go(self) -> None:
        """Leave the kept file out of the evidence."""
        self.file = None
        self._show_held()
        self.path.setFocus()

    def keep(self) -> None:
        """Keep what stands here; what is wrong is said at its field."""
        for message in self.messages.values():
            message.say("")
        self._advise()
        typed = self._typed()
        if typed is None:
            return
        self._wait(True)
        number = self._piece.id if self._piece is not None else None
        self._presenter.keep(typed, number, self.accept, self._on_failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = files_in(event.mimeData())
        if found:
            self.take_file(found[0])
            event.acceptProposedAction()

    def reject(self) -> None:
        # What is being written is heard of before the dialog goes.
        if self.keep_button.isEnabled():
            super().reject()

    def _typed(self) -> Typed | None:
        """Read the fields; none where the day cannot be read, which is said."""
        text, day = cleaned(self.day.text()), None
        if text:
            try:
                day = read_day(text, self._presenter.workplace.typing_day)
            except ValueError as error:
                self._complain(Finding(str(error), "on", text))
                return None
        said = Said(self.number.text(), day, self.note.text())
        return Typed(said, self.file, file_written(self.path.text()))

    def _on_failed(self, error: Exception) -> None:
        self._wait(False)
        if isinstance(error, Refused):
            for finding in error.findings:
                self._complain(finding)
            return
        try:
            self.messages["file"].say(error_text(error))
        except KeyError:
            self._presenter.workplace.fail(error)
        self._make_room()

    def _complain(self, finding: Finding) -> None:
        """Say what is wrong at its field; what is about the whole sheet stands at the first."""
        place = finding.place if finding.place in self.messages else "number"
        self.messages[place].say(finding_text(finding))
        {"number": self.number, "on": self.day, "note": self.note, "file": self.path}[place].setFocus()
        self._make_room()

    def _advise(self) -> None:
        """Say calmly where a text looks like a trace of a person."""
        said = Said("", None, self.note.text())
        found = self._presenter.cautions(Typed(said, None, file_written(self.path.text())))
        words = {finding.place: finding_text(finding) for finding in found}
        for key in ("note", "file"):
            self.messages[key].say(words.get(key, ""), theme.soon())
        self._make_room()

    def _make_room(self) -> None:
        """Grow with what is said; Qt alone would stop at two thirds of a small screen and cut the words."""
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _wait(self, waiting: bool) -> None:
        for part in (self.keep_button, self.back_button, self.choose_button, self.let_go_button):
            part.setEnabled(not waiting)

    def _fill(self, source: Path | None) -> None:
        said = self._piece.said if self._piece is not None else Said()
        self.number.set_text(said.number)
        self.day.set_text(day_text(said.on) if said.on is not None else "")
        self.note.set_text(said.note)
        self._show_held()
        if source is not None:
            self.take_file(source)
        self.number.setFocus()

    def _show_held(self) -> None:
        if self.file is not None:
            words = texts.HELD_FILE.format(name=self.file.file_name, size=size_text(self.file.size))
            self.held.setText(words)
        for part in (self.held, self.let_go_button):
            part.setVisible(self.file is not None)

    def _prepare(self) -> None:
        self.number.setPlaceholderText(texts.NUMBER_HINT)
        self.note.setPlaceholderText(texts.NOTE_HINT)
        self.path.setPlaceholderText(texts.PATH_HINT)
        names = (texts.NUMBER, texts.DAY, texts.NOTE, texts.PATH)
        for editor, name in zip((self.number, self.day, self.note, self.path), names, strict=True):
            editor.setAccessibleName(name)
            # What is dropped on a field is a file for the dialog, not a text for the field.
            editor.setAcceptDrops(False)
        self.held.setWordWrap(True)
        self.keep_button.setDefault(True)

    def _connect(self) -> None:
        self.note.typed.connect(self._advise)
        self.path.typed.connect(self._advise)
        self.choose_button.clicked.connect(self.choose_file)
        self.let_go_button.clicked.connect(self.let_go)
        self.keep_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+O"), self, self.choose_file)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.keep)

    def _lay_out(self) -> None:
        about, hint = QLabel(), QLabel(texts.FILE_HINT.format(most=MOST_BYTES // _MEGA))
        about.setText(texts.ABOUT.format(criterion=self._presenter.criterion, title=self._presenter.title))
        hint.setPalette(theme.colored(self.palette(), theme.faint()))
        for label in (about, hint):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(about)
        column.addLayout(self._fields(hint))
        column.addLayout(_in_a_row(self.keep_button, self.back_button))

    def _fields(self, hint: QLabel) -> QGridLayout:
        grid, file_row, held_row = QGridLayout(), QHBoxLayout(), QHBoxLayout()
        grid.setSpacing(theme.STEP)
        file_row.addWidget(self.path, 1)
        file_row.addWidget(self.choose_button)
        held_row.addWidget(self.held, 1)
        held_row.addWidget(self.let_go_button)
        rows = (
            (texts.NUMBER, self.number, "number"),
            (texts.DAY, self.day, "on"),
            (texts.NOTE, self.note, "note"),
            (texts.PATH, self.path, "file"),
        )
        for at, (title, editor, key) in enumerate(rows):
            label = QLabel(title)
            label.setBuddy(editor)
            grid.addWidget(label, at * 2, 0)
            if editor is not self.path:
                grid.addWidget(editor, at * 2, 1)
            grid.addWidget(self.messages[key], at * 2 + 1, 1)
        grid.addLayout(file_row, 6, 1)
        grid.addLayout(held_row, 8, 1)
        grid.addWidget(hint, 9, 1)
        return grid


def size_text(size: int) -> str:
    """Write the size of a file for people."""
    if size >= _MEGA:
        return texts.SIZE_MEGA.format(size=number_text(round(size / _MEGA)))
    return texts.SIZE_KILO.format(size=number_text(max(1, round(size / _KILO))))


def _in_a_row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
