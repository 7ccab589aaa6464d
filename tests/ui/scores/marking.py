"""Points for the tests of scoring, stored as the services store them."""

from datetime import date
from decimal import Decimal

from db.rules.scoring import Mark
from db.services import scores
from db.sessions import Book
from tests.helpers.books import OFFICER, unit_id

TODAY = date(2025, 9, 10)


def give_all(book: Book, code: str, *, missing: int = 0, appraised: bool = True) -> int:
    """Give a commune full marks but for `missing` points of its first criterion; return its number."""
    with book.writing(who=OFFICER) as session:
        commune = unit_id(session, code)
        rules = scores.sheet(session, unit_id=commune, year=2025).rule_set
        for at, criterion in enumerate(rules.criteria):
            points = criterion.most - (missing if at == 0 else 0)
            mark = Mark(criterion.code, Decimal(points), Decimal(points) if appraised else None)
            scores.give_mark(session, unit_id=commune, year=2025, mark=mark, today=TODAY)
    return commune
