"""Measures as they are asked: names checked, one statement a source, every unit of the scope at once."""

import tomllib
from datetime import date

import pytest

from db.rules.figures import figure_measures
from db.rules.findings import Unknown
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import Measure, MeasureKind
from db.rules.periods import DECREE_09, Span, parse_period
from db.services import content, trainings, units
from db.services.measuring import measures
from db.services.measuring.fact_parts import COUNTED_UNIT, LASTING_UNIT
from db.services.measuring.facts import FACTS
from db.services.measuring.measures import Answers
from db.sessions import Book
from tests.helpers.books import COMMUNES, unit_id, unit_lines
from tests.helpers.sample_records import add, added, step
from tests.helpers.statements import statements

YEAR = parse_period("2025").span(DECREE_09)
SHIPPED = tomllib.loads((content.SHIPPED / "choices" / "figure_definitions.toml").read_text("utf-8"))
CATALOGUE = {**MEASURES, **figure_measures(SHIPPED)}
COUNTED = [measure for measure in CATALOGUE.values() if measure.kind is not MeasureKind.RATIO]


def ask(book: Book, *names: str, code: str = "991", span: Span = YEAR) -> Answers:
    with book.reading() as session:
        refs = [measures.refer(session, name) for name in names]
        return measures.answers(session, refs, unit_id=unit_id(session, code), span=span)


@pytest.mark.parametrize("measure", COUNTED, ids=lambda measure: measure.name)
def test_each_measure_counts_facts_that_exist(measure: Measure) -> None:
    facts = FACTS[measure.source]
    assert measure.value in ("", COUNTED_UNIT, LASTING_UNIT) or measure.value in facts.values
    assert set(measure.filters) | set(measure.where) <= set(facts.filters)
    assert measure.value or measure.kind is not MeasureKind.DISTINCT


def test_no_facts_are_left_uncounted() -> None:
    assert {measure.source for measure in COUNTED} == set(FACTS)


def test_all_measures_take_one_statement_a_source(book: Book) -> None:
    with book.reading() as session:
        refs = [measures.refer(session, name) for name in CATALOGUE]
        own = unit_id(session)
        with statements(session) as heard:
            measures.answers(session, refs, unit_id=own, span=YEAR)
    assert 0 < len(heard) <= len(FACTS)


@pytest.mark.parametrize("measure", COUNTED, ids=lambda measure: measure.name)
def test_one_measure_takes_one_statement(book: Book, measure: Measure) -> None:
    with book.reading() as session:
        ref, own = measures.refer(session, measure.name), unit_id(session)
        with statements(session) as heard:
            measures.answers(session, [ref], unit_id=own, span=YEAR)
    assert len(heard) == 1


def test_nothing_asked_takes_no_statement(book: Book) -> None:
    with book.reading() as session, statements(session) as heard:
        assert measures.answers(session, [], unit_id=1, span=YEAR) == {}
    assert heard == []


@pytest.mark.parametrize(
    ("name", "what", "near"),
    [
        ("outreach.peple", "measure", "outreach.people"),
        ("outreach.people[audience=worke]", "filter", "worker"),
        ("outreach.people[form=zzz]", "filter", "talk"),
        ("outreach.people[unit=3]", "filter", "form="),
    ],
)
def test_an_unknown_name_or_code_names_near_ones(book: Book, name: str, what: str, near: str) -> None:
    with book.reading() as session, pytest.raises(Unknown) as caught:
        measures.refer(session, name)
    assert (caught.value.what, near in caught.value.near) == (what, True)


def test_the_answer_names_each_unit_that_recorded_something(book: Book) -> None:
    with book.writing(who="x") as session:
        for code, people in (("99101", 5), ("99101", 7), ("99102", 0), ("99103", None), ("991", 4)):
            add(session, "outreach", unit_id=unit_id(session, code), people=people)
    found = ask(book, "outreach.people")["outreach.people"]
    with book.reading() as session:
        by_code = {units.by_id(session, unit).code: value for unit, value in found.by_unit.items()}
    assert (by_code, found.total) == ({"991": 4, "99101": 12, "99102": 0}, 16)


def test_a_commune_asks_only_about_itself(book: Book) -> None:
    with book.writing(who="x") as session:
        for code in COMMUNES:
            add(session, "outreach", unit_id=unit_id(session, code), people=1)
    assert ask(book, "outreach.people", code="99103")["outreach.people"].total == 1
    assert ask(book, "outreach.people", code="99")["outreach.people"].total == 5


def test_filters_narrow_together(book: Book) -> None:
    for form, audience in (("talk", "worker"), ("talk", None), ("press", "worker")):
        added(book, "outreach", form=form, audience=audience, people=10)
    names = ("outreach.people[form=talk]", "outreach.people[form=talk,audience=worker]")
    assert [answer.total for answer in ask(book, *names).values()] == [20, 10]


def test_an_official_counts_where_the_post_is_not_where_the_training_was(book: Book) -> None:
    with book.writing(who="x") as session:
        training = add(session, "trainings", unit_id=unit_id(session, "99101"))
        official = add(session, "officials", unit_id=unit_id(session, "99102"))
        trainings.set_roster(session, training, [official])
        home = unit_id(session, "99102")
    assert ask(book, "training.officials_trained")["training.officials_trained"].by_unit == {home: 1}


def test_records_of_a_unit_that_ended_still_count_in_its_days(book: Book) -> None:
    added(book, "outreach", held_on=date(2025, 5, 1), people=3)
    lines = [line for line in unit_lines() if line.code != "99102"]
    step(book, lambda session: units.load(session, lines, on=date(2025, 7, 1), file_name="b.csv"))
    third = parse_period("2025-Q3").span(DECREE_09)
    found = ask(book, "outreach.people", "units.communes")
    assert (found["outreach.people"].total, found["units.communes"].total) == (3, 4)
    assert ask(book, "outreach.people", span=third)["outreach.people"].total is None


def test_the_same_measure_asked_twice_is_answered_once(book: Book) -> None:
    added(book, "outreach", people=3)
    assert list(ask(book, "outreach.people", " outreach.people[] ")) == ["outreach.people"]
