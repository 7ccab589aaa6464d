"""Returns of the units below: placed by code and time, compared with what is here, taken in as one step."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.records import Unit
from db.rules.returns.filled import FilledReturn, control_totals
from db.rules.returns.received_books import ReadReturn
from db.services import units
from db.services.returns import received, received_files
from db.services.returns.received import Outcome, ReceivedPlan, Receiving
from db.sessions import Book
from exports.returns.reading import ReturnReader
from exports.returns.writing import write_files
from tests.exports.returns.came_back import by_hand, put, together
from tests.helpers.books import OFFICER
from tests.helpers.returned_files import returned, with_sessions

BODY = b"bytes as they came"
Read = Callable[[FilledReturn], ReadReturn]


@pytest.fixture(scope="module")
def reader() -> Iterator[ReturnReader]:
    """One child for all workbooks of these tests."""
    with ReturnReader() as opened:
        yield opened


@pytest.fixture
def read(reader: ReturnReader, tmp_path: Path) -> Read:
    """Write a return and read it back."""

    def through(filled: FilledReturn) -> ReadReturn:
        write_files(filled, tmp_path / "báo cáo.xlsx")
        return reader.read(tmp_path / "báo cáo.xlsx")

    return through


def plan(book: Book, *came: ReadReturn) -> tuple[ReceivedPlan, ...]:
    with book.reading() as session:
        receiving = Receiving(session)
        return received.settled([receiving.plan(item) for item in came])


def take(book: Book, *plans: ReceivedPlan, chosen: bool = False) -> None:
    with book.writing(who=OFFICER) as session:
        for item in plans:
            received.take_in(session, item, BODY, chosen=chosen, reason="xã xác nhận")


def states(book: Book) -> list[tuple[int, str]]:
    with book.reading() as session:
        files = received_files.of_period(session, "quarterly", "2025-Q3")
    return [(file.revision, file.state) for file in files]


def codes(planned: ReceivedPlan) -> list[str]:
    return [finding.code for finding in planned.findings]


def test_a_return_of_a_commune_counts_and_says_what_it_said(book: Book, read: Read) -> None:
    filled = with_sessions(returned(book))
    (planned,) = plan(book, read(filled))
    assert (planned.outcome, planned.verified, planned.findings) == (Outcome.NEW, True, ())
    take(book, planned)
    with book.reading() as session:
        ((file, said),) = received_files.chosen(session, "quarterly", "2025-Q3")
        assert received_files.body(session, file.id) == BODY
    assert (said.sheets, said.sha256) == (filled.sheets, filled.sha256)


def test_bytes_that_were_refused_stay_so_until_they_are_sound(book: Book, read: Read) -> None:
    came = read(with_sessions(returned(book)))
    bad, sound = plan(book, put("PCMD-02!E12", 9_999)(came), came)
    take(book, bad)
    (again,) = plan(book, put("PCMD-02!E12", 9_999)(came))
    assert again.outcome is Outcome.REFUSED
    take(book, again)
    (mended,) = plan(book, came)
    assert mended.outcome is Outcome.NEW
    take(book, mended)
    assert (states(book), sound.sha256) == ([(1, "received")], bad.sha256)


def test_a_commune_that_ended_in_the_period_is_known_though_its_own_book_does_not_know(
    book: Book, read: Read
) -> None:
    came = read(with_sessions(returned(book)))
    with book.writing(who=OFFICER) as session:
        unit = units.find(session, "99102", date(2025, 9, 14))
        session.get_one(Unit, unit.id).valid_to = date(2025, 7, 31)
    (planned,) = plan(book, came)
    assert (planned.outcome, planned.unit and planned.unit.id) == (Outcome.NEW, unit.id)


def test_the_same_bytes_change_nothing(book: Book, read: Read) -> None:
    came = read(returned(book))
    take(book, *plan(book, came))
    (again,) = plan(book, came)
    assert again.outcome is Outcome.SAME
    take(book, again)
    assert states(book) == [(1, "received")]


def test_a_newer_revision_takes_the_place_of_the_older(book: Book, read: Read) -> None:
    filled = returned(book)
    take(book, *plan(book, read(filled)))
    take(book, *plan(book, read(with_sessions(filled, revision=2))))
    assert states(book) == [(1, "superseded"), (2, "received")]


def test_of_one_batch_the_newest_revision_counts(book: Book, read: Read) -> None:
    filled = returned(book)
    plans = plan(book, read(with_sessions(filled, revision=2)), read(filled))
    assert [item.outcome for item in plans] == [Outcome.NEW, Outcome.OLDER]
    take(book, *plans)
    assert states(book) == [(2, "received"), (1, "superseded")]


def test_another_file_of_the_same_revision_asks(book: Book, read: Read) -> None:
    filled = returned(book)
    take(book, *plan(book, read(filled)))
    (rival,) = plan(book, read(with_sessions(filled)))
    assert (rival.outcome, rival.asks) == (Outcome.ASKS, ("differs",))
    with book.reading() as session:
        differing = received.differing(session, rival)
    assert [(item.column, item.there) for item in differing] == [
        ("Kỳ báo cáo / Số buổi", "5"),
        ("Từ đầu năm / Số buổi", "5"),
    ] * 2
    take(book, rival)
    assert states(book) == [(1, "received")]


def test_a_person_may_choose_what_asks(book: Book, read: Read) -> None:
    filled = returned(book)
    take(book, *plan(book, read(with_sessions(filled, revision=2))))
    (older,) = plan(book, read(filled))
    assert older.asks == ("older",)
    take(book, older, chosen=True)
    assert states(book) == [(2, "superseded"), (1, "received")]


def test_two_files_of_one_batch_that_say_otherwise_both_ask(book: Book, read: Read) -> None:
    filled = returned(book)
    plans = plan(book, read(filled), read(with_sessions(filled)))
    assert [(item.outcome, item.asks) for item in plans] == [(Outcome.ASKS, ("rival",))] * 2


def test_a_spoiled_file_is_kept_as_refused_and_counts_for_nobody(book: Book, read: Read) -> None:
    (planned,) = plan(book, put("PCMD-02!D12", 7)(read(returned(book))))
    assert (planned.outcome, codes(planned)) == (
        Outcome.REFUSED,
        ["return_figures_changed", "check_total_blank"],
    )
    take(book, planned)
    assert states(book) == [(1, "refused")]


def test_a_refused_file_counts_once_what_refused_it_is_gone(book: Book, read: Read) -> None:
    came = read(returned(book))
    (planned,) = plan(book, came)
    take(book, replace(planned, outcome=Outcome.REFUSED))
    assert states(book) == [(1, "refused")]
    (again,) = plan(book, came)
    take(book, again)
    assert (again.outcome, states(book)) == (Outcome.NEW, [(1, "received")])


def test_a_file_refused_twice_is_told_again_and_kept_once(book: Book, read: Read) -> None:
    came = put("PCMD-02!D12", 7)(read(returned(book)))
    take(book, *plan(book, came))
    (again,) = plan(book, came)
    take(book, again)
    assert (again.outcome, states(book)) == (Outcome.REFUSED, [(1, "refused")])


def test_an_officers_own_return_is_not_one_of_a_unit_below(book: Book, read: Read) -> None:
    assert codes(plan(book, read(returned(book, "991")))[0]) == ["return_unit_own"]


def test_typed_by_hand_it_is_placed_by_its_lines_and_not_verified(book: Book, read: Read) -> None:
    (planned,) = plan(book, by_hand(read(with_sessions(returned(book)))))
    assert (planned.outcome, planned.verified, codes(planned)) == (Outcome.NEW, False, ["return_unverified"])
    assert planned.unit is not None and planned.unit.code == "99102"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Đơn vị báo cáo: Xã Lạ (mã 99102)", "return_unit_renamed"),
        ("Đơn vị báo cáo: Xã Lạ (mã 77777)", "return_unit_unknown"),
        ("Đơn vị báo cáo: Xã Quế Lâm", ""),
        ("Biểu của xã", "return_unit_not_said"),
    ],
)
def test_whose_a_return_by_hand_is_stands_in_its_line(book: Book, read: Read, line: str, code: str) -> None:
    came = by_hand(read(with_sessions(returned(book))))
    places = [sheet.unit.place for sheet in came.sheets if sheet.unit]
    (planned,) = plan(book, together(*(put(place, line) for place in places))(came))
    assert [item for item in codes(planned) if item != "return_unverified"] == ([code] if code else [])


def test_a_code_names_one_place_at_a_time(changed_book: Book, read: Read) -> None:
    before, after = (
        plan(changed_book, read(returned(changed_book, "99101", period)))[0]
        for period in ("2024-Q3", "2026-Q1")
    )
    assert before.unit is not None and after.unit is not None
    assert (before.unit.name, after.unit.name) == ("Thị trấn Đồi Thông", "Phường Đồi Thông")
    assert (before.outcome, after.outcome) == (Outcome.NEW, Outcome.NEW)


def test_the_name_of_another_time_is_told(changed_book: Book, read: Read) -> None:
    came = by_hand(read(returned(changed_book, "99105", "2024-Q3")))
    places = [sheet.unit.place for sheet in came.sheets if sheet.unit]
    line = "Đơn vị báo cáo: Xã Ăng Tố (mã 99105)"
    (planned,) = plan(changed_book, together(*(put(place, line) for place in places))(came))
    assert codes(planned) == ["return_unit_other_time"]


def test_two_places_of_one_cut_off_are_told_apart(book: Book, read: Read) -> None:
    filled = returned(book)
    moved = replace(filled, span=replace(filled.span, first=filled.span.first.replace(day=1)))
    assert codes(plan(book, read(moved))[0]) == ["return_days_differ"]


def test_figures_are_put_beside_what_came_for_the_last_period(book: Book, read: Read) -> None:
    take(book, *plan(book, read(with_sessions(returned(book, period="2025-Q2"), sessions=40))))
    (planned,) = plan(book, read(with_sessions(returned(book), sessions=400)))
    found = [(item.severity, item.place) for item in planned.findings if "jump_up" in item.code]
    assert found == [("warning", "PCMD-02!D12"), ("warning", "PCMD-02!D13")]
    assert planned.outcome is Outcome.NEW


@pytest.mark.parametrize("money", [None, 5_000_000])
def test_annexes_come_back_with_their_tasks_and_the_total_of_those(
    book: Book, read: Read, money: int | None
) -> None:
    filled = returned(book, set_code="quarterly_annexes")
    *others, tasks = filled.sheets
    row = (1, "Tổng kinh phí", "Phòng Nội vụ", None, None, None, money, None, None, None)
    total = tuple(money if column.key == "money" else None for column in tasks.form.columns)
    said = replace(tasks, rows=(row,) if money else (), total=(None, "Tổng kinh phí", *total[2:]))
    sheets = (*others, said)
    sent = replace(filled, sheets=sheets, control_totals=control_totals(sheets))
    (planned,) = plan(book, read(sent))
    assert (planned.outcome, codes(planned)) == (Outcome.NEW, [])
    assert planned.filled is not None and planned.filled.sheets == sheets
