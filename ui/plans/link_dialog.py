"""Asks which activities serve a task: those of the year that serve none yet, filtered as one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from db.rules.formats import number_text
from db.rules.text import folded
from db.services.planning.evidence import Activity
from ui.common import texts as shared
from ui.common import theme
from ui.common.forms.enter_button import EnterButton
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.workplace import Workplace
from ui.plans import evidence_texts as texts
from ui.plans.evidence import COLUMNS, WHAT_COLUMN, ActivityRows

_NAME = "link_activities"
_SIZE = (860, 480)
_MOST_WORDS = 160


class LinkDialog(QDialog):
    """A list to choose several from. Enter or a double click links what is chosen; `chosen` are the activities."""

    def __init__(
        self, workplace: Workplace, task: str, activities: Sequence[Activity], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._year, self._all = workplace.year, tuple(activities)
        self.chosen: tuple[Activity, ...] = ()
        self.setWindowTitle(texts.DIALOG_TITLE)
        theme.fit_screen(self, *_SIZE)
        self._rows = ActivityRows()
        self.model = ListModel(COLUMNS, self._rows.fetch, self)
        self.list = ListPanel(_NAME, self.model, workplace.preferences)
        self.list.table.setAccessibleName(texts.DIALOG_NAME)
        head = self.list.table.horizontalHeader()
        head.setSectionResizeMode(WHAT_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.link_button, self.back_button = EnterButton(texts.DIALOG_LINK), EnterButton(shared.TURN_BACK)
        self._lay_out(task)
        self._connect()
        self._filter("")
        self.list.take_focus()

    @classmethod
    def ask(
        cls, workplace: Workplace, task: str, activities: Sequence[Activity], parent: QWidget
    ) -> tuple[Activity, ...]:
        """Return the activities to be linked, none where the officer turned back."""
        dialog = cls(workplace, task, activities, parent)
        answered = dialog.exec()
        dialog.deleteLater()
        return dialog.chosen if answered else ()

    def link(self) -> None:
        """Take what is chosen and close; without a choice nothing happens."""
        self.chosen = self._rows.at(self.list.table.chosen_ids())
        if self.chosen:
            self.accept()

    def _filter(self, text: str) -> None:
        wanted = folded(text).split()
        self._rows.activities = tuple(
            item for item in self._all if all(word in item.search for word in wanted)
        )
        count = len(self._rows.activities)
        # Other activities stand in the same places now: what was chosen there is not chosen any more.
        self.model.show_ids((), {})
        self.list.show_rows(tuple(range(1, count + 1)), {}, {}, None)
        self.list.filters.show_count(shared.ROWS.format(count=number_text(count)))
        self._say_empty()
        self._count()

    def _say_empty(self) -> None:
        if self._all:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            words = texts.DIALOG_EMPTY.format(year=self._year)
            self.list.empty.say(texts.DIALOG_EMPTY_TITLE, words, shared.TURN_BACK)

    def _on_step(self) -> None:
        if self._all:
            self.list.filters.clear()
        else:
            self.reject()

    def _count(self) -> None:
        count = self.list.table.chosen_count()
        self.link_button.setEnabled(count > 0)
        words = texts.DIALOG_LINK_COUNT.format(count=number_text(count)) if count else texts.DIALOG_LINK
        self.link_button.setText(words)

    def _connect(self) -> None:
        self.list.filters.text_changed.connect(self._filter)
        self.list.table.rows_chosen.connect(self._count)
        self.list.table.row_opened.connect(self.link)
        self.list.empty.step_taken.connect(self._on_step)
        self.link_button.clicked.connect(self.link)
        self.back_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+F"), self, self.list.filters.line.setFocus)

    def _lay_out(self, task: str) -> None:
        short = task if len(task) <= _MOST_WORDS else f"{task[:_MOST_WORDS].rstrip()}…"
        words = QLabel(texts.DIALOG_WORDS.format(task=" ".join(short.split()), year=self._year))
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        theme.make_primary(self.link_button)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.link_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
