"""The rows of a form whose rows are tasks: each task of the year's plans, how far it is at the end of a period."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from db.records import Task
from db.rules.formats import Value
from db.rules.measures import total
from db.rules.periods import Span
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import SheetForm
from db.rules.standing import task_due
from db.rules.task_progress import progress_text, state_on
from db.services import content
from db.services.planning import plans

_MONEY = "task_money"


def task_sheet(session: Session, form: SheetForm, *, unit_id: int, span: Span) -> FilledSheet:
    """Return a form with its rows, one a task of the unit's plans of the year; the total row adds the money up."""
    tasks = plans.tasks_of_year(session, unit_id=unit_id, year=span.year)
    titles = content.titles(content.choices(session, "task_states"))
    rows = []
    for number, task in enumerate(tasks, start=1):
        cells = _cells(task, number, titles, span.last)
        rows.append(tuple(cells[column.holds] for column in form.columns))
    return FilledSheet(form, tuple(rows), _total(form, tasks))


def _cells(task: Task, number: int, titles: Mapping[str, str], day: date) -> Mapping[str, Value]:
    return {
        "row_number": number,
        "task_content": task.content,
        "task_lead": task.lead or "",
        "task_joining": task.joining or "",
        "task_time": plans.task_time(task),
        "task_product": task.product or "",
        _MONEY: task.money_planned,
        "task_money_source": task.money_source or "",
        "task_progress": _progress(task, titles, day),
        "task_note": task.note or "",
    }


def _progress(task: Task, titles: Mapping[str, str], day: date) -> str:
    state = state_on(task.state, task.starts_on, task.done_on, day)
    # Of a task that comes again, what was done after the day does not put off what was due before it.
    done_on = task.done_on if task.done_on and task.done_on <= day else None
    due = task_due(task.repeats, task.starts_on, task.ends_on, done_on)
    return progress_text(titles.get(state, state), state, done_on, due, day)


def _total(form: SheetForm, tasks: Sequence[Task]) -> tuple[Value, ...]:
    if not form.total:
        return ()
    cells: Mapping[str, Value] = {
        "task_content": form.total,
        _MONEY: total(task.money_planned for task in tasks),
    }
    return tuple(cells.get(column.holds) for column in form.columns)
