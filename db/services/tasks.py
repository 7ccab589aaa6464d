"""Tasks of a plan together: their money by source, their stretches on a timeline, agencies named before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Task
from db.rules.measures import total
from db.rules.recurrence import Repeats, due_days
from db.rules.standing import TaskStanding, task_due, task_standing
from db.rules.text import folded, sort_key
from db.services import evidence
from db.services.evidence import TaskEvidence

_BETWEEN = ";"


@dataclass(frozen=True)
class SourceMoney:
    """Money of the tasks paid from one source in đồng; a sum that no task has is none. No source is an empty text."""

    source: str
    planned: int | None
    spent: int | None


@dataclass(frozen=True)
class TaskLine:
    """A task on the timeline: its first and last day, its due days, the next of them, where it stands, its evidence."""

    id: int
    content: str
    first: date | None
    last: date | None
    due_days: tuple[date, ...]
    due: date | None
    standing: TaskStanding
    evidence: TaskEvidence


def money_by_source(session: Session, plan_id: int) -> tuple[SourceMoney, ...]:
    """Return planned and spent money by source in Vietnamese order; tasks without any money are left out."""
    groups: dict[str, list[Task]] = defaultdict(list)
    for task in _tasks(session, plan_id):
        if task.money_planned is not None or task.money_spent is not None:
            groups[task.money_source or ""].append(task)
    return tuple(
        SourceMoney(
            source, _sum(task.money_planned for task in held), _sum(task.money_spent for task in held)
        )
        for source, held in sorted(groups.items(), key=lambda item: sort_key(item[0]))
    )


def timeline(session: Session, plan_id: int, today: date) -> tuple[TaskLine, ...]:
    """Return the tasks of a plan in its order with where they stand today."""
    listed = _tasks(session, plan_id)
    found = evidence.of_tasks(session, plan_id, listed, today)
    return tuple(_line(task, found[task.id], today) for task in listed)


def agencies(session: Session, text: str, *, most: int = 12) -> tuple[str, ...]:
    """Return agencies that lead or join a task of any plan and hold all words of the text, tone marks or not."""
    wanted = folded(text).split()
    known = {name for named in session.execute(select(Task.lead, Task.joining)) for name in _names(named)}
    found = [name for name in known if all(word in folded(name) for word in wanted)]
    return tuple(sorted(found, key=sort_key)[:most])


def _names(texts: Iterable[str | None]) -> list[str]:
    parts = [part.strip() for text in texts for part in (text or "").split(_BETWEEN)]
    return [part for part in parts if part]


def _tasks(session: Session, plan_id: int) -> list[Task]:
    return list(session.scalars(select(Task).where(Task.plan_id == plan_id).order_by(Task.position)))


def _sum(values: Iterable[int | None]) -> int | None:
    added = total(values)
    return None if added is None else int(added)


def _line(task: Task, found: TaskEvidence, today: date) -> TaskLine:
    due = task_due(task.repeats, task.starts_on, task.ends_on, task.done_on)
    days = due_days(Repeats(task.repeats), task.starts_on, task.ends_on)
    standing = task_standing(task.state, due, today)
    if due is None and days:
        standing = TaskStanding.DONE
    first = task.starts_on or task.ends_on
    return TaskLine(task.id, task.content, first, task.ends_on, days, due, standing, found)
