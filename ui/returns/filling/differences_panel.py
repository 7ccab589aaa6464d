"""Where the records say something else than what was approved: a list that leads to the cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.rules.formats import Value
from db.rules.returns.check_findings import CheckFinding, Severity, place_text
from db.rules.returns.differences import Difference
from db.rules.returns.filled import FilledSheet
from ui.common import theme
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.returns.filling import work_texts as texts
from ui.returns.filling.marks import value_words

COLUMNS = (
    Column(texts.WHERE, "where", 420, sortable=False),
    Column(texts.BEFORE, "before", 150, "right", sortable=False),
    Column(texts.AFTER, "after", 150, "right", sortable=False),
)


@dataclass(frozen=True)
class DifferenceLine:
    """One difference as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class DifferencesPanel(QWidget):
    """Lists differences: the cell, before, after. `opened` with the place of the one to go to."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.differences: tuple[Difference, ...] = ()
        self._lines: dict[int, DifferenceLine] = {}
        self.model = ListModel(COLUMNS, lambda ids: [self._lines[item] for item in ids], self)
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(texts.DIFFERENCES)
        self.empty = QLabel(texts.DIFFERENCES_EMPTY)
        self.table.row_opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)

    def show_differences(self, differences: Sequence[Difference], sheets: Sequence[FilledSheet]) -> None:
        """Show these differences, whose places are named as in the forms."""
        self.differences = tuple(differences)
        self._lines = {at: _line(at, item, sheets) for at, item in enumerate(differences, start=1)}
        self.model.show_ids(tuple(self._lines), {})
        self.table.setVisible(bool(differences))
        self.empty.setVisible(not differences)

    def _open(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.opened.emit(self.differences[current - 1].place)


def _line(number: int, item: Difference, sheets: Sequence[FilledSheet]) -> DifferenceLine:
    place = item.place
    where = CheckFinding(Severity.WARNING, "", place.sheet, place.row, place.column)
    cells: dict[str, Value] = {
        "where": place_text(where, sheets),
        "before": value_words(item.before),
        "after": value_words(item.after),
    }
    return DifferenceLine(number, cells)
