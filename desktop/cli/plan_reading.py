"""`pcmd plans read` and `plans import`: what a received plan says, and the draft that is made from it."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date

from db.rules.findings import Finding, Refused
from db.rules.formats import number_text
from db.rules.plan_reading.plain import plain_plan
from db.rules.plan_reading.reader import read_plan
from db.rules.plan_reading.result import ReadPlan, ReadTarget
from db.rules.plan_review.items import ReviewItem
from db.rules.plan_review.making import as_own, review_of
from db.services.planning import plans, received_plans
from db.services.planning.plans import PlanInfo
from db.services.planning.received_plans import Stored
from db.sessions import Session
from desktop.cli import plan_reading_texts as texts
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from exports.readers.plan_files import read_plan_file
from ui.common.plan_reading_texts import reading_text


def read(arguments: Namespace) -> Outcome:
    """Read a plan's file (.docx, .pdf with text, text); `--year` is taken where the text names no year."""
    plan = read_plan(read_plan_file(arguments.file), arguments.year)
    return Outcome(plain_plan(plan, reading_text), list(_lines(plan)))


def keep(arguments: Namespace) -> Outcome:
    """Read a plan's file and keep all that was read of it as a draft; a text that is no plan is refused."""
    source = read_plan_file(arguments.file)
    plan = read_plan(source, arguments.year)
    if not plan.recognised:
        raise Refused([warning.finding for warning in plan.warnings], source=arguments.file.name)
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        items = review_of(plan, source.lines, received_plans.words(session)).items
        items = as_own(items, own=True) if arguments.own else items
        _refuse_twice(session, items, arguments.file.name)
        stored = received_plans.store(session, items, date.today())
        info = plans.by_id(session, stored.plan_id)
    left_out = sum(not item.accepted for item in items)
    return _kept(info, stored, left_out, plan)


def _refuse_twice(session: Session, items: Sequence[ReviewItem], source: str) -> None:
    held = received_plans.same_plan(session, items)
    if held is not None:
        raise Refused([Finding("plan_already_kept", value=held.subject, facts={"id": str(held.id)})], source)


def _kept(info: PlanInfo, stored: Stored, left_out: int, plan: ReadPlan) -> Outcome:
    values = {
        "id": info.id,
        "number": None if info.number is None else f"{info.number:02d}",
        "symbol": info.symbol or None,
        "subject": info.subject,
        "years": [info.first_year, info.last_year],
        "sections": stored.sections,
        "targets": stored.targets,
        "tasks": stored.tasks,
        "left_out": left_out,
        "warnings": plain_plan(plan, reading_text)["warnings"],
    }
    lines = [texts.IMPORTED.format(**values)]
    if left_out:
        lines.append(texts.LEFT_OUT.format(count=left_out))
    return Outcome(values, [*lines, *_warnings(plan)])


def _warnings(plan: ReadPlan) -> Iterator[str]:
    for warning in plan.warnings:
        where = texts.LINE.format(line=warning.line) if warning.line else texts.WHOLE
        yield f"{where}: {reading_text(warning.finding)}"


def _lines(plan: ReadPlan) -> Iterator[str]:
    if plan.subject is not None:
        yield from _head(plan)
    for target in plan.targets:
        yield texts.TARGET.format(line=target.place.first, value=_value(target), text=target.text)
    yield from _warnings(plan)


def _head(plan: ReadPlan) -> Iterator[str]:
    number = plan.number.number or f"…/{plan.number.symbol}" if plan.number else texts.NO_NUMBER
    yield texts.HEAD.format(number=number, subject=plan.subject.text if plan.subject else "")
    yield texts.COUNTS.format(
        sections=len(plan.sections),
        targets=len(plan.targets),
        tasks=len(plan.tasks),
        agencies=len(plan.agencies),
        annexes=len(plan.annexes),
    )


def _value(target: ReadTarget) -> str:
    quantity = target.quantity
    if quantity.value is None:
        return texts.NO_VALUE
    until = f"–{number_text(quantity.value_to)}" if quantity.value_to is not None else ""
    return f"{number_text(quantity.value)}{until} {quantity.unit}".strip()
