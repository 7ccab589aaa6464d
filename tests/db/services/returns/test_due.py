"""The due board: whose returns it shows, where they stand, what stays open, what an officer says of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

import pytest

from db.records import Return, ReturnFile, ReturnWork, Succession
from db.rules.findings import Refused
from db.rules.returns.due import Clash, DueState
from db.rules.returns.schedules import OnceDue, ReportKind
from db.rules.units import UnitLine
from db.services import offices, units
from db.services.entering import history
from db.services.returns import due, due_marks, schedules
from db.services.returns.due import DueBoard, DueReturn
from db.services.returns.due_marks import Said
from db.sessions import Book, Session
from tests.helpers.books import COMMUNES, OFFICER, unit_id, unit_lines
from tests.helpers.sample_records import step
from tests.helpers.statements import statements

T = TypeVar("T")

ON = date(2025, 6, 10)
QUARTER = ("quarterly", "2025-Q1")
LATE_ONCE = OnceDue("", "Báo cáo đột xuất", ReportKind.AD_HOC, "2025-05", date(2025, 5, 30))


def told(book: Book, act: Callable[[Session], T]) -> T:
    with book.writing(who=OFFICER) as session:
        return act(session)


def board(book: Book, on: date = ON, year: int = 2025) -> DueBoard:
    with book.reading() as session:
        return due.board(session, year=year, on=on)


def of(found: DueBoard, code: str, key: tuple[str, str] = QUARTER) -> DueReturn:
    return next(item for item in found.returns if (item.unit.code, item.due.key) == (code, key))


def approve(session: Session, code: str = "991", revision: int = 1, **said: Any) -> None:
    filled = {"figures": "", "sha256": str(revision), "check_code": "", "file_name": "", "frozen": ""}
    days = {"first": date(2024, 12, 15), "last": date(2025, 3, 14)}
    key = {"unit_id": unit_id(session, code), "set_code": QUARTER[0], "period": QUARTER[1]}
    session.add(Return(**key, **filled, **days, set_version="1", revision=revision, **said))


def receive(session: Session, code: str, state: str) -> None:
    key = {"unit_id": unit_id(session, code), "set_code": QUARTER[0], "period": QUARTER[1]}
    file = {"file_name": "", "sha256": code + state, "body": b"", "received_by": OFFICER}
    at = datetime(2025, 3, 20, 8, 0)
    session.add(ReturnFile(**key, **file, revision=1, verified=True, state=state, received_at=at))


def say(
    session: Session, state: DueState, on: date = date(2025, 3, 17), note: str = "", code: str = "991"
) -> bool:
    said = Said(unit_id(session, code), *QUARTER, state, on, note)
    return due_marks.mark(session, said, ON)


@pytest.fixture
def chosen(book: Book) -> Iterator[Book]:
    """The district's book with a schedule of a province chosen from 2025 on."""

    def choose(session: Session) -> None:
        found = schedules.offered(session)["dong-nai-2021"]
        schedules.keep(session, replace(found, valid_from=date(2025, 1, 1), valid_to=None, levels=()))

    step(book, choose)
    yield book


def test_board_asks_the_office_and_each_commune_by_due_day(chosen: Book) -> None:
    found = board(chosen)

    assert {item.unit.code for item in found.below} == set(COMMUNES)
    assert [item.due.period.label for item in found.own] == [
        "2025-Q1",
        "2025-Q2",
        "2025-H1",
        "2025-Q3",
        "2025-9M",
        "2025-Q4",
        "2025",
        "2025",
    ]
    assert [(item.days_left, item.is_late, item.is_urgent) for item in found.own][:2] == [
        (-88, True, True),
        (4, False, True),
    ]
    assert {item.due.clash for item in found.own} == {Clash.NO_WORKING_DAY}


def test_without_an_own_schedule_the_usual_one_is_named(book: Book) -> None:
    found = board(book)

    assert [note.code for note in found.notes] == ["schedule_usual", "days_off_missing"]
    assert {item.due.clash for item in found.own} == {None}


def test_late_ones_of_last_year_stay_until_they_are_closed(book: Book) -> None:
    before = [item.due.key for item in board(book).own if item.is_carried]
    said = Said(0, "quarterly", "2024-Q1", DueState.EXCUSED, ON, "Sổ lập sau")
    step(book, lambda s: due_marks.mark(s, replace(said, unit_id=unit_id(s)), ON))

    after = [item.due.key for item in board(book).own if item.is_carried]

    assert (len(before), len(after)) == (8, 7)
    assert not [item for item in board(book, year=2024).own if item.due.key[1] == "2024-Q1" and item.is_open]


