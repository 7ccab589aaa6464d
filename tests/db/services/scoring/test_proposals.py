"""What records propose for the criteria of a sheet that are tied to measures."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from db.rules.periods import DECREE_09, parse_period
from db.services import trainings
from db.services.scoring import sheets
from db.services.scoring.proposals import Proposal, proposals
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import add, step
from tests.helpers.statements import statements

YEAR = parse_period("2025").span(DECREE_09)
CODE = "99102"


def proposed(book: Book) -> Mapping[str, Proposal]:
    with book.reading() as session:
        unit = unit_id(session, CODE)
        rule_set = sheets.sheet(session, unit_id=unit, year=2025).rule_set
        return proposals(session, rule_set, unit_id=unit, span=YEAR)


def outreach(session: Session, day: date, audience: str, sessions: int = 1) -> None:
    add(
        session, "outreach", unit_id=unit_id(session, CODE), held_on=day, audience=audience, sessions=sessions
    )


def test_a_book_without_records_proposes_nothing_but_zeros(book: Book) -> None:
    found = proposed(book)
    assert {code for code, item in found.items() if item.answer} <= {"5", "6", "12", "13"}
    assert "1" not in found


def test_outreach_in_every_quarter_is_a_yes(book: Book) -> None:
    def every(session: Session) -> None:
        for month in (1, 4, 7, 10):
            outreach(session, date(2025, month, 6), "worker")

    step(book, every)
    found = proposed(book)
    assert (found["5"].answer, found["5"].points, found["5"].value) == ("yes", Decimal(12), 1)
    assert (found["6"].answer, found["6"].points) == ("4", Decimal(8))


def test_what_happens_after_the_year_closed_is_of_the_next(book: Book) -> None:
    step(book, lambda session: outreach(session, date(2025, 12, 20), "worker"))
    assert proposed(book)["6"].answer in ("", "0")


def test_a_ratio_is_proposed_as_a_part_of_its_whole(book: Book) -> None:
    def train(session: Session) -> None:
        people = [add(session, "officials", unit_id=unit_id(session, CODE)) for _ in range(3)]
        day = date(2025, 5, 6)
        number = add(session, "trainings", starts_on=day, ends_on=day)
        trainings.set_roster(session, number, people[:2])

    step(book, train)
    found = proposed(book)["8"]
    assert (found.answer, found.points, found.value, found.whole) == ("2/3", Decimal("6.67"), 2, 3)
    assert [ref.expression for ref in found.refs] == [
        "training.trained_in_post",
        "training.officials_in_post",
    ]


def test_a_share_of_nothing_is_not_proposed(book: Book) -> None:
    assert proposed(book)["10"].answer == ""


def test_proposals_take_few_statements(book: Book) -> None:
    with book.reading() as session:
        unit = unit_id(session, CODE)
        rule_set = sheets.sheet(session, unit_id=unit, year=2025).rule_set
        with statements(session) as run:
            proposals(session, rule_set, unit_id=unit, span=YEAR)
    assert len(run) <= 14
