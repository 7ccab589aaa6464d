"""`pcmd plans`: list plans, check one, print one."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from db.rules.plan_paper import PlanPaper
from db.services.planning import plans
from desktop.cli import texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome
from ui.common.finding_texts import finding_line, finding_text

if TYPE_CHECKING:
    from exports.documents.description import Document


def list_plans(arguments: Namespace) -> Outcome:
    """List all plans, the newest years first."""
    with open_book(arguments) as book, book.reading() as session:
        known = plans.every(session)
    values = [
        {
            "id": plan.id,
            "number": None if plan.number is None else f"{plan.number:02d}",
            "symbol": plan.symbol,
            "subject": plan.subject,
            "years": [plan.first_year, plan.last_year],
            "state": plan.state,
        }
        for plan in known
    ]
    lines = [
        f"#{plan.id:<5}{plans.written_number(plan.number, plan.symbol):<16}{plan.subject}" for plan in known
    ]
    return Outcome(values, lines or [texts.NO_PLANS])


def print_plan(arguments: Namespace) -> Outcome:
    """Print a plan as PDF or Word by the name of the file; NUMBER is its number with or without the symbol."""
    from exports.documents.plan_content import plan_document

    number, paper = _paper(arguments)
    write = _writer(arguments.out)
    write(plan_document(paper), arguments.out)
    values = {"number": number, "file": str(arguments.out)}
    return Outcome(values, [texts.PLAN_PRINTED.format(**values)])


def check_plan(arguments: Namespace) -> Outcome:
    """List where a plan's document departs from Decree 30/2020/NĐ-CP."""
    from db.rules.conformance import check_document
    from exports.documents.plan_content import plan_document

    number, paper = _paper(arguments)
    found = check_document(paper, plan_document(paper))
    values = [
        {"place": item.place, "code": item.code, "value": item.value, "message": finding_text(item)}
        for item in found
    ]
    lines = [finding_line(item) for item in found]
    return Outcome(values, lines or [texts.PLAN_IN_ORDER.format(number=number)])


def _paper(arguments: Namespace) -> tuple[str, PlanPaper]:
    with open_book(arguments) as book, book.reading() as session:
        plan = plans.find(session, arguments.number)
        return plans.called(plan), plans.paper(session, plan.id)


def _writer(out: Path) -> "Callable[[Document, Path], None]":
    if out.suffix.lower() == ".docx":
        from exports.documents.docx import write_docx

        return write_docx
    from exports.documents.pdf import write_pdf

    return write_pdf
