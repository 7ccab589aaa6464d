"""How far a task is on the last day of a period, in the words of a return."""

from datetime import date

from db.rules.formats import day_text
from db.rules.standing import TaskStanding

_DONE_ON = "{title} ngày {day}"
_LATE = "{title}, quá hạn {day}"


def state_on(state: str, starts_on: date | None, done_on: date | None, day: date) -> TaskStanding:
    """Return the state that a task had on a day: what was done later was under way, or had not begun yet."""
    known = TaskStanding(state)
    if known is not TaskStanding.DONE or done_on is None or done_on <= day:
        return known
    return TaskStanding.PLANNED if starts_on is not None and starts_on > day else TaskStanding.RUNNING


def progress_text(title: str, state: TaskStanding, done_on: date | None, due: date | None, day: date) -> str:
    """Write how far a task is on a day, given the title of its state then: when it was done, or that it is late."""
    if state is TaskStanding.DONE:
        return _DONE_ON.format(title=title, day=day_text(done_on)) if done_on else title
    if state is TaskStanding.DROPPED or due is None or due >= day:
        return title
    return _LATE.format(title=title, day=day_text(due))
