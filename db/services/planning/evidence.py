"""Evidence of tasks: the activities that were linked with them, linking and letting go, marking done."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from db.records import Task, Unit
from db.rules.entries import Values
from db.rules.evidence import Offer, Slot, missing, offer, slots
from db.rules.findings import Refused
from db.rules.measures import total
from db.rules.periods import Span
from db.rules.recurrence import Repeats
from db.rules.standing import TaskStanding
from db.services import content
from db.services.entering import entries, links
from db.services.entering.entries import Gone
from db.services.entering.kinds import STORED
from db.services.planning.evidence_sources import SOURCES, day_of


@dataclass(frozen=True)
class Activity:
    """An activity as evidence: its kind and number, when, where, what (`form`: of outreach alone)."""

    kind: str
    id: int
    day: date
    unit: str
    form: str
    what: str
    sessions: int | None
    people: int | None
    search: str


@dataclass(frozen=True)
class TaskEvidence:
    """How much evidence a task has, on which days, in which of its times; `people` is empty where none were counted."""

    people: int | None
    days: tuple[date, ...]
    slots: tuple[Slot, ...]
    missing: tuple[Slot, ...]
    offer: Offer | None

    @property
    def count(self) -> int:
        """Return how many activities serve the task."""
        return len(self.days)


def of_tasks(
    session: Session, plan_id: int, tasks: Iterable[Task], today: date
) -> Mapping[int, TaskEvidence]:
    """Return the evidence of each of a plan's tasks as it stands today; one statement a kind of activity."""
    found: dict[int, list[tuple[date, int | None]]] = defaultdict(list)
    for source in SOURCES.values():
        statement = select(source.record.task_id, source.time(None), source.people)
        of_plan = statement.join(Task, Task.id == source.record.task_id).where(Task.plan_id == plan_id)
        for task_id, time, people in session.execute(of_plan):
            # A model counts at the end of its year, while that runs today.
            day = time if isinstance(time, date) else min(day_of(session, time), today)
            found[task_id].append((day, people))
    return {task.id: _evidence(task, found[task.id], today) for task in tasks}


def of_one(session: Session, task_id: int, today: date) -> TaskEvidence:
    """Return the evidence of one task as it stands today; raises Gone."""
    task = session.get(Task, task_id)
    if task is None:
        raise Gone("tasks", task_id)
    return of_tasks(session, task.plan_id, [task], today)[task_id]


def of_task(session: Session, task_id: int) -> tuple[Activity, ...]:
    """Return the activities that serve a task, the earliest first."""
    return _activities(session, {kind: source.record.task_id == task_id for kind, source in SOURCES.items()})


def free(session: Session, span: Span) -> tuple[Activity, ...]:
    """Return the activities in a span of days, both ends counted, that serve no task yet, the earliest first."""
    conditions = {
        kind: source.record.task_id.is_(None) & source.during(span) for kind, source in SOURCES.items()
    }
    return _activities(session, conditions, span)


def link(session: Session, task_id: int, activities: Sequence[Activity]) -> None:
    """Make activities serve a task. Raises Gone where one is gone, Refused where the task is or is of another year."""
    ordered = sorted(activities, key=lambda activity: activity.day)
    # A plan's years have no gap: where the first and the last day are its own, all between are.
    for activity in (*ordered[:1], *ordered[-1:]):
        findings = links.check(session, STORED[activity.kind].entry.field("task_id"), task_id, activity.day)
        if findings:
            raise Refused(findings)
    # Looked up first: each look-up would send what was changed before it by itself.
    for record in [_record(session, activity) for activity in ordered]:
        record.task_id = task_id
    session.flush()


def unlink(session: Session, activities: Iterable[Activity]) -> None:
    """Let activities serve no task; raises Gone where one is gone."""
    for record in [_record(session, activity) for activity in activities]:
        record.task_id = None
    session.flush()


def mark_done(session: Session, task_id: int, today: date) -> None:
    """Mark a task done as far as its evidence speaks for it; raises Gone. Where it does not, nothing happens."""
    speaking = of_one(session, task_id, today).offer
    if speaking is not None:
        state = TaskStanding.DONE if speaking.whole else TaskStanding.RUNNING
        values: Values = {"state": state.value, "done_on": speaking.done_on}
        entries.change(session, "tasks", task_id, values)


def _record(session: Session, activity: Activity) -> Any:
    record = session.get(SOURCES[activity.kind].record, activity.id)
    if record is None:
        raise Gone(activity.kind, activity.id)
    return record


def _evidence(task: Task, found: Sequence[tuple[date, int | None]], today: date) -> TaskEvidence:
    days = tuple(sorted(day for day, _ in found))
    times = slots(Repeats(task.repeats), task.starts_on, task.ends_on, days)
    people = total(count for _, count in found)
    return TaskEvidence(
        None if people is None else int(people),
        days,
        times,
        missing(task.state, times, today),
        offer(task.state, task.done_on, times, days),
    )


def _activities(
    session: Session, conditions: Mapping[str, ColumnElement[bool]], span: Span | None = None
) -> tuple[Activity, ...]:
    forms = content.titles(content.choices(session, "outreach_forms"))
    found = []
    for kind, condition in conditions.items():
        for number, time, unit, form, *others in session.execute(_statement(kind, span).where(condition)):
            day = day_of(session, time)
            found.append(Activity(kind, number, day, unit, forms.get(form, form or ""), *others))
    return tuple(sorted(found, key=lambda item: (item.day, item.kind, item.id)))


def _statement(kind: str, span: Span | None) -> Select[Any]:
    source = SOURCES[kind]
    what = func.coalesce(source.what, "")
    shown = source.record.id, source.time(span), Unit.name, source.form, what, source.sessions, source.people
    return select(*shown, source.record.search).join(Unit, Unit.id == source.record.unit_id)
