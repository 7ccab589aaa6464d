"""The screen of plans: the plans of the chosen years above, the parts of the chosen plan below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTabBar, QTabWidget, QWidget

from ui.common import theme
from ui.common.record_keys import record_key
from ui.common.record_presenter import RecordPresenter
from ui.common.record_screen import RecordScreen
from ui.common.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.plans import texts
from ui.plans.paper import show_plan
from ui.plans.part_panel import PartPanel, SectionsPanel, TargetsPanel, TasksPanel
from ui.plans.presenter import PlansPresenter
from ui.plans.subjects import plans_subject

# The list of plans is short: it takes a share of the height, within these bounds, until the officer moves the divider.
_LEAST_LIST, _MOST_LIST = 96, 160
_LIST_SHARE, _EMPTY_SHARE = 0.2, 0.5
_FORM_WIDTH = 780
_TAB_KEYS = (("Ctrl+Tab", 1), ("Ctrl+PgDown", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgUp", -1))


class PlansScreen(RecordScreen):
    """Plans with their sections, targets and tasks, each a tab with the same keys."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, plans_subject(workplace.office.names), upright=True)
        self.parts: tuple[PartPanel, ...] = (
            SectionsPanel(workplace),
            TargetsPanel(workplace),
            TasksPanel(workplace),
        )
        self._plan_id: int | None = None
        self.tabs = QTabWidget()
        self._fill_tabs()
        self._arrange()
        self._add_keys()
        self.presenter.entry_opened.connect(self._follow)
        self.presenter.entry_kept.connect(self._follow)
        self.presenter.list_changed.connect(self._share_height)
        workplace.period_changed.connect(self._show_some_plan)

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        return PlansPresenter(self.workplace, self.subject, self)

    def begin(self) -> None:
        super().begin()
        self._show_some_plan()

    def help(self) -> ScreenHelp:
        shared = super().help()
        return ScreenHelp(shared.title, shared.purpose, (*shared.keys, *texts.KEYS))

    def settle(self) -> None:
        super().settle()
        for part in self.parts:
            part.settle()

    def new_row(self) -> None:
        self.tabs.setCurrentIndex(0)
        super().new_row()

    def edit_row(self) -> None:
        self.tabs.setCurrentIndex(0)
        super().edit_row()

    def remove_rows(self) -> None:
        super().remove_rows()
        self._show_some_plan()

    def print_out(self) -> None:
        """Show the document of the chosen plan as it will be printed."""
        self.settle()
        plan_id = self.presenter.entry.record_id
        if plan_id is None:
            self.workplace.say(texts.PRINT_NO_PLAN)
        else:
            show_plan(self, self.workplace, plan_id)

    def turn(self, steps: int) -> None:
        """Go on to another part of the plan, round about, and put the cursor there."""
        if not self.tabs.isTabEnabled(1):
            return
        self.settle()
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + steps) % self.tabs.count())
        part = self.tabs.currentWidget()
        if isinstance(part, PartPanel):
            part.take_focus()
        else:
            self.form.focus_field()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        part = self.tabs.currentWidget()
        if event.key() == Qt.Key.Key_Escape and not self.list.table.hasFocus():
            self.take_focus()
        elif (
            self.tabs.tabBar().hasFocus() and isinstance(part, PartPanel) and record_key(event, in_list=False)
        ):
            part.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        if len(self.workplace.preferences.numbers(f"{self.subject.name}/split")) == 2:
            return
        height, has_plans = self.height(), self.presenter.shown.ids or self.presenter.shown.drafts
        wanted = height * _EMPTY_SHARE
        if has_plans:
            wanted = min(max(height * _LIST_SHARE, _LEAST_LIST), _MOST_LIST)
        self._splitter.setSizes([round(wanted), round(height - wanted)])

    def _follow(self) -> None:
        """Show the parts of the plan that stands in the form; a plan that is not yet one has none."""
        plan_id = self.presenter.entry.record_id
        if plan_id != self._plan_id:
            self._plan_id = plan_id
            for part in self.parts:
                part.show_parent({"plan_id": plan_id or 0})
        for at in range(1, self.tabs.count()):
            self.tabs.setTabEnabled(at, plan_id is not None)
            self.tabs.setTabToolTip(at, texts.TAB_CLOSED if plan_id is None else texts.TAB_TIP)

    def _show_some_plan(self) -> None:
        """Keep a plan of the chosen years in sight; what is being added stays."""
        entry, ids = self.presenter.entry, self.presenter.shown.ids
        if entry.record_id in ids or (entry.open and entry.record_id is None):
            return
        chosen = self.list.table.current_id()
        if not ids:
            self.presenter.close_entry()
        elif chosen in ids:
            self.presenter.open_row(chosen)
        else:
            self.list.table.choose(ids[0])

    def _fill_tabs(self) -> None:
        self.tabs.setAccessibleName(texts.TABS)
        self.tabs.setDocumentMode(True)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        self.form.setMaximumWidth(_FORM_WIDTH)
        row.addWidget(self.form, 1)
        row.addStretch()
        self.tabs.addTab(page, texts.TAB_PLAN)
        self._make_taller(0)
        self.tabs.setTabToolTip(0, texts.TAB_TIP)
        for part, title in zip(
            self.parts, (texts.TAB_SECTIONS, texts.TAB_TARGETS, texts.TAB_TASKS), strict=True
        ):
            self.tabs.addTab(part, title)
            self._make_taller(self.tabs.indexOf(part))
            part.print_requested.connect(self.print_out)
            part.presenter.list_changed.connect(lambda part=part, title=title: self._count(part, title))
        self._follow()

    def _make_taller(self, at: int) -> None:
        """Give a tab the height of a row: as high as its letters, Fusion cuts the feet of g and y."""
        spacer = QWidget()
        spacer.setFixedSize(0, theme.ROW_HEIGHT - 2 * theme.STEP)
        self.tabs.tabBar().setTabButton(at, QTabBar.ButtonPosition.RightSide, spacer)

    def _count(self, part: PartPanel, title: str) -> None:
        words = texts.TAB_COUNT.format(title=title, count=len(part.presenter.shown.ids))
        self.tabs.setTabText(self.tabs.indexOf(part), words if self._plan_id is not None else title)

    def _arrange(self) -> None:
        self.add_panel(self.tabs)
        margin = theme.STEP * 3
        self.setContentsMargins(margin, margin, margin, 0)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self.list.setMinimumHeight(_LEAST_LIST)
        subject = [column.key for column in self.subject.columns].index("subject")
        self.list.table.horizontalHeader().setSectionResizeMode(subject, QHeaderView.ResizeMode.Stretch)
        self.print_button.setText(texts.PRINT_PLAN)
        self.print_button.setToolTip(texts.PRINT_PLAN_TIP)

    def _add_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, steps in _TAB_KEYS:
            QShortcut(QKeySequence(keys), self, lambda steps=steps: self.turn(steps), context=inside)
