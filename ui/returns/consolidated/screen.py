"""The screen on which returns of the units below are added up: rows and their sources, the forms, a figure's parts."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout, QWidget

from db.rules.formats import value_text
from db.rules.returns.check_findings import TOTAL_ROW, finding_of, row_keys
from db.rules.returns.filled import FilledSheet
from db.rules.returns.rows_below import head_of
from ui.common import theme
from ui.common.finding_texts import finding_line
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.returns.consolidated import texts
from ui.returns.consolidated.presenter import ConsolidatedPresenter
from ui.returns.consolidated.tables import (
    PART_COLUMNS,
    ROW_COLUMNS,
    LinesTable,
    counts_words,
    part_line,
    row_line,
)
from ui.returns.filling.forms import Forms
from ui.returns.filling.notes import Note
from ui.returns.filling.notes_list import NotesList

_ACROSS, _DOWN = (470, 720), (300, 240)
_BOX_WIDTH = 240
_PAUSE_MS = 50
_MOST_FINDINGS = 3
_WATCHED = "watched"
_FILLING_PAGE = "returns"
# Number, code and name of a row, and the words of a target, come from no file.
_WORDS_OF_ROWS = ("row_number", "unit_code", "unit_name", "target_text", "target_unit")


class ConsolidatedScreen(Screen):
    """Adds up the returns of the units below and hands the result to the page on which returns are filled."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = ConsolidatedPresenter(workplace, self)
        self.set_box = QComboBox()
        self.notes, self.forms = NotesList(), Forms()
        self.rows = LinesTable(texts.ROWS, ROW_COLUMNS)
        self.parts = LinesTable(texts.SOURCES, PART_COLUMNS)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        self.rows.table.setFocus()

    def take_over(self) -> None:
        """Hand the result to the page on which returns are filled, and open it."""
        if self.presenter.take_over():
            self.subject_requested.emit(_FILLING_PAGE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.presenter.stale:
            self._pause.start()

    def turn(self) -> None:
        """Go from the list of units to the open form, and back."""
        in_rows = self.rows.table.hasFocus()
        if in_rows and self.forms.count():
            self.forms.page(self.forms.currentIndex()).view.setFocus()
        else:
            self.rows.table.setFocus()

    def _on_outdated(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _catch_up(self) -> None:
        if self.presenter.stale:
            self.presenter.reload()

    def _on_options_changed(self) -> None:
        presenter = self.presenter
        self.set_box.blockSignals(True)
        self.set_box.clear()
        for item in presenter.sets:
            self.set_box.addItem(item.title, item.code)
        self.set_box.setCurrentIndex(self.set_box.findData(presenter.set_code))
        self.set_box.blockSignals(False)

    def _on_working(self) -> None:
        self.take_over_button.setEnabled(False)
        self.notes.say_busy(texts.FILLING)
        if self.presenter.found is None:
            self.forms.show_filled(None)

    def _on_found(self) -> None:
        found, presenter = self.presenter.found, self.presenter
        self.take_over_button.setEnabled(found is not None and not presenter.busy)
        self.give_back_button.setVisible(presenter.in_use and found is not None)
        self.notes.show_notes(self._notes())
        self.forms.show_filled(found.filled if found else None)
        self._watch_forms()
        words = counts_words(found.sources) if found else ""
        self.rows.show_lines([row_line(source) for source in found.sources] if found else [], words)
        self._show_parts()

    def _notes(self) -> list[Note]:
        found = self.presenter.found
        if found is None:
            return [Note(self.presenter.why_not(), True)]
        has_files = any(source.file for source in found.sources)
        told = [] if has_files else [Note(texts.NO_FILES, True)]
        if self.presenter.in_use:
            told.append(Note(texts.IN_USE))
        told += [Note(words, True) for words in found.notes]
        lines = [finding_line(finding_of(item, found.filled.sheets)) for item in found.findings]
        told += [Note(line, True) for line in lines[:_MOST_FINDINGS]]
        rest = len(lines) - _MOST_FINDINGS
        return [*told, *([Note(texts.FOUND_MORE.format(count=value_text(rest)), True)] if rest > 0 else [])]

    def _watch_forms(self) -> None:
        """Hear of the chosen cell of every form; pages stay while the set has as many forms."""
        for at in range(self.forms.count()):
            page = self.forms.page(at)
            if not page.property(_WATCHED):
                page.setProperty(_WATCHED, True)
                page.view.selectionModel().currentChanged.connect(lambda *_: self._show_parts())

    def _show_parts(self) -> None:
        """Show what the chosen cell of the open form was made of."""
        chosen = self._chosen()
        if chosen is None:
            self.parts.show_lines([], texts.NO_FIGURE)
            return
        sheet, index = chosen
        column = sheet.form.columns[index.column()]
        keys = (*row_keys(sheet), TOTAL_ROW)
        parts = self.presenter.sources_of(sheet.form.code, keys[index.row()], column.key)
        said = self.forms.page(self.forms.currentIndex()).view.form.data(
            index, Qt.ItemDataRole.AccessibleTextRole
        )
        heads = self._heads()
        lines = [
            part_line(number, part, heads[part.sheet, part.column])
            for number, part in enumerate(parts, start=1)
        ]
        none = " ".join((texts.NO_SOURCE.format(cell=said), *sheet.notes))
        self.parts.show_lines(lines, str(said) if lines else none)

    def _heads(self) -> dict[tuple[str, str], str]:
        found = self.presenter.found
        sheets = found.filled.sheets if found else ()
        return {
            (sheet.form.code, column.key): head_of(column)
            for sheet in sheets
            for column in sheet.form.columns
        }

    def _chosen(self) -> tuple[FilledSheet, QModelIndex] | None:
        """Return the form and the cell that are chosen; none where it holds no figure."""
        found, at = self.presenter.found, self.forms.currentIndex()
        if found is None or not 0 <= at < len(found.filled.sheets):
            return None
        index = self.forms.page(at).view.currentIndex()
        sheet = found.filled.sheets[at]
        is_cell = index.isValid() and index.row() < len(sheet.rows) + bool(sheet.total)
        has_source = is_cell and sheet.form.columns[index.column()].holds not in _WORDS_OF_ROWS
        return (sheet, index) if has_source else None

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.options_changed.connect(self._on_options_changed)
        presenter.working.connect(self._on_working)
        presenter.found_changed.connect(self._on_found)
        presenter.outdated.connect(self._on_outdated)
        self._pause.timeout.connect(self._catch_up)
        self.set_box.currentIndexChanged.connect(lambda _: presenter.choose_set(self.set_box.currentData()))
        self.forms.currentChanged.connect(lambda _: self._show_parts())
        for key, action in (("Ctrl+Return", self.take_over), ("Ctrl+R", presenter.reload), ("F6", self.turn)):
            QShortcut(QKeySequence(key), self, action, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        remember_divider(self._across, self.workplace.preferences, "consolidated", _ACROSS)
        remember_divider(self._down, self.workplace.preferences, "consolidated_parts", _DOWN)

    def _lay_out(self) -> None:
        self._down.addWidget(self.rows)
        self._down.addWidget(self.parts)
        self._across.addWidget(self._down)
        self._across.addWidget(self.forms)
        for splitter in (self._down, self._across):
            splitter.setChildrenCollapsible(False)
        self._down.setStretchFactor(0, 1)
        self._down.setStretchFactor(1, 1)
        self._across.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addWidget(self.notes)
        column.addWidget(self._across, 1)

    def _head(self) -> QWidget:
        head = ScreenHead(texts.TITLE)
        self.set_box.setMinimumWidth(_BOX_WIDTH)
        head.add_choice(texts.SET, self.set_box)
        self.take_over_button = head.add_primary(texts.TAKE_OVER, texts.TAKE_OVER_TIP)
        self.take_over_button.setEnabled(False)
        self.take_over_button.clicked.connect(self.take_over)
        self.give_back_button = head.add_button(texts.GIVE_BACK, texts.GIVE_BACK_TIP)
        self.give_back_button.clicked.connect(self.presenter.give_back)
        self.give_back_button.hide()
        head.add_button(texts.RELOAD, texts.RELOAD_TIP).clicked.connect(self.presenter.reload)
        return head
