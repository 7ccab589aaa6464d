"""The screen of successions: the rows at the left, at the right what the chosen units came from and became."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Refused
from db.rules.formats import Value, number_text
from db.services.borders.successions import RECORDS_OUTLIVE
from ui.common import texts as shared
from ui.common import theme
from ui.common.findings_dialog import FindingsDialog
from ui.common.forms.choosing import option
from ui.common.forms.day_dialog import DayWords
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.record_keys import record_key
from ui.common.lists.standing_cells import ToneDelegate
from ui.common.lists.table_papers import ReadContent, TableContent, TablePapers
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.successions import late_texts, texts
from ui.successions.late_dialog import LateDialog
from ui.successions.late_presenter import LatePresenter
from ui.successions.origins import Node
from ui.successions.presenter import SuccessionsPresenter
from ui.successions.rows import unit_option
from ui.successions.source_dialog import SourceDialog, SourceQuestion
from ui.units import texts as unit_texts
from ui.units.day_dialog import UnitListDayDialog

_NAME = "successions"
_SPLIT = (860, 330)
_FOLDER = "units/folder"
_DAY_WORDS = DayWords(texts.DAY_TITLE, texts.DAY_ASK, texts.DAY_LABEL, texts.READ_NOW, unit_texts.DAY_NEEDED)

COLUMNS = (
    Column(texts.DAY, "on", 90),
    Column(texts.OLD_CODE, "old_code", 62),
    Column(texts.OLD, "old", 224),
    Column(texts.NEW_CODE, "new_code", 62),
    Column(texts.NEW, "new", 160),
    Column(texts.NEW_PARENT, "new_parent", 124),
    Column(texts.EXTENT, "extent", 122),
)
_TONED = ("old", "extent")


class SuccessionsScreen(Screen):
    """List and tree of which unit took over which."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = SuccessionsPresenter(workplace, self)
        self.late = LatePresenter(workplace, self)
        self.list_model = ListModel(COLUMNS, self.presenter.rows, self)
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(texts.TITLE)
        for key, label in (("on", texts.DAY), ("state", texts.STATE), ("scope", texts.SCOPE)):
            self.list.filters.add_box(key, label)
        self.tree, self.tree_hint = QTreeWidget(), QLabel(texts.TREE_NONE)
        self.papers = TablePapers(self, workplace)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        filters = self.list.filters
        filters.set_options("state", (option(code, title) for code, title in texts.STATES.items()))
        filters.set_options("scope", (option("own", texts.OWN),))
        self.presenter.reload()
        self.late.count()
        self._look_at_own()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        self.list.take_focus()

    def show_record(self, record_id: int) -> None:
        self.list.filters.clear()
        self.list.table.choose(record_id)
        self.take_focus()

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def read_list(self) -> None:
        """Ask for a file and its day, and read it."""
        folder = self.workplace.preferences.text(_FOLDER)
        chosen, _ = QFileDialog.getOpenFileName(self, texts.CHOOSE_FILE, folder, texts.FILES)
        if not chosen:
            return
        path, days = Path(chosen), self.presenter.list_days()
        self.workplace.preferences.set_text(_FOLDER, str(path.parent))
        usual = days[-1] if days else None
        day = UnitListDayDialog.ask(path.name, self.workplace.today, self, words=_DAY_WORDS, usual=usual)
        if day is not None:
            self.presenter.load(path, day)

    def move_late(self) -> None:
        """Show which records outlive their unit, and move them if the officer wants it."""
        found = self.late.find()
        if not found.groups:
            self.workplace.say(late_texts.NONE)
        elif LateDialog.ask(found, self):
            self.late.move()
        self.take_focus()

    def settle_row(self) -> None:
        """Ask where the new unit of the chosen row comes from, in the place of what the row says."""
        self._ask(is_new=False)

    def add_source(self) -> None:
        """Ask for one more source of the new unit of the chosen row."""
        self._ask(is_new=True)

    def remove_rows(self) -> None:
        chosen = self.list.table.chosen_ids()
        if chosen:
            self.presenter.remove(chosen)
            self.take_focus()

    def export_list(self) -> None:
        self.papers.export(texts.TITLE, self._reader())

    def print_list(self) -> None:
        self.papers.show_print(texts.TITLE, self._reader())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "new": self.add_source,
            "edit": self.settle_row,
            "remove": self.remove_rows,
            "filter": self._filter,
            "print": self.print_list,
            "export": self.export_list,
        }
        with_control: dict[int, Callable[[], None]] = {
            Qt.Key.Key_O: self.read_list,
            Qt.Key.Key_M: self.move_late,
        }
        action = record_key(event, in_list=self.list.table.hasFocus())
        if action in actions:
            actions[action]()
        elif event.key() in with_control and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            with_control[event.key()]()
        elif event.key() == Qt.Key.Key_Escape and self.tree.hasFocus():
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _ask(self, *, is_new: bool) -> None:
        # What is marked counts: with Ctrl the cursor goes elsewhere and marks nothing.
        chosen, presenter = self.list.table.chosen_ids(), self.presenter
        if len(chosen) != 1:
            self.workplace.say(texts.ONE_ROW)
            return
        row = presenter.row(chosen[0])
        replaced = None if is_new else row.id
        question = SourceQuestion(
            row if not is_new else presenter.asked_anew(row),
            partial(presenter.candidates, row),
            partial(presenter.seek, row),
            partial(presenter.keep, row, replaced),
            unit_option(row.old) if row.old and not is_new else None,
        )
        SourceDialog.ask(question, self)
        self.take_focus()

    def _look_at_own(self) -> None:
        """Begin with the rows of the office's book, where there are any."""
        if self.presenter.is_mixed:
            self.list.filters.choose("scope", "own")

    def _filter(self) -> None:
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def _on_changed(self) -> None:
        presenter = self.presenter
        self.list.filters.set_options("on", presenter.days())
        self.list.show_rows(presenter.shown, {}, {}, self.list.table.current_id())
        words = texts.COUNT.format(
            count=number_text(len(presenter.shown)), open=number_text(presenter.open_count)
        )
        self.list.filters.show_count(words)
        if presenter.narrowed:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            self.list.empty.say(texts.EMPTY_TITLE, texts.EMPTY, texts.EMPTY_STEP)
        self._show_tree()

    def _show_tree(self) -> None:
        chosen = self.list.table.chosen_ids()
        self.tree.clear()
        nodes = self.presenter.tree(chosen[0]) if len(chosen) == 1 else ()
        for node in nodes:
            self.tree.addTopLevelItem(_item(node))
        self.tree.expandToDepth(0)
        self.tree_hint.setVisible(not nodes)

    def _on_first_step(self) -> None:
        if self.presenter.narrowed:
            self.list.filters.clear()
        else:
            self.read_list()

    def _on_refused(self, refused: Refused) -> None:
        FindingsDialog.tell(refused, self)

    def _on_doubted(self, doubts: Refused) -> None:
        FindingsDialog.tell(doubts, self, title=texts.DOUBTS_TITLE, told=texts.DOUBTS_TOLD)
        if any(finding.code == RECORDS_OUTLIVE for finding in doubts.findings):
            self.move_late()

    def _on_counted(self, count: int) -> None:
        self.late_button.setText(late_texts.BUTTON.format(count=number_text(count)))
        self.late_button.setVisible(count > 0)

    def _reader(self) -> ReadContent:
        presenter, office = self.presenter, self.workplace.office
        rows: list[list[Value]] = [
            [item.cells[column.key] for column in COLUMNS] for item in presenter.rows(presenter.shown)
        ]
        content = TableContent(texts.TITLE, (office.unit.name,), COLUMNS, rows, sample=office.sample)
        return lambda: content

    def _connect(self) -> None:
        presenter, panel = self.presenter, self.list
        presenter.changed.connect(self._on_changed)
        presenter.loaded.connect(self._look_at_own)
        self.late.counted.connect(self._on_counted)
        presenter.refused.connect(self._on_refused)
        presenter.doubted.connect(self._on_doubted)
        panel.selection_described.connect(self.workplace.selection_described)
        panel.row_shown.connect(lambda _: self._show_tree())
        panel.table.row_opened.connect(self.settle_row)
        panel.table.sort_requested.connect(presenter.sort_by)
        panel.filters.text_changed.connect(presenter.filter_text)
        panel.filters.option_chosen.connect(presenter.filter_by)
        panel.empty.step_taken.connect(self._on_first_step)
        remember_divider(self._splitter, self.workplace.preferences, _NAME, _SPLIT)

    def _lay_out(self) -> None:
        toned = [at for at, column in enumerate(COLUMNS) if column.key in _TONED]
        for at in toned:
            delegate = ToneDelegate(self.list_model, self.list.table)
            self.list.table.setItemDelegateForColumn(at, delegate)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._side())
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addWidget(self._splitter, 1)

    def _head(self) -> ScreenHead:
        head = ScreenHead(texts.TITLE)
        head.add_primary(texts.READ, texts.READ_TIP).clicked.connect(self.read_list)
        buttons: Iterable[tuple[str, str, str, Callable[[], None]]] = (
            (texts.EDIT, texts.EDIT_TIP, "", self.settle_row),
            (texts.ADD, texts.ADD_TIP, "", self.add_source),
            (texts.REMOVE, texts.REMOVE_TIP, "", self.remove_rows),
            (texts.EXPORT, texts.EXPORT_TIP, "export", self.export_list),
            (texts.PRINT, texts.PRINT_TIP, "print", self.print_list),
        )
        for words, tip, icon, act in buttons:
            head.add_button(words, tip, icon).clicked.connect(act)
        self.late_button = head.add_button("", late_texts.BUTTON_TIP)
        self.late_button.clicked.connect(self.move_late)
        self.late_button.hide()
        return head

    def _side(self) -> QWidget:
        side = QWidget()
        self.tree.setHeaderLabel(texts.TREE)
        self.tree.setAccessibleName(texts.TREE)
        self.tree.setWordWrap(True)
        self.tree_hint.setWordWrap(True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.tree_hint)
        column.addWidget(self.tree, 1)
        return side


def _item(node: Node) -> QTreeWidgetItem:
    item = QTreeWidgetItem([node.words])
    item.setToolTip(0, node.words)
    item.addChildren([_item(below) for below in node.below])
    return item
