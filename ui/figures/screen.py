"""The screen of figures: units × figures of the chosen period, filled like a spreadsheet."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from db.rules.blocks import Texts
from db.rules.figure_definitions import Definition
from db.rules.findings import Finding, Refused
from db.rules.formats import Value, number_text
from db.rules.measures import total
from db.services.figures import Place, place_of
from ui.common import texts as shared
from ui.common import theme
from ui.common.findings_dialog import FindingsDialog
from ui.common.lists.columns import Column, number_column
from ui.common.lists.filter_row import FilterRow
from ui.common.lists.record_keys import record_key
from ui.common.lists.table_papers import ReadContent, TableContent, TablePapers, period_line
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.figures import texts
from ui.figures.cell_line import CellLine
from ui.figures.column_actions import ColumnActions
from ui.figures.model import FiguresModel
from ui.figures.presenter import KIND, FiguresPresenter
from ui.figures.table import FiguresTable
from ui.figures.totals import GridTotals

_UNIT_WIDTH, _PAPER_WIDTH = 150, 76


class FiguresScreen(Screen):
    """Grid, totals, and a line that tells of the cursor's cell."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = FiguresPresenter(workplace, self)
        self.model = FiguresModel(self.presenter, self)
        self.table = FiguresTable(self.model, workplace.preferences)
        self.totals = GridTotals(self.table)
        self.filters, self.line = FilterRow(), CellLine()
        self.papers = TablePapers(self, workplace)
        self.groups_button, self.columns_button = self._lay_out()
        self.actions_of_columns = ColumnActions(
            self.presenter, self._current_column, self.groups_button, self.columns_button, self
        )
        self._connect()

    def begin(self) -> None:
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, (*texts.KEYS, *shared.IMPORT_KEYS))

    def settle(self) -> None:
        self.table.settle()

    def take_focus(self) -> None:
        self.table.choose_first()
        self.table.setFocus()

    def show_record(self, record_id: int) -> None:
        """Put the cursor on a figure, in its own period."""
        self.settle()
        self.filters.clear()
        place = self.presenter.show_figure(record_id)
        if place is not None:
            self.table.go_to(place)

    def narrow(self, text: str) -> None:
        self.settle()
        self.filters.line.setText(text)
        self.filters.line.setFocus()

    def import_figures(self) -> None:
        """Let the officer take in figures from Excel."""
        from ui.imports.dialog import ImportDialog  # Only wanted now: it brings the readers of files.

        self.settle()
        ImportDialog.ask(self.workplace, KIND, self)

    def export_grid(self) -> None:
        self.settle()
        self.papers.export(texts.TITLE, self._reader())

    def print_grid(self) -> None:
        self.settle()
        self.papers.show_print(texts.TITLE, self._reader())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "new": self.actions_of_columns.add,
            "edit": self.table.edit_current,
            "filter": self._filter,
            "print": self.print_grid,
            "export": self.export_grid,
            "import": self.import_figures,
        }
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        elif event.key() == Qt.Key.Key_F4:
            self._go_to_wrong()
        else:
            super().keyPressEvent(event)

    def _filter(self) -> None:
        self.filters.line.setFocus()
        self.filters.line.selectAll()

    def _go_to_wrong(self) -> None:
        place = self.presenter.next_wrong(self.table.current_place())
        if place is not None:
            self.table.go_to(place)

    def _current_column(self) -> Definition | None:
        place = self.table.current_place()
        return self.presenter.definition(place) if place is not None else None

    def _on_column_added(self, code: str) -> None:
        place = self.table.current_place()
        if place is not None:
            self.table.go_to((place[0], code))

    def _on_filled(self, values: Mapping[Place, int | None]) -> None:
        cleared = all(value is None for value in values.values())
        self._tell(self.presenter.put(values, texts.CLEARED if cleared else texts.FILLED))

    def _on_pasted(self, cells: tuple[Texts, ...]) -> None:
        block = self.table.chosen()
        if block:
            unit_id, code = block[0][0]
            at = self.model.row_of(unit_id), self.model.column_of(code)
            self._tell(self.presenter.paste(cells, *at))

    def _tell(self, findings: Iterable[Finding]) -> None:
        told = [self._named(finding) for finding in findings]
        if told:
            FindingsDialog.tell(Refused(told), self, title=texts.REFUSED_TITLE, told=texts.REFUSED)

    def _named(self, finding: Finding) -> Finding:
        if "/" not in finding.place:
            return finding
        return replace(finding, place=self.presenter.cell_name(place_of(finding.place)))

    def _on_opened(self) -> None:
        self.filters.show_count(texts.UNITS.format(count=number_text(len(self.presenter.units))))
        self.totals.show_columns(self.presenter.columns)
        self._show_totals({item.code for item in self.presenter.columns})
        self._show_cell()

    def _on_changed(self, places: Collection[Place]) -> None:
        self._show_totals({code for _, code in places})
        self._show_cell()

    def _show_totals(self, codes: Collection[str]) -> None:
        presenter = self.presenter
        for item in presenter.columns:
            if item.code in codes:
                self.totals.show_sum(item, presenter.total(item.code))

    def _show_cell(self) -> None:
        place, presenter = self.table.current_place(), self.presenter
        left = len(presenter.findings)
        words = self.model.words(place) if place is not None else ""
        if not presenter.units:
            words = texts.EMPTY_FILTERED
        if left:
            words = texts.WRONG_LEFT.format(words=words, count=left)
        self.line.say(words, wrong=place in presenter.findings)

    def _describe(self) -> None:
        block = self.table.chosen()
        count = sum(map(len, block))
        sums = total(self.presenter.value(place) for row in block for place in row)
        words = texts.SELECTED.format(count=number_text(count), sum=number_text(sums))
        self.workplace.selection_described.emit(words if count > 1 else "")

    def _reader(self) -> ReadContent:
        """Take what the grid shows now."""
        presenter, office = self.presenter, self.workplace.office
        columns = (
            Column(texts.UNIT, "unit", _UNIT_WIDTH),
            *(number_column(item.title, item.code, _PAPER_WIDTH) for item in presenter.columns),
        )
        rows: list[list[Value]] = [
            [unit.name, *(presenter.value((unit.id, item.code)) for item in presenter.columns)]
            for unit in presenter.units
        ]
        lines = (office.unit.name, period_line(self.workplace))
        totals = [texts.TOTAL, *self.totals.sums]
        content = TableContent(texts.TITLE, lines, columns, rows, totals, office.sample)
        return lambda: content

    def _connect(self) -> None:
        presenter, table = self.presenter, self.table
        presenter.opened.connect(self._on_opened)
        presenter.changed.connect(self._on_changed)
        table.cell_shown.connect(self._show_cell)
        table.filled.connect(self._on_filled)
        table.pasted.connect(self._on_pasted)
        table.said.connect(self.workplace.say)
        table.leave_requested.connect(self.filters.line.setFocus)
        table.selectionModel().selectionChanged.connect(lambda *_: self._describe())
        self.actions_of_columns.column_added.connect(self._on_column_added)
        self.filters.text_changed.connect(presenter.filter_text)
        self.filters.list_requested.connect(self.take_focus)

    def _lay_out(self) -> tuple[QPushButton, QPushButton]:
        head = ScreenHead(texts.TITLE)
        head.add_primary(texts.ENTER, texts.ENTER_TIP).clicked.connect(self.table.edit_current)
        columns = head.add_button(texts.COLUMNS, texts.COLUMNS_TIP)
        importing = head.add_button(shared.IMPORT, shared.IMPORT_TIP, "import")
        importing.clicked.connect(self.import_figures)
        head.add_button(texts.EXPORT, texts.EXPORT_TIP, "export").clicked.connect(self.export_grid)
        head.add_button(texts.PRINT, texts.PRINT_TIP, "print").clicked.connect(self.print_grid)
        groups = self.filters.add_button(texts.GROUPS, texts.GROUPS_TIP)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        column.addWidget(self.filters)
        grid = QVBoxLayout()
        grid.setSpacing(0)
        grid.addWidget(self.table, 1)
        grid.addWidget(self.totals)
        column.addLayout(grid, 1)
        column.addWidget(self.line)
        return groups, columns
