"""A screen with records: list left, form right, one primary action. The same panel serves children of a record."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QSplitter, QVBoxLayout, QWidget

from db.rules.formats import day_text, number_text
from db.rules.imports.kinds import IMPORT_KINDS
from db.rules.rights import Right
from ui.common import icons, texts, theme
from ui.common.blocks import block_texts
from ui.common.blocks.block_actions import BlockActions
from ui.common.blocks.many_rows import ManyRows
from ui.common.borders import BordersNote
from ui.common.borders_texts import IN_BORDERS
from ui.common.forms.field_row import FieldRow
from ui.common.forms.record_form import RecordForm
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.list_papers import ListPapers
from ui.common.lists.record_keys import record_key
from ui.common.rights import guard, read_only
from ui.common.screens.divider import remember_divider
from ui.common.screens.record_filters import RecordFilters
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.screen import Screen
from ui.common.screens.subject import RecordSubject, ScreenHelp
from ui.common.workplace import Workplace

_FORM_WIDTH = 400
_WRITING = frozenset(("new", "remove", "import", "up", "down", "like", "paste", "set_field"))
# The boxes over a list are filled when its rows have been painted.
_AFTER_ROWS_MS = 30


class RecordScreen(Screen):
    """List and form of one kind of record.

    `parent` makes it a panel of children (`{"plan_id": 3}`), `upright` puts the form under the list. Subclasses may add
    buttons with `add_action` and panels beside the form with `add_panel`. `usual_sizes` are those of list and form
    until the divider was moved.
    """

    usual_sizes = (1000, _FORM_WIDTH)
    # Whether a line over the list says in which borders it is looked at; else it stands beside the number of rows.
    has_borders_line = True
    # Fields for which a subclass offers something of its own.
    own_offers: tuple[str, ...] = ()
    # What F1 says of printing; a subclass that prints a document has its own words.
    print_keys: tuple[tuple[str, str], ...] = texts.PRINT_KEYS

    def __init__(
        self,
        workplace: Workplace,
        subject: RecordSubject,
        *,
        parent_keys: Mapping[str, int] | None = None,
        upright: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workplace, parent)
        self.subject = subject
        self.presenter = self.make_presenter(parent_keys or {})
        self.many = ManyRows(self.presenter)
        self.list_model = ListModel(subject.columns, self.presenter.rows, self, muted=subject.muted)
        self.list = ListPanel(subject.memory, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(subject.words.title)
        self.form = RecordForm(subject.kind, subject.words, self.presenter.options)
        self.history_button = action_button(texts.HISTORY, texts.HISTORY_TIP, "")
        self.history_button.setFlat(True)
        # Tab goes from field to field; the keyboard has Ctrl+H.
        self.history_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.history_button.clicked.connect(self.show_history)
        self.form.add_beside_title(self.history_button)
        self.papers = ListPapers(self, self.presenter)
        self.block_actions = BlockActions(self, self.many, self.form, self.list.table)
        self._splitter = QSplitter(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
        self._buttons = QHBoxLayout()
        self._side = QVBoxLayout()
        self._is_part = bool(parent_keys)
        self._imports = subject.name in IMPORT_KINDS and not parent_keys
        self._lay_out(upright)
        self.filters = RecordFilters(self.list.filters, subject, self.presenter)
        self._restore()
        self._connect()
        self._may_write = workplace.can(Right.ENTER)
        if not self._may_write:
            self.form.built.connect(_make_read_only)

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        """Make the state of this screen; subclasses may bring their own."""
        return RecordPresenter(self.workplace, self.subject, parent_keys, self)

    def print_out(self) -> None:
        """Print what this screen prints: the list, unless a subclass has a document."""
        self.papers.print_list()

    def begin(self) -> None:
        self.presenter.reload_head()
        self._show_entry(fresh=True)
        self.filled.emit()
        QTimer.singleShot(_AFTER_ROWS_MS, self.filters.fill)

    def help(self) -> ScreenHelp:
        imports = texts.IMPORT_KEYS if self._imports else ()
        blocks = block_texts.KEYS if self.block_actions.by_key() else ()
        keys = (*texts.RECORD_KEYS, *self.print_keys, *imports, *blocks)
        return ScreenHelp(self.subject.words.title, self.subject.words.purpose, keys)

    def settle(self) -> None:
        self.form.settle()

    def take_focus(self) -> None:
        table = self.list.table
        if self._is_part or table.was_painted or not table.isVisible():
            self.list.take_focus()
        else:
            # The rows are painted before the first of them is read for the form.
            table.setFocus()
            table.first_painted.connect(self._choose_first)

    def show_record(self, record_id: int) -> None:
        """Open a record in the form; a filter that hides it is taken away, the chosen period stays."""
        self.settle()
        if record_id not in self.presenter.shown.ids and self.presenter.list.narrowed:
            self.list.filters.clear()
            self.presenter.unfilter()
        self.presenter.open_row(record_id)
        if record_id in self.presenter.shown.ids:
            self.list.table.choose(record_id)
            self.take_focus()
        elif self.presenter.entry.record_id == record_id:
            self.list.choose_none()
            self.edit_row()

    def narrow(self, text: str) -> None:
        self.settle()
        self.list.filters.clear()
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def show_parent(self, parent_keys: Mapping[str, int]) -> None:
        """Show the children of another record."""
        self.settle()
        self.presenter.show_parent(parent_keys)

    def add_action(self, words: str, tip: str, icon: str) -> QPushButton:
        """Add a button to the head of the screen, before the list's own."""
        button = action_button(words, tip, icon)
        self._buttons.insertWidget(self._buttons.count() - 2, button)
        return button

    def add_panel(self, panel: QWidget) -> None:
        """Add a panel under the form."""
        self._side.addWidget(panel)

    def new_row(self) -> None:
        self.settle()
        self.many.note_above(self.list.table.current_id())
        self.presenter.new_row()
        self.list.table.clearSelection()
        self.form.focus_field(self.first_blank())

    def remove_rows(self) -> None:
        chosen = self.list.table.chosen_ids()
        drafts = sum(row_id < 0 for row_id in chosen)
        if chosen and (not drafts or self._may_drop(drafts)):
            self.presenter.remove(chosen)
            self.list.take_focus()

    def import_rows(self) -> None:
        """Let the officer take in a list from Excel."""
        if self._imports and self._may_write:
            from ui.imports.dialog import ImportDialog  # Only wanted now: it brings the readers of files.

            self.settle()
            ImportDialog.ask(self.workplace, self.subject.name, self)

    def show_history(self) -> None:
        """Show what was ever done to the record in the form."""
        entry = self.presenter.entry
        if entry.record_id is not None:
            from ui.history.record_dialog import RecordHistoryDialog  # Only wanted now: it brings the log.

            self.settle()
            name = self.subject.words.one_title
            RecordHistoryDialog.show_of(self.workplace, self.subject.name, entry.record_id, name, self)

    def edit_row(self) -> None:
        if self.presenter.entry.open:
            self.form.focus_field()

    def move_row(self, steps: int) -> None:
        row_id = self.list.table.current_id()
        if self.subject.ordered and row_id is not None and row_id > 0:
            self.presenter.move(row_id, steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_list = self.list.table.hasFocus() or self.list.empty.isAncestorOf(self.focusWidget())
        action = record_key(event, in_list=in_list)
        actions: dict[str, Callable[[], None]] = {
            **self.block_actions.by_key(),
            "new": self.new_row,
            "remove": self.remove_rows,
            "edit": self.edit_row,
            "filter": self._filter,
            "print": self.print_out,
            "export": self.papers.export_list,
            "import": self.import_rows,
            "history": self.show_history,
            "up": partial(self.move_row, -1),
            "down": partial(self.move_row, 1),
        }
        if action in _WRITING and not self._may_write:
            self.workplace.say(texts.NOT_YOURS[Right.ENTER])
        elif action in actions:
            actions[action]()
        else:
            super().keyPressEvent(event)

    def _filter(self) -> None:
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def _may_drop(self, drafts: int) -> bool:
        # Records come back with undo, so nobody is asked; drafts do not.
        words = texts.DROP_DRAFTS.format(count=drafts)
        box = QMessageBox(QMessageBox.Icon.Question, texts.DROP_TITLE, words, parent=self)
        drop = box.addButton(texts.DROP, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(texts.KEEP_DRAFTS, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is drop

    def first_blank(self) -> str:
        shown = self.presenter.entry.texts()
        return next((field.key for field in self.subject.kind.fields if not shown[field.key]), "")

    def _on_list_changed(self) -> None:
        presenter = self.presenter
        shown, entry = presenter.shown, presenter.entry
        near = presenter.wanted or self.list.table.current_id()
        keep = entry.row_id if entry.open else near
        self.list.show_rows(shown.ids, presenter.draft_titles(), shown.totals, keep)
        if not entry.open:
            self._open_chosen()
        elif entry.row_id is not None and self.list_model.row_of(entry.row_id) < 0:
            # What is being edited left the list: no other row may look as if it stood in the form.
            self.list.choose_none()
        count = self._count_words(len(shown.ids))
        self.list.filters.show_count(count if shown.whole else texts.ROWS_COUNTING)
        self._say_empty()

    def _count_words(self, count: int) -> str:
        words, day = texts.ROWS.format(count=number_text(count)), self.workplace.borders
        if day is None or self.has_borders_line or not self.presenter.follows_borders:
            return words
        return f"{words} · {IN_BORDERS.format(day=day_text(day))}"

    def _choose_first(self) -> None:
        if not self.presenter.entry.open:
            self.list.choose_first()

    def _open_chosen(self) -> None:
        chosen = self.list.table.current_id()
        if chosen is not None:
            self.presenter.open_row(chosen)
        else:
            self.form.show_entry(*self.presenter.form_heads(), {}, fresh=False)

    def _say_empty(self) -> None:
        words = self.subject.words
        if self.presenter.list.narrowed:
            self.list.empty.say(texts.EMPTY_FILTERED, texts.EMPTY_FILTERED_HINT, texts.CLEAR_FILTER)
            return
        title = texts.EMPTY_TITLE if self.subject.in_period else texts.EMPTY_TITLE_PLAIN
        step = texts.FIRST_STEP.format(one=words.one)
        self.list.empty.say(
            title.format(one=words.one), words.purpose, step, imports=self._imports and self._may_write
        )

    def _on_first_step(self) -> None:
        if self.presenter.list.narrowed:
            self.list.filters.clear()
        elif self._may_write:
            self.new_row()
        else:
            self.workplace.say(texts.NOT_YOURS[Right.ENTER])

    def _show_entry(self, *, fresh: bool) -> None:
        entry = self.presenter.entry
        self.form.set_open(entry.open)
        self.history_button.setVisible(entry.record_id is not None)
        self.form.show_entry(*self.presenter.form_heads(), entry.texts() if entry.open else {}, fresh=fresh)
        self.form.show_findings(entry.findings, known=entry.record_id is not None)
        self.form.show_cautions(self.presenter.cautions())

    def _connect(self) -> None:
        presenter, form, panel = self.presenter, self.form, self.list
        presenter.list_changed.connect(self._on_list_changed)
        presenter.totals_changed.connect(lambda: panel.totals.show_totals(presenter.shown.totals))
        presenter.entry_opened.connect(lambda: self._show_entry(fresh=True))
        presenter.entry_kept.connect(lambda: self._show_entry(fresh=False))
        form.field_left.connect(presenter.leave)
        form.field_typed.connect(presenter.note)
        form.paused.connect(presenter.stash)
        form.above_requested.connect(self.block_actions.copy_above)
        form.built.connect(self.block_actions.offer_earlier)
        form.list_requested.connect(panel.take_focus)
        panel.row_shown.connect(presenter.open_row)
        panel.selection_described.connect(self.workplace.selection_described)
        panel.table.row_opened.connect(self.edit_row)
        panel.table.sort_requested.connect(self._on_sort_requested)
        panel.filters.text_changed.connect(presenter.filter_text)
        panel.filters.option_chosen.connect(presenter.filter_by)
        panel.empty.step_taken.connect(self._on_first_step)
        panel.empty.import_requested.connect(self.import_rows)

    def _on_sort_requested(self, key: str, descending: bool) -> None:
        self.workplace.preferences.set_text(
            f"{self.subject.memory}/sort", f"{'-' if descending else ''}{key}"
        )
        self.presenter.sort_by(key, descending)

    def _restore(self) -> None:
        kept = self.workplace.preferences.text(f"{self.subject.memory}/sort")
        known = [column.key for column in self.subject.columns]
        if kept.removeprefix("-") in known and not self.subject.ordered:
            self.presenter.list.sort, self.presenter.list.descending = (
                kept.removeprefix("-"),
                kept.startswith("-"),
            )
        if self.presenter.list.sort:
            self.list.table.show_sort(self.presenter.list.sort, self.presenter.list.descending)
        remember_divider(self._splitter, self.workplace.preferences, self.subject.memory, self.usual_sizes)

    def _lay_out(self, upright: bool) -> None:
        side = QWidget()
        side.setLayout(self._side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.addWidget(self.form, 1)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        side.setMinimumWidth(0 if upright else 320)
        column = QVBoxLayout(self)
        margin = 0 if upright else theme.STEP * 3
        column.setContentsMargins(margin, margin, margin, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(self._head())
        if self.presenter.follows_borders and self.has_borders_line:
            column.addWidget(BordersNote(self.workplace))
        column.addWidget(self._splitter, 1)

    def _head(self) -> QHBoxLayout:
        words = self.subject.words
        title = QLabel(words.title)
        title.setFont(theme.heading(self.font()))
        self._buttons.setSpacing(theme.STEP * 2)
        self._buttons.addWidget(title)
        self._buttons.addStretch(1)
        add = action_button(texts.ADD, texts.ADD_TIP.format(one=words.one), "")
        theme.make_primary(add)
        add.clicked.connect(self.new_row)
        export = action_button(texts.EXPORT, texts.EXPORT_TIP, "export")
        export.clicked.connect(self.papers.export_list)
        self.print_button = action_button(texts.PRINT, texts.PRINT_TIP, "print")
        self.print_button.clicked.connect(self.print_out)
        buttons = [add, export, self.print_button]
        if self._imports:
            self.import_button = action_button(texts.IMPORT, texts.IMPORT_TIP, "import")
            self.import_button.clicked.connect(self.import_rows)
            buttons.insert(1, self.import_button)
            guard(self.workplace, Right.ENTER, self.import_button)
        guard(self.workplace, Right.ENTER, add)
        for button in buttons:
            self._buttons.addWidget(button)
        return self._buttons


def _make_read_only(rows: Mapping[str, FieldRow]) -> None:
    for row in rows.values():
        read_only(row.editor)


def action_button(words: str, tip: str, icon: str) -> QPushButton:
    """Make a button for the head of a screen."""
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if icon:
        button.setIcon(icons.icon(icon))
    return button
