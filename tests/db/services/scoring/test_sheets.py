"""Score sheets: answers, sums, classes and the days that count."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.findings import Refused
from db.rules.periods import DECREE_09, parse_period
from db.rules.scoring.chain import State, Step
from db.rules.scoring.marks import Mark
from db.services.scoring import board, sheets
from db.services.scoring.board import BoardRow
from db.services.scoring.sheets import Sheet
from db.sessions import Book
from tests.helpers.books import COMMUNES, unit_id
from tests.helpers.sample_records import contents, step
from tests.helpers.scoring import fill_in, take

TODAY, NEXT_DAY = date(2025, 9, 20), date(2025, 9, 21)
YEAR = parse_period("2025").span(DECREE_09)


def give(book: Book, mark: Mark, today: date = TODAY, code: str = "99102") -> None:
    step(
        book,
        lambda session: sheets.give_mark(
            session, unit_id=unit_id(session, code), year=2025, mark=mark, today=today
        ),
    )


def fill(book: Book, *, missing: int = 0, last: Step = Step.APPRAISE) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025, missing=missing, last=last, on=TODAY))


def sheet(book: Book, code: str = "99102") -> Sheet:
    with book.reading() as session:
        return sheets.sheet(session, unit_id=unit_id(session, code), year=2025)


def row(book: Book, code: str = "99102") -> BoardRow:
    with book.reading() as session:
        rows = board.board(session, unit_id=unit_id(session), span=YEAR).rows
    return next(row for row in rows if row.unit.code == code)


def test_a_sheet_without_marks_is_blank_and_not_stored(book: Book) -> None:
    blank = sheet(book)
    assert (blank.marks, blank.self_on, len(blank.rule_set.leaves)) == ({}, None, 13)
    assert contents(book)["score_sheet"] == []


def test_the_board_shows_every_commune_by_code(book: Book) -> None:
    with book.reading() as session:
        rows = board.board(session, unit_id=unit_id(session), span=YEAR).rows
    assert [row.unit.code for row in rows] == list(COMMUNES)
    assert {(row.self_points, row.self_class, row.difference) for row in rows} == {(None, "", None)}


def test_points_add_up_without_a_class_until_complete(book: Book) -> None:
    give(book, Mark("1", "6.5"))
    give(book, Mark("2", "0.25"))
    assert (row(book).self_points, row(book).self_class) == (Decimal("6.75"), "")


@pytest.mark.parametrize(("missing", "title"), [(0, "Tốt"), (8, "Tốt")])
def test_a_complete_sheet_has_its_class(book: Book, missing: int, title: str) -> None:
    fill(book, missing=missing, last=Step.SUBMIT)
    assert (row(book).self_points, row(book).self_class) == (Decimal(100 - missing), title)
    assert row(book).appraised_class == ""


def test_an_answer_taken_away_takes_the_class_away(book: Book) -> None:
    fill(book)
    step(book, lambda s: take(s, unit_id(s, "99102"), 2025, Step.RETURN, TODAY, reason="Thiếu hồ sơ"))
    give(book, Mark("1", "", sheet(book).mark("1").appraised_answer))
    assert (row(book).self_points, row(book).self_class) == (Decimal(92), "")
    assert row(book).appraised_class == "Tốt"
    assert row(book).difference == 8


def test_a_difference_needs_its_reason(book: Book) -> None:
    fill(book, missing=2, last=Step.SUBMIT)
    with pytest.raises(Refused) as caught:
        give(book, Mark("1", "6", "5"))
    assert [item.code for item in caught.value.findings] == ["reason_missing"]
    give(book, Mark("1", "6", "5", "Thiếu biên bản"))
    assert sheet(book).marks["1"] == Mark("1", "6", "5", "Thiếu biên bản")


@pytest.mark.parametrize("answer", ["8.001", "-0.5", "1.2345"])
def test_a_refused_mark_leaves_nothing_even_when_caught(book: Book, answer: str) -> None:
    before = contents(book)
    with book.writing(who="x") as session, pytest.raises(Refused):
        unit = unit_id(session, "99102")
        sheets.give_mark(session, unit_id=unit, year=2025, mark=Mark("1", answer), today=TODAY)
    assert contents(book) == before


def test_of_several_marks_all_are_given_or_none(book: Book) -> None:
    before = contents(book)
    with pytest.raises(Refused) as caught:
        step(
            book,
            lambda s: sheets.give_marks(
                s, unit_id=unit_id(s, "99102"), year=2025, marks=[Mark("1", "8"), Mark("8", "1")], today=TODAY
            ),
        )
    assert [item.code for item in caught.value.findings] == ["whole_missing"]
    assert contents(book) == before


def test_a_submitted_sheet_is_closed_to_the_commune(book: Book) -> None:
    fill(book, last=Step.SUBMIT)
    with pytest.raises(Refused) as caught:
        give(book, Mark("1", "6"))
    assert [(item.code, item.place) for item in caught.value.findings] == [
        ("sheet_is_submitted", "self_answer")
    ]


def test_an_open_sheet_is_closed_to_the_appraisers(book: Book) -> None:
    with pytest.raises(Refused) as caught:
        give(book, Mark("1", "6", "6"))
    assert [(item.code, item.place) for item in caught.value.findings] == [
        ("sheet_is_open", "appraised_answer")
    ]


def test_the_first_mark_of_a_column_sets_its_day(book: Book) -> None:
    give(book, Mark("1", "6"), TODAY)
    give(book, Mark("1", "7"), NEXT_DAY)
    assert (sheet(book).self_on, sheet(book).appraised_on) == (TODAY, None)


def test_a_column_without_marks_has_no_day(book: Book) -> None:
    give(book, Mark("1", "6"))
    give(book, Mark("1"))
    assert (sheet(book).self_on, row(book).self_points) == (None, None)


def test_years_and_communes_have_sheets_of_their_own(book: Book) -> None:
    give(book, Mark("1", "6"))
    give(book, Mark("1", "3"), code="99103")
    with book.reading() as session:
        assert sheets.sheet(session, unit_id=unit_id(session, "99102"), year=2024).marks == {}
    assert [row(book, code).self_points for code in ("99102", "99103")] == [Decimal(6), Decimal(3)]


def test_a_sheet_stays_under_its_rule_set(book: Book) -> None:
    give(book, Mark("1", "6"))
    title = sheet(book).title
    step(
        book,
        lambda session: session.connection().exec_driver_sql(
            "INSERT INTO content (kind, code, title, citation, valid_from, body, sha256) VALUES "
            "('rule_set', 'zz', 'Mới', '', '2025-01-01', 'group = []\nclass = []', 'x')"
        ),
    )
    assert (sheet(book).title, sheet(book, "99103").title) == (title, "Mới")


def test_an_unknown_criterion_is_a_slip_of_the_program(book: Book) -> None:
    with pytest.raises(KeyError):
        give(book, Mark("99", "1"))


def test_points_are_those_of_the_answers(book: Book) -> None:
    give(book, Mark("8", "18/142"))
    give(book, Mark("10", "n/a"))
    found = sheet(book)
    assert (found.points["self"]["8"], found.points["self"]["10"]) == (Decimal("1.27"), None)
    assert found.result("self").most == 92
    assert found.state is State.OPEN
