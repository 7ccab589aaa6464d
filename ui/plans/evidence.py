"""The evidence of the task that stands in the form: what serves it, what could, and what may be marked. No widgets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Refused
from db.rules.formats import Value
from db.rules.periods import parse_period
from db.services.entering.entries import Gone
from db.services.planning import evidence
from db.services.planning.evidence import Activity, TaskEvidence
from db.sessions import Session
from ui.common.lists.columns import Column
from ui.common.workplace import Workplace
from ui.plans import evidence_texts as texts

_EVIDENCE, _TASKS = "evidence", "tasks"

COLUMNS = (
    Column(texts.DAY, "day", 90, sortable=False),
    Column(texts.KIND, "kind", 170, sortable=False),
    Column(texts.UNIT, "unit", 130, sortable=False),
    Column(texts.WHAT, "what", 220, sortable=False),
    Column(texts.SESSIONS, "sessions", 54, "right", sortable=False),
    Column(texts.PEOPLE, "people", 66, "right", sortable=False),
)
WHAT_COLUMN = [column.key for column in COLUMNS].index("what")


@dataclass(frozen=True)
class ActivityRow:
    """An activity in a list, by its place from 1: two kinds share their numbers."""

    id: int
    cells: Mapping[str, Value]


class ActivityRows:
    """The activities of a list, fetched by their places."""

    def __init__(self) -> None:
        self.activities: tuple[Activity, ...] = ()

    def fetch(self, places: tuple[int, ...]) -> Sequence[ActivityRow]:
        return [ActivityRow(place, _cells(self.activities[place - 1])) for place in places]

    def at(self, places: Sequence[int]) -> tuple[Activity, ...]:
        return tuple(self.activities[place - 1] for place in places)


class EvidencePresenter(QObject):
    """What serves one task; linking, letting go and marking are steps of undo."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.task_id: int | None = None
        self.rows = ActivityRows()
        self.found: TaskEvidence | None = None
        workplace.changed.connect(lambda _: self.reload())
        workplace.period_changed.connect(self.reload)

    def show_task(self, task_id: int | None) -> None:
        """Show the evidence of a task; none where the form holds no task yet."""
        self.task_id = task_id
        self.reload()

    def reload(self) -> None:
        self.found, self.rows.activities = None, ()
        if self.task_id is not None:
            self.workplace.read(self._read)
        self.changed.emit()

    def free(self) -> tuple[Activity, ...]:
        """Return the activities of the chosen year that serve no task yet."""
        year = parse_period(str(self.workplace.year)).span(self.workplace.cut_off)
        return self.workplace.read(lambda session: evidence.free(session, year))

    def link(self, activities: Sequence[Activity]) -> None:
        task_id = self.task_id
        if task_id is not None and activities:
            said = texts.LINKED.format(count=len(activities))
            self._keep(lambda session: evidence.link(session, task_id, activities), _EVIDENCE, said)

    def unlink(self, places: Sequence[int]) -> None:
        activities = self.rows.at(places)
        if activities:
            said = texts.UNLINKED.format(count=len(activities))
            self._keep(lambda session: evidence.unlink(session, activities), _EVIDENCE, said)

    def mark_done(self) -> None:
        task_id, today = self.task_id, self.workplace.today
        if task_id is not None and self.found is not None and self.found.offer is not None:
            self._keep(lambda session: evidence.mark_done(session, task_id, today), _TASKS, texts.MARKED)

    def _read(self, session: Session) -> None:
        assert self.task_id is not None
        try:
            self.found = evidence.of_one(session, self.task_id, self.workplace.today)
        except Gone:
            self.task_id = None
            return
        self.rows.activities = evidence.of_task(session, self.task_id)

    def _keep(self, act: Callable[[Session], None], kind: str, said: str) -> None:
        try:
            self.workplace.write(act, kind, self.task_id if kind == _TASKS else None)
        except (Gone, Refused) as error:
            self.reload()
            self.workplace.fail(error)
            return
        self.workplace.say(said)


def _cells(activity: Activity) -> Mapping[str, Value]:
    return {
        "day": activity.day,
        "kind": activity.form or texts.KINDS[activity.kind],
        "unit": activity.unit,
        "what": activity.what,
        "sessions": activity.sessions,
        "people": activity.people,
    }
