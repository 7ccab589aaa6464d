"""The tab of a plan's tasks: list or timeline, under them money by source and the evidence of the chosen task."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.formats import number_text
from db.services.planning import tasks
from db.services.planning.tasks import SourceMoney
from ui.agencies.dialog import AgenciesDialog
from ui.common import theme
from ui.common.forms.suggestions import Suggestions
from ui.common.forms.text_editors import LineEditor
from ui.common.lists.standing_cells import ToneDelegate
from ui.common.screens.record_screen import action_button
from ui.common.workplace import Workplace
from ui.plans import evidence_texts, texts
from ui.plans.evidence import EvidencePresenter
from ui.plans.evidence_panel import EvidencePanel
from ui.plans.link_dialog import LinkDialog
from ui.plans.lists import EVIDENCE_TONE
from ui.plans.part_panel import PartPanel
from ui.plans.presenter import TasksPresenter
from ui.plans.timeline import Timeline

_BETWEEN = ";"
_SIZES = (240, 160)
# Below this height list and evidence do not fit one under the other.
_LOW = 340
_OFFER = (texts.TIMELINE, texts.TIMELINE_TIP)


class TasksPanel(PartPanel):
    """Tasks, late ones in red with the days. Ctrl+T turns the list into a timeline and back.

    Ctrl+J links activities with the chosen task, Ctrl+D marks it done as far as they speak for it.
    """

    presenter_of = TasksPresenter
    presenter: TasksPresenter
    own_offers = ("lead", "joining")

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        table = self.list.table
        table.setItemDelegateForColumn(self._column("standing"), ToneDelegate(self.list_model, table))
        held = ToneDelegate(self.list_model, table, EVIDENCE_TONE)
        table.setItemDelegateForColumn(self._column("evidence"), held)
        self.evidence = EvidencePanel(EvidencePresenter(workplace, self))
        self.timeline, self.money = Timeline(), QLabel()
        self.money.setWordWrap(True)
        self.money.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._left, self._pages, self._scroll = QWidget(), QStackedWidget(), QScrollArea()
        self._put_together()
        self._add_toggle()
        self._connect_evidence()
        self.timeline.row_chosen.connect(self._on_row_chosen)
        self.timeline.row_opened.connect(self.edit_row)
        self.presenter.list_changed.connect(self._show_together)
        self.presenter.entry_opened.connect(self._on_entry_opened)
        self.presenter.entry_kept.connect(self._follow)
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

    def turn_evidence(self) -> None:
        """Put the cursor into the evidence, or back; on a low screen one takes the place of the other."""
        if self.evidence.isAncestorOf(self.focusWidget()) or self._left.isHidden():
            self.take_focus()
        else:
            self._share_room(is_open=True)
            self.evidence.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room(is_open=self._left.isHidden())

    def _share_room(self, *, is_open: bool) -> None:
        is_low = self.height() < _LOW
        self.evidence.take_room(is_low=is_low, is_open=is_open)
        # The sums by source say more than the total, and one line of them is read whole as a tip.
        self.list.totals.setVisible(not is_low)
        self.money.setWordWrap(not is_low)
        self._left.setVisible(not (is_low and is_open))

    def take_focus(self) -> None:
        self._share_room(is_open=False)
        if self.shows_timeline:
            self.timeline.setFocus()
        else:
            super().take_focus()

    def link_activities(self) -> None:
        """Ask which activities of the year serve the chosen task."""
        self.settle()
        entry, presenter = self.presenter.entry, self.evidence.presenter
        if entry.record_id is None:
            self.workplace.say(evidence_texts.CHOOSE_TASK)
            return
        task = str(entry.stored["content"])
        presenter.link(LinkDialog.ask(self.workplace, task, presenter.free(), self))

    def mark_done(self) -> None:
        """Mark the chosen task done as far as its evidence speaks for it."""
        self.settle()
        self.evidence.presenter.mark_done()

    def edit_agencies(self) -> None:
        """Show the list of agencies that the fields of a task offer."""
        self.settle()
        AgenciesDialog.edit(self.workplace, self)

    def _follow(self) -> None:
        record_id = self.presenter.entry.record_id
        if record_id != self.evidence.presenter.task_id:
            self.evidence.presenter.show_task(record_id)

    def _on_row_chosen(self, task_id: int) -> None:
        self._scroll.ensureVisible(0, self.timeline.chosen_middle, 0, theme.ROW_HEIGHT)
        self.list.table.choose(task_id)

    def _show_together(self) -> None:
        """Show money and timeline of the plan whose tasks are listed."""
        plan_id, workplace = self.presenter.plan_id, self.workplace
        money = workplace.read(lambda session: tasks.money_by_source(session, plan_id))
        self.money.setText(texts.MONEY_BY_SOURCE.format(lines=" · ".join(_money_words(money))))
        self.money.setToolTip(self.money.text())
        self.money.setVisible(bool(money))
        if self.shows_timeline:
            lines = workplace.read(lambda session: tasks.timeline(session, plan_id, workplace.today))
            chosen = self.list.table.current_id()
            self.timeline.show_lines(lines, workplace.year, workplace.today, chosen)

    def _on_entry_opened(self) -> None:
        self._follow()
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
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.timeline)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._scroll)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self._pages, 1)
        column.addWidget(self.money)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self._left)
        halves.addWidget(self.evidence)
        halves.setChildrenCollapsible(False)
        halves.setSizes(list(_SIZES))
        self._splitter.insertWidget(0, halves)
        self._splitter.setStretchFactor(0, 1)

    def _add_toggle(self) -> None:
        self.toggle = action_button(*_OFFER, "")
        self.toggle.clicked.connect(self.toggle_timeline)
        self._buttons.addWidget(self.toggle)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+T", self.toggle_timeline),
            ("Ctrl+B", self.turn_evidence),
            ("Ctrl+J", self.link_activities),
            ("Ctrl+D", self.mark_done),
            ("Ctrl+G", self.edit_agencies),
        ):
            QShortcut(QKeySequence(keys), self, act, context=inside)

    def _connect_evidence(self) -> None:
        self.evidence.link_requested.connect(self.link_activities)
        self.evidence.record_requested.connect(self.record_requested)
        self.evidence.list_requested.connect(self.take_focus)
        self.evidence.turn_requested.connect(self.turn_evidence)
        self.setTabOrder(self.list.table, self.evidence.table)
        self.setTabOrder(self.evidence.table, self.evidence.done_button)
        self.setTabOrder(self.evidence.done_button, self.evidence.link_button)
        self.setTabOrder(self.evidence.link_button, self.evidence.unlink_button)


def _money_words(money: Iterable[SourceMoney]) -> list[str]:
    return [
        texts.MONEY_LINE.format(
            source=item.source or texts.MONEY_NO_SOURCE,
            planned=number_text(item.planned),
            spent=number_text(item.spent),
        )
        for item in money
    ]
