"""The screen of the log: what was done at the left, its fields at the right; a second view is the bin."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTabBar, QVBoxLayout, QWidget

from db.rules.formats import Value, number_text
from db.services.history.logged_rows import LoggedRow
from db.services.history.logged_tables import KINDS
from ui.common import texts as shared
from ui.common import theme
from ui.common.forms.choosing import option
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.plain_table import PlainTable
from ui.common.lists.record_keys import record_key
from ui.common.lists.table_papers import TableContent, TablePapers
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.screens.tabs import add_turning_keys, make_taller
from ui.common.workplace import Workplace
from ui.history import texts
from ui.history.presenter import HistoryPresenter
from ui.history.words import deed_word, field_lines, moment

_NAME, _SPLIT = "history", (720, 480)
_MOST_EXPORTED, _MOST_PRINTED = 100_000, 5_000
_TURNS = {"Ctrl+Tab": 1, "Ctrl+Shift+Tab": -1}

COLUMNS = (
    Column(texts.AT, "at", 128, sortable=False),
    Column(texts.WHO, "who", 124, sortable=False),
    Column(texts.WHAT, "what", 206, sortable=False),
    Column(texts.NAME, "name", 192, sortable=False),
    Column(texts.ROWS, "rows", 52, "right", sortable=False),
)
_FIELDS = (
    Column(texts.AT, "at", 110),
    Column(texts.WHO, "who", 130),
    Column(texts.WHAT, "what", 150),
    Column(texts.RECORD, "name", 230),
    Column(texts.FIELD, "field", 120),
    Column(texts.OLD, "old", 200),
    Column(texts.NEW, "new", 200),
)


class HistoryScreen(Screen):
    """Steps or deleted rows at the left, fields old and new at the right."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = HistoryPresenter(workplace, self)
        self.list_model = ListModel(COLUMNS, self.presenter.rows, self)
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(texts.TITLE)
        self.views = QTabBar()
        self.fields = PlainTable(
            (texts.RECORD, texts.FIELD, texts.OLD, texts.NEW), (150, 100, 110), texts.FIELD
        )
        self.told, self.more = QLabel(texts.CHOOSE_ONE), QPushButton(texts.MORE)
        self.papers = TablePapers(self, workplace)
        self._rows: tuple[LoggedRow, ...] = ()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._fill_boxes()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.list.filters.set_options("who", self.presenter.officers())
        self.list.filters.choose("span", self.presenter.sensible_span())
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        self.list.take_focus()

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def show_record(self, record_id: int) -> None:
        """Choose a step of the log."""
        self.list.table.choose(record_id)
        self.take_focus()

    def bring_back(self) -> None:
        chosen = self.list.table.current_id()
        if self.presenter.in_bin and chosen is not None:
            self.presenter.bring_back(chosen)
            self.take_focus()

    def turn(self, steps: int) -> None:
        self.views.setCurrentIndex((self.views.currentIndex() + steps) % self.views.count())
        self.take_focus()

    def show_more(self) -> None:
        """Read on in a long step."""
        chosen = self.list.table.current_id()
        if chosen is not None and self._rows and not self.more.isHidden():
            self._show_rows(chosen, (*self._rows, *self.presenter.told(chosen, self._rows[-1].id)))

    def export_list(self) -> None:
        self.papers.export(self._title(), self._fields_content)

    def print_list(self) -> None:
        self.papers.show_print(self._title(), self._list_content)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "filter": self._filter,
            "print": self.print_list,
            "export": self.export_list,
        }
        with_control = {Qt.Key.Key_R: self.bring_back, Qt.Key.Key_M: self.show_more}
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        elif event.key() in with_control and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            with_control[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def _filter(self) -> None:
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def _title(self) -> str:
        return texts.BIN if self.presenter.in_bin else texts.TITLE

    def _fields_content(self) -> TableContent:
        rows, is_whole = self.presenter.exported(_MOST_EXPORTED)
        lines = [self.presenter.days_line]
        if not is_whole:
            lines.append(texts.UNTIL_MOST.format(count=number_text(len(rows))))
        listed = [cells for row in rows for cells in _field_cells(row)]
        return TableContent(self._title(), tuple(lines), _FIELDS, listed)

    def _list_content(self) -> TableContent:
        lines = [self.presenter.days_line]
        if len(self.presenter.shown) > _MOST_PRINTED:
            lines.append(texts.UNTIL_MOST.format(count=number_text(_MOST_PRINTED)))
        rows = [
            [row.cells[column.key] for column in COLUMNS] for row in self.presenter.all_rows(_MOST_PRINTED)
        ]
        return TableContent(self._title(), tuple(lines), COLUMNS, rows)

    def _on_changed(self) -> None:
        presenter, shown = self.presenter, self.presenter.shown
        self.list.show_rows(shown, {}, {}, self.list.table.current_id())
        words = texts.COUNT_BIN if presenter.in_bin else texts.COUNT
        self.list.filters.show_count(words.format(count=number_text(len(shown))))
        self.back_button.setVisible(presenter.in_bin)
        self.back_button.setEnabled(bool(shown))
        if presenter.narrowed:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        elif presenter.in_bin:
            self.list.empty.say(texts.EMPTY_BIN, texts.EMPTY_BIN_HINT, texts.ALL_TIME)
        else:
            self.list.empty.say(texts.EMPTY_TITLE, texts.EMPTY, texts.ALL_TIME)
        if shown:
            self.list.choose_first()
        self._show_chosen(self.list.table.current_id() if shown else None)

    def _show_chosen(self, row_id: int | None) -> None:
        if row_id is None:
            self._rows = ()
            self.fields.show_rows(())
            self.told.setText(texts.CHOOSE_ONE)
            self.more.hide()
        else:
            self._show_rows(row_id, self.presenter.told(row_id))

    def _show_rows(self, row_id: int, rows: tuple[LoggedRow, ...]) -> None:
        self._rows = rows
        self.fields.show_rows(_detail(rows))
        every = self.presenter.row_count(row_id)
        self.more.setVisible(
            bool(rows) and len(rows) < every and len(self.presenter.told(row_id, rows[-1].id)) > 0
        )
        words = " · ".join((moment(rows[0].at), rows[0].who)) if rows else ""
        if not self.more.isHidden():
            words += " · " + texts.SHOWN.format(shown=number_text(len(rows)), all=number_text(every))
        self.told.setText(words)

    def _on_first_step(self) -> None:
        self.list.filters.clear()

    def _fill_boxes(self) -> None:
        filters = self.list.filters
        for key, label in (("span", texts.SPAN), ("who", texts.WHO), ("kind", texts.KIND)):
            filters.add_box(key, label)
        filters.set_options("span", (option(code, title) for code, title in texts.SPANS.items()))
        filters.set_options("kind", (option(kind, texts.KINDS[kind]) for kind in KINDS))
        filters.choose("span", self.presenter.span)
        for title in (texts.STEPS, texts.BIN):
            make_taller(self.views, self.views.addTab(title))
        self.views.setAccessibleName(texts.VIEWS)
        self.views.setDrawBase(False)
        self.views.setExpanding(False)

    def _connect(self) -> None:
        self.presenter.changed.connect(self._on_changed)
        self.list.filters.text_changed.connect(self.presenter.filter_text)
        self.list.filters.option_chosen.connect(self.presenter.filter_by)
        self.list.row_shown.connect(self._show_chosen)
        self.list.selection_described.connect(self.workplace.selection_described)
        self.list.empty.step_taken.connect(self._on_first_step)
        self.views.currentChanged.connect(lambda at: self.presenter.show_bin(bool(at)))
        self.more.clicked.connect(self.show_more)
        add_turning_keys(self, _TURNS, self.turn)

    def _lay_out(self) -> None:
        head = ScreenHead(texts.TITLE)
        self.back_button = head.add_primary(texts.BRING_BACK, texts.BRING_BACK_TIP)
        self.back_button.clicked.connect(self.bring_back)
        self.back_button.hide()
        head.add_button(shared.EXPORT, shared.EXPORT_TIP, "export").clicked.connect(self.export_list)
        head.add_button(shared.PRINT, shared.PRINT_TIP, "print").clicked.connect(self.print_list)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._side())
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        remember_divider(self._splitter, self.workplace.preferences, _NAME, _SPLIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        column.addWidget(self.views)
        column.addWidget(self._splitter, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        self.told.setWordWrap(True)
        self.more.setToolTip(texts.MORE_TIP)
        self.more.setAutoDefault(False)
        self.more.hide()
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        line.addWidget(self.more)
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.STEP * 2, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(line)
        column.addWidget(self.fields, 1)
        return side


def _detail(rows: tuple[LoggedRow, ...]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the lines of the fields; a row is named once."""
    for row in rows:
        named = f"{deed_word(row)}: {row.name}" if row.name else deed_word(row)
        lines = [*field_lines(row)] or [("", "", "")]
        for at, line in enumerate(lines):
            yield (named if at == 0 else "", *line)


def _field_cells(row: LoggedRow) -> Iterator[tuple[Value, ...]]:
    head = (moment(row.at), row.who, deed_word(row), row.name)
    lines = [*field_lines(row)] or [("", "", "")]
    yield from ((*head, *line) for line in lines)
