"""The state of the list of plans and of the three lists of a plan's parts. No widgets."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from db.rules.findings import Refused
from db.services import agencies
from ui.common.lists.record_list import RecordList
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Changed, Workplace
from ui.plans import subjects, texts
from ui.plans.lists import PlanList, TargetList, TaskList
from ui.plans.measures import MeasureOptions

AMENDMENTS = "amendments"
MOVES_EVIDENCE = ("outreach", "trainings", "evidence")
NO_PLAN: Mapping[str, int] = {"plan_id": 0}


class PlansPresenter(RecordPresenter):
    """Plans. A new one is a draft of the chosen year; what the office prints anyway stays a hint in the form."""

    def __init__(self, workplace: Workplace, subject: RecordSubject, parent: QObject) -> None:
        super().__init__(workplace, subject, None, parent)
        self.list = PlanList(workplace, subject, {})

    def _defaults(self) -> dict[str, str]:
        year = str(self.workplace.year)
        usual = {"kind": "year", "scheme": "lettered", "state": "draft"}
        return {"first_year": year, "last_year": year, **usual}

    def _on_changed(self, change: Changed) -> None:
        super()._on_changed(change)
        if change.kind == AMENDMENTS:
            self.reload()
            if self.entry.record_id is not None:
                self._reopen(self.entry.record_id)


class PartPresenter(RecordPresenter):
    """One of the lists of a plan; a new row begins with `defaults`."""

    subject_of: RecordSubject
    list_of: type[RecordList]
    defaults: Mapping[str, str] = {}

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(workplace, self.subject_of, NO_PLAN, parent)
        self.list = self.list_of(workplace, self.subject_of, NO_PLAN)

    @property
    def plan_id(self) -> int:
        return self.list.parent["plan_id"]

    def form_heads(self) -> tuple[str, str]:
        title, note = super().form_heads()
        is_ready = self.entry.open and self.entry.record_id is None and not self.entry.findings
        return title, texts.PART_READY if is_ready else note

    def remove(self, row_ids: Sequence[int]) -> None:
        self._unless_locked(lambda: super(PartPresenter, self).remove(row_ids))

    def move(self, record_id: int, steps: int) -> None:
        self._unless_locked(lambda: super(PartPresenter, self).move(record_id, steps))

    def _unless_locked(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Refused as refused:
            self.reload()
            self.workplace.fail(refused)

    def _defaults(self) -> dict[str, str]:
        return dict(self.defaults)

    def _on_changed(self, change: Changed) -> None:
        super()._on_changed(change)
        if change.kind == AMENDMENTS:
            # An amendment that is dropped, or comes back, may have changed every part.
            self.show_parent(self.list.parent)


class TargetsPresenter(PartPresenter):
    """Targets. What any record says may move them, so they follow every change."""

    subject_of, list_of = subjects.TARGETS, TargetList
    defaults: Mapping[str, str] = {"operator": "at_least"}

    def make_options(self) -> MeasureOptions:
        return MeasureOptions(self.workplace)

    @property
    def follows_borders(self) -> bool:
        return True

    def _on_changed(self, change: Changed) -> None:
        super()._on_changed(change)
        if change.kind != self.subject.name:
            self.list_changed.emit()


class TasksPresenter(PartPresenter):
    """Tasks; what serves them moves with activities."""

    subject_of, list_of = subjects.TASKS, TaskList
    defaults: Mapping[str, str] = {"state": "planned", "repeats": "once"}

    def _on_changed(self, change: Changed) -> None:
        super()._on_changed(change)
        if change.kind in MOVES_EVIDENCE:
            self.list_changed.emit()

    def agencies(self, typed: str) -> tuple[str, ...]:
        """Return agencies that hold what is typed: of the office's list in the chosen period, and named before."""
        span = self.workplace.span
        return self.workplace.read(lambda session: agencies.offered(session, typed, span))
