"""`pcmd plans read`: what a received plan says, as a person reads it or as one JSON document; nothing is stored."""

from argparse import Namespace
from collections.abc import Iterator

from db.rules.formats import number_text
from db.rules.plan_reading.plain import plain_plan
from db.rules.plan_reading.reader import read_plan
from db.rules.plan_reading.result import ReadPlan, ReadTarget
from desktop.cli import plan_reading_texts as texts
from desktop.cli.outcome import Outcome
from exports.readers.plan_files import read_plan_file
from ui.common.plan_reading_texts import reading_text


def read(arguments: Namespace) -> Outcome:
    """Read a plan's file (.docx, .pdf with text, text); `--year` is taken where the text names no year."""
    plan = read_plan(read_plan_file(arguments.file), arguments.year)
    return Outcome(plain_plan(plan, reading_text), list(_lines(plan)))


def _lines(plan: ReadPlan) -> Iterator[str]:
    if plan.subject is not None:
        yield from _head(plan)
    for target in plan.targets:
        yield texts.TARGET.format(line=target.place.first, value=_value(target), text=target.text)
    for warning in plan.warnings:
        where = texts.LINE.format(line=warning.line) if warning.line else texts.WHOLE
        yield f"{where}: {reading_text(warning.finding)}"


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
