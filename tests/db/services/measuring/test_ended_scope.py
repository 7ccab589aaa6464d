"""What a district reported in the period in which it ended is not changed by the list that tells of its end."""

import pytest
from sqlalchemy.orm import Session

from db.rules.measures import MeasureRef
from db.rules.periods import DECREE_09, parse_period
from db.services import content, units
from db.services.measuring import looking, measure_tables, measures
from db.services.measuring.measures import Answers
from db.sessions import Book
from tests.helpers.books import COMMUNES, OFFICER, unit_id
from tests.helpers.handed_books import MERGED_ON, end_district

# It ended on 30 June, in the third quarter of the reporting year.
PERIODS = ("2025-Q2", "2025-Q3", "2025-9M")


def reported(session: Session, period: str) -> Answers:
    """Every measure of the district as reported."""
    refs = [MeasureRef(measure) for measure in content.measure_catalogue(session).values()]
    span = parse_period(period).span(DECREE_09)
    return looking.seen(session, refs, unit_id=unit_id(session), span=span, day=None).answers


@pytest.mark.parametrize("period", PERIODS)
def test_every_number_of_a_district_stays_when_its_end_is_read(full_book: Book, period: str) -> None:
    with full_book.writing(who=OFFICER) as session:
        before = reported(session, period)
        end_district(session)
        assert reported(session, period) == before
    assert before["units.communes"].total == len(COMMUNES)


def test_quarters_after_its_end_are_asked_of_nobody(full_book: Book) -> None:
    with full_book.writing(who=OFFICER) as session:
        before = reported(session, "2025-9M")["outreach.communes_every_quarter"]
        end_district(session)
        assert reported(session, "2025")["outreach.communes_every_quarter"] == before


def test_after_its_end_a_district_has_no_communes(book: Book) -> None:
    with book.writing(who=OFFICER) as session:
        end_district(session)
        assert reported(session, "2025-Q4")["units.communes"].total is None


def test_the_records_behind_a_number_are_those_of_its_last_day(full_book: Book) -> None:
    with full_book.writing(who=OFFICER) as session:
        end_district(session)
        ref, span = measures.refer(session, "establishments.open"), parse_period("2025").span(DECREE_09)
        found = measure_tables.behind(session, ref, unit_id=unit_id(session), span=span)
        assert sum(value or 0 for value in found.added.values()) == (
            reported(session, "2025")["establishments.open"].total
        )


@pytest.mark.parametrize("name", ["outreach.share_of_communes", "models.share_of_communes"])
def test_a_share_of_communes_never_passes_the_whole_in_the_year_of_a_merger(
    full_book: Book, name: str
) -> None:
    with full_book.writing(who=OFFICER) as session:
        end_district(session)
        ref, province = measures.refer(session, name), units.find(session, "99", MERGED_ON).id
        span = parse_period("2025").span(DECREE_09)
        share = looking.seen(session, [ref], unit_id=province, span=span, day=None).number(ref)
    assert share is not None and 0 < share <= 100
