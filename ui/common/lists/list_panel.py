"""A list with its filter row, its totals and what it says when it is empty."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.rules.formats import Value
from db.rules.measures import total
from ui.common import texts, theme
from ui.common.lists.columns import Column, cell_text
from ui.common.lists.empty_state import EmptyState
from ui.common.lists.filter_row import FilterRow
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.common.lists.totals_line import TotalsLine
from ui.common.preferences import Preferences

_MOST_SUMMED = 2_000
_WIDTHS_PAUSE_MS = 400


class ListPanel(QWidget):
    """The left side of a screen with records. It remembers widths and order under `name`."""

    row_shown = Signal(object)
    selection_described = Signal(str)

    def __init__(
        self, name: str, model: ListModel, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._model, self._preferences = name, model, preferences
        self._summed: tuple[str, ...] = ()
        self._silent = False
        self.filters = FilterRow()
        self.table = RecordTable(model)
        self.totals = TotalsLine(self.table)
        self.empty = EmptyState()
        self._pages = QStackedWidget()
        self._lay_out()
        self._restore_widths()
        self._remember_widths()
        self.table.rows_chosen.connect(self._on_rows_chosen)
        self.filters.list_requested.connect(self.take_focus)

    def show_rows(
        self, ids: tuple[int, ...], drafts: Mapping[int, str], totals: Mapping[str, Value], keep: int | None
    ) -> None:
        """Show another reading of the list; the place is kept: the row `keep`, else the one near where it was."""
        self._summed = tuple(totals)
        near = self.table.currentIndex().row() if keep is not None else -1
        offset = self.table.verticalScrollBar().value()
        self._silent = True
        if self._model.show_ids(ids, drafts):
            self.table.verticalScrollBar().setValue(offset)
            self.table.choose(keep, near)
            self._span_drafts(len(drafts))
        elif keep is not None:
            self.table.choose(keep)
        self._silent = False
        self.totals.show_totals(totals)
        self._pages.setCurrentIndex(0 if ids or drafts else 1)
        self._describe()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show the list under other columns, as wide as they were made where there were as many."""
        self._model.show_columns(columns)
        self.table.set_widths()
        self._restore_widths()
        # Only widths that somebody made are remembered.
        self._pause.stop()

    def choose_none(self) -> None:
        """Take the choice away and say nothing of it."""
        self._silent = True
        self.table.choose(None)
        self._silent = False

    def take_focus(self) -> None:
        """Put the cursor into the list, on its first row where none is chosen; on the first step where it has none."""
        if self._model.rowCount() == 0:
            (self.filters.line if self.filters.line.text() else self.empty).setFocus()
            return
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.setFocus()

    def choose_first(self) -> None:
        """Choose the first row where none is chosen, and leave the cursor where it is."""
        if self._model.rowCount() and not self.table.chosen_count():
            self.table.selectRow(0)

    def _on_rows_chosen(self) -> None:
        if self._silent:
            return
        self._describe()
        chosen = self.table.chosen_ids()
        if len(chosen) == 1:
            self.row_shown.emit(chosen[0])

    def _describe(self) -> None:
        rows = self.table.chosen_count()
        if rows < 2:
            self.selection_described.emit("")
            return
        parts = [texts.SELECTED.format(count=rows)]
        if rows <= _MOST_SUMMED:
            parts += self._sums()
        self.selection_described.emit(" · ".join(parts))

    def _sums(self) -> list[str]:
        rows = [self._model.row_of(row_id) for row_id in self.table.chosen_ids()]
        said = []
        for column in self._model.columns:
            values = (
                [self._model.value(row, column.key) for row in rows] if column.key in self._summed else []
            )
            added = total(value for value in values if isinstance(value, int | Decimal))
            if added is not None:
                said.append(texts.SELECTED_SUM.format(label=column.title, sum=cell_text(added)))
        return said

    def _span_drafts(self, count: int) -> None:
        self.table.clearSpans()
        if len(self._model.columns) > 1:
            for row in range(count):
                self.table.setSpan(row, 0, 1, len(self._model.columns))

    def _restore_widths(self) -> None:
        widths = self._preferences.numbers(f"{self._name}/widths")
        if len(widths) == len(self._model.columns):
            for at, width in enumerate(widths):
                self.table.setColumnWidth(at, width)

    def _remember_widths(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_WIDTHS_PAUSE_MS)
        self._pause.timeout.connect(self._keep_widths)
        self.table.horizontalHeader().sectionResized.connect(lambda *_: self._pause.start())

    def _keep_widths(self) -> None:
        widths = tuple(self.table.columnWidth(at) for at in range(len(self._model.columns)))
        self._preferences.set_numbers(f"{self._name}/widths", widths)

    def _lay_out(self) -> None:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)
        self._pages.addWidget(listed)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.STEP * 2)
        whole.addWidget(self.filters)
        whole.addWidget(self._pages, 1)
