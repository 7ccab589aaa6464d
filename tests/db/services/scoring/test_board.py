"""The board of a year: states, ranks, years in a row, what is late, points by group; few statements for all."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import delete, update

from db.records import ScoreSheet
from db.rules.periods import DECREE_09, Span, parse_period
from db.rules.scoring.chain import State, Step
from db.rules.scoring.marks import COLUMNS, Mark
from db.services import content, units
from db.services.scoring import board, class_gap, group_points, rule_sets, sheets
from db.services.scoring.board import Board, BoardRow
from db.services.scoring.year_before import Before
from db.sessions import Book, Session
from tests.helpers.answers import answer_at_random
from tests.helpers.books import COMMUNES, unit_id
from tests.helpers.changed_borders import EVE, JULY
from tests.helpers.sample_records import step
from tests.helpers.scoring import fill_in, take
from tests.helpers.statements import statements

TODAY = date(2025, 9, 20)


def span(year: int) -> Span:
    return parse_period(str(year)).span(DECREE_09)


def shown(session: Session, year: int = 2025, *, today: date = TODAY, borders: date | None = None) -> Board:
    return board.board(
        session,
        unit_id=unit_id(session),
        span=span(year),
        before=span(year - 1),
        today=today,
        borders=borders,
    )


def rows(
    book: Book, year: int = 2025, *, today: date = TODAY, borders: date | None = None
) -> Mapping[str, BoardRow]:
    with book.reading() as session:
        return {row.unit.name: row for row in shown(session, year, today=today, borders=borders).rows}


def scored(session: Session, year: int = 2025, **missing: int) -> None:
    """Appraise communes by the end of their codes, with so many points missing."""
    for end, points in missing.items():
        fill_in(session, unit_id(session, f"9910{end[1:]}"), year, missing=points, on=date(year, 9, 10))


def test_each_commune_tells_where_it_stands(book: Book) -> None:
    def make(session: Session) -> None:
        take(session, unit_id(session, "99101"), 2025, Step.REGISTER, class_code="good")
        fill_in(session, unit_id(session, "99102"), 2025, last=Step.SUBMIT)
        scored(session, _3=3)
        take(session, unit_id(session, "99103"), 2025, Step.RECOGNISE, class_code="good", number="7/QĐ")

    step(book, make)
    found = [(row.state, row.begun, row.registered_class, row.class_title) for row in rows(book).values()]
    assert found[:4] == [
        (State.OPEN, True, "Tốt", ""),
        (State.SUBMITTED, True, "", ""),
        (State.RECOGNISED, True, "", "Tốt"),
        (State.OPEN, False, "", ""),
    ]


def test_communes_are_ranked_by_closed_appraisals(book: Book) -> None:
    step(book, lambda session: scored(session, _1=5, _2=0, _3=5, _4=1))
    half = Mark("1", "8", "8")
    step(book, lambda s: fill_in(s, unit_id(s, "99105"), 2025, last=Step.SUBMIT))
    step(
        book,
        lambda s: sheets.give_mark(s, unit_id=unit_id(s, "99105"), year=2025, mark=half, today=TODAY),
    )
    assert [row.rank for row in rows(book).values()] == [3, 1, 3, 2, None]


@pytest.mark.parametrize(("missing", "title", "points"), [(0, "", None), (8, "", None)])
def test_nothing_is_missing_above_the_best_class(
    book: Book, missing: int, title: str, points: int | None
) -> None:
    step(book, lambda session: scored(session, _1=missing))
    row = rows(book)["Thị trấn Đồi Thông"]
    assert (row.next_class, row.missing) == (title, points)


def test_points_to_the_next_class_and_the_criteria_that_bring_them(book: Book) -> None:
    def make(session: Session) -> None:
        blank = ("2", "5", "6")
        given = {"2": "0", "5": "no", "6": "0"}
        scored(session, _1=0)
        take(session, unit_id(session, "99101"), 2025, Step.REOPEN, reason="Xem lại")
        marks = sheets.sheet(session, unit_id=unit_id(session, "99101"), year=2025).marks
        less = [Mark(code, marks[code].self_answer, given[code], "Thiếu hồ sơ") for code in blank]
        sheets.give_marks(session, unit_id=unit_id(session, "99101"), year=2025, marks=less, today=TODAY)

    step(book, make)
    row = rows(book)["Thị trấn Đồi Thông"]
    assert (row.appraised_points, row.next_class, row.missing) == (Decimal(74), "Tốt", Decimal(11))
    with book.reading() as session:
        found = class_gap.gap_of(session, unit_id=unit_id(session, "99101"), year=2025)
    assert found.column == "appraised"
    assert found.gap is not None
    assert (found.gap.class_code, found.gap.points, found.gap.closing) == ("good", Decimal(11), ("5",))
    assert [gain.criterion for gain in found.gap.gains] == ["5", "6", "2"]


def test_an_unfinished_sheet_has_no_gap(book: Book) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99101"), 2025, last=Step.SUBMIT))
    with book.reading() as session:
        own = class_gap.gap_of(session, unit_id=unit_id(session, "99101"), year=2025)
        none = class_gap.gap_of(session, unit_id=unit_id(session, "99102"), year=2025)
    assert (own.column, own.result.class_code, own.gap) == ("self", "good", None)
    assert (none.result.complete, none.gap) == (False, None)


def test_years_in_a_row_stop_at_a_worse_one(book: Book) -> None:
    def make(session: Session) -> None:
        for year, missing in ((2022, 0), (2023, 8), (2024, 0), (2025, 0)):
            scored(session, year, _5=missing)
        fill_down(session, unit_id(session, "99105"), 2022)

    step(book, make)
    assert rows(book)["Xã Ăng Tở"].streak == 3
    assert rows(book, 2022)["Xã Ăng Tở"].streak == 1


def fill_down(session: Session, commune: int, year: int) -> None:
    """Take a sheet to the worst class, as an old import may have left it."""
    of_year = ScoreSheet.unit_id == commune, ScoreSheet.year == year
    session.execute(update(ScoreSheet).where(*of_year).values(appraised_class="failed"))


def test_a_withdrawn_recognition_holds_no_class(book: Book) -> None:
    def make(session: Session) -> None:
        scored(session, _5=0)
        commune = unit_id(session, "99105")
        take(session, commune, 2025, Step.RECOGNISE, class_code="good", number="7/QĐ")
        take(session, commune, 2025, Step.WITHDRAW, reason="Phát hiện sai sót")

    step(book, make)
    assert rows(book)["Xã Ăng Tở"].streak == 0


def changed(session: Session) -> None:
    """Appraise everybody in 2024, and in 2025 what they became."""
    for code, on, year in (
        ("99101", EVE, 2024),
        ("99102", EVE, 2024),
        ("99105", EVE, 2024),
        ("99101", JULY, 2025),
        ("99105", JULY, 2025),
    ):
        fill_in(session, units.find(session, code, on).id, year, on=date(year, 9, 1))


def test_a_renamed_commune_goes_on_and_a_merged_one_begins_anew(changed_book: Book) -> None:
    step(changed_book, changed)
    found = rows(changed_book)
    assert (found["Xã Ăng Tố"].streak, found["Phường Đồi Thông"].streak) == (2, 1)


def test_what_is_still_to_be_done_tells_its_days(book: Book) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025, last=Step.SUBMIT))
    step(book, lambda session: scored(session, _3=0))
    found = rows(book, today=date(2025, 12, 10))
    due = {name: [(item.step, item.days) for item in row.due] for name, row in found.items()}
    assert due["Thị trấn Đồi Thông"] == [("registered", -254), ("self", -20)]
    assert due["Xã Quế Lâm"] == [("appraised", 0)]
    assert due["Xã Đạt Thành"] == [("recognised", 52)]
    assert (found["Thị trấn Đồi Thông"].is_late, found["Xã Quế Lâm"].is_late) == (True, False)


def test_a_commune_that_ended_or_did_not_begin_yet_owes_nothing_on_that_day(changed_book: Book) -> None:
    found = rows(changed_book, today=date(2025, 12, 10))
    assert [due.step for due in found["Xã Ăng Tở"].due] == ["registered"]
    assert [due.step for due in found["Xã Ăng Tố"].due] == ["self"]


def test_a_year_without_a_rule_set_owes_nothing(book: Book) -> None:
    found = rows(book, 2018)
    assert [(row.due, row.missing, row.streak) for row in found.values()] == [((), None, 0)] * len(COMMUNES)


def at_random(session: Session, year: int = 2025) -> None:
    """Fill every commune in by chance, some criteria blank, and appraise some of them."""
    random = Random(5)
    for code in COMMUNES:
        asked = sheets.sheet(session, unit_id=unit_id(session, code), year=year).rule_set.asked
        marks = [Mark(item.code, answer_at_random(item, random)) for item in asked if random.random() < 0.9]
        sheets.give_marks(session, unit_id=unit_id(session, code), year=year, marks=marks, today=TODAY)


def test_points_by_group_are_those_of_the_sheets(book: Book) -> None:
    step(book, at_random)
    with book.reading() as session:
        now = shown(session)
        found = group_points.points_by_group(session, now, [row.unit.id for row in now.rows])
        for row in now.rows:
            sheet = sheets.sheet(session, unit_id=row.unit.id, year=2025)
            for column in COLUMNS:
                assert found[row.unit.id][column] == sheet.result(column).groups
    assert [group.code for group in now.groups] == ["I", "II", "III", "IV"]
    assert now.classes == ("Tốt", "Khá", "Chưa đạt")


def test_a_commune_without_marks_has_no_points_by_group(book: Book) -> None:
    step(book, lambda s: take(s, unit_id(s, "99101"), 2025, Step.REGISTER, class_code="good"))
    with book.reading() as session:
        now = shown(session)
        assert group_points.points_by_group(session, now, [row.unit.id for row in now.rows]) == {}


def test_groups_of_the_year_before_are_those_of_the_one_that_became_it(changed_book: Book) -> None:
    step(changed_book, changed)
    with changed_book.reading() as session:
        found = {}
        for borders in (None, JULY):
            now = shown(session, borders=borders)
            names = {row.unit.id: row.unit.name for row in now.rows}
            before = group_points.points_by_group_before(session, now, list(names))
            found[borders] = {names[unit]: groups for unit, groups in before.items()}
    full = {"I": Decimal(30), "II": Decimal(35), "III": Decimal(20), "IV": Decimal(15)}
    assert found == {None: {}, JULY: {"Xã Ăng Tố": full}}


def test_groups_of_another_rule_set_are_compared_only_where_they_weigh_as_much(book: Book) -> None:
    def make(session: Session) -> None:
        scored(session, 2024, _1=0)
        scored(session, 2025, _1=0)
        other = next(item for item in rule_sets_of(session) if "five" in item.code)
        session.execute(update(ScoreSheet).where(ScoreSheet.year == 2024).values(rule_set_id=other.id))

    step(book, make)
    with book.reading() as session:
        now = shown(session)
        found = group_points.points_by_group_before(session, now, [row.unit.id for row in now.rows])
        most = {group.code: group.most for group in now.groups}
        other = rule_sets.parsed(next(item for item in rule_sets_of(session) if "five" in item.code))
    alike = {group.code for group in other.groups if most.get(group.code) == group.most}
    assert all(set(groups) <= alike for groups in found.values())
    assert {group.code for group in other.groups} - alike


def rule_sets_of(session: Session) -> tuple[content.Content, ...]:
    return content.of_kind(session, "rule_set_draft")


def test_the_number_of_statements_is_that_of_one_commune(book: Book) -> None:
    def make(session: Session) -> None:
        for year in (2024, 2025):
            scored(session, year, _1=0, _2=0, _3=0, _4=0, _5=0)

    step(book, make)
    many = asked(book)
    step(
        book,
        lambda session: session.execute(
            delete(ScoreSheet).where(ScoreSheet.unit_id != unit_id(session, "99101"))
        ),
    )
    assert many == asked(book) <= 25


def asked(book: Book) -> int:
    """How many statements the whole board takes, with its groups and those of the year before."""
    with book.reading() as session:
        district = unit_id(session)
        with statements(session) as heard:
            now = board.board(session, unit_id=district, span=span(2025), before=span(2024), today=TODAY)
            every = [row.unit.id for row in now.rows]
            group_points.points_by_group(session, now, every)
            group_points.points_by_group_before(session, now, every)
    return len(heard)


def test_without_a_year_before_nothing_is_compared(book: Book) -> None:
    step(book, lambda session: scored(session, _1=0))
    with book.reading() as session:
        now = board.board(session, unit_id=unit_id(session), span=span(2025))
    assert {row.before for row in now.rows} == {None}
    assert all(isinstance(row.before, Before) for row in rows(book).values())
