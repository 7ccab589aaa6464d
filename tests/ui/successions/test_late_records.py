"""Records that outlive their unit, on the screen of successions: offered after reading, by button and key; undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.backups.keeping import listed
from db.records import OutreachActivity
from db.rules.backups import FOLDER, Why
from db.rules.stand_ins import CodedUnit
from db.services import units
from db.services.borders import late_records
from db.services.borders.late_records import LateGroup, LateRecords, Stays
from db.sessions import Session
from tests.helpers.dien_bien import EVE, JULY
from tests.helpers.keyboard import press
from tests.helpers.modals import Modals
from tests.helpers.sample_records import add, contents, step
from tests.ui.successions.test_successions_screen import shown
from tests.ui.test_accessible_names import nameless
from ui.common.findings_dialog import FindingsDialog
from ui.common.worker import Job
from ui.common.workplace import Workplace
from ui.successions.late_dialog import LateDialog
from ui.successions.late_presenter import LatePresenter
from ui.successions.late_words import lines
from ui.successions.screen import SuccessionsScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


def typed_too_late(session: Session) -> None:
    """Two activities of a commune that went whole into another, one of a commune of which nobody knows."""
    for code in ("03289", "03289", "03178"):
        number = add(session, "outreach", held_on=EVE, unit_id=units.find(session, code, EVE).id)
        session.get_one(OutreachActivity, number).held_on = JULY


@pytest.fixture
def screen(read_workplace: Workplace, qtbot: QtBot) -> SuccessionsScreen:
    """The screen of a book with late records."""
    step(read_workplace.book, typed_too_late)
    return shown(read_workplace, qtbot)


def test_the_button_says_how_many_there_are(screen: SuccessionsScreen) -> None:
    assert screen.late_button.isVisible()
    assert screen.late_button.text() == "3 bản ghi ở đơn vị cũ…  Ctrl+M"


def test_there_is_no_button_where_there_are_none(read_workplace: Workplace, qtbot: QtBot) -> None:
    screen, said = shown(read_workplace, qtbot), list[str]()
    read_workplace.said.connect(said.append)
    press(screen, Qt.Key.Key_M, CONTROL)
    assert not screen.late_button.isVisible()
    assert said == ["Không có bản ghi nào có ngày sau khi đơn vị của bản ghi đã kết thúc."]


def test_they_are_moved_after_a_look_and_taken_back_in_one_step(
    screen: SuccessionsScreen, qtbot: QtBot, dialogs: Modals
) -> None:
    looked: list[str] = []

    def answer(dialog: LateDialog) -> None:
        assert nameless(dialog) == []
        looked.extend(dialog.lines.item(at).text() for at in range(dialog.lines.count()))
        looked.append(dialog.move_button.text())
        press(dialog.move_button, Qt.Key.Key_Return)

    before = contents(screen.workplace.book)
    dialogs.expect(LateDialog, answer)
    with qtbot.waitSignal(screen.late.moved):
        press(screen, Qt.Key.Key_M, CONTROL)
    assert looked == [
        "Xã Quài Cang (03289) → Xã Tuần Giáo (03253): 2 hoạt động tuyên truyền",
        "Xã Xá Tổng (03178), ở lại: 1 hoạt động tuyên truyền. "
        "Chưa có dòng kế thừa nào cho biết đơn vị đó thành đơn vị nào.",
        "Chuyển 2 bản ghi",
    ]
    assert screen.late_button.text() == "1 bản ghi ở đơn vị cũ…  Ctrl+M"
    screen.workplace.undo()
    assert contents(screen.workplace.book) == before
    assert screen.late_button.text() == "3 bản ghi ở đơn vị cũ…  Ctrl+M"


def test_turning_back_changes_nothing(screen: SuccessionsScreen, dialogs: Modals) -> None:
    before = contents(screen.workplace.book)
    dialogs.expect(LateDialog, lambda dialog: dialog.back_button.click())
    screen.late_button.click()
    assert contents(screen.workplace.book) == before


def test_what_cannot_be_moved_is_only_shown(screen: SuccessionsScreen, dialogs: Modals) -> None:
    step(screen.workplace.book, late_records.move)

    def answer(dialog: LateDialog) -> None:
        assert not dialog.move_button.isVisible()
        press(dialog, Qt.Key.Key_Escape)

    dialogs.expect(LateDialog, answer)
    press(screen, Qt.Key.Key_M, CONTROL)


def test_reading_a_list_offers_the_move(
    workplace: Workplace, qtbot: QtBot, shared: Path, dialogs: Modals
) -> None:
    step(workplace.book, typed_too_late)
    screen = shown(workplace, qtbot)
    dialogs.expect(FindingsDialog, lambda dialog: dialog.accept())
    dialogs.expect(LateDialog, lambda dialog: dialog.move_button.click())
    with qtbot.waitSignal(screen.late.moved, timeout=20_000):
        screen.presenter.load(shared / "data" / "unit-successions-2025-07-01.csv", JULY)
    assert screen.late.find().moving == 0
    assert screen.late_button.text() == "1 bản ghi ở đơn vị cũ…  Ctrl+M"


OLD, NEW = (CodedUnit(number, name, 3, code=f"0000{number}") for number, name in ((1, "Xã A"), (2, "Xã B")))
LINES = [
    (Stays.ELSEWHERE, "Xã A (00001), ở lại: 2 số liệu kỳ. Đơn vị nhận là Xã B (00002), không thuộc sổ này."),
    (
        Stays.TWICE,
        "Xã A (00001), ở lại: 2 số liệu kỳ. "
        "Xã B (00002) sẽ có hai số liệu của cùng một kỳ; hãy cộng lại và chỉ giữ một.",
    ),
]


@pytest.mark.parametrize(("stays", "words"), LINES)
def test_why_records_stay_is_said(stays: Stays, words: str) -> None:
    assert lines(LateRecords((LateGroup(OLD, (NEW,), stays, {"figures": 2}),), "Huyện C")) == [words]


def test_an_office_that_ended_is_told_what_its_numbers_lose() -> None:
    found = LateRecords((LateGroup(OLD, (NEW,), None, {"figures": 2}),), "Huyện C")
    assert lines(found) == [
        "Huyện C đã kết thúc: các bản ghi được chuyển không còn trong số như đã báo cáo của Huyện C; "
        "xem theo địa giới của một ngày sau đó (Alt+E) thì thấy ở từng đơn vị mới.",
        "Xã A (00001) → Xã B (00002): 2 số liệu kỳ",
    ]


def test_the_presenter_moves_what_is_sure_and_says_so(read_workplace: Workplace, qtbot: QtBot) -> None:
    step(read_workplace.book, typed_too_late)
    presenter, counts, said = LatePresenter(read_workplace), list[int](), list[str]()
    presenter.counted.connect(counts.append)
    read_workplace.said.connect(said.append)
    presenter.count()
    with qtbot.waitSignal(presenter.moved):
        presenter.move()
    assert counts == [3, 1]
    assert [item.named.why for item in listed(read_workplace.book.folder / FOLDER)] == [Why.SUCCESSION]
    assert said[-1] == "Đã chuyển 2 bản ghi sang đơn vị mới. Hoàn tác bằng Ctrl+Z."


def test_a_stopped_move_keeps_nothing(read_workplace: Workplace, qtbot: QtBot) -> None:
    step(read_workplace.book, typed_too_late)
    before = contents(read_workplace.book)
    presenter, jobs = LatePresenter(read_workplace), list[Job]()
    read_workplace.worker.started.connect(jobs.append)
    read_workplace.worker.started.connect(lambda job: job.cancel())
    presenter.move()
    with qtbot.waitSignal(jobs[0].finished):
        read_workplace.worker.wait()
    assert contents(read_workplace.book) == before
