"""A measure as a table, and the records behind its numbers: both say the same."""

from datetime import date

import pytest
from sqlalchemy import event

from db.rules.measures import MeasureKind, MeasureRef
from db.rules.periods import DECREE_09, Span, parse_period, periods_of_year
from db.services import content
from db.services.measuring import measure_tables, measures
from db.services.measuring.facts import FACTS
from db.services.measuring.measure_tables import ORIGINS, Behind, MeasureTable
from db.services.searching import search
from db.sessions import Book, Session
from tests.helpers import random_year
from tests.helpers.books import unit_id
from tests.helpers.sample_records import add, added, step

YEAR = parse_period("2025").span(DECREE_09)
MONTHS = [period.span(DECREE_09) for period in periods_of_year(2025)[-12:]]


def table(book: Book, name: str, spans: list[Span]) -> MeasureTable:
    with book.reading() as session:
        ref = measures.refer(session, name)
        return measure_tables.table(session, ref, unit_id=unit_id(session), spans=spans)


def behind(book: Book, name: str, span: Span = YEAR, code: str = "") -> Behind:
    with book.reading() as session:
        ref = measures.refer(session, name)
        only = unit_id(session, code) if code else None
        return measure_tables.behind(session, ref, unit_id=unit_id(session), span=span, only=only)


def test_every_source_of_facts_names_its_records() -> None:
    assert set(ORIGINS) == set(FACTS)


def test_units_and_months_and_the_year_have_their_own_numbers(book: Book) -> None:
    for month, people in ((3, 40), (3, 5), (7, 0)):
        added(book, "outreach", held_on=date(2025, month, 1), people=people)
    found = table(book, "outreach.people", [*MONTHS[2:7:4], YEAR])
    names = {unit.id: unit.name for unit in found.units}
    assert {names[number]: values for number, values in found.by_unit.items() if any(values)} == {
        "Xã Quế Lâm": (45, 0, 45)
    }
    assert (found.totals, len(names)) == ((45, 0, 45), 5)


def test_unit_above_is_shown_only_where_it_has_a_number(book: Book) -> None:
    with book.reading() as session:
        district = unit_id(session)
    assert district not in table(book, "outreach.people", [YEAR]).by_unit
    added(book, "outreach", unit_id=district)
    assert table(book, "outreach.people", [YEAR]).by_unit[district] == (40,)


def test_distinct_and_ratio_are_never_added_up(book: Book) -> None:
    for month in (3, 7):
        added(book, "outreach", held_on=date(2025, month, 1))
    assert table(book, "outreach.communes", [MONTHS[2], MONTHS[6], YEAR]).totals == (1, 1, 1)
    shares = table(book, "outreach.share_of_communes", [MONTHS[2], MONTHS[6], YEAR])
    assert shares.totals == (20, 20, 20)


def test_records_behind_a_number_add_up_to_it(book: Book) -> None:
    first = added(book, "outreach", people=40)
    added(book, "outreach", people=None)
    added(book, "outreach", people=7, held_on=date(2024, 5, 6))
    last = added(book, "outreach", people=3)
    assert behind(book, "outreach.people") == Behind("outreach", {last: 3, first: 40})
    assert behind(book, "outreach.people", code="99102").added == {last: 3, first: 40}
    assert behind(book, "outreach.people", code="99103").added == {}


def test_filters_narrow_the_records_too(book: Book) -> None:
    talk = added(book, "outreach", form="talk")
    added(book, "outreach", form="press")
    assert list(behind(book, "outreach.people[form=talk]").added) == [talk]


def test_several_facts_of_one_record_are_one_line(book: Book) -> None:
    def hold(session: Session) -> int:
        inspection = add(session, "inspections")
        for fine in (1_000_000, 2_000_000):
            add(session, "handlings", inspection_id=inspection, form="fine", fine=fine)
        return inspection

    inspection, _ = step(book, hold)
    assert behind(book, "inspections.fines") == Behind("inspections", {inspection: 3_000_000})


def test_behind_a_ratio_stand_the_records_of_its_upper_part(book: Book) -> None:
    record_id = added(book, "outreach", people=40)
    assert behind(book, "outreach.people_per_session").added == {record_id: 40}


def test_every_measure_equals_its_records_in_a_random_year(book: Book) -> None:
    step(book, lambda session: random_year.fill(session, 7))
    with book.reading() as session:
        whole = unit_id(session)
        for name, measure in content.measure_catalogue(session).items():
            ref = MeasureRef(measure)
            counts_units = measure.kind is MeasureKind.DISTINCT and measure.of_communes
            total = measures.answers(session, [ref], unit_id=whole, span=YEAR)[name].total
            found = measure_tables.behind(session, ref, unit_id=whole, span=YEAR)
            if measure.kind is not MeasureKind.RATIO and not counts_units:
                assert sum(value or 0 for value in found.added.values()) == (total or 0), name
            assert bool(found.added) == bool(total), name
            shown = search.describe(session, found.kind, list(found.added)[:50])
            assert [item.id for item in shown] == list(found.added)[:50]


@pytest.mark.parametrize("name", ["outreach.sessions", "training.officials_trained"])
def test_table_takes_one_statement_a_span(book: Book, name: str) -> None:
    with book.reading() as session:
        ref, whole = measures.refer(session, name), unit_id(session)
        asked: list[str] = []
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *args: asked.append(args[2]))
        measure_tables.table(session, ref, unit_id=whole, spans=MONTHS)
    # Two more name the unit and those below it.
    assert len(asked) == len(MONTHS) + 2
