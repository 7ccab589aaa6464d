"""Sheets on their way to paper: names of their day, states, evidence, figures that equal the measures."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update

from db.records import Content, ScoreEvidence
from db.rules.findings import Refused, Unknown
from db.rules.periods import DECREE_09, parse_period
from db.rules.scoring.chain import State, Step
from db.rules.scoring.papers import SheetPaper, YearPaper
from db.services import office_names, offices, units
from db.services.measuring import measures
from db.services.scoring import papers, sheets
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import step
from tests.helpers.scoring import best_marks, fill_in, take

ENDED = date(2023, 12, 31)
YEAR = parse_period("2025").span(DECREE_09)


def paper(book: Book, code: str = "99102") -> SheetPaper:
    with book.reading() as session:
        return papers.of_commune(session, unit_id=unit_id(session, code), year=2025)


def year(book: Book) -> YearPaper:
    with book.reading() as session:
        return papers.of_year(session, year=2025)[0]


def fill_year(session: Session) -> None:
    """Two communes appraised (one of them recognised), one submitted, one half filled, one without a sheet."""
    fill_in(session, unit_id(session, "99101"), 2025, missing=8)
    fill_in(session, unit_id(session, "99102"), 2025, missing=1)
    take(session, unit_id(session, "99102"), 2025, Step.RECOGNISE, class_code="good", number="7")
    fill_in(session, unit_id(session, "99103"), 2025, last=Step.SUBMIT)
    half = unit_id(session, "99104")
    marks = best_marks(session, half, 2025)[:3]
    sheets.give_marks(session, unit_id=half, year=2025, marks=marks, today=date(2025, 9, 10))


def test_commune_prints_its_usual_names_in_the_districts_book(book: Book) -> None:
    names = paper(book).names
    assert (names.parent_agency, names.issuing_agency, names.place) == (
        "Ủy ban nhân dân huyện Hòa Lâm",
        "Ủy ban nhân dân xã Quế Lâm",
        "Quế Lâm",
    )


def test_minutes_are_headed_by_the_names_of_their_day(book: Book) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025, on=date(2025, 9, 10)))
    step(book, lambda s: office_names.change_from(s, date(2025, 10, 1), issuing_agency="Sở Y tế tỉnh"))
    assert paper(book).appraisers.issuing_agency == "Ủy ban nhân dân huyện Hòa Lâm"
    assert year(book).names.issuing_agency == "Ủy ban nhân dân huyện Hòa Lâm"


def test_sheet_of_now_has_the_names_of_now(book: Book) -> None:
    step(book, lambda s: office_names.change_from(s, date(2025, 9, 1), issuing_agency="Sở Y tế tỉnh"))
    assert paper(book).appraisers.issuing_agency == "Sở Y tế tỉnh"


def test_days_are_those_of_the_steps_not_of_the_first_answer(book: Book) -> None:
    step(book, fill_year)
    assert (paper(book, "99104").self_on, paper(book, "99104").state) == (None, State.OPEN)
    assert paper(book, "99103").self_on == date(2025, 9, 10)
    assert (paper(book, "99103").appraised_on, paper(book, "99105").state) == (None, None)


def test_year_has_every_commune_by_code(book: Book) -> None:
    step(book, fill_year)
    found = year(book).sheets
    assert [sheet.unit_code for sheet in found] == ["99101", "99102", "99103", "99104", "99105"]
    assert [sheet.counted("self") for sheet in found] == [92, 99, 100, None, None]
    assert [sheet.counted("appraised") for sheet in found] == [92, 99, None, None, None]


def test_one_commune_is_as_in_the_year(book: Book) -> None:
    step(book, fill_year)
    for sheet in year(book).sheets:
        assert paper(book, sheet.unit_code) == sheet


def test_figures_equal_the_measures(book: Book) -> None:
    step(book, fill_year)
    found = year(book)
    shares = {item.code: item.count for item in found.class_shares()}
    assert measured(book, "scores.self_points") == found.average("self") == Decimal(97)
    assert measured(book, "scores.appraised_points") == found.average("appraised") == Decimal("95.5")
    assert measured(book, "scores.appraised_sheets") == len(found.appraised) == 2
    assert measured(book, "scores.communes[class=good]") == shares["good"] == 2
    recognised = [sheet for sheet in found.sheets if sheet.recognised_class]
    assert measured(book, "scores.recognised") == len(recognised) == 1


def test_every_commune_has_the_points_of_the_measures(book: Book) -> None:
    step(book, fill_year)
    for column in ("self", "appraised"):
        with book.reading() as session:
            ref = measures.refer(session, f"scores.{column}_points")
            answer = measures.answers(session, [ref], unit_id=unit_id(session), span=YEAR)[ref.expression]
            told = {unit_id(session, sheet.unit_code): sheet.counted(column) for sheet in year(book).sheets}
        assert {unit: points for unit, points in told.items() if points is not None} == {
            unit: points for unit, points in answer.by_unit.items() if unit in told
        }


def test_evidence_comes_in_the_order_of_the_sheet(book: Book) -> None:
    step(book, fill_year)
    step(book, lambda s: add_evidence(s, "8", "12/BC"))
    step(book, lambda s: add_evidence(s, "1", "05/KH"))
    assert [(proof.criterion, proof.number) for proof in paper(book).proofs] == [
        ("1", "05/KH"),
        ("8", "12/BC"),
    ]
    assert year(book).sheets[1].proofs == paper(book).proofs


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda s: papers.for_minutes(s, unit_id=unit_id(s, "99105"), year=2025), "nothing_appraised"),
        (lambda s: papers.for_minutes(s, unit_id=unit_id(s, "99103"), year=2025), "nothing_appraised"),
        (lambda s: papers.for_year_minutes(s, year=2024), "none_appraised"),
        (lambda s: papers.for_recognition(s, year=2025, classes=["best"]), "not_a_class"),
        (lambda s: papers.for_recognition(s, year=2025, classes=["failed"]), "none_listed"),
        (lambda s: papers.commune(s, "991", 2025), "not_a_commune"),
    ],
)
def test_what_cannot_be_printed_is_refused(book: Book, ask: Callable[[Session], object], code: str) -> None:
    step(book, fill_year)
    with book.reading() as session, pytest.raises(Refused) as caught:
        ask(session)
    assert [item.code for item in caught.value.findings] == [code]


def test_year_without_a_rule_set_is_unknown(book: Book) -> None:
    with book.reading() as session, pytest.raises(Unknown):
        papers.of_year(session, year=2018)


def measured(book: Book, name: str) -> object:
    with book.reading() as session:
        ref = measures.refer(session, name)
        return measures.answers(session, [ref], unit_id=unit_id(session), span=YEAR)[ref.expression].total


def add_evidence(session: Session, criterion: str, number: str) -> None:
    stored = sheets.stored_sheet(session, unit_id(session, "99102"), 2025)
    assert stored is not None
    session.add(ScoreEvidence(sheet_id=stored.id, criterion=criterion, number=number, note=""))


def test_year_whose_set_ended_is_printed_under_the_set_it_was_scored_by(book: Book) -> None:
    step(book, fill_year)
    step(book, lambda s: s.execute(update(Content).where(Content.kind == "rule_set").values(valid_to=ENDED)))
    found = year(book)
    assert [sheet.title for sheet in found.sheets] == [found.title] * 5
    with book.reading() as session, pytest.raises(Unknown):
        papers.of_year(session, year=2024)


def test_commune_prints_its_own_names_and_is_appraised_by_the_level_above(settled: Book) -> None:
    with settled.reading() as session:
        own = offices.current(session)
        found = papers.of_commune(session, unit_id=own.unit.id, year=2025)
    assert found.names.issuing_agency == own.names.issuing_agency
    assert found.appraisers.issuing_agency == own.names.parent_agency


def test_year_of_a_merger_has_the_communes_of_its_last_day(settled: Book) -> None:
    def names(year: int) -> list[tuple[str, str]]:
        with settled.reading() as session:
            (found,) = papers.of_year(session, year=year)
        return [(sheet.unit_name, sheet.names.parent_agency) for sheet in found.sheets]

    assert [unit for unit, _ in names(2025)] == ["Xã Tuần Giáo"]
    assert {parent for _, parent in names(2024)} == {"Ủy ban nhân dân huyện Tuần Giáo"}
    assert "Thị trấn Tuần Giáo" in {unit for unit, _ in names(2024)}


def test_commune_that_ended_is_printed_where_it_has_a_sheet(settled: Book) -> None:
    step(
        settled, lambda s: fill_in(s, units.find(s, "03253", date(2025, 6, 1)).id, 2025, on=date(2025, 6, 1))
    )
    with settled.reading() as session:
        found = [sheet.unit_name for paper in papers.of_year(session, year=2025) for sheet in paper.sheets]
    assert sorted(found) == ["Thị trấn Tuần Giáo", "Xã Tuần Giáo"]
