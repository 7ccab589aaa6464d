"""A part of the chosen plan: its own list and form, without a head of its own."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from db.rules.findings import Finding
from db.rules.rights import Right
from ui.common import texts as common_texts
from ui.common import theme
from ui.common.rights import guard
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.record_screen import RecordScreen, action_button
from ui.common.workplace import Workplace
from ui.plans import texts
from ui.plans.presenter import NO_PLAN, PartPresenter


class PartPanel(RecordScreen):
    """List and form of one kind of part. Ctrl+P is the plan's: it asks for the whole document."""

    print_requested = Signal()
    presenter_of: type[PartPresenter]

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, self.presenter_of.subject_of, parent_keys=NO_PLAN)

    def make_presenter(self, parent_keys: object) -> RecordPresenter:
        return self.presenter_of(self.workplace, self)

    def print_out(self) -> None:
        self.print_requested.emit()

    def row_count(self) -> int:
        """Return how many parts of this kind the tab tells of."""
        return len(self.presenter.shown.ids)

    def go_to(self, finding: Finding, row: int) -> None:
        """Choose the row, counted from 1, that a finding of the check means; 0 is none of them."""
        self.list.filters.clear()
        self.presenter.filter_text("")
        ids = self.presenter.shown.ids
        if 0 < row <= len(ids):
            self.list.table.choose(ids[row - 1])
        self.take_focus()

    def _head(self) -> QHBoxLayout:
        one = self.subject.words.one
        add = action_button(texts.ADD_PART.format(one=one), common_texts.ADD_TIP.format(one=one), "")
        add.clicked.connect(self.new_row)
        export = action_button(common_texts.EXPORT, common_texts.EXPORT_TIP, "export")
        export.clicked.connect(self.papers.export_list)
        self._buttons.setSpacing(theme.STEP * 2)
        self._buttons.addWidget(self.list.filters, 1)
        writing = (*self._movers(), add)
        guard(self.workplace, Right.ENTER, *writing)
        for button in (*writing, export):
            self._buttons.addWidget(button)
        return self._buttons

    def _movers(self) -> tuple[QPushButton, ...]:
        up = _mover(texts.MOVE_UP, texts.MOVE_UP_TIP, "up_row")
        up.clicked.connect(partial(self.move_row, -1))
        down = _mover(texts.MOVE_DOWN, texts.MOVE_DOWN_TIP, "down_row")
        down.clicked.connect(partial(self.move_row, 1))
        return up, down

    def _column(self, key: str) -> int:
        return [column.key for column in self.subject.columns].index(key)


def _mover(words: str, tip: str, icon: str) -> QPushButton:
    button = action_button("", tip, icon)
    button.setAccessibleName(words)
    return button
