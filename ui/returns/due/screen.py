"""The due board on screen: the returns of a unit by due day, and the units below with all of theirs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QVBoxLayout, QWidget

from db.rules.formats import Value, day_text, number_text
from db.services.returns.due import DueReturn
from db.services.searching.search import Found
from ui.common import texts as shared
from ui.common import theme
from ui.common.forms.choosing import Option
from ui.common.forms.message import Message
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.record_keys import record_key
from ui.common.lists.standing_cells import ToneDelegate
from ui.common.lists.table_papers import TableContent, TablePapers
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.returns.due import texts
from ui.returns.due.lines import CLASH_TONE, COLUMNS
from ui.returns.due.matrix import counts
from ui.returns.due.matrix_view import MatrixView
from ui.returns.due.presenter import UNIT, DuePresenter
from ui.returns.due.saying import Saying
from ui.returns.due.schedule_dialog import ScheduleDialog

_NAME = "due"
_SPLIT = (320, 240)
_LOW = 450
# The words of a clash do not fit into a column of paper that is as wide as on screen.
_PAPER_WIDTHS = {"unit": 110, "period": 110, "set": 130, "state": 130, "left": 80, "note": 230}


class DueScreen(Screen):
    """Shows a `DuePresenter`; what is done with returns lies in `Saying`."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = DuePresenter(workplace, self)
        self.list_model = ListModel(COLUMNS, self.presenter.lines, self)
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.matrix = MatrixView(self.presenter)
        self.counted, self.notes = QLabel(), Message(theme.soon)
        self.saying = Saying(self, self.presenter)
        self.papers = TablePapers(self, workplace)
        self._units: tuple[Option, ...] = ()
        self._below, self._splitter = QWidget(), QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._narrow_by()
        self._connect()

    def begin(self) -> None:
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.HELP_TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        self.list.take_focus()

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def chosen(self) -> tuple[DueReturn, ...]:
        """Return the returns that are chosen: those of the table of units while it has the cursor, else of the list."""
        if self.matrix.hasFocus():
            return self.matrix.chosen()
        return tuple(line.item for line in self.presenter.lines(self.list.table.chosen_ids()))

    def open_chosen(self) -> None:
        """Turn to the page on which the chosen return is filled."""
        items = self.chosen()
        if not items:
            self.workplace.say(texts.NO_SUCH_RETURN if self.matrix.hasFocus() else texts.NOTHING_CHOSEN)
            return
        due = items[0].due
        if due.set_code == due.code:
            self.workplace.say(texts.NO_FORMS.format(title=items[0].set_title))
            return
        self.found_requested.emit(
            Found("returns", items[0].unit.id, items[0].set_title, code=due.set_code, period=due.period.label)
        )

    def edit_schedule(self) -> None:
        """Show the office's schedule and the ones that come with the program."""
        ScheduleDialog.ask(self.workplace, self)
        self.take_focus()

    def export(self) -> None:
        content = self._list_content()
        self.papers.export(content.title, lambda: content)

    def print_list(self) -> None:
        content = self._list_content()
        self.papers.show_print(content.title, lambda: content)

    def print_matrix(self) -> None:
        content = self._matrix_content()
        self.papers.show_print(content.title, lambda: content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_notes()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.watch(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "new": self.saying.add_once,
            "edit": self.saying.mark,
            "remove": self.saying.take_back,
            "filter": self._seek,
            "export": self.export,
            "print": self.print_list,
        }
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        elif event.key() == Qt.Key.Key_F8:
            self._turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        if self.matrix.hasFocus() or self._below.isHidden():
            self.list.take_focus()
        else:
            self.matrix.take_focus()

    def _seek(self) -> None:
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def _on_changed(self) -> None:
        board = self.presenter
        self.title.setText(texts.TITLE.format(year=board.board.year))
        self._tell_notes()
        self._offer_units()
        self.list.show_rows(board.shown, {}, {}, self.list.table.current_id())
        lines = board.lines(board.shown)
        late = sum(line.item.is_late for line in lines)
        self.list.filters.show_count(
            texts.COUNT.format(count=number_text(len(lines)), late=number_text(late))
        )
        if board.narrowed:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            self.list.empty.say(texts.EMPTY_TITLE, texts.EMPTY, texts.EMPTY_STEP)
        self._show_matrix()

    def _tell_notes(self) -> None:
        """Say what has to be known of the board; on a low screen the list needs the room and the title has it."""
        words = " ".join(self.presenter.notes())
        self.title.setToolTip(words)
        self.notes.say(words if self.height() >= _LOW else "")

    def _offer_units(self) -> None:
        """Offer the units of the board; the same ones again would choose anew."""
        units = self.presenter.units()
        if units != self._units:
            self._units, chosen = units, self.presenter.unit
            self.list.filters.set_options(UNIT, units)
            self.list.filters.choose(UNIT, chosen)
            self.list.filters.show_box(UNIT, shown=len(units) > 1)

    def _show_matrix(self) -> None:
        board = self.presenter
        self._below.setVisible(bool(board.matrix.rows))
        self.matrix.show_matrix()
        numbers = {key: number_text(count) for key, count in counts(board.board.below).items()}
        self.counted.setText(texts.MATRIX_COUNT.format(**numbers))

    def _on_first_step(self) -> None:
        if self.presenter.narrowed:
            self.open_only.setChecked(False)
            self.list.filters.line.clear()
        else:
            self.edit_schedule()

    def _list_content(self) -> TableContent:
        board = self.presenter
        columns = tuple(
            Column(item.title, item.key, _PAPER_WIDTHS.get(item.key, item.width), item.align)
            for item in COLUMNS
        )
        rows: list[list[Value]] = [
            [line.cells[column.key] for column in columns] for line in board.lines(board.shown)
        ]
        return self._content(texts.PAPER_TITLE, columns, rows)

    def _matrix_content(self) -> TableContent:
        board = self.presenter
        columns = board.matrix.columns
        rows: list[list[Value]] = [
            [row.cells.get(column.key) for column in columns] for row in board.rows(board.shown_units)
        ]
        return self._content(texts.PAPER_MATRIX, columns, rows)

    def _content(
        self, title: str, columns: tuple[Column, ...], rows: Sequence[Sequence[Value]]
    ) -> TableContent:
        office, board = self.workplace.office, self.presenter.board
        lines = (office.unit.name, texts.PAPER_DAY.format(day=day_text(board.on)), *self.presenter.notes())
        return TableContent(title.format(year=board.year), lines, columns, rows, sample=office.sample)

    def _connect(self) -> None:
        panel = self.list
        self.presenter.changed.connect(self._on_changed)
        panel.selection_described.connect(self.workplace.selection_described)
        panel.table.row_opened.connect(self.open_chosen)
        panel.table.sort_requested.connect(self.presenter.sort_by)
        panel.filters.text_changed.connect(self.presenter.filter_text)
        panel.filters.option_chosen.connect(self.presenter.choose)
        panel.empty.step_taken.connect(self._on_first_step)
        self.matrix.row_opened.connect(self.open_chosen)
        keys = [column.key for column in COLUMNS]
        for key in ("state", "left"):
            panel.table.setItemDelegateForColumn(keys.index(key), ToneDelegate(self.list_model, self))
        panel.table.setItemDelegateForColumn(
            keys.index("note"), ToneDelegate(self.list_model, self, CLASH_TONE)
        )
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+J"), self, self.open_only.toggle, context=inside)
        remember_divider(self._splitter, self.workplace.preferences, _NAME, _SPLIT)

    def _narrow_by(self) -> None:
        filters = self.list.filters
        filters.add_box(UNIT, texts.UNIT_FILTER)
        self.open_only = filters.add_button(texts.OPEN_ONLY, texts.OPEN_ONLY_TIP)
        self.open_only.setCheckable(True)
        self.open_only.toggled.connect(self.presenter.want_open)

    def _lay_out(self) -> None:
        self.list.table.setAccessibleName(texts.LIST)
        self.counted.setFont(theme.strong(self.font()))
        self.counted.setBuddy(self.matrix)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, theme.STEP, 0, 0)
        below.setSpacing(theme.STEP)
        below.addWidget(self.counted)
        below.addWidget(self.matrix, 1)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._below)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addWidget(self.notes)
        column.addWidget(self._splitter, 1)

    def _head(self) -> ScreenHead:
        head = ScreenHead(texts.TITLE.format(year=self.workplace.year))
        self.title = head.title
        head.add_primary(texts.MARK, texts.MARK_TIP).clicked.connect(self.saying.mark)
        head.add_button(texts.ONCE, texts.ONCE_TIP, "add").clicked.connect(self.saying.add_once)
        head.add_button(texts.SCHEDULE, texts.SCHEDULE_TIP, "calendar").clicked.connect(self.edit_schedule)
        head.add_button(texts.EXPORT, texts.EXPORT_TIP, "export").clicked.connect(self.export)
        printing, menu = head.add_button(texts.PRINT, texts.PRINT_TIP, "print"), QMenu(self)
        menu.addAction(texts.PRINT_LIST, self.print_list)
        menu.addAction(texts.PRINT_MATRIX, self.print_matrix)
        printing.setMenu(menu)
        return head
