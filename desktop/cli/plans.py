"""`pcmd plans`: list plans, print one."""

from argparse import Namespace

from db.services import plans
from desktop.cli import texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome


def list_plans(arguments: Namespace) -> Outcome:
    """List all plans, the newest years first."""
    with open_book(arguments) as book, book.reading() as session:
        known = plans.every(session)
    values = [
        {
            "number": None if plan.number is None else f"{plan.number:02d}",
            "symbol": plan.symbol,
            "subject": plan.subject,
            "years": [plan.first_year, plan.last_year],
            "state": plan.state,
        }
        for plan in known
    ]
    lines = [f"{plans.written_number(plan.number, plan.symbol):<16}{plan.subject}" for plan in known]
    return Outcome(values, lines or [texts.NO_PLANS])


def print_plan(arguments: Namespace) -> Outcome:
    """Print a plan as PDF; NUMBER is its number with or without the symbol."""
    from exports.documents.pdf import write_pdf
    from exports.documents.plan_content import plan_document

    with open_book(arguments) as book, book.reading() as session:
        plan = plans.find(session, arguments.number)
        paper = plans.paper(session, plan.id)
    write_pdf(plan_document(paper), arguments.out)
    values = {"number": plans.written_number(plan.number, plan.symbol), "file": str(arguments.out)}
    return Outcome(values, [texts.PLAN_PRINTED.format(**values)])
