"""The board of communes, as wide as the screen: the list with its filter, the summary under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.rules.formats import Value, number_text
from ui.common import texts as shared
from ui.common import theme
from ui.common.borders import WHY, compared_lines, told_cell
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.table_papers import ReadContent, TableContent, TablePapers, period_line
from ui.common.workplace import Workplace
from ui.scores.board import texts
from ui.scores.board.columns import COLUMNS, PAPER_COLUMNS
from ui.scores.board.presenter import BoardPresenter

_NAME = "scores"


class BoardPage(QWidget):
    """Shows a `BoardPresenter`. `sheet_requested` with the commune whose sheet is to be opened."""

    sheet_requested = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.presenter = BoardPresenter(workplace, self)
        self.list_model = ListModel(COLUMNS, self.presenter.rows, self)
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(texts.BOARD)
        self.papers = TablePapers(self, workplace)
        self.counted, self.classes, self.until = QLabel(), QLabel(), QLabel()
        self._unit_id: int | None = None
        self._lay_out()
        self._connect()

    @property
    def unit_id(self) -> int | None:
        """Return the commune of the chosen row."""
        return self.list.table.current_id()

    def reload(self) -> None:
        self.presenter.reload()

    def choose(self, unit_id: int) -> None:
        """Choose the row of a commune, also where the filter hid it."""
        if unit_id not in self.presenter.shown:
            self.list.filters.clear()
            self.presenter.filter_text("")
        self.list.table.choose(unit_id)

    def beside(self, unit_id: int, steps: int) -> int | None:
        """Return the commune that stands so many rows after one, as the list is ordered now; none at its ends."""
        shown = self.presenter.shown
        at = shown.index(unit_id) + steps if unit_id in shown else -1
        return shown[at] if 0 <= at < len(shown) else None

    def open_chosen(self) -> None:
        """Ask for the sheet of the chosen row."""
        if self.unit_id is not None:
            self.sheet_requested.emit(self.unit_id)

    def take_focus(self) -> None:
        self.list.take_focus()

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def seek(self) -> None:
        """Put the cursor into the filter."""
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def export(self) -> None:
        self.papers.export(self._title(), self._reader())

    def print(self) -> None:
        self.papers.show_print(self._title(), self._reader())

    def _on_board_changed(self) -> None:
        board = self.presenter
        self.list.show_rows(board.shown, {}, {}, self._unit_id)
        self.list.filters.show_count(texts.COMMUNES.format(count=number_text(len(board.shown))))
        if board.narrowed:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            self.list.empty.say(texts.EMPTY_TITLE, texts.EMPTY, texts.EMPTY_STEP)
        counted, classes = board.summary.lines() if board.summary.counts else ("", "")
        self.counted.setText(counted)
        self.classes.setText(classes)
        self.until.setText(board.counted_until())

    def _on_first_step(self) -> None:
        if self.presenter.narrowed:
            self.list.filters.clear()
        else:
            self.presenter.reload()

    def _on_row_shown(self, unit_id: int) -> None:
        self._unit_id = unit_id
        (line,) = self.presenter.rows((unit_id,))
        if why := line.cells.get("before" + WHY):
            self.workplace.say(texts.BEFORE_SAID.format(why=why))

    def _on_sort_requested(self, key: str, descending: bool) -> None:
        self.workplace.preferences.set_text(f"{_NAME}/sort", f"{'-' if descending else ''}{key}")
        self.presenter.sort_by(key, descending)

    def _title(self) -> str:
        return texts.LIST_TITLE.format(year=self.workplace.year)

    def _reader(self) -> ReadContent:
        """Take what the board shows now, with the summary under the title."""
        board, office = self.presenter, self.workplace.office
        rows: list[list[Value]] = [
            [told_cell(line.cells, column.key) for column in COLUMNS] for line in board.rows(board.shown)
        ]
        above = (office.unit.name, period_line(self.workplace), *compared_lines(self.workplace))
        lines = (*above, *board.summary.lines(), board.counted_until())
        content = TableContent(self._title(), lines, PAPER_COLUMNS, rows, sample=office.sample)
        return lambda: content

    def _connect(self) -> None:
        self.presenter.changed.connect(self._on_board_changed)
        panel = self.list
        panel.row_shown.connect(self._on_row_shown)
        panel.selection_described.connect(self.workplace.selection_described)
        panel.table.row_opened.connect(self.open_chosen)
        panel.table.sort_requested.connect(self._on_sort_requested)
        panel.filters.text_changed.connect(self.presenter.filter_text)
        panel.empty.step_taken.connect(self._on_first_step)
        self._restore()

    def _restore(self) -> None:
        kept = self.workplace.preferences.text(f"{_NAME}/sort")
        if kept.removeprefix("-") in [column.key for column in COLUMNS]:
            self.presenter.sort, self.presenter.descending = kept.removeprefix("-"), kept.startswith("-")
        self.list.table.show_sort(self.presenter.sort, self.presenter.descending)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.list, 1)
        for label in (self.counted, self.classes, self.until):
            label.setWordWrap(True)
            column.addWidget(label)
        for label in (self.counted, self.classes):
            label.setFont(theme.strong(self.font()))
