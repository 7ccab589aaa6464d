"""The screen on which returns are filled: set and unit, the forms, the export, what went out before."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from db.rules.returns.filled import FilledReturn
from db.services.searching.search import Found
from ui.common import texts as shared
from ui.common import theme
from ui.common.borders import compared_lines
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.lists.record_keys import record_key
from ui.common.lists.table_papers import TablePapers
from ui.common.saving import ask_target, write_file
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.returns.filling import texts
from ui.returns.filling.forms import Forms, form_paper
from ui.returns.filling.notes_list import NotesList
from ui.returns.filling.outcome_bar import OutcomeBar
from ui.returns.filling.past_exports import PastExports
from ui.returns.filling.presenter import FillingPresenter

_SPLIT = (420, 120)
_BOX_WIDTH, _UNIT_WIDTH = 240, 260
_PAUSE_MS = 50
_LOW = 500


class FillingScreen(Screen):
    """Preview and export of returns."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = FillingPresenter(workplace, self)
        self.set_box, self.unit_editor = QComboBox(), ChoiceEditor()
        self.notes, self.forms = NotesList(), Forms()
        self.outcome, self.past = OutcomeBar(), PastExports()
        self.papers = TablePapers(self, workplace)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
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
        if self.forms.count():
            self.forms.page(self.forms.currentIndex()).view.setFocus()
        else:
            # The first form takes it over when it is there.
            self.forms.setFocus()

    def show_found(self, found: Found) -> None:
        """Show the return of a unit (the number) and a set (the code) in the chosen period."""
        self.presenter.reload()
        self.presenter.choose_unit(str(found.id))
        self.presenter.choose_set(found.code)
        self._on_options_changed()

    def export(self) -> None:
        """Ask for a file and write the return there."""
        if self.presenter.filled is None or self.presenter.busy:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = self.presenter.proposed_target(Path(folder))
        target = ask_target(self, texts.SAVE_AS, str(proposed), shared.WORKBOOKS)
        if target is not None:
            self._write(target)

    def print_form(self) -> None:
        """Show the open form as it will be printed."""
        content = self.forms.content()
        if content is None or self.presenter.filled is None:
            return
        compared = compared_lines(self.workplace)
        paper = form_paper(content, sample=self.workplace.office.sample, compared=compared)
        self.papers.show_print(content.form.code, lambda: paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() < _LOW <= max(event.oldSize().height(), _LOW):
            # On a low screen the forms need the room; the divider brings the list of exports back.
            self._splitter.setSizes([event.size().height(), 0])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.presenter.stale:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "filter": self._choose_unit,
            "print": self.print_form,
            "export": self.export,
        }
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        else:
            super().keyPressEvent(event)

    def _write(self, target: Path) -> None:
        written: list[FilledReturn] = []
        export = self.presenter.writer()

        def write(path: Path, tell: Callable[[str], None]) -> None:
            written.append(export(path, tell))

        def tell(path: Path) -> None:
            self.presenter.remember_folder(path.parent)
            self.outcome.tell(path, written[-1])
            self.presenter.fill()

        write_file(self, self.workplace, target, shared.WORKBOOKS, write, tell)

    def _choose_unit(self) -> None:
        self.unit_editor.setFocus()
        self.unit_editor.selectAll()

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
        self.unit_editor.set_options(presenter.units)
        self._show_unit()

    def _show_unit(self) -> None:
        code = str(self.presenter.unit_id)
        title = next((item.title for item in self.presenter.units if item.code == code), "")
        self.unit_editor.set_choice(code if title else "", title)

    def _on_unit_left(self) -> None:
        self.presenter.choose_unit(self.unit_editor.chosen())
        # What meant no unit gives way to the one that is shown.
        self._show_unit()

    def _on_filling(self) -> None:
        self.export_button.setEnabled(False)
        self.notes.say_busy(texts.FILLING)
        if self.presenter.filled is None:
            self.forms.show_filled(None)

    def _on_filled(self) -> None:
        presenter = self.presenter
        self.export_button.setEnabled(presenter.filled is not None and not presenter.busy)
        self.reload_button.setVisible(presenter.filled is None and not presenter.busy)
        self.notes.show_notes(presenter.notes())
        waiting = self.forms.hasFocus() and not self.forms.count()
        self.forms.show_filled(presenter.filled)
        if waiting:
            self.take_focus()
        self.past.show_exports(presenter.exports, {item.code: item.title for item in presenter.sets})

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.options_changed.connect(self._on_options_changed)
        presenter.filling.connect(self._on_filling)
        presenter.filled_changed.connect(self._on_filled)
        presenter.outdated.connect(self._on_outdated)
        self._pause.timeout.connect(self._catch_up)
        self.set_box.currentIndexChanged.connect(lambda _: presenter.choose_set(self.set_box.currentData()))
        self.unit_editor.settled.connect(self._on_unit_left)
        self.unit_editor.went_on.connect(self._on_unit_left)
        self.unit_editor.editingFinished.connect(self._on_unit_left)
        self.outcome.code_copied.connect(lambda code: self.workplace.say(texts.COPIED.format(code=code)))
        remember_divider(self._splitter, self.workplace.preferences, "returns", _SPLIT)

    def _lay_out(self) -> None:
        self._splitter.addWidget(self.forms)
        self._splitter.addWidget(self.past)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addLayout(self._choices())
        column.addWidget(self.notes)
        column.addWidget(self.outcome)
        column.addWidget(self._splitter, 1)

    def _head(self) -> ScreenHead:
        head = ScreenHead(texts.TITLE)
        self.export_button = head.add_primary(texts.EXPORT, texts.EXPORT_TIP)
        self.export_button.setEnabled(False)
        self.export_button.clicked.connect(self.export)
        head.add_button(texts.PRINT, texts.PRINT_TIP, "print").clicked.connect(self.print_form)
        self.reload_button = head.add_button(texts.RELOAD, texts.RELOAD_TIP)
        self.reload_button.clicked.connect(self.presenter.reload)
        self.reload_button.hide()
        return head

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        self.unit_editor.setPlaceholderText(texts.UNIT_HINT)
        pairs: tuple[tuple[str, QWidget, int], ...] = (
            (texts.SET, self.set_box, _BOX_WIDTH),
            (texts.UNIT, self.unit_editor, _UNIT_WIDTH),
        )
        for words, editor, width in pairs:
            label = QLabel(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            editor.setMinimumWidth(width)
            row.addWidget(label)
            row.addWidget(editor)
            row.addSpacing(theme.STEP * 2)
        row.addStretch(1)
        return row
