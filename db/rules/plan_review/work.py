"""What is to be done by a read plan as tasks: its tasks, the duties of bodies, the reports that are due."""

from collections.abc import Iterator, Mapping
from datetime import date

from db.rules.entries import RawValues
from db.rules.entry_kinds import TASKS
from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.plan_reading.result import Item, ReadAgency, ReadReport, ReadTask
from db.rules.plan_review.items import Part, ReviewItem
from db.rules.recurrence import Repeats

_BETWEEN = "; "
_REPEATS = {"month": Repeats.MONTHLY, "quarter": Repeats.QUARTERLY}
_PLANNED = "planned"


def task_items(tasks: tuple[ReadTask, ...]) -> Iterator[ReviewItem]:
    """Yield each task."""
    for task in tasks:
        raw = {
            "content": task.text,
            "group": task.group,
            "lead": task.lead,
            "joining": _BETWEEN.join(task.joining),
            "starts_on": day_text(task.starts_on),
            "ends_on": day_text(task.ends_on),
            "product": task.product,
            "note": task.time if task.starts_on is None and task.ends_on is None else "",
        }
        yield _item(Part.TASKS, raw, task)


def duty_items(agencies: tuple[ReadAgency, ...]) -> Iterator[ReviewItem]:
    """Yield each duty as a task that its body leads; not taken unless the officer wants to follow it."""
    for agency in agencies:
        for duty in agency.duties:
            yield _item(Part.DUTIES, {"content": duty, "lead": agency.name}, agency, accepted=False)


def report_items(reports: tuple[ReadReport, ...], titles: Mapping[str, str]) -> Iterator[ReviewItem]:
    """Yield each report that is due as a task; one that names no day has its words as a note."""
    for report in reports:
        due = _day(report.due)
        repeats = Repeats.ONCE if due else _REPEATS.get(report.period, Repeats.ONCE)
        raw = {
            "content": titles.get(report.period) or titles["other"],
            "ends_on": day_text(due),
            "repeats": repeats,
            "note": report.due if report.due and due is None else "",
        }
        yield _item(Part.REPORTS, raw, report, accepted=report.period != "ad_hoc")


def _item(part: Part, raw: RawValues, read: Item, *, accepted: bool = True) -> ReviewItem:
    whole = {field.key: "" for field in TASKS.fields} | {"repeats": Repeats.ONCE, "state": _PLANNED}
    fitted, doubts = _fitted({**whole, **raw})
    return ReviewItem(
        part, "tasks", fitted, read.place, accepted=accepted, certain=read.certain, doubts=tuple(doubts)
    )


def _fitted(raw: dict[str, str]) -> tuple[RawValues, list[Finding]]:
    """Move what is too long for its field to the note, whole, and say so; nothing that was read is cut."""
    doubts = []
    for key in ("group", "lead", "product"):
        text = raw[key]
        if len(text) > TASKS.field(key).max_length:
            raw[key], raw["note"] = "", "\n".join(part for part in (raw["note"], text) if part)
            doubts.append(Finding("plan_text_moved", key, text[:60]))
    return raw, doubts


def _day(due: str | None) -> date | None:
    try:
        return date.fromisoformat(due or "")
    except ValueError:
        return None