@pytest.mark.parametrize(
    ("said", "state", "on"),
    [
        ({}, DueState.APPROVED, date(2025, 9, 20)),
        ({"exported_at": datetime(2025, 3, 15, 9)}, DueState.EXPORTED, date(2025, 3, 15)),
        ({"sent_on": date(2025, 3, 16)}, DueState.SENT, date(2025, 3, 16)),
        (
            {"sent_on": date(2025, 3, 16), "acknowledged_on": date(2025, 3, 18)},
            DueState.ACKNOWLEDGED,
            date(2025, 3, 18),
        ),
    ],
)
def test_state_is_that_of_the_newest_revision(
    chosen: Book, said: dict[str, Any], state: DueState, on: date
) -> None:
    step(chosen, lambda s: approve(s, sent_on=date(2025, 1, 1)))
    step(chosen, lambda s: approve(s, revision=2, **said))

    standing = of(board(chosen), "991").standing

    assert (standing.state, standing.on) == (state, on)


def test_units_below_stand_by_the_files_that_came_from_them(chosen: Book) -> None:
    step(chosen, lambda s: receive(s, "99101", "refused"))
    step(chosen, lambda s: receive(s, "99101", "received"))
    step(chosen, lambda s: receive(s, "99102", "refused"))
    step(chosen, lambda s: receive(s, "99103", "superseded"))
    step(chosen, lambda s: approve(s, "99104"))

    found = {code: of(board(chosen), code) for code in COMMUNES}

    assert {code: (item.standing.state, item.is_open) for code, item in found.items()} == {
        "99101": (DueState.RECEIVED, False),
        "99102": (DueState.REFUSED, True),
        "99103": (DueState.NOT_BEGUN, True),
        "99104": (DueState.APPROVED, False),
        "99105": (DueState.NOT_BEGUN, True),
    }
    assert found["99101"].days_left == -6


def test_a_return_being_filled_is_not_checked_yet(chosen: Book) -> None:
    def begin(session: Session) -> None:
        session.add(ReturnWork(unit_id=unit_id(session), set_code=QUARTER[0], period=QUARTER[1]))

    step(chosen, begin)

    assert of(board(chosen), "991").standing.state is DueState.FILLED


def test_what_is_said_of_a_paper_return_is_a_step_of_undo(chosen: Book) -> None:
    can_undo = told(chosen, lambda s: say(s, DueState.SENT, note="Gửi bản giấy"))
    step(chosen, lambda s: say(s, DueState.ACKNOWLEDGED, date(2025, 3, 20)))
    standing = of(board(chosen), "991").standing
    taken_back = told(chosen, lambda s: due_marks.take_back(s, unit_id(s), *QUARTER))

    assert (can_undo, taken_back, standing.state) == (True, True, DueState.ACKNOWLEDGED)
    assert of(board(chosen), "991").standing.note == "Gửi bản giấy"


def test_what_is_said_of_an_approved_return_stands_in_it(chosen: Book) -> None:
    step(chosen, lambda s: say(s, DueState.SENT, note="Bản giấy"))
    step(chosen, approve)
    can_undo = told(chosen, lambda s: say(s, DueState.SENT))
    sent = of(board(chosen), "991").standing
    step(chosen, lambda s: due_marks.take_back(s, unit_id(s), *QUARTER))

    assert (can_undo, sent.state, sent.by_hand) == (False, DueState.SENT, False)
    assert of(board(chosen), "991").standing.note == "Bản giấy"


@pytest.mark.parametrize(
    ("state", "on", "code"),
    [(DueState.SENT, date(2025, 6, 11), "mark_in_future"), (DueState.EXCUSED, ON, "excuse_without_word")],
)
def test_what_cannot_be_is_not_said(chosen: Book, state: DueState, on: date, code: str) -> None:
    with pytest.raises(Refused, match=code):
        step(chosen, lambda s: say(s, state, on))


def test_a_unit_that_ended_owes_only_what_closed_before(chosen: Book) -> None:
    gone, lines = date(2025, 6, 1), [line for line in unit_lines() if line.code != "99105"]
    step(chosen, lambda s: units.load(s, lines, on=gone, file_name="units.csv"))

    labels = {item.due.period.label for item in board(chosen).below if item.unit.code == "99105"}

    assert labels == {"2025-Q1"}


