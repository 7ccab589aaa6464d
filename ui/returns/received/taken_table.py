"""The table of a batch of files: whose each is, and what becomes of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidgetItem

from db.services.returns.received import Outcome, ReceivedPlan
from ui.common import theme
from ui.common.lists.plain_table import PlainTable
from ui.common.lists.standing_cells import tone_color
from ui.common.standing_texts import Tone
from ui.returns.received import texts
from ui.returns.received.take_presenter import TakePresenter
from ui.returns.received.words import outcome_words, period_words

_FILE_WIDTHS = (210, 150, 150, 125, 40)
_NEEDS_LOOK = (Outcome.ASKS, Outcome.REFUSED)


class TakenTable(PlainTable):
    """A row for each file; the mark of one that asks says that it is taken, Space turns it."""

    row_shown = Signal(int)

    def __init__(self, presenter: TakePresenter) -> None:
        super().__init__(texts.TAKE_HEADS, _FILE_WIDTHS, texts.TAKE_LIST)
        self._presenter = presenter
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentCellChanged.connect(lambda row, *_: self.row_shown.emit(row))
        self.itemChanged.connect(self._on_item_changed)
        presenter.chosen_changed.connect(self._show_chosen)

    def show_files(self) -> None:
        """Show the files as they were read; the first that wants a look is chosen."""
        plans = [file.plan for file in self._presenter.files]
        self.blockSignals(True)
        self.setRowCount(len(plans))
        for row, plan in enumerate(plans):
            unit, revision = plan.unit.name if plan.unit else "", str(plan.revision or "")
            period = period_words(plan.period)
            words = (plan.name, unit, self._presenter.set_title(plan.set_code), period, revision)
            for at, text in enumerate(words):
                self.setItem(row, at, QTableWidgetItem(text))
            self.setItem(row, len(words), self._outcome(plan))
        self.blockSignals(False)
        self._show_chosen()
        wrong = (row for row, plan in enumerate(plans) if plan.outcome in _NEEDS_LOOK)
        self.setCurrentCell(next(wrong, 0 if plans else -1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            at = self.currentRow()
            self._presenter.choose(at, at not in self._presenter.chosen)
        else:
            super().keyPressEvent(event)

    def _outcome(self, plan: ReceivedPlan) -> QTableWidgetItem:
        words, tone = outcome_words(plan)
        item = QTableWidgetItem(words)
        item.setForeground(tone_color(tone, self.palette()))
        item.setFont(theme.strong(self.font()) if tone is not Tone.PLAIN else self.font())
        return item

    def _show_chosen(self) -> None:
        self.blockSignals(True)
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            assert item is not None
            if self._presenter.can_be_chosen(row):
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                is_chosen = row in self._presenter.chosen
                item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self._presenter.choose(item.row(), item.checkState() is Qt.CheckState.Checked)
