"""`pcmd plans progress`: how far each target of a plan is by the end of a period, and where its tasks stand today."""

from argparse import Namespace
from datetime import date
from typing import Any

from db.rules.formats import day_text, number_text, plain_number
from db.rules.periods import parse_period
from db.rules.targets import CHANGES, planned_text
from db.services import offices
from db.services.planning import plans, progress, tasks
from db.services.planning.evidence import TaskEvidence
from db.services.planning.progress import TargetProgress
from db.services.planning.tasks import TaskLine
from desktop.cli import texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome


def show(arguments: Namespace) -> Outcome:
    """Show the progress of a plan's targets and tasks; NUMBER is the plan's number with or without the symbol.

    A change on the year before compares with that year restated into the borders of the last day counted; all is
    restated into those of a day that is asked for.
    """
    period = parse_period(arguments.period)
    with open_book(arguments) as book, book.reading() as session:
        plan = plans.find(session, arguments.number)
        span = period.since_year_start(offices.current(session).cut_off)
        found = progress.of_plan(session, plan.id, period, date.today(), arguments.borders)
        lines = tasks.timeline(session, plan.id, date.today())
    number = plans.called(plan)
    values = {
        "plan": number,
        "period": period.label,
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "borders": arguments.borders.isoformat() if arguments.borders else None,
        "targets": [_values(target) for target in found],
        "tasks": [_task_values(line) for line in lines],
    }
    head = texts.PROGRESS_HEAD.format(plan=number, first=day_text(span.first), last=day_text(span.last))
    borders = [texts.MEASURE_BORDERS.format(day=day_text(arguments.borders))] if arguments.borders else []
    told = [*borders, *(map(_line, found) if found else [f"  {texts.NO_TARGETS}"]), *map(_task_line, lines)]
    return Outcome(values, [head, *told])


def _values(target: TargetProgress) -> dict[str, Any]:
    goal, found = target.goal, target.progress
    return {
        "text": target.text,
        "kind": goal.kind.value,
        "operator": goal.operator,
        "planned": plain_number(found.planned),
        "unit": goal.measured_in,
        "value": plain_number(found.done),
        "share": plain_number(found.share),
        "state": found.standing.value,
        "reason": found.reason.value if found.reason else None,
        "causes": [{"why": cause.kind.value, "units": list(cause.names)} for cause in found.causes],
        "forecast": plain_number(found.forecast),
    }


def _task_values(line: TaskLine) -> dict[str, Any]:
    held = line.evidence
    return {
        "text": line.content,
        "to": line.last.isoformat() if line.last else None,
        "due": line.due.isoformat() if line.due else None,
        "state": line.standing.value,
        "evidence": held.count,
        "people": held.people,
        "slots": [
            {"due": slot.last.isoformat(), "evidence": slot.count, "missing": slot in held.missing}
            for slot in held.slots
        ],
    }


def _task_line(line: TaskLine) -> str:
    return texts.TASK_LINE.format(
        text=" ".join(line.content.split()),
        due=day_text(line.due) if line.due else texts.NOT_DUE,
        state=texts.TASK_STATES[line.standing],
        evidence=texts.TASK_EVIDENCE.format(count=line.evidence.count),
        missing=_missing_words(line.evidence),
    )


def _missing_words(found: TaskEvidence) -> str:
    if not found.missing:
        return ""
    several = len(found.slots) > 1
    words = texts.TIMES_WITHOUT_EVIDENCE if several else texts.WITHOUT_EVIDENCE
    return words.format(count=len(found.missing))


def _line(target: TargetProgress) -> str:
    found = target.progress
    state = texts.TARGET_STATES[found.reason or found.standing]
    if found.causes and target.goal.operator not in CHANGES:
        state = texts.OTHER_BORDERS
    if found.causes:
        causes = (texts.CAUSE[cause.kind].format(units=", ".join(cause.names)) for cause in found.causes)
        state = texts.CAUSES.format(state=state, causes="; ".join(causes))
    planned = planned_text(target.goal) or texts.NO_PLANNED_VALUE.get(target.goal.operator, texts.NOT_PLANNED)
    return texts.PROGRESS_LINE.format(
        text=target.text, planned=planned, value=number_text(found.done), state=state
    )
