"""The evidence of the current criterion: a short list with its own keys, files dropped and pasted, files opened."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.attachments.keeping import FileState
from db.rules.attachments import kind_named
from db.rules.findings import Refused
from db.rules.formats import Value
from db.services.entering.entries import Gone
from db.services.scoring.evidence import Evidence
from ui.common import theme
from ui.common.borders import WHY
from ui.common.forms.message import Message
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_keys import record_key
from ui.common.lists.record_table import RecordTable
from ui.common.screens.record_screen import action_button
from ui.common.workplace import Workplace
from ui.scores.evidence import texts
from ui.scores.evidence.evidence_dialog import EvidenceDialog
from ui.scores.evidence.forward_dialog import ForwardDialog
from ui.scores.evidence.given_files import files_in
from ui.scores.evidence.presenter import EvidencePresenter

COLUMNS = (
    Column(texts.NUMBER, "number", 92, sortable=False),
    Column(texts.DAY, "day", 84, sortable=False),
    Column(texts.NOTE, "note", 60, sortable=False),
    Column(texts.FILE, "file", 62, sortable=False),
)
_NOTE_COLUMN = 2
# The head and three rows.
_LEAST_ROWS = 4


@dataclass(frozen=True)
class EvidenceRow:
    """A piece of evidence as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class EvidencePanel(QWidget):
    """Evidence of one criterion. `counted` with how much each criterion of the sheet has; `grid_requested` on Esc."""

    counted = Signal(dict)
    grid_requested = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = EvidencePresenter(workplace, self)
        self.model = ListModel(COLUMNS, self._rows, self)
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(texts.NAME)
        self.table.horizontalHeader().setSectionResizeMode(_NOTE_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.title, self.hint, self.message = QLabel(), QLabel(), Message()
        self.add_button = action_button(texts.ADD, texts.ADD_TIP, "")
        self.other_button, other = action_button(texts.OTHER, texts.OTHER_TIP, ""), QMenu(self)
        self.open_action = other.addAction(texts.OPEN)
        self.edit_action, self.remove_action = other.addAction(texts.EDIT), other.addAction(texts.REMOVE)
        self.forward_action = other.addAction(texts.FORWARD)
        self.other_button.setMenu(other)
        self._pages = QStackedWidget()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show()

    def show_evidence(self, unit_id: int | None, year: int, criterion: str) -> None:
        """Show the evidence of a criterion of a commune's sheet; the empty code is none."""
        self.presenter.show(unit_id, year, criterion)

    def take_focus(self) -> None:
        """Put the cursor on the list, on the way to add where it is empty."""
        if not self.model.rowCount():
            self.add_button.setFocus()
            return
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.setFocus()

    def add(self, source: Path | None = None) -> bool:
        """Ask for a new piece of evidence; return whether it was kept."""
        if not self.presenter.is_open or not EvidenceDialog.ask(self.presenter, self, source=source):
            return False
        self.table.selectRow(self.model.rowCount() - 1)
        self.presenter.workplace.say(texts.KEPT)
        return True

    def edit(self) -> None:
        """Ask what is to change in the current piece."""
        piece = self._current()
        if (
            piece is not None
            and self.presenter.is_open
            and EvidenceDialog.ask(self.presenter, self, piece=piece)
        ):
            self.presenter.workplace.say(texts.KEPT)

    def remove(self) -> None:
        """Remove the chosen pieces; the list keeps its place."""
        row, chosen = self.table.currentIndex().row(), self.table.chosen_ids()
        if not chosen or not self.presenter.is_open:
            return
        try:
            self.presenter.remove(chosen)
        except (Refused, Gone) as error:
            self.presenter.workplace.fail(error)
        if self.model.rowCount():
            self.table.selectRow(min(max(row, 0), self.model.rowCount() - 1))
        self.take_focus()

    def open_file(self) -> None:
        """Open the file of the current piece with the system's program, if it is as it came; else ask to edit it."""
        piece = self._current()
        if piece is None or piece.file is None:
            self.edit()
            return
        path = self.presenter.path(piece)
        if path is None:
            self._show()
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.message.say(texts.NOT_OPENED.format(name=piece.file.file_name))

    def bring_forward(self) -> None:
        """Ask which evidence of the latest year before comes into this sheet."""
        sheet = self.presenter.sheet
        if sheet is None or not self.presenter.is_open:
            return
        from_year, offered = self.presenter.offered()
        if from_year is None:
            self.presenter.workplace.say(texts.FORWARD_NONE.format(unit=sheet.unit.name))
            return
        words = texts.FORWARD_WORDS.format(unit=sheet.unit.name, from_year=from_year, year=sheet.year)
        chosen = ForwardDialog.ask(words, offered, self)
        if chosen:
            self.presenter.bring(from_year, chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: Mapping[str, Callable[[], object]] = {
            "new": self.add,
            "edit": self.edit,
            "remove": self.remove,
            "paste": self._paste,
        }
        action = record_key(event, in_list=True)
        if action in actions:
            actions[action]()
        elif event.key() == Qt.Key.Key_Escape:
            self.grid_requested.emit()
        elif action not in ("up", "down"):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.presenter.is_open and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._add_files(files_in(event.mimeData()))

    def _paste(self) -> None:
        self._add_files(files_in(QGuiApplication.clipboard().mimeData()))

    def _add_files(self, files: Sequence[Path]) -> None:
        """Ask for one file after the other, until the officer turns back."""
        for file in files:
            if not self.add(file):
                return

    def _current(self) -> Evidence | None:
        number = self.table.current_id()
        return self.presenter.piece(number) if number is not None else None

    def _rows(self, numbers: tuple[int, ...]) -> Sequence[EvidenceRow]:
        found = (self.presenter.piece(number) for number in numbers)
        return [EvidenceRow(piece.id, self._cells(piece)) for piece in found if piece is not None]

    def _cells(self, piece: Evidence) -> Mapping[str, Value]:
        said, file = piece.said, piece.file
        cells: dict[str, Value] = {"number": said.number, "day": said.on, "note": said.note}
        if file is not None:
            # Beside a grid there is room for what kind of file it is; its name is told.
            state = texts.BAD_FILE.get(self.presenter.states.get(piece.id, FileState.WHOLE))
            cells |= {"file": state or kind_named(file.file_name).upper(), "file" + WHY: file.file_name}
        return cells

    def _show(self) -> None:
        presenter, count = self.presenter, len(self.presenter.pieces)
        self.model.show_ids(tuple(piece.id for piece in presenter.pieces), {})
        title = texts.TITLE_COUNT if count else texts.TITLE
        named = title.format(criterion=presenter.criterion, count=count)
        self.title.setText(named if presenter.title else texts.TITLE_NONE)
        self.counted.emit(presenter.counts)
        self.hint.setText(self._hint())
        self._pages.setCurrentIndex(0 if count else 1)
        self.add_button.setEnabled(presenter.is_open)
        self.forward_action.setEnabled(presenter.is_open)
        self._enable()
        self._complain()

    def _hint(self) -> str:
        if not self.presenter.title:
            return texts.CHOOSE
        return texts.EMPTY if self.presenter.is_open else texts.EMPTY_CLOSED

    def _enable(self) -> None:
        piece = self._current()
        changes = piece is not None and self.presenter.is_open
        self.edit_action.setEnabled(changes)
        self.remove_action.setEnabled(changes)
        self.open_action.setEnabled(piece is not None and piece.file is not None)

    def _complain(self) -> None:
        """Say what is wrong with a file; while nothing is, that a closed sheet is only looked at."""
        for piece in self.presenter.pieces:
            words = texts.BAD_WORDS.get(self.presenter.states.get(piece.id, FileState.WHOLE))
            if words and piece.file is not None:
                self.message.say(words.format(name=piece.file.file_name))
                return
        closed = bool(self.presenter.title) and not self.presenter.is_open
        self.message.say(texts.CLOSED if closed else "", theme.faint())

    def _connect(self) -> None:
        self.presenter.changed.connect(self._show)
        self.table.rows_chosen.connect(self._enable)
        self.table.row_opened.connect(self.open_file)
        self.add_button.clicked.connect(lambda: self.add())
        self.edit_action.triggered.connect(self.edit)
        self.remove_action.triggered.connect(self.remove)
        self.open_action.triggered.connect(self.open_file)
        self.forward_action.triggered.connect(self.bring_forward)

    def _lay_out(self) -> None:
        self.title.setFont(theme.strong(self.font()))
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.setMinimumHeight(_LEAST_ROWS * theme.ROW_HEIGHT)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.title)
        column.addLayout(self._buttons())
        column.addWidget(self._pages, 1)
        column.addWidget(self.message)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        for button in (self.add_button, self.other_button):
            row.addWidget(button)
        row.addStretch(1)
        return row