def test_an_office_that_was_renamed_keeps_what_it_owed_before(chosen: Book) -> None:
    lines = [replace(line, name="Huyện Hòa Lâm Mới") if line.code == "991" else line for line in unit_lines()]
    renamed = date(2025, 6, 1)

    def rename(session: Session) -> None:
        old = unit_id(session)
        units.load(session, lines, on=renamed, file_name="units.csv")
        new = units.find(session, "991", renamed).id
        session.add(Succession(old_id=old, new_id=new, on=renamed, extent="whole"))
        session.flush()
        offices.go_on(session)

    step(chosen, rename)

    found = board(chosen)

    assert {item.due.period.label: item.unit.name for item in found.own if item.days_left < 10} == {
        "2025-Q1": "Huyện Hòa Lâm",
        "2025-Q2": "Huyện Hòa Lâm Mới",
        "2025-H1": "Huyện Hòa Lâm Mới",
    }
    assert len([item for item in found.below if item.due.key == QUARTER]) == len(COMMUNES)


def test_an_ad_hoc_return_is_due_and_can_be_taken_out(chosen: Book) -> None:
    code = told(chosen, lambda s: schedules.add_once(s, LATE_ONCE))
    once = [item for item in board(chosen).own if item.due.code == code]
    step(chosen, lambda s: schedules.remove_once(s, code))

    assert [(item.set_title, item.days_left) for item in once] == [("Báo cáo đột xuất", -11)]
    assert not [item for item in board(chosen).returns if item.due.code]


def test_a_later_schedule_leaves_the_earlier_one_its_days(chosen: Book) -> None:
    def change(session: Session) -> None:
        usual = schedules.offered(session)[schedules.USUAL]
        schedules.keep(session, replace(usual, valid_from=date(2025, 7, 1)))

    step(chosen, change)
    found = {item.due.period.label: item.due.due for item in board(chosen).own}

    assert (found["2025-Q2"], found["2025-Q3"]) == (date(2025, 6, 14), date(2025, 9, 15))


def test_a_chosen_schedule_can_be_undone(book: Book) -> None:
    with book.writing(who=OFFICER) as session:
        schedules.keep(session, schedules.offered(session)["dong-nai-2021"])
        session.flush()
        step_id = session.info["step_id"]

    step(book, lambda s: history.revert(s, step_id))

    with book.reading() as session:
        assert schedules.own(session) == ()


def test_an_unsound_schedule_is_refused_whole(book: Book) -> None:
    with pytest.raises(Refused, match="schedule_empty"):
        step(book, lambda s: schedules.keep(s, replace(schedules.in_use(s)[0], lines=())))


def test_schedule_that_ended_is_named(chosen: Book) -> None:
    def end(session: Session) -> None:
        schedules.keep(session, replace(schedules.own(session)[0], valid_to=date(2025, 6, 30)))

    step(chosen, end)

    assert "schedule_ended" in [note.code for note in board(chosen).notes]
    assert {item.due.period.label for item in board(chosen).own} == {"2025-Q1", "2025-Q2", "2025-H1"}


def test_own_cut_off_after_the_due_day_is_a_clash(chosen: Book) -> None:
    step(chosen, lambda s: offices.set_cut_off(s, "own:20,2025-03-12"))

    found = board(chosen)

    assert (of(found, "991").due.clash, of(found, "991", ("quarterly", "2025-Q2")).due.clash) == (
        None,
        Clash.BEFORE_CUT_OFF,
    )


def test_board_reads_as_often_for_more_communes(chosen: Book) -> None:
    more = [UnitLine(f"dòng {at}", f"9920{at}", f"Xã Mới {at}", "Xã", 3, "991") for at in range(1, 9)]

    def read() -> int:
        with chosen.reading() as session, statements(session) as heard:
            due.board(session, year=2025, on=ON)
        return len(heard)

    few = read()
    step(chosen, lambda s: units.load(s, [*unit_lines(), *more], on=date(2025, 3, 2), file_name="u.csv"))

    assert read() == few <= 14


def test_badge_counts_own_returns_that_are_late_or_due_within_a_week(chosen: Book) -> None:
    with chosen.reading() as session:
        assert [due.urgent_count(session, day) for day in (date(2025, 3, 1), ON, date(2025, 9, 8))] == [
            0,
            3,
            5,
        ]
