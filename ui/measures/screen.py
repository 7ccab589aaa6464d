"""The screen of measures: all of them at the left, the chosen one by unit and period at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.formats import Value
from db.services.searching.search import Found
from ui.common import icons, theme
from ui.common.borders import BordersNote, borders_lines, gap_text
from ui.common.forms.text_editors import LineEditor
from ui.common.lists.columns import Column, number_column
from ui.common.lists.record_keys import record_key
from ui.common.lists.table_papers import ReadContent, TableContent, TablePapers
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.measures import texts
from ui.measures.bars import PeriodBars
from ui.measures.behind_dialog import BehindDialog
from ui.measures.model import MeasureModel
from ui.measures.presenter import MONTHS, QUARTERS, YEARS, MeasuresPresenter
from ui.measures.table import MeasureView

_NAME_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SPLIT = (270, 920)
_LEAST_LIST, _ROOM_FOR_BARS = 220, 480


class MeasuresScreen(Screen):
    """Any measure, and the records behind its numbers."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = MeasuresPresenter(workplace, self)
        self.line, self.tree = LineEditor(), QTreeWidget()
        self.title, self.about, self.facts = QLabel(), QLabel(), QLabel()
        self.step = QComboBox()
        self.boxes: dict[str, QComboBox] = {}
        self.table_model = MeasureModel(self)
        self.table = MeasureView(self.table_model)
        self.bars = PeriodBars()
        self.papers = TablePapers(self, workplace)
        self._filters = QHBoxLayout()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.presenter.begin()
        self._list()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        self.line.setFocus()

    def show_found(self, found: Found) -> None:
        """Show the measure that was found."""
        self.line.clear()
        self.presenter.choose(found.code)
        self._mark()
        self.table.setFocus()

    def narrow(self, text: str) -> None:
        self.line.setText(text)
        self.line.setFocus()

    def open_number(self, row: int, column: int) -> None:
        """Show the records behind a number, and open the one that is chosen there."""
        presenter, line = self.presenter, self.table_model.lines[row]
        number, gap = self.table_model.number(row, column), self.table_model.gap(row, column)
        if number is None and gap is None:
            self.workplace.say(texts.NO_NUMBER)
            return
        behind = presenter.behind(line, column - 1)
        if not behind.added:
            self.workplace.say(gap_text(gap) if gap else texts.NO_ROWS)
            return
        title = presenter.behind_title(line, column - 1)
        found = BehindDialog.ask(number, title, behind, presenter.describe, self)
        if found is not None:
            self.found_requested.emit(found)

    def export_table(self) -> None:
        self.papers.export(self.presenter.measure.title, self._reader())

    def print_table(self) -> None:
        self.papers.show_print(self.presenter.measure.title, self._reader())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions = {"filter": self._find, "print": self.print_table, "export": self.export_table}
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        elif self.line.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tree.setFocus()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.watch(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the room of the bars is the table's."""
        super().resizeEvent(event)
        self.bars.setVisible(self.height() >= _ROOM_FOR_BARS)

    def _find(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _list(self) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        for subject, measures in self.presenter.groups(self.line.text()):
            head = QTreeWidgetItem(self.tree, [subject])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, theme.strong(self.font()))
            for measure in measures:
                item = QTreeWidgetItem(head, [measure.title])
                item.setData(0, _NAME_ROLE, measure.name)
                item.setToolTip(0, measure.about or measure.title)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self._mark()

    def _mark(self) -> None:
        """Choose the shown measure in the list, where it is there."""
        self.tree.blockSignals(True)
        for item in self.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if item.data(0, _NAME_ROLE) == self.presenter.name:
                self.tree.setCurrentItem(item)
        self.tree.blockSignals(False)

    def _on_item_chosen(self, item: QTreeWidgetItem | None) -> None:
        name = item.data(0, _NAME_ROLE) if item is not None else None
        if name and name != self.presenter.name:
            self.presenter.choose(name)

    def _on_measure_changed(self) -> None:
        about, facts = self.presenter.about()
        self.title.setText(self.presenter.measure.title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.facts.setText(facts)
        self._fill_filters()

    def _fill_filters(self) -> None:
        for box in self.boxes.values():
            self._filters.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for narrowing in self.presenter.narrowings():
            box = QComboBox()
            box.setAccessibleName(narrowing.label)
            box.addItem(texts.ALL_OF.format(label=narrowing.label), "")
            for code, title in narrowing.choices:
                box.addItem(title, code)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)
            box.currentIndexChanged.connect(
                lambda _, box=box, key=narrowing.key: self.presenter.narrow(key, box.currentData())
            )
            self._filters.insertWidget(len(self.boxes), box)
            self.boxes[narrowing.key] = box

    def _on_changed(self) -> None:
        presenter = self.presenter
        index = self.table.currentIndex()
        titles = presenter.column_titles()
        self.table_model.show_lines(titles, presenter.lines)
        self.table.fit_columns()
        row, column = max(index.row(), 0), max(index.column(), 1)
        self.table.setCurrentIndex(self.table_model.index(row, min(column, len(titles))))
        parts = len(titles) if len(titles) == 1 or presenter.step == YEARS else len(titles) - 1
        whole = presenter.lines[0]
        self.bars.show_numbers(titles[:parts], whole.values[:parts], whole.gaps[:parts])

    def _reader(self) -> ReadContent:
        presenter, office = self.presenter, self.workplace.office
        titles = presenter.column_titles()
        columns = (Column(texts.UNIT, "unit", 190), *(number_column(title, title, 76) for title in titles))
        *rows, whole = presenter.rows()
        about, facts = presenter.about()
        above = (about, facts, *borders_lines(self.workplace))
        lines = (office.unit.name, *(line for line in above if line))
        total: list[Value] = [*whole]
        content = TableContent(presenter.title(), lines, columns, rows, total, sample=office.sample)
        return lambda: content

    def _connect(self) -> None:
        self.presenter.measure_changed.connect(self._on_measure_changed)
        self.presenter.changed.connect(self._on_changed)
        self.presenter.catalogue_changed.connect(self._list)
        self.line.textChanged.connect(self._list)
        self.tree.currentItemChanged.connect(lambda item, _: self._on_item_chosen(item))
        self.tree.itemActivated.connect(lambda *_: self.table.setFocus())
        self.table.number_opened.connect(self.open_number)
        self.step.currentIndexChanged.connect(lambda _: self.presenter.show_by(self.step.currentData()))

    def _lay_out(self) -> None:
        head = ScreenHead(texts.TITLE)
        opening = head.add_primary(texts.OPEN, texts.OPEN_TIP)
        opening.clicked.connect(self._open_current)
        head.add_button(texts.EXPORT, texts.EXPORT_TIP, "export").clicked.connect(self.export_table)
        head.add_button(texts.PRINT, texts.PRINT_TIP, "print").clicked.connect(self.print_table)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._left())
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes(list(_SPLIT))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(head)
        column.addWidget(splitter, 1)

    def _open_current(self) -> None:
        index = self.table.currentIndex()
        self.open_number(index.row(), index.column())

    def _left(self) -> QWidget:
        self.line.setPlaceholderText(texts.FIND_HINT)
        self.line.setAccessibleName(texts.FIND)
        self.line.setClearButtonEnabled(True)
        sign = self.line.addAction(icons.icon("search"), LineEditor.ActionPosition.LeadingPosition)
        sign.setText(texts.FIND)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(theme.GROUP)
        self.tree.setAccessibleName(texts.MEASURES)
        left = _stacked(self.line, self.tree)
        left.setMinimumWidth(_LEAST_LIST)
        return left

    def _right(self) -> QWidget:
        self.title.setFont(theme.strong(self.font()))
        for label in (self.title, self.about, self.facts):
            label.setWordWrap(True)
        self.step.setAccessibleName(texts.COLUMNS)
        self.step.setToolTip(texts.COLUMNS_TIP)
        for step, words in ((MONTHS, texts.MONTHS), (QUARTERS, texts.QUARTERS), (YEARS, texts.YEARS)):
            self.step.addItem(words, step)
        self._filters.setSpacing(theme.STEP * 2)
        self._filters.addStretch(1)
        self._filters.addWidget(self.step)
        filters = QWidget()
        filters.setLayout(self._filters)
        self._filters.setContentsMargins(0, 0, 0, 0)
        note = BordersNote(self.workplace)
        return _stacked(self.title, self.about, self.facts, filters, note, self.table, self.bars)


def _stacked(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.STEP * 2)
    for widget in widgets:
        column.addWidget(widget)
    return whole
