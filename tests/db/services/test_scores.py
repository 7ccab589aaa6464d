"""Score sheets: marks, sums, classes and the days that count."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.findings import Refused
from db.rules.periods import DECREE_09, parse_period
from db.rules.scoring import Mark
from db.services import scores
from db.services.scores import BoardRow, Sheet
from db.sessions import Book, Session
from tests.helpers.books import COMMUNES, unit_id
from tests.helpers.sample_records import contents, step

TODAY, NEXT_DAY = date(2025, 9, 20), date(2025, 9, 21)
YEAR = parse_period("2025").span(DECREE_09)


def give(book: Book, mark: Mark, today: date = TODAY, code: str = "99102") -> None:
    step(
        book,
        lambda session: scores.give_mark(
            session, unit_id=unit_id(session, code), year=2025, mark=mark, today=today
        ),
    )


def give_all(book: Book, share: str, *, appraised: bool = False) -> None:
    """Give each criterion a share of its most points, by the commune and perhaps the same by the appraisers."""

    def every(session: Session) -> None:
        commune = unit_id(session, "99102")
        for item in scores.sheet(session, unit_id=commune, year=2025).rule_set.criteria:
            points = item.most * Decimal(share)
            mark = Mark(item.code, points, points if appraised else None)
            scores.give_mark(session, unit_id=commune, year=2025, mark=mark, today=TODAY)

    step(book, every)


def sheet(book: Book, code: str = "99102") -> Sheet:
    with book.reading() as session:
        return scores.sheet(session, unit_id=unit_id(session, code), year=2025)


def board(book: Book, code: str = "99102") -> BoardRow:
    with book.reading() as session:
        rows = scores.board(session, unit_id=unit_id(session), span=YEAR)
    return next(row for row in rows if row.unit.code == code)


def test_a_sheet_without_marks_is_blank_and_not_stored(book: Book) -> None:
    blank = sheet(book)
    assert (blank.marks, blank.self_on, len(blank.rule_set.criteria)) == ({}, None, 13)
    assert contents(book)["score_sheet"] == []


def test_the_board_shows_every_commune_by_code(book: Book) -> None:
    with book.reading() as session:
        rows = scores.board(session, unit_id=unit_id(session), span=YEAR)
    assert [row.unit.code for row in rows] == list(COMMUNES)
    assert {(row.self_points, row.self_class, row.difference) for row in rows} == {(None, "", None)}


def test_points_add_up_without_a_class_until_complete(book: Book) -> None:
    give(book, Mark("1", Decimal("6.5")))
    give(book, Mark("2", Decimal("0.125")))
    row = board(book)
    assert (row.self_points, row.self_class, row.appraised_points) == (Decimal("6.625"), "", None)


@pytest.mark.parametrize(
    ("share", "title"), [("1", "Tốt"), ("0.85", "Tốt"), ("0.8", "Khá"), ("0.65", "Khá"), ("0.5", "Chưa đạt")]
)
def test_a_complete_sheet_has_its_class(book: Book, share: str, title: str) -> None:
    give_all(book, share)
    row = board(book)
    assert (row.self_points, row.self_class, row.appraised_class) == (Decimal(share) * 100, title, "")


def test_a_mark_taken_away_takes_the_class_away(book: Book) -> None:
    give_all(book, "1", appraised=True)
    give(book, Mark("1", None, Decimal(8)))
    row = board(book)
    assert (row.self_points, row.self_class, row.appraised_class) == (Decimal(92), "", "Tốt")
    assert row.difference == 8


def test_a_difference_needs_its_reason(book: Book) -> None:
    give(book, Mark("1", Decimal(6)))
    with pytest.raises(Refused) as caught:
        give(book, Mark("1", Decimal(6), Decimal(5)))
    assert [item.code for item in caught.value.findings] == ["reason_missing"]
    give(book, Mark("1", Decimal(6), Decimal(5), "Thiếu biên bản"))
    assert sheet(book).marks == {"1": Mark("1", Decimal(6), Decimal(5), "Thiếu biên bản")}


@pytest.mark.parametrize("points", ["8.001", "-0.5", "1.2345"])
def test_a_refused_mark_leaves_nothing_even_when_caught(book: Book, points: str) -> None:
    before = contents(book)
    with book.writing(who="x") as session, pytest.raises(Refused):
        mark = Mark("1", Decimal(points))
        scores.give_mark(session, unit_id=unit_id(session, "99102"), year=2025, mark=mark, today=TODAY)
    assert contents(book) == before


def test_the_first_mark_of_a_column_sets_its_day(book: Book) -> None:
    give(book, Mark("1", Decimal(6)), TODAY)
    give(book, Mark("1", Decimal(7), Decimal(7)), NEXT_DAY)
    assert (sheet(book).self_on, sheet(book).appraised_on) == (TODAY, NEXT_DAY)


def test_a_column_without_marks_has_no_day(book: Book) -> None:
    give(book, Mark("1", Decimal(6)))
    give(book, Mark("1", None))
    assert (sheet(book).self_on, board(book).self_points) == (None, None)


def test_days_are_set_by_hand_and_stay(book: Book) -> None:
    give(book, Mark("1", Decimal(6)))
    own = date(2025, 6, 1)
    step(
        book,
        lambda session: scores.set_days(
            session, unit_id=unit_id(session, "99102"), year=2025, self_on=own, appraised_on=None
        ),
    )
    give(book, Mark("2", Decimal(6)), NEXT_DAY)
    assert sheet(book).self_on == own


def test_years_and_communes_have_sheets_of_their_own(book: Book) -> None:
    give(book, Mark("1", Decimal(6)))
    give(book, Mark("1", Decimal(3)), code="99103")
    with book.reading() as session:
        assert scores.sheet(session, unit_id=unit_id(session, "99102"), year=2024).marks == {}
    assert [board(book, code).self_points for code in ("99102", "99103")] == [Decimal(6), Decimal(3)]


def test_a_sheet_stays_under_its_rule_set(book: Book) -> None:
    give(book, Mark("1", Decimal(6)))
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
        give(book, Mark("99", Decimal(1)))
