"""The tables of taking score sheets in: a line for each file, and where a file says otherwise than the book."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidgetItem

from db.rules.scoring.chain import State
from db.rules.scoring.marks import APPRAISED
from db.services.scoring.received import Difference, FileState, ReceivedPlan
from ui.common.lists.plain_table import PlainTable
from ui.scores.received import texts
from ui.scores.received.presenter import ReceivePresenter

_FILE_WIDTHS = (280, 150, 48, 130, 124)
_DIFFERENCE_WIDTHS = (48, 300, 90, 190)
_CLOSED = (State.SUBMITTED, State.APPRAISED)


class FilesTable(PlainTable):
    """A row for each file; its mark says that it is taken, Space turns it."""

    row_shown = Signal(int)

    def __init__(self, presenter: ReceivePresenter) -> None:
        super().__init__(texts.FILE_HEADS, _FILE_WIDTHS, texts.FILE_LIST)
        self._presenter = presenter
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentCellChanged.connect(lambda row, *_: self.row_shown.emit(row))
        self.itemChanged.connect(self._on_item_changed)
        presenter.chosen_changed.connect(self._show_chosen)

    def show_files(self) -> None:
        plans = self._presenter.plans
        self.blockSignals(True)
        self.setRowCount(len(plans))
        for row, plan in enumerate(plans):
            for at, words in enumerate(_file_words(plan)):
                self.setItem(row, at, QTableWidgetItem(words))
        self.blockSignals(False)
        self._show_chosen()
        self.setCurrentCell(self._first_to_look_at(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            at = self.currentRow()
            self._presenter.choose(at, at not in self._presenter.chosen)
        else:
            super().keyPressEvent(event)

    def _first_to_look_at(self) -> int:
        presenter = self._presenter
        every = range(len(presenter.plans))
        wrong = (at for at in every if presenter.plans[at].findings or presenter.asks(at))
        return next(wrong, 0 if presenter.plans else -1)

    def _show_chosen(self) -> None:
        self.blockSignals(True)
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            assert item is not None
            if self._presenter.can_be_taken(row):
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                is_chosen = row in self._presenter.chosen
                item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self._presenter.choose(item.row(), item.checkState() is Qt.CheckState.Checked)


class DifferencesTable(PlainTable):
    """A row for each place where a file says otherwise, both side by side."""

    def __init__(self) -> None:
        super().__init__(texts.DIFFERENCE_HEADS, _DIFFERENCE_WIDTHS, texts.DIFFERENCES)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        self.show_rows(
            (item.code, item.title, texts.COLUMNS[item.column], item.here, item.there) for item in differences
        )


def _file_words(plan: ReceivedPlan) -> tuple[str, ...]:
    unit = plan.sheet.unit.name if plan.sheet else ""
    year = str(plan.sheet.year) if plan.sheet else ""
    kind = texts.KINDS[plan.column] if plan.sheet else ""
    state = texts.STATES[plan.state].format(count=len(plan.differences))
    return plan.read.name, unit, year, kind, state, _outcome(plan)


def _outcome(plan: ReceivedPlan) -> str:
    """Say where the sheet stands once the file is taken."""
    if plan.sheet is None or plan.state is FileState.REFUSED:
        return ""
    if plan.state is FileState.SAME:
        return texts.WOULD_NOTHING
    if plan.column == APPRAISED:
        return texts.WOULD_APPRAISE
    if plan.sheet.state in _CLOSED:
        return texts.WOULD_RETURN
    return texts.WOULD_SUBMIT if plan.submits else texts.WOULD_STAY
