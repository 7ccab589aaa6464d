"""What the checks found, with the words of officers: a list under the forms that leads to the cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.formats import Value
from db.rules.returns.check_findings import CheckFinding, finding_of
from db.rules.returns.filled import FilledSheet
from db.services.returns.works import word_key
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.returns.filling import work_texts as texts

COLUMNS = (
    Column(texts.SEVERITY, "severity", 76, sortable=False),
    Column(texts.WHERE, "where", 300, sortable=False),
    Column(texts.WHAT, "what", 480, sortable=False),
    Column(texts.WORD, "word", 300, sortable=False),
)


@dataclass(frozen=True)
class FindingLine:
    """One finding as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class FindingsPanel(QWidget):
    """Lists findings, errors first; its button finds room beside its tab.

    `opened` with the one to go to, `word_requested` with those to be explained.
    """

    opened = Signal(object)
    word_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[CheckFinding, ...] = ()
        self._lines: dict[int, FindingLine] = {}
        self.model = ListModel(COLUMNS, lambda ids: [self._lines[item] for item in ids], self)
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(texts.FINDINGS)
        self.empty = QLabel(texts.FINDINGS_EMPTY)
        self.word_button = QPushButton(texts.SAY)
        self.word_button.setToolTip(texts.SAY_TIP)
        self.word_button.setAutoDefault(False)
        self.table.row_opened.connect(self._open)
        self.word_button.clicked.connect(self.ask_word)
        self._lay_out()

    def show_findings(
        self, found: Sequence[CheckFinding], sheets: Sequence[FilledSheet], words: Mapping[str, str]
    ) -> None:
        """Show these findings; what is chosen stays where it is."""
        self.found = tuple(found)
        self._lines = {at: _line(at, item, sheets, words) for at, item in enumerate(found, start=1)}
        self.model.show_ids(tuple(self._lines), {})
        self.table.setVisible(bool(found))
        self.word_button.setEnabled(bool(found))
        self.empty.setVisible(not found)

    def ask_word(self) -> None:
        """Ask for a word on the chosen findings, else on the current one."""
        chosen = self.chosen()
        if chosen:
            self.word_requested.emit(chosen)

    def chosen(self) -> tuple[CheckFinding, ...]:
        current = self.table.current_id()
        ids = self.table.chosen_ids() or ((current,) if current is not None else ())
        return tuple(self.found[number - 1] for number in ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F8:
            self.ask_word()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.opened.emit(self.found[current - 1])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP)
        column.setSpacing(theme.STEP)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)


def _line(
    number: int, item: CheckFinding, sheets: Sequence[FilledSheet], words: Mapping[str, str]
) -> FindingLine:
    finding = finding_of(item, sheets)
    cells: dict[str, Value] = {
        "severity": texts.SEVERITIES[item.severity],
        "where": finding.place or texts.WHOLE_RETURN,
        "what": finding_text(finding),
        "word": words.get(word_key(item.key), ""),
    }
    return FindingLine(number, cells)
