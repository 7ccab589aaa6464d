"""`pcmd plans amendments`: what was changed in an issued plan, amendment by amendment."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from db.rules.formats import day_text
from db.services.planning import amendments, plans
from db.services.planning.amendments import AmendmentInfo
from desktop.cli import texts
from desktop.cli.books import open_book
from desktop.cli.outcome import Outcome


def list_amendments(arguments: Namespace) -> Outcome:
    """List the amendments of a plan with what each changed, the first one first."""
    with open_book(arguments) as book, book.reading() as session:
        plan = plans.find(session, arguments.number)
        known = amendments.of_plan(session, plan.id)
    lines = [line for item in known for line in _amendment_lines(item)]
    return Outcome([_amendment_values(item) for item in known], lines or [texts.NO_AMENDMENTS])


def _amendment_values(item: AmendmentInfo) -> dict[str, Any]:
    return {
        "ordinal": item.ordinal,
        "number": item.number,
        "symbol": item.symbol,
        "issued_on": item.issued_on and item.issued_on.isoformat(),
        "reason": item.reason,
        "changes": [asdict(change) for change in item.changes],
    }


def _amendment_lines(item: AmendmentInfo) -> Iterator[str]:
    written = texts.AMENDMENT_OPEN if item.is_open else plans.written_number(item.number, item.symbol)
    yield texts.AMENDMENT.format(
        ordinal=item.ordinal, number=written, day=day_text(item.issued_on), count=len(item.changes)
    )
    for change in item.changes:
        old, new = (text.replace("\n", "; ") or "–" for text in (change.old, change.new))
        yield f"  {change.place}: {old} → {new}"
