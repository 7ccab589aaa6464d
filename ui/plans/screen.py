"""The screen of plans: the plans of the chosen years above, the parts of the chosen plan below."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTabWidget, QWidget

from db.rules.findings import Finding
from db.rules.periods import parse_period
from db.services.planning import plans
from db.services.searching.search import Found
from ui.common import theme
from ui.common.dropped_files import dropped_files
from ui.common.lists.record_keys import record_key
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.record_screen import RecordScreen
from ui.common.screens.subject import ScreenHelp
from ui.common.screens.tabs import add_turning_keys, make_taller
from ui.common.workplace import Workplace
from ui.plans import amendment_texts, evidence_texts, making_texts, texts
from ui.plans.amendment_panel import AmendmentPanel, LockBanner
from ui.plans.amendments_presenter import AmendmentsPresenter
from ui.plans.paper import save_as_word, show_plan
from ui.plans.part_panel import PartPanel
from ui.plans.places import spot_of
from ui.plans.plan_maker import PlanMaker, Way, Wish
from ui.plans.presenter import PlansPresenter
from ui.plans.sections_panel import SectionsPanel
from ui.plans.subjects import plans_subject
from ui.plans.targets_panel import TargetsPanel
from ui.plans.tasks_panel import TasksPanel
from ui.received import texts as received_texts

# The list of plans is short: it takes a share of the height, within these bounds, until the officer moves the divider.
_LEAST_LIST, _MOST_LIST = 96, 160
_LIST_SHARE, _EMPTY_SHARE = 0.2, 0.5
_FORM_WIDTH = 780
# The rooms of the check, in the order of the tabs.
_ROOMS = ("plan", "sections", "targets", "tasks")
_TURNS = {"Ctrl+Tab": 1, "Ctrl+PgDown": 1, "Ctrl+Shift+Tab": -1, "Ctrl+PgUp": -1}


class PlansScreen(RecordScreen):
    """Plans with their sections, targets and tasks, each a tab with the same keys."""

    print_keys = ()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, plans_subject(workplace.office.names), upright=True)
        self.parts: tuple[PartPanel, ...] = (
            SectionsPanel(workplace),
            TargetsPanel(workplace),
            TasksPanel(workplace),
        )
        self.amendments = AmendmentsPresenter(workplace, self)
        self.amendment_panel = AmendmentPanel(self.amendments)
        self.banner = LockBanner()
        self._plan_id: int | None = None
        self.tabs = QTabWidget()
        self._fill_tabs()
        self._arrange()
        self._add_keys()
        self.presenter.entry_opened.connect(self._follow)
        self.presenter.entry_kept.connect(self._follow)
        self.presenter.list_changed.connect(self._share_height)
        self.amendments.shown_changed.connect(self._show_lock)
        workplace.period_changed.connect(self._show_some_plan)

    def make_presenter(self, parent_keys: Mapping[str, int]) -> RecordPresenter:
        return PlansPresenter(self.workplace, self.subject, self)

    def begin(self) -> None:
        super().begin()
        self._show_some_plan()

    def help(self) -> ScreenHelp:
        shared = super().help()
        plan_keys = (*texts.KEYS, *received_texts.KEYS, *evidence_texts.KEYS, *amendment_texts.KEYS)
        return ScreenHelp(shared.title, shared.purpose, (*shared.keys, *plan_keys))

    def settle(self) -> None:
        super().settle()
        for part in self.parts:
            part.settle()

    def new_row(self) -> None:
        """Ask from what the new plan is made, and make it; an empty one is typed in the form."""
        from ui.plans.new_plan_dialog import NewPlanDialog

        self.settle()
        maker = PlanMaker(self.workplace)
        wish = NewPlanDialog.ask(self.workplace, maker, self)
        if wish is None:
            return
        self.tabs.setCurrentIndex(0)
        if wish.way is Way.EMPTY:
            super().new_row()
        else:
            self._make(maker, wish)

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
            show_plan(self, self.workplace, plan_id, self.go_to)

    def save_as_word(self) -> None:
        """Write the document of the chosen plan as a Word file."""
        self.settle()
        plan_id = self.presenter.entry.record_id
        if plan_id is None:
            self.workplace.say(texts.PRINT_NO_PLAN)
        else:
            save_as_word(self, self.workplace, plan_id)

    def read_plan(self, path: Path | None = None) -> None:
        """Read a plan that was received and make a draft of it."""
        from ui.received.review_dialog import ReviewDialog  # Only wanted now: it brings the reader of plans.

        self.settle()
        made = ReviewDialog.ask(self.workplace, self, path)
        if made is None:
            return
        info = self.workplace.read(lambda session: plans.by_id(session, made))
        if made not in self.presenter.shown.ids:
            self.workplace.choose_period(parse_period(str(info.first_year)))
        self.list.table.choose(made)
        self.workplace.say(received_texts.STORED.format(year=info.first_year))

    def go_to(self, finding: Finding) -> None:
        """Put the cursor where a finding of the check is mended."""
        spot = spot_of(finding.place)
        if spot.room == "office":
            self.workplace.say(texts.CHECK_IN_OFFICE)
            return
        self.tabs.setCurrentIndex(_ROOMS.index(spot.room))
        part = self.tabs.currentWidget()
        if isinstance(part, PartPanel):
            part.go_to(finding, spot.row)
        else:
            self.form.focus_field(spot.field)

    def show_found(self, found: Found) -> None:
        """Open a plan, or the part of a plan that was found."""
        if found.parent_id is None:
            self.show_record(found.id)
            return
        self.show_record(found.parent_id)
        part = next(part for part in self.parts if part.subject.name == found.kind)
        self.tabs.setCurrentWidget(part)
        part.show_record(found.id)

    def turn(self, steps: int) -> None:
        """Go on to another part of the plan, round about, and put the cursor there."""
        if not self.tabs.isTabEnabled(1):
            return
        self.settle()
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + steps) % self.tabs.count())
        part = self.tabs.currentWidget()
        if isinstance(part, PartPanel | AmendmentPanel):
            part.take_focus()
        else:
            self.form.focus_field()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        part = self.tabs.currentWidget()
        if event.key() == Qt.Key.Key_Escape and not self.list.table.hasFocus():
            self.take_focus()
        elif (
            self.tabs.tabBar().hasFocus()
            and isinstance(part, PartPanel | AmendmentPanel)
            and record_key(event, in_list=False)
        ):
            part.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = dropped_files(event)
        if len(dropped) == 1:
            self.read_plan(dropped[0])
        elif dropped:
            self.workplace.say(received_texts.ONE_AT_A_TIME.format(count=len(dropped)))

    def _share_height(self) -> None:
        if len(self.workplace.preferences.numbers(f"{self.subject.name}/split")) == 2:
            return
        height, has_plans = self.height(), self.presenter.shown.ids or self.presenter.shown.drafts
        wanted = height * _EMPTY_SHARE
        if has_plans:
            wanted = min(max(height * _LIST_SHARE, _LEAST_LIST), _MOST_LIST)
        self._splitter.setSizes([round(wanted), round(height - wanted)])

    def _make(self, maker: PlanMaker, wish: Wish) -> None:
        from ui.plans.stale_years_dialog import StaleYearsDialog

        stale = maker.stale(wish)
        accepted = StaleYearsDialog.ask(stale, self) if stale else ()
        made = None if accepted is None else maker.make(wish, accepted)
        if made is not None:
            self._show_made(made, wish.year)

    def _show_made(self, made: int, year: int) -> None:
        if made in self.presenter.shown.ids:
            self.list.table.choose(made)
        else:
            self.workplace.say(making_texts.MADE_OUT_OF_SIGHT.format(year=year))

    def _show_lock(self) -> None:
        self.banner.show_lock(self.amendments.lock)

    def _follow(self) -> None:
        """Show the parts of the plan that stands in the form; a plan that is not yet one has none."""
        plan_id = self.presenter.entry.record_id
        if plan_id != self._plan_id:
            self._plan_id = plan_id
            for part in self.parts:
                part.show_parent({"plan_id": plan_id or 0})
            self.amendments.show_plan(plan_id)
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
        make_taller(self.tabs.tabBar(), 0)
        self.tabs.setTabToolTip(0, texts.TAB_TIP)
        for part, title in zip(
            self.parts, (texts.TAB_SECTIONS, texts.TAB_TARGETS, texts.TAB_TASKS), strict=True
        ):
            self.tabs.addTab(part, title)
            make_taller(self.tabs.tabBar(), self.tabs.indexOf(part))
            part.print_requested.connect(self.print_out)
            part.record_requested.connect(self.record_requested)
            part.presenter.list_changed.connect(lambda part=part, title=title: self._count(part, title))
        self.tabs.addTab(self.amendment_panel, amendment_texts.TAB)
        make_taller(self.tabs.tabBar(), self.tabs.indexOf(self.amendment_panel))
        self._follow()

    def _count(self, part: PartPanel, title: str) -> None:
        words = texts.TAB_COUNT.format(title=title, count=part.row_count())
        self.tabs.setTabText(self.tabs.indexOf(part), words if self._plan_id is not None else title)

    def _arrange(self) -> None:
        self.add_panel(self.banner)
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
        self.setAcceptDrops(True)
        self.add_action(received_texts.READ_PLAN, received_texts.READ_PLAN_TIP, "import").clicked.connect(
            lambda: self.read_plan()
        )
        self.add_action(texts.SAVE_WORD, texts.SAVE_WORD_TIP, "export").clicked.connect(self.save_as_word)

    def _add_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.save_as_word, context=inside)
        QShortcut(QKeySequence("Ctrl+Shift+O"), self, self.read_plan, context=inside)
        add_turning_keys(self, _TURNS, self.turn)
