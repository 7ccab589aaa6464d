"""The screen of scoring: the board of communes at the left, the sheet of one commune at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from db.rules.formats import Value, number_text
from ui.common import texts as shared
from ui.common import theme
from ui.common.borders import WHY, BordersNote, compared_lines, compared_note, told_cell
from ui.common.lists.columns import Column, number_column
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.record_keys import record_key
from ui.common.lists.table_papers import ReadContent, TableContent, TablePapers, period_line
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.scores import texts
from ui.scores.board_presenter import BoardPresenter
from ui.scores.sheet_panel import SheetPanel
from ui.scores.sheet_presenter import SheetPresenter

_NAME = "scores"
_SPLIT = (630, 550)
_LEAST_LIST = 300

COLUMNS = (
    number_column(texts.NUMBER, "number", 36),
    Column(texts.UNIT, "unit", 126),
    number_column(texts.SELF, "self_points", 70),
    Column(texts.SELF_CLASS, "self_class", 66, "center"),
    number_column(texts.APPRAISED, "appraised_points", 74),
    Column(texts.APPRAISED_CLASS, "appraised_class", 66, "center"),
    number_column(texts.DIFFERENCE, "difference", 76),
    number_column(texts.BEFORE, "before", 80),
)
_PAPER_TITLES = {
    "self_points": texts.PAPER_SELF,
    "self_class": texts.PAPER_SELF_CLASS,
    "appraised_points": texts.PAPER_APPRAISED,
    "appraised_class": texts.PAPER_APPRAISED_CLASS,
    "before": texts.PAPER_BEFORE,
}
PAPER_COLUMNS = tuple(
    Column(_PAPER_TITLES.get(column.key, column.title), column.key, column.width, column.align)
    for column in COLUMNS
)


class ScoresScreen(Screen):
    """Board and sheet."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.board = BoardPresenter(workplace, self)
        self.sheet = SheetPresenter(workplace, self)
        self.list_model = ListModel(COLUMNS, self.board.rows, self)
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(texts.BOARD)
        # What the list says while it is empty asks for more than a small screen has beside the sheet.
        self.list.setMinimumWidth(_LEAST_LIST)
        self.panel = SheetPanel(self.sheet)
        self.papers = TablePapers(self, workplace)
        self.counted, self.classes, self.until = QLabel(), QLabel(), QLabel()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.board.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def settle(self) -> None:
        self.panel.settle()

    def take_focus(self) -> None:
        self.list.take_focus()

    def show_record(self, record_id: int) -> None:
        """Open the sheet of a commune, told by its unit's number."""
        self.panel.settle()
        self.list.filters.clear()
        self.board.filter_text("")
        self.list.table.choose(record_id)
        self.take_focus()

    def score(self) -> None:
        """Put the cursor into the sheet."""
        if self.sheet.sheet is not None:
            self.panel.take_focus()

    def export_board(self) -> None:
        self.panel.settle()
        self.papers.export(self._title(), self._reader())

    def print_board(self) -> None:
        self.panel.settle()
        self.papers.show_print(self._title(), self._reader())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions = {
            "edit": self.score,
            "remove": self.panel.table.clear_place,
            "filter": self._filter,
            "print": self.print_board,
            "export": self.export_board,
        }
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        else:
            super().keyPressEvent(event)

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def _filter(self) -> None:
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def _on_board_changed(self) -> None:
        board = self.board
        self.list.show_rows(board.shown, {}, {}, self.sheet.unit_id)
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
        if self.board.narrowed:
            self.list.filters.clear()
        else:
            self.board.reload()

    def _on_row_shown(self, unit_id: int) -> None:
        (line,) = self.board.rows((unit_id,))
        if why := line.cells.get("before" + WHY):
            self.workplace.say(texts.BEFORE_SAID.format(why=why))
        if unit_id != self.sheet.unit_id:
            self.panel.settle()
            self.sheet.show(unit_id)

    def _on_sort_requested(self, key: str, descending: bool) -> None:
        self.workplace.preferences.set_text(f"{_NAME}/sort", f"{'-' if descending else ''}{key}")
        self.board.sort_by(key, descending)

    def _title(self) -> str:
        return texts.LIST_TITLE.format(year=self.workplace.year)

    def _reader(self) -> ReadContent:
        """Take what the board shows now, with the summary under the title."""
        board, office = self.board, self.workplace.office
        rows: list[list[Value]] = [
            [told_cell(line.cells, column.key) for column in COLUMNS] for line in board.rows(board.shown)
        ]
        above = (office.unit.name, period_line(self.workplace), *compared_lines(self.workplace))
        lines = (*above, *board.summary.lines(), board.counted_until())
        content = TableContent(self._title(), lines, PAPER_COLUMNS, rows, sample=office.sample)
        return lambda: content

    def _connect(self) -> None:
        self.board.changed.connect(self._on_board_changed)
        panel = self.list
        panel.row_shown.connect(self._on_row_shown)
        panel.selection_described.connect(self.workplace.selection_described)
        panel.table.row_opened.connect(self.score)
        panel.table.sort_requested.connect(self._on_sort_requested)
        panel.filters.text_changed.connect(self.board.filter_text)
        panel.empty.step_taken.connect(self._on_first_step)
        self.panel.list_requested.connect(panel.take_focus)
        self._restore()

    def _restore(self) -> None:
        kept = self.workplace.preferences.text(f"{_NAME}/sort")
        if kept.removeprefix("-") in [column.key for column in COLUMNS]:
            self.board.sort, self.board.descending = kept.removeprefix("-"), kept.startswith("-")
        self.list.table.show_sort(self.board.sort, self.board.descending)
        sizes = self.workplace.preferences.numbers(f"{_NAME}/split")
        self._splitter.setSizes(list(sizes) if len(sizes) == 2 else list(_SPLIT))
        self._splitter.splitterMoved.connect(self._keep_split)

    def _keep_split(self) -> None:
        self.workplace.preferences.set_numbers(f"{_NAME}/split", tuple(self._splitter.sizes()))

    def _lay_out(self) -> None:
        head = ScreenHead(texts.TITLE)
        head.add_primary(texts.SCORE, texts.SCORE_TIP).clicked.connect(self.score)
        head.add_button(texts.EXPORT, texts.EXPORT_TIP, "export").clicked.connect(self.export_board)
        head.add_button(texts.PRINT, texts.PRINT_TIP, "print").clicked.connect(self.print_board)
        self._splitter.addWidget(self._left())
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        column.addWidget(BordersNote(self.workplace, compared_note))
        column.addWidget(self._splitter, 1)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.list, 1)
        for label in (self.counted, self.classes, self.until):
            label.setWordWrap(True)
            column.addWidget(label)
        for label in (self.counted, self.classes):
            label.setFont(theme.strong(self.font()))
        return left
