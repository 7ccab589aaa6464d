"""The state of the list of plans and of the three lists of a plan's parts. No widgets."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from db.rules.entries import Values
from db.services import content, entries, listings
from db.services.listings import ListQuery
from db.sessions import Session
from ui.common.record_entry import RecordEntry
from ui.common.record_list import RecordList
from ui.common.record_presenter import RecordPresenter
from ui.common.subject import RecordSubject
from ui.common.workplace import Changed, Workplace
from ui.plans import subjects, texts
from ui.plans.lists import PlanList, SectionList, TargetList, TaskList
from ui.plans.measures import MeasureOptions

NO_PLAN: Mapping[str, int] = {"plan_id": 0}
_SKELETON, _SKELETON_CODE = "skeleton", "year_plan"
_FIRST_SHAPE = "heading-1"


class PlansPresenter(RecordPresenter):
    """Plans. A new one is a draft of the chosen year; what the office prints anyway stays a hint in the form."""

    def __init__(self, workplace: Workplace, subject: RecordSubject, parent: QObject) -> None:
        super().__init__(workplace, subject, None, parent)
        self.list = PlanList(workplace, subject, {})

    def _defaults(self) -> dict[str, str]:
        year = str(self.workplace.year)
        return {"first_year": year, "last_year": year, "state": "draft"}


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

    def _defaults(self) -> dict[str, str]:
        return dict(self.defaults)


class TargetsPresenter(PartPresenter):
    """Targets. What any record says may move them, so they follow every change."""

    subject_of, list_of = subjects.TARGETS, TargetList
    defaults: Mapping[str, str] = {"operator": "at_least"}

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(workplace, parent)
        self.options = MeasureOptions(workplace)

    def _on_changed(self, change: Changed) -> None:
        super()._on_changed(change)
        if change.kind != self.subject.name:
            self.list_changed.emit()


class TasksPresenter(PartPresenter):
    """Tasks."""

    subject_of, list_of = subjects.TASKS, TaskList
    defaults: Mapping[str, str] = {"state": "planned"}


class SectionsPresenter(PartPresenter):
    """Sections. A new one comes after the row that was chosen, in its shape."""

    subject_of, list_of = subjects.SECTIONS, SectionList

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(workplace, parent)
        self.entry: SectionEntry = SectionEntry(workplace, self.subject, self.options, NO_PLAN)

    def place_after(self, section_id: int | None) -> None:
        """Say which section the next new one comes after; none is the end."""
        self.entry.after = section_id

    def make_skeleton(self) -> None:
        """Put the usual headings into the plan, as one step of undo."""
        plan_id, today = self.plan_id, self.workplace.today

        def act(session: Session) -> None:
            for section in content.in_force(session, _SKELETON, _SKELETON_CODE, today).body["section"]:
                values = {"plan_id": plan_id, "shape": section["shape"], "text": section.get("text")}
                entries.add(session, self.subject.name, values)

        self.workplace.write(act, self.subject.name)
        self.workplace.say(texts.SKELETON_MADE)

    def _defaults(self) -> dict[str, str]:
        after = self.entry.after
        if after is None or after not in self.shown.ids:
            return {"shape": _FIRST_SHAPE}
        values = self.workplace.read(lambda session: entries.values_of(session, self.subject.name, after))
        return {"shape": values["shape"]}


class SectionEntry(RecordEntry):
    """A section while it is being written; once it is kept it takes its place after `after`."""

    after: int | None = None

    def insert(self, session: Session, values: Values) -> int:
        made = super().insert(session, values)
        ids = listings.matching_ids(session, ListQuery("sections", where=self.parent))
        if self.after in ids:
            entries.move(session, "sections", made, ids.index(self.after) + 1 - ids.index(made))
        return made
