"""Files of units below come in through the window: read, chosen, stored; the matrix and the files of a cell."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.rules.returns.due import DueState
from db.services.returns.due_states import Standing
from db.services.returns.received import Outcome
from db.services.returns.received_board import BoardCell
from db.services.returns.received_files import FileState, ReceivedFile
from tests.exports.readers.made_files import far_cell
from tests.helpers.modals import FileDialogs
from tests.helpers.returned_files import PERIOD, returned, with_sessions, write
from ui.common.standing_texts import Tone
from ui.common.workplace import Workplace
from ui.returns.due.presenter import DuePresenter
from ui.returns.received.screen import ReceivedScreen
from ui.returns.received.take_dialog import TakeDialog
from ui.returns.received.words import cell_words

DUE, BEFORE, AFTER = date(2025, 9, 15), date(2025, 9, 14), date(2025, 9, 16)


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> Iterator[ReceivedScreen]:
    """The screen in the quarter of the files."""
    workplace.choose_period(parse_period(PERIOD))
    made = ReceivedScreen(workplace)
    qtbot.addWidget(made)
    made.begin()
    yield made


def dialog(screen: ReceivedScreen, qtbot: QtBot, *paths: Path) -> TakeDialog:
    """The window of taking in, the files read."""
    made = TakeDialog(screen.workplace, screen)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.presenter.changed):
        made.read(paths)
    return made


def take(made: TakeDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(made.presenter.taken):
        made.take()


def text(table: QTableWidget, row: int, column: int = 0) -> str:
    item = table.item(row, column)
    return item.text() if item else ""


def cell(screen: ReceivedScreen, row: int, column: int = 1) -> str:
    return text(screen.matrix, row, column)


def file(state: FileState, day: date = BEFORE, **changes: object) -> ReceivedFile:
    said = {"revision": 1, "verified": True, **changes}
    moment = datetime(day.year, day.month, day.day, 8)
    return ReceivedFile(
        1, 1, "quarterly", PERIOD, None, int(str(said["revision"])), bool(said["verified"]), state,
        "a.xlsx", "", "", moment, "Hoa",
    )  # fmt: skip


def came(*files: ReceivedFile, due: date | None = None) -> BoardCell:
    """A cell with the files that came; the newest received one counts."""
    is_received = any(item.state is FileState.RECEIVED for item in files)
    standing = Standing(DueState.RECEIVED if is_received else DueState.REFUSED, BEFORE)
    return BoardCell(files, due, standing=standing)


def said(state: DueState, on: date = BEFORE, *, by_hand: bool = True) -> BoardCell:
    """A cell without files, of which an officer said something on the due board."""
    return BoardCell(due=DUE, standing=Standing(state, on, "Bản giấy", by_hand=by_hand))


@pytest.mark.parametrize(
    ("shown", "today", "words", "tone"),
    [
        (BoardCell(), AFTER, "Chưa có", Tone.PLAIN),
        (BoardCell(due=DUE), BEFORE, "Chưa có, hạn 15/09/2025", Tone.PLAIN),
        (BoardCell(due=DUE), AFTER, "Chưa có, quá hạn 15/09/2025", Tone.LATE),
        (BoardCell(is_wanted=False, due=DUE), AFTER, "Không lập", Tone.PLAIN),
        (came(file(FileState.REFUSED)), AFTER, "Phải gửi lại", Tone.LATE),
        (came(file(FileState.RECEIVED), due=DUE), AFTER, "Đã nhận", Tone.DONE),
        (
            came(file(FileState.RECEIVED), replace(file(FileState.REFUSED), id=2)),
            AFTER,
            "Đã nhận · tệp mới phải gửi lại",
            Tone.SOON,
        ),
        (came(file(FileState.RECEIVED, AFTER), due=DUE), AFTER, "Đã nhận · muộn", Tone.SOON),
        (came(file(FileState.RECEIVED, verified=False)), AFTER, "Đã nhận · chưa xác minh", Tone.SOON),
        (
            came(file(FileState.SUPERSEDED), file(FileState.RECEIVED, revision=2)),
            AFTER,
            "Đã nhận, lần 2 · thay 1 tệp",
            Tone.DONE,
        ),
        (said(DueState.RECEIVED), AFTER, "Đã nhận · ghi tay", Tone.DONE),
        (said(DueState.RECEIVED, AFTER), AFTER, "Đã nhận · ghi tay · muộn", Tone.SOON),
        (said(DueState.EXCUSED, AFTER), AFTER, "Không phải nộp · ghi tay", Tone.DONE),
        (said(DueState.APPROVED, by_hand=False), AFTER, "Đã duyệt", Tone.DONE),
        (said(DueState.FILLED, by_hand=False), AFTER, "Chưa có, quá hạn 15/09/2025", Tone.LATE),
    ],
)
def test_a_cell_says_where_a_return_stands(shown: BoardCell, today: date, words: str, tone: Tone) -> None:
    assert cell_words(shown, today) == (words, tone)


def test_what_the_due_board_says_of_a_return_is_shown_at_once(
    screen: ReceivedScreen, workplace: Workplace
) -> None:
    screen.show()
    due_board = DuePresenter(workplace)
    due_board.reload()
    key = ("99101", "quarterly", PERIOD)
    item = next(item for item in due_board.board.below if (item.unit.code, *item.due.key) == key)
    due_board.mark([item], DueState.RECEIVED, BEFORE, "Văn thư nhận")
    screen.matrix.setCurrentCell(0, 1)
    assert cell(screen, 0) == "Đã nhận · ghi tay"
    assert screen.presenter.summary().startswith("1 đã nhận")
    told = "Ghi tay: Đã nhận ngày 14/09/2025 (Văn thư nhận). Chưa nhận tệp nào cho ô đang chọn."
    assert screen.panel.words.text() == told
    workplace.undo()
    assert cell(screen, 0).startswith("Chưa có, quá hạn")


def test_a_folder_is_taken_in_and_shown(screen: ReceivedScreen, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "xã gửi"
    write(returned(screen.workplace.book), folder)
    (folder / "hỏng.xlsx").write_bytes(far_cell("XFD1048576"))
    made = dialog(screen, qtbot, folder)
    assert [item.plan.outcome for item in made.presenter.files] == [Outcome.NEW, Outcome.REFUSED]
    take(made, qtbot)
    # The clock of the book stands five days after the due day.
    assert cell(screen, 1) == "Đã nhận · muộn"
    assert cell(screen, 5, 0) == "Tệp không rõ của đơn vị nào"
    screen.matrix.setCurrentCell(5, 1)
    assert text(screen.panel.findings, 0) == "Lỗi"


def test_of_two_files_one_is_chosen_with_the_differences_in_sight(
    screen: ReceivedScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    filled = returned(screen.workplace.book)
    paths = (write(filled, tmp_path, "a.xlsx"), write(with_sessions(filled), tmp_path, "b.xlsx"))
    made = dialog(screen, qtbot, *paths)
    assert not made.go_button.isEnabled()
    assert made.differences.rowCount() == 4
    for at in (0, 1):
        made.presenter.choose(at, True)
    assert made.presenter.chosen == {1}
    take(made, qtbot)
    screen.matrix.setCurrentCell(1, 1)
    assert [text(screen.panel.files, row) for row in (0, 1)] == ["b.xlsx", "a.xlsx"]


def test_a_folder_without_workbooks_is_told(screen: ReceivedScreen, qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(screen, qtbot, tmp_path)
    assert made.words.text().startswith("Chưa đọc tệp nào")
    with qtbot.waitSignal(made.presenter.changed):
        made.read([write(returned(screen.workplace.book), tmp_path)])
    assert made.words.text().startswith("Các tệp đã được đọc")


def test_files_nobody_chose_among_are_told_when_the_rest_is_kept(
    screen: ReceivedScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    filled = returned(screen.workplace.book)
    (tmp_path / "ghi chú.xlsx").write_text("xin chào", encoding="utf-8")
    rivals = (write(filled, tmp_path, "a.xlsx"), write(with_sessions(filled), tmp_path, "b.xlsx"))
    made = dialog(screen, qtbot, *rivals, tmp_path / "ghi chú.xlsx")
    with qtbot.waitSignal(screen.workplace.said) as said:
        take(made, qtbot)
    assert said.args == ["Đã nhận 0 báo cáo, 1 tệp phải gửi lại. Chưa ghi 2 tệp còn chờ chọn."]


def test_a_file_that_gave_way_can_count_again(screen: ReceivedScreen, qtbot: QtBot, tmp_path: Path) -> None:
    filled = returned(screen.workplace.book)
    for revision in (1, 2):
        changed = with_sessions(filled, sessions=revision, revision=revision)
        take(dialog(screen, qtbot, write(changed, tmp_path)), qtbot)
    screen.matrix.setCurrentCell(1, 1)
    screen.panel.files.setCurrentCell(1, 0)
    screen.panel.use_file()
    assert cell(screen, 1) == "Đã nhận · muộn · thay 1 tệp"
    assert screen.panel.file is not None and screen.panel.file.revision == 1


def test_a_marked_copy_names_every_cell(
    screen: ReceivedScreen, qtbot: QtBot, tmp_path: Path, file_dialogs: FileDialogs
) -> None:
    source = write(returned(screen.workplace.book), tmp_path)
    book = openpyxl.load_workbook(source)
    book["PCMD-02"]["D12"] = 7
    book.save(source)
    take(dialog(screen, qtbot, source), qtbot)
    screen.matrix.setCurrentCell(1, 1)
    file_dialogs.expect(tmp_path / "sửa.xlsx")
    screen.panel.save_marked()
    screen.workplace.worker.wait()
    marked = openpyxl.load_workbook(tmp_path / "sửa.xlsx")
    assert marked["PCMD-02"]["D13"].comment is not None
    assert marked["Cần sửa"].max_row > 2


def test_cancelled_reading_leaves_nothing(screen: ReceivedScreen, qtbot: QtBot, tmp_path: Path) -> None:
    made = TakeDialog(screen.workplace, screen)
    qtbot.addWidget(made)
    job = made.presenter.read_files([write(returned(screen.workplace.book), tmp_path)])
    job.cancel()
    with qtbot.waitSignal(job.finished):
        pass
    assert made.presenter.files == ()
