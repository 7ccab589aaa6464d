"""Sheets for the tests of scoring, stored as the services store them."""

from db.rules.scoring.chain import Step
from db.sessions import Book
from tests.helpers.books import OFFICER, unit_id
from tests.helpers.scoring import fill_in


def give_all(book: Book, code: str, *, missing: int = 0, appraised: bool = True) -> int:
    """Give a commune full marks but for `missing` points of its first criterion; return its number."""
    with book.writing(who=OFFICER) as session:
        commune = unit_id(session, code)
        last = Step.APPRAISE if appraised else Step.SUBMIT
        fill_in(session, commune, 2025, missing=missing, last=last)
    return commune
