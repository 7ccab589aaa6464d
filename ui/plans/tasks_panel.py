"""The tab of a plan's tasks: list or timeline, money by source under them, agencies offered while they are typed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from db.rules.formats import number_text
from db.services import tasks
from db.services.tasks import SourceMoney
from ui.common import theme
from ui.common.record_screen import action_button
from ui.common.standing_cells import ToneDelegate
from ui.common.suggestions import Suggestions
from ui.common.text_editors import LineEditor
from ui.common.workplace import Workplace
from ui.plans import texts
from ui.plans.part_panel import PartPanel
from ui.plans.presenter import TasksPresenter
from ui.plans.timeline import Timeline

_BETWEEN = ";"
_OFFER = (texts.TIMELINE, texts.TIMELINE_TIP)


class TasksPanel(PartPanel):
    """Tasks, late ones in red with the days. Ctrl+T turns the list into a timeline and back."""

    presenter_of = TasksPresenter
    presenter: TasksPresenter
    own_offers = ("lead", "joining")

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        table = self.list.table
        table.setItemDelegateForColumn(self._column("standing"), ToneDelegate(self.list_model, table))
        self.timeline, self.money = Timeline(), QLabel()
        self.money.setWordWrap(True)
        self._pages, self._scroll = QStackedWidget(), QScrollArea()
        self._put_together()
        self._add_toggle()
        self.timeline.row_chosen.connect(self._on_row_chosen)
        self.timeline.row_opened.connect(self.edit_row)
        self.presenter.list_changed.connect(self._show_together)
        self.presenter.entry_opened.connect(self._on_entry_opened)
        self.suggestions: tuple[Suggestions, ...] = ()

    @property
    def shows_timeline(self) -> bool:
        return self._pages.currentWidget() is self._scroll

    def toggle_timeline(self) -> None:
        """Show the other of list and timeline, with the same row chosen and the cursor in it."""
        self._pages.setCurrentIndex(0 if self.shows_timeline else 1)
        words = (texts.TIMELINE_LIST, texts.TIMELINE_LIST_TIP) if self.shows_timeline else _OFFER
        self.toggle.setText(words[0])
        self.toggle.setToolTip(words[1])
        self._show_together()
        self.take_focus()

    def take_focus(self) -> None:
        if self.shows_timeline:
            self.timeline.setFocus()
        else:
            super().take_focus()

    def _on_row_chosen(self, task_id: int) -> None:
        self._scroll.ensureVisible(0, self.timeline.chosen_middle, 0, theme.ROW_HEIGHT)
        self.list.table.choose(task_id)

    def _show_together(self) -> None:
        """Show money and timeline of the plan whose tasks are listed."""
        plan_id, workplace = self.presenter.plan_id, self.workplace
        money = workplace.read(lambda session: tasks.money_by_source(session, plan_id))
        self.money.setText(texts.MONEY_BY_SOURCE.format(lines=" · ".join(_money_words(money))))
        self.money.setVisible(bool(money))
        if self.shows_timeline:
            lines = workplace.read(lambda session: tasks.timeline(session, plan_id, workplace.today))
            chosen = self.list.table.current_id()
            self.timeline.show_lines(lines, workplace.year, workplace.today, chosen)

    def _on_entry_opened(self) -> None:
        if self.suggestions or not self.presenter.entry.open:
            return
        # The form's editors are made when they are first shown.
        self.suggestions = tuple(self._offer_agencies(key) for key in self.own_offers)

    def _offer_agencies(self, key: str) -> Suggestions:
        editor = self.form.rows[key].editor
        assert isinstance(editor, LineEditor)
        between = _BETWEEN if key == "joining" else ""
        return Suggestions(editor, self.presenter.agencies, between)

    def _put_together(self) -> None:
        left = QWidget()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.timeline)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._scroll)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self._pages, 1)
        column.addWidget(self.money)
        self._splitter.insertWidget(0, left)
        self._splitter.setStretchFactor(0, 1)

    def _add_toggle(self) -> None:
        self.toggle = action_button(*_OFFER, "")
        self.toggle.clicked.connect(self.toggle_timeline)
        self._buttons.addWidget(self.toggle)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+T"), self, self.toggle_timeline, context=inside)


def _money_words(money: Iterable[SourceMoney]) -> list[str]:
    return [
        texts.MONEY_LINE.format(
            source=item.source or texts.MONEY_NO_SOURCE,
            planned=number_text(item.planned),
            spent=number_text(item.spent),
        )
        for item in money
    ]
