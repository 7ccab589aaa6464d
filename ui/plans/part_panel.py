"""A part of the chosen plan: its own list and form, without a head of its own."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStyledItemDelegate, QStyleOptionViewItem

from ui.common import texts as common_texts
from ui.common import theme
from ui.common.list_model import Index, ListModel
from ui.common.record_presenter import RecordPresenter
from ui.common.record_screen import RecordScreen, action_button
from ui.common.standing_cells import BarDelegate, ToneDelegate
from ui.common.workplace import Workplace
from ui.plans import texts
from ui.plans.lists import HEADING_KEY, LEVEL_KEY
from ui.plans.presenter import NO_PLAN, PartPresenter, SectionsPresenter, TargetsPresenter, TasksPresenter

# Paragraphs want room: a taller editor in a wider form.
_TEXT_HEIGHT = 260
_SIZES = (680, 520)


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

    def _head(self) -> QHBoxLayout:
        one = self.subject.words.one
        add = action_button(texts.ADD_PART.format(one=one), common_texts.ADD_TIP.format(one=one), "")
        add.clicked.connect(self.new_row)
        export = action_button(common_texts.EXPORT, common_texts.EXPORT_TIP, "export")
        export.clicked.connect(self.papers.export_list)
        self._buttons.setSpacing(theme.STEP * 2)
        self._buttons.addWidget(self.list.filters, 1)
        for button in (*self._movers(), add, export):
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


class TargetsPanel(PartPanel):
    """Targets, each with a bar of how far it is."""

    presenter_of = TargetsPresenter

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        table, model = self.list.table, self.list_model
        table.setItemDelegateForColumn(self._column("share"), BarDelegate(model, "share", table))
        table.setItemDelegateForColumn(self._column("standing"), ToneDelegate(model, table))


class TasksPanel(PartPanel):
    """Tasks, late ones in red with the days."""

    presenter_of = TasksPresenter

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        table = self.list.table
        table.setItemDelegateForColumn(self._column("standing"), ToneDelegate(self.list_model, table))


class SectionsPanel(PartPanel):
    """The outline of the plan; an empty one offers the usual headings."""

    presenter_of = SectionsPresenter
    presenter: SectionsPresenter

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.list.table.setItemDelegate(OutlineDelegate(self.list_model, self.list.table))

        self.form.rows["text"].editor.setFixedHeight(_TEXT_HEIGHT)
        if len(workplace.preferences.numbers(f"{self.subject.name}/split")) != 2:
            self._splitter.setSizes(list(_SIZES))

    def new_row(self) -> None:
        self.settle()
        self.presenter.place_after(self.list.table.current_id())
        super().new_row()

    def _say_empty(self) -> None:
        if self.presenter.list.narrowed:
            super()._say_empty()
        else:
            self.list.empty.say(texts.SKELETON_TITLE, texts.SKELETON_HINT, texts.SKELETON)

    def _on_first_step(self) -> None:
        if self.presenter.list.narrowed:
            super()._on_first_step()
            return
        self.presenter.make_skeleton()
        self.take_focus()


class OutlineDelegate(QStyledItemDelegate):
    """Writes the great headings strong, as on paper."""

    def __init__(self, model: ListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        value, row = self._model.value, index.row()
        if value(row, HEADING_KEY) and value(row, LEVEL_KEY) == 1:
            option.font = theme.strong(option.font)


def _mover(words: str, tip: str, icon: str) -> QPushButton:
    button = action_button("", tip, icon)
    button.setAccessibleName(words)
    return button
