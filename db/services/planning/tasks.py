"""Tasks of a plan together: their money by source, their stretches on a timeline."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import Task
from db.rules.recurrence import Repeats, due_days
from db.rules.standing import TaskStanding, task_due, task_standing
from db.rules.text import sort_key
from db.services.planning import evidence
from db.services.planning.evidence import TaskEvidence


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
    source = func.coalesce(Task.money_source, "")
    sums = func.sum(Task.money_planned), func.sum(Task.money_spent)
    has_money = Task.money_planned.is_not(None) | Task.money_spent.is_not(None)
    statement = select(source, *sums).where(Task.plan_id == plan_id, has_money).group_by(source)
    found = (SourceMoney(*row) for row in session.execute(statement))
    return tuple(sorted(found, key=lambda money: sort_key(money.source)))


def timeline(
    session: Session, plan_id: int, today: date, only: Collection[int] | None = None
) -> tuple[TaskLine, ...]:
    """Return the tasks of a plan, or `only` those of these numbers, in its order with where they stand today."""
    listed = _tasks(session, plan_id, only)
    found = evidence.of_tasks(session, plan_id, listed, today)
    return tuple(_line(task, found[task.id], today) for task in listed)


def _tasks(session: Session, plan_id: int, only: Collection[int] | None) -> list[Task]:
    statement = select(Task).where(Task.plan_id == plan_id).order_by(Task.position)
    return list(session.scalars(statement if only is None else statement.where(Task.id.in_(only))))


def _line(task: Task, found: TaskEvidence, today: date) -> TaskLine:
    due = task_due(task.repeats, task.starts_on, task.ends_on, task.done_on)
    days = due_days(Repeats(task.repeats), task.starts_on, task.ends_on)
    standing = task_standing(task.state, due, today)
    if due is None and days:
        standing = TaskStanding.DONE
    first = task.starts_on or task.ends_on
    return TaskLine(task.id, task.content, first, task.ends_on, days, due, standing, found)
