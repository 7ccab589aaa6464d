"""Asks which evidence of an earlier year comes into this year's sheet, and shows what does not and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from db.rules.formats import Value, number_text
from db.services.scoring.evidence_forward import Offered
from ui.common import theme
from ui.common.forms.enter_button import EnterButton
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.common.texts import TURN_BACK
from ui.scores.evidence import texts

_SIZE = (900, 460)
COLUMNS = (
    Column(texts.CRITERION, "criterion", 180, sortable=False),
    Column(texts.NUMBER, "number", 100, sortable=False),
    Column(texts.DAY, "day", 84, sortable=False),
    Column(texts.NOTE, "note", 100, sortable=False),
    Column(texts.FILE, "file", 120, sortable=False),
    Column(texts.WHY, "why", 190, sortable=False),
)
_NOTE_COLUMN = 3


@dataclass(frozen=True)
class OfferedRow:
    """Evidence of the earlier year as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class ForwardDialog(QDialog):
    """All that may come is chosen at first; `chosen` holds the numbers of what is to come."""

    def __init__(self, words: str, offered: Sequence[Offered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = {item.evidence.id: item for item in offered}
        self.chosen: tuple[int, ...] = ()
        self.setWindowTitle(texts.FORWARD_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.model = ListModel(COLUMNS, self._rows, self, muted="why")
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(texts.FORWARD_TITLE)
        self.table.horizontalHeader().setSectionResizeMode(_NOTE_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.copy_button, self.back_button = EnterButton(texts.COPY), EnterButton(TURN_BACK)
        self._lay_out(words)
        self.table.rows_chosen.connect(self._count)
        self.table.row_opened.connect(self.copy)
        self.copy_button.clicked.connect(self.copy)
        self.back_button.clicked.connect(self.reject)
        self.model.show_ids(tuple(self._offered), {})
        self._choose_all()
        self.table.setFocus()

    @classmethod
    def ask(cls, words: str, offered: Sequence[Offered], parent: QWidget) -> tuple[int, ...]:
        """Return the numbers of the evidence to be copied, none where the officer turned back."""
        dialog = cls(words, offered, parent)
        answered = dialog.exec()
        dialog.deleteLater()
        return dialog.chosen if answered else ()

    def copy(self) -> None:
        """Take what is chosen and may come; without any nothing happens."""
        self.chosen = self._coming()
        if self.chosen:
            self.accept()

    def _coming(self) -> tuple[int, ...]:
        return tuple(number for number in self.table.chosen_ids() if not self._offered[number].why)

    def _choose_all(self) -> None:
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row, item in enumerate(self._offered.values()):
            if not item.why:
                self.table.selectionModel().select(self.model.index(row, 0), how)
        self._count()

    def _count(self) -> None:
        count = len(self._coming())
        self.copy_button.setEnabled(count > 0)
        self.copy_button.setText(texts.COPY_COUNT.format(count=number_text(count)) if count else texts.COPY)

    def _rows(self, numbers: tuple[int, ...]) -> Sequence[OfferedRow]:
        return [OfferedRow(number, _cells(self._offered[number])) for number in numbers]

    def _lay_out(self, words: str) -> None:
        label = QLabel(words)
        label.setWordWrap(True)
        theme.make_primary(self.copy_button)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(label)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)


def _cells(item: Offered) -> Mapping[str, Value]:
    piece = item.evidence
    return {
        "criterion": f"{piece.criterion}. {item.title}",
        "number": piece.said.number,
        "day": piece.said.on,
        "note": piece.said.note,
        "file": piece.file.file_name if piece.file is not None else "",
        "why": texts.WHYS[item.why],
    }
