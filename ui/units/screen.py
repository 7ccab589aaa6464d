"""The screen of catalogues: the office's units as of the period's end, and the office's own names."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QSplitter, QVBoxLayout, QWidget

from db.rules.findings import Refused
from db.rules.formats import Value, day_text, number_text
from ui.agencies import texts as agency_texts
from ui.agencies.dialog import AgenciesDialog
from ui.common import texts as shared
from ui.common import theme
from ui.common.findings_dialog import FindingsDialog
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.record_keys import record_key
from ui.common.lists.table_papers import ReadContent, TableContent, TablePapers
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.handing.hand_on_dialog import HandOnDialog
from ui.handing.take_in_dialog import TakeInDialog
from ui.office.earlier_names_dialog import EarlierNamesDialog
from ui.office.form import OfficeForm
from ui.office.presenter import OfficePresenter
from ui.unit_changes import texts as change_texts
from ui.unit_changes.dialog import UnitChangeDialog
from ui.units import texts
from ui.units.day_dialog import UnitListDayDialog
from ui.units.presenter import UnitsPresenter

_NAME = "units"
_SPLIT = (720, 460)
_FOLDER = "units/folder"

COLUMNS = (
    Column(texts.CODE, "code", 64),
    Column(texts.NAME, "name", 180),
    Column(texts.KIND, "kind", 84),
    Column(texts.PARENT, "parent", 148),
    Column(texts.FROM, "valid_from", 96),
    Column(texts.TO, "valid_to", 100),
)


class UnitsScreen(Screen):
    """List of units at the left, the office at the right."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = UnitsPresenter(workplace, self)
        self.office = OfficePresenter(workplace, self)
        self.list_model = ListModel(COLUMNS, self.presenter.rows, self)
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(texts.LIST_TITLE)
        self.form = OfficeForm(self.office)
        self.papers = TablePapers(self, workplace)
        self.as_of = QLabel()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def settle(self) -> None:
        self.form.settle()

    def take_focus(self) -> None:
        self.list.take_focus()

    def show_record(self, record_id: int) -> None:
        """Choose a unit in the list; one that is not there on the period's last day is told of."""
        self.list.filters.clear()
        self.presenter.filter_text("")
        self.list.table.choose(record_id)
        if record_id not in self.presenter.shown:
            self.workplace.say(texts.NOT_THERE.format(day=day_text(self.presenter.as_of)))
        self.take_focus()

    def read_list(self) -> None:
        """Ask for a file and its day, and read it."""
        folder = self.workplace.preferences.text(_FOLDER)
        chosen, _ = QFileDialog.getOpenFileName(self, texts.CHOOSE_FILE, folder, texts.FILES)
        if not chosen:
            return
        path = Path(chosen)
        self.workplace.preferences.set_text(_FOLDER, str(path.parent))
        day = UnitListDayDialog.ask(path.name, self.workplace.today, self)
        if day is not None:
            self.presenter.load(path, day)

    def edit_agencies(self) -> None:
        """Show the list of agencies to be edited."""
        self.settle()
        AgenciesDialog.edit(self.workplace, self)

    def change_names(self) -> None:
        """Ask from which day on the office prints other names."""
        self.settle()
        if EarlierNamesDialog.ask(self.workplace, self):
            self.form.names.focus_field()

    def hand_on(self) -> None:
        """Hand the office's book on."""
        self.settle()
        HandOnDialog.ask(self.workplace, self)

    def take_in(self) -> None:
        """Take another office's book in."""
        self.settle()
        TakeInDialog.ask(self.workplace, self)

    def change_units(self) -> None:
        """Ask for a merger, split, renaming or the like, of the chosen unit to begin with."""
        self.settle()
        UnitChangeDialog.ask(self.workplace, self.list.table.current_id(), self)
        self.take_focus()

    def export_list(self) -> None:
        self.papers.export(texts.LIST_TITLE, self._reader())

    def print_list(self) -> None:
        self.papers.show_print(texts.LIST_TITLE, self._reader())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "edit": self.form.names.focus_field,
            "filter": self._filter,
            "print": self.print_list,
            "export": self.export_list,
        }
        with_control: dict[int, Callable[[], None]] = {
            Qt.Key.Key_O: self.read_list,
            Qt.Key.Key_G: self.edit_agencies,
            Qt.Key.Key_D: self.change_units,
            Qt.Key.Key_T: self.change_names,
            Qt.Key.Key_B: self.hand_on,
            Qt.Key.Key_I: self.take_in,
        }
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        elif event.key() in with_control and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            with_control[event.key()]()
        else:
            super().keyPressEvent(event)

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def _filter(self) -> None:
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def _on_changed(self) -> None:
        presenter = self.presenter
        self.list.show_rows(presenter.shown, {}, {}, self.list.table.current_id())
        self.list.filters.show_count(texts.COUNT.format(count=number_text(len(presenter.shown))))
        self.as_of.setText(texts.AS_OF.format(day=day_text(presenter.as_of)))
        if presenter.narrowed:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            self.list.empty.say(texts.EMPTY_TITLE, texts.EMPTY, texts.EMPTY_STEP)

    def _on_first_step(self) -> None:
        if self.presenter.narrowed:
            self.list.filters.clear()
        else:
            self.read_list()

    def _on_refused(self, refused: Refused) -> None:
        FindingsDialog.tell(refused, self)

    def _reader(self) -> ReadContent:
        presenter, office = self.presenter, self.workplace.office
        rows: list[list[Value]] = [
            [row.cells[column.key] for column in COLUMNS] for row in presenter.rows(presenter.shown)
        ]
        lines = (office.unit.name, texts.AS_OF.format(day=day_text(presenter.as_of)))
        content = TableContent(texts.LIST_TITLE, lines, COLUMNS, rows, sample=office.sample)
        return lambda: content

    def _connect(self) -> None:
        presenter, panel = self.presenter, self.list
        presenter.changed.connect(self._on_changed)
        presenter.refused.connect(self._on_refused)
        panel.selection_described.connect(self.workplace.selection_described)
        panel.table.row_opened.connect(self.form.names.focus_field)
        panel.table.sort_requested.connect(presenter.sort_by)
        panel.filters.text_changed.connect(presenter.filter_text)
        panel.empty.step_taken.connect(self._on_first_step)
        self.form.list_requested.connect(panel.take_focus)
        self.form.rename_requested.connect(self.change_names)
        self.form.hand_on_requested.connect(self.hand_on)
        self.form.take_in_requested.connect(self.take_in)
        remember_divider(self._splitter, self.workplace.preferences, _NAME, _SPLIT)

    def _lay_out(self) -> None:
        head = ScreenHead(texts.TITLE)
        head.add_primary(texts.READ, texts.READ_TIP).clicked.connect(self.read_list)
        head.add_button(change_texts.BUTTON, change_texts.BUTTON_TIP).clicked.connect(self.change_units)
        head.add_button(agency_texts.BUTTON, agency_texts.BUTTON_TIP).clicked.connect(self.edit_agencies)
        head.add_button(texts.EXPORT, texts.EXPORT_TIP, "export").clicked.connect(self.export_list)
        head.add_button(texts.PRINT, texts.PRINT_TIP, "print").clicked.connect(self.print_list)
        left = QWidget()
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(theme.STEP)
        listed.addWidget(self.list, 1)
        self.as_of.setWordWrap(True)
        listed.addWidget(self.as_of)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.form)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        column.addWidget(self._splitter, 1)
