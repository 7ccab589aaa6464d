"""The window of restoring, and the page of backups."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from db.backups.containers import Keys
from db.backups.keeping import make_kept
from db.backups.making import Alone, Order, make
from db.connections import BOOK_NAME
from db.keyring.ring import new_ring
from db.rules.backups import Why
from db.rules.rights import Encrypts, Role
from db.services import offices
from db.sessions import Book
from tests.helpers.books import NOW, OFFICER
from tests.helpers.modals import FileDialogs, MessageBoxes
from ui.backups import texts
from ui.backups.restore_dialog import RestoreDialog
from ui.backups.restore_presenter import Desk
from ui.backups.screen import BackupsScreen
from ui.common.workplace import Workplace


@pytest.fixture
def backup(book_folder: Path) -> Path:
    """A backup of the book, which was changed since."""
    path = make_kept(Order(book_folder, Why.EXIT, OFFICER, NOW)).path
    with Book(book_folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        offices.rename(session, place="Nơi khác")
    return path


def opened(folder: Path, qtbot: QtBot, keys: Keys | None = None) -> RestoreDialog:
    dialog = RestoreDialog(Desk(folder, keys or Keys(), OFFICER, clock=lambda: NOW + timedelta(days=1)))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def look(dialog: RestoreDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignals([dialog.presenter.looked] * 2):
        dialog.look()


def cell(table: QTableWidget, column: int) -> str:
    item = table.item(0, column)
    return item.text() if item is not None else ""


def place_of(folder: Path) -> str:
    with Book(folder, lock=False) as book, book.reading() as session:
        return offices.current(session).names.place


def test_nothing_is_restored_before_a_look(backup: Path, book_folder: Path, qtbot: QtBot) -> None:
    dialog = opened(book_folder, qtbot)
    assert not dialog.restore_button.isEnabled()
    dialog.restore()
    assert place_of(book_folder) == "Nơi khác"


def test_a_look_shows_counts_and_the_last_steps(backup: Path, book_folder: Path, qtbot: QtBot) -> None:
    dialog = opened(book_folder, qtbot)
    look(dialog, qtbot)
    assert dialog.words.text().startswith(
        "Bản sao lưu của Huyện Hòa Lâm, ghi lúc 10:42 20/09/2025 (khi đóng sổ)"
    )
    assert [cell(dialog.counts, column) for column in range(4)] == [
        "Đơn vị hành chính",
        "7",
        "7",
        "",
    ]
    assert cell(dialog.steps, 1) == OFFICER


def test_the_book_of_that_day_comes_back(
    backup: Path, book_folder: Path, qtbot: QtBot, message_boxes: MessageBoxes
) -> None:
    dialog = opened(book_folder, qtbot)
    look(dialog, qtbot)
    message_boxes.expect(texts.OPEN_BOOK, "Đã phục hồi sổ của Huyện Hòa Lâm")
    with qtbot.waitSignal(dialog.accepted):
        dialog.restore()
    assert (place_of(book_folder), dialog.presenter.has_released) == ("Hòa Lâm", True)


def test_another_choice_wants_another_look(backup: Path, book_folder: Path, qtbot: QtBot) -> None:
    make_kept(Order(book_folder, Why.HAND, OFFICER, NOW + timedelta(hours=1)))
    dialog = opened(book_folder, qtbot)
    look(dialog, qtbot)
    dialog.list.setCurrentCell(1, 0)
    assert not dialog.restore_button.isEnabled()


def test_a_damaged_book_is_no_hindrance(
    backup: Path, book_folder: Path, qtbot: QtBot, message_boxes: MessageBoxes
) -> None:
    (book_folder / BOOK_NAME).write_bytes(b"")
    dialog = opened(book_folder, qtbot)
    look(dialog, qtbot)
    assert texts.NO_BOOK in dialog.words.text()
    message_boxes.expect(texts.OPEN_BOOK, "Đã phục hồi")
    with qtbot.waitSignal(dialog.accepted):
        dialog.restore()


def test_an_encrypted_one_asks_for_its_password(book_folder: Path, qtbot: QtBot) -> None:
    ring = new_ring(OFFICER, "mat khau dai", Encrypts.BACKUPS)
    make_kept(Order(book_folder, Why.EXIT, OFFICER, NOW, Keys(ring.ring, ring.key)))
    dialog = opened(book_folder, qtbot)
    with qtbot.waitSignal(dialog.presenter.secret_wanted):
        dialog.look()
    dialog.password.setText("sai mat khau")
    with qtbot.waitSignal(dialog.presenter.secret_wanted):
        dialog.look()
    assert "không mở được" in dialog.message.text()
    dialog.password.setText("mat khau dai")
    look(dialog, qtbot)
    assert texts.ACCOUNTS in dialog.words.text()


def test_a_file_from_elsewhere_shows_its_code(
    book_folder: Path, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs
) -> None:
    file = make(Order(book_folder, Why.HANDOVER, OFFICER, NOW), tmp_path / "ban giao.pcmdbak", Alone()).path
    dialog = opened(tmp_path / "may moi", qtbot)
    file_dialogs.expect(file)
    with qtbot.waitSignals([dialog.presenter.looked] * 2):
        dialog.choose_file()
    assert "Mã kiểm tra của tệp: " in dialog.words.text()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04 nothing", b"PCMDBAK1"])
def test_what_is_no_backup_is_told_and_the_book_stays(
    book_folder: Path, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs, content: bytes
) -> None:
    (tmp_path / "la.pcmdbak").write_bytes(content)
    dialog = opened(book_folder, qtbot)
    file_dialogs.expect(tmp_path / "la.pcmdbak")
    with qtbot.waitSignal(dialog.presenter.failed):
        dialog.choose_file()
    assert "la.pcmdbak" in dialog.message.text()
    assert "Sổ hiện tại" in dialog.message.text()
    assert not dialog.restore_button.isEnabled()


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> BackupsScreen:
    """The page of backups, shown."""
    made = BackupsScreen(workplace)
    qtbot.addWidget(made)
    made.begin()
    made.show()
    return made


def test_a_backup_by_hand_stands_in_the_list(screen: BackupsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.workplace.said) as said:
        screen.back_up()
    assert said.args == ["Đã sao lưu và kiểm tra hôm nay 10:42."]
    assert [cell(screen.list, column) for column in (0, 1, 3)] == [
        "hôm nay 10:42",
        "bấm sao lưu",
        texts.VERIFIED,
    ]
    screen.keeper.stop()


def test_the_disk_of_the_book_is_refused_with_a_word(
    screen: BackupsScreen, tmp_path: Path, file_dialogs: FileDialogs
) -> None:
    file_dialogs.expect(tmp_path)
    screen.choose_second()
    assert screen.message.text() == texts.SAME_DISK
    assert not screen.keeper.second.is_chosen


def test_whoever_may_not_administer_cannot_restore(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.book.role = Role.ENTRY
    screen = BackupsScreen(workplace)
    qtbot.addWidget(screen)
    asked: list[datetime] = []
    workplace.restore_requested.connect(lambda: asked.append(NOW))
    screen.restore()
    assert (screen.restore_button.isEnabled(), asked) == (False, [])
