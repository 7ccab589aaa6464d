"""The board of communes, as wide as the screen: communes × groups with their points, the summary under it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemDelegate, QLabel, QVBoxLayout, QWidget

from db.rules.formats import Value, number_text
from ui.common import texts as shared
from ui.common import theme
from ui.common.borders import WHY, compared_lines, told_cell
from ui.common.forms.choosing import Option
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.standing_cells import ToneDelegate
from ui.common.lists.table_papers import ReadContent, TableContent, TablePapers, period_line
from ui.common.workplace import Workplace
from ui.scores.board import texts
from ui.scores.board.columns import columns_of, paper_columns
from ui.scores.board.detail import CommuneDetail
from ui.scores.board.heat import HeatDelegate, StateDelegate
from ui.scores.board.lines import DUE_TONE, BoardLine
from ui.scores.board.presenter import CLASS, STATE, BoardPresenter
from ui.scores.board.view_row import ViewRow
from ui.scores.board.views import GROUP, View

_NAME = "scores"
_DETAIL = "scores/detail"
# Points by group are added up for what is in sight and a little more.
_CHUNK = 50
_LOW = 450


class BoardPage(QWidget):
    """Shows a `BoardPresenter`. `sheet_requested` with the commune whose sheet is to be opened."""

    sheet_requested = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.presenter = BoardPresenter(workplace, self)
        self.list_model = ListModel(columns_of(()), self.presenter.rows, self, chunk=_CHUNK)
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(texts.BOARD)
        self.views = ViewRow(self.presenter.view)
        self.detail = CommuneDetail()
        self.papers = TablePapers(self, workplace)
        self.counted, self.classes, self.until = QLabel(), QLabel(), QLabel()
        self._unit_id: int | None = None
        self._classes: tuple[str, ...] = ()
        # What is told of a commune is read once the cursor rests on it.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._heat, self._state = HeatDelegate(self.list_model, self), StateDelegate(self.list_model, self)
        self._due = ToneDelegate(self.list_model, self, DUE_TONE)
        self._lay_out()
        self._narrow_by()
        self._connect()
        self._dress()

    @property
    def unit_id(self) -> int | None:
        """Return the commune of the chosen row."""
        return self.list.table.current_id()

    def reload(self) -> None:
        """Read the board; the first time its rows are painted before they are summed up."""
        if self.list.table.was_painted:
            self.presenter.reload()
        else:
            self.presenter.read_head()
            if not self.presenter.shown:
                self.presenter.sum_up()

    def choose(self, unit_id: int) -> None:
        """Choose the row of a commune, also where the filter hid it."""
        if unit_id not in self.presenter.shown:
            self.clear_filters()
        self.list.table.choose(unit_id)

    def clear_filters(self) -> None:
        """Show every commune again."""
        self.list.filters.clear()
        self.attention.setChecked(False)
        self.presenter.filter_text("")

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list its rows on a low screen: until when is counted is then told by the tool tip."""
        super().resizeEvent(event)
        is_low = self.height() < _LOW
        self.detail.fit(is_low=is_low)
        self.until.setVisible(not is_low)

    def _on_board_changed(self) -> None:
        board = self.presenter
        self._follow_rule_set()
        self.list.show_rows(board.shown, {}, {}, self._unit_id)
        self.list.filters.show_count(texts.COMMUNES.format(count=number_text(len(board.shown))))
        if board.narrowed:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            self.list.empty.say(texts.EMPTY_TITLE, texts.EMPTY, texts.EMPTY_STEP)
        self._tell_summary()
        self._soon.start()

    def _tell_summary(self) -> None:
        summary = self.presenter.summary
        counted, classes = summary.lines() if summary.counts else ("", "")
        self.counted.setText(counted)
        self.classes.setText(classes)
        for label in (self.counted, self.classes):
            label.setToolTip(self.presenter.counted_until())
        self.until.setText(self.presenter.counted_until())

    def _follow_rule_set(self) -> None:
        """Show the groups of the year's rule set side by side, and offer its classes."""
        board = self.presenter
        columns = columns_of(board.groups)
        if columns != self.list_model.columns:
            self.list.show_columns(columns)
            self._dress()
        if board.classes != self._classes:
            self._classes = board.classes
            self.list.filters.set_options(CLASS, [Option(title, title) for title in board.classes])

    def _dress(self) -> None:
        """Give every column what draws it."""
        table = self.list.table
        special: dict[str, QAbstractItemDelegate] = {"state": self._state, "due": self._due}
        for at, column in enumerate(self.list_model.columns):
            usual = self._heat if column.key.startswith(GROUP) else table.itemDelegate()
            table.setItemDelegateForColumn(at, special.get(column.key, usual))
        table.show_sort(self.presenter.sort, self.presenter.descending)

    def _on_first_step(self) -> None:
        if self.presenter.narrowed:
            self.clear_filters()
        else:
            self.presenter.reload()

    def _on_row_shown(self, unit_id: int) -> None:
        self._unit_id = unit_id
        self._soon.start()
        line = self.presenter.line(unit_id)
        if line is not None and (why := line.cells.get("before" + WHY)):
            self.workplace.say(texts.BEFORE_SAID.format(why=why))

    def _tell_commune(self) -> None:
        if self.detail.isHidden():
            return
        line = self.presenter.line(self._unit_id) if self._unit_id is not None else None
        self.detail.tell(line, self.presenter.gap(line.id) if line else None)

    def _on_detail_turned(self, is_on: bool) -> None:
        self.workplace.preferences.set_flag(_DETAIL, is_on)
        self.detail.setVisible(is_on)
        self._soon.start()

    def _on_sort_requested(self, key: str, descending: bool) -> None:
        self.workplace.preferences.set_text(f"{_NAME}/sort", f"{'-' if descending else ''}{key}")
        self.presenter.sort_by(key, descending)

    def _title(self) -> str:
        return texts.LIST_TITLE.format(year=self.workplace.year)

    def _reader(self) -> ReadContent:
        """Take what the board shows now, with the summary under the title."""
        board = self.presenter
        board.sum_up()
        keys = [column.key for column in self.list_model.columns]
        rows: list[list[Value]] = [
            [_paper_cell(line, key) for key in keys] for line in board.rows(board.shown)
        ]
        columns = paper_columns(board.groups)
        sample = self.workplace.office.sample
        content = TableContent(self._title(), tuple(self._paper_lines()), columns, rows, sample=sample)
        return lambda: content

    def _paper_lines(self) -> Iterable[str]:
        board = self.presenter
        yield self.workplace.office.unit.name
        yield period_line(self.workplace)
        yield from compared_lines(self.workplace)
        if board.groups:
            yield texts.VIEW_LINE.format(view=texts.VIEWS[board.view][0])
        if board.narrowed:
            yield texts.NARROWED_LINE.format(
                count=number_text(len(board.shown)), all=number_text(board.every)
            )
        yield from board.summary.lines()
        yield board.counted_until()

    def _connect(self) -> None:
        self.presenter.changed.connect(self._on_board_changed)
        self.presenter.summed_up.connect(self._tell_summary)
        self.list.table.first_painted.connect(self.presenter.sum_up)
        self._soon.timeout.connect(self._tell_commune)
        self.views.view_chosen.connect(self.presenter.look_at)
        self.views.detail_turned.connect(self._on_detail_turned)
        panel = self.list
        panel.row_shown.connect(self._on_row_shown)
        panel.selection_described.connect(self.workplace.selection_described)
        panel.table.row_opened.connect(self.open_chosen)
        panel.table.sort_requested.connect(self._on_sort_requested)
        panel.filters.text_changed.connect(self.presenter.filter_text)
        panel.filters.option_chosen.connect(self.presenter.choose)
        panel.empty.step_taken.connect(self._on_first_step)
        self._add_keys()
        self._restore()

    def _add_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys: dict[str, Callable[[], None]] = {
            f"Ctrl+{place}": partial(self.views.choose, view) for place, view in enumerate(View, start=1)
        }
        keys |= {"Ctrl+J": self.attention.toggle, "Ctrl+B": self.views.detail.toggle}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act, context=inside)

    def _restore(self) -> None:
        kept = self.workplace.preferences.text(f"{_NAME}/sort")
        if kept:
            self.presenter.sort, self.presenter.descending = kept.removeprefix("-"), kept.startswith("-")
        is_told = self.workplace.preferences.flag(_DETAIL, True)
        self.detail.setVisible(is_told)
        self.views.detail.setChecked(is_told)

    def _narrow_by(self) -> None:
        filters = self.list.filters
        filters.add_box(STATE, texts.STATE)
        filters.add_box(CLASS, texts.CLASS)
        filters.set_options(STATE, [Option(code, title) for code, title in texts.STATES.items()])
        self.attention = filters.add_button(texts.ATTENTION, texts.ATTENTION_TIP)
        self.attention.setCheckable(True)
        self.attention.toggled.connect(self.presenter.want_attention)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        for part in (self.views, self.list, self.detail):
            column.addWidget(part, int(part is self.list))
        for label in (self.counted, self.classes, self.until):
            label.setWordWrap(True)
            column.addWidget(label)
        for label in (self.counted, self.classes):
            label.setFont(theme.strong(self.font()))


def _paper_cell(line: BoardLine, key: str) -> Value:
    """Return a cell as it stands on paper: points stay numbers, what is not comparable says why."""
    return told_cell(line.cells, key) if key == "before" else line.cells.get(key)
