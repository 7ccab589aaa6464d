"""Backups from start to end of a window: at its end, before an upgrade, and restoring in the place of an open book."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db import office_protection
from db.backups.keeping import listed, make_kept
from db.backups.making import Order
from db.connections import BOOK_NAME, connect
from db.keyring.ring import NewRing
from db.rules.backups import FOLDER, Why
from db.services import offices
from db.sessions import Book
from desktop.one_window import Claim
from desktop.opening import Opening, Start
from tests.helpers.books import NOW, OFFICER
from tests.helpers.modals import MessageBoxes, Modals
from tests.helpers.used_before import used_before
from ui.backups import texts
from ui.backups.exit_dialog import ExitDialog
from ui.backups.restore_dialog import RestoreDialog
from ui.common import opening_texts
from ui.shell.window import Window


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Window:
    """A window that is painted, before it has a book."""
    made = Window(used_before(tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


def start(folder: Path, closing: ExitStack, asked: list[Window]) -> Start:
    """How a window starts that notes when another is asked for in its place."""
    claim = Claim(folder)
    closing.callback(claim.release)
    return Start(claim, lambda window, *_: asked.append(window))


@pytest.fixture
def renewed(window: Window, book_folder: Path, qtbot: QtBot) -> Iterator[list[Window]]:
    """The windows that asked for another in their place, while the book is open."""
    asked: list[Window] = []
    with ExitStack() as stack:
        opening = Opening(window, book_folder, stack, start(book_folder, stack, asked))
        with qtbot.waitSignal(window.list_filled):
            opening.open_book()
        yield asked


def place_of(folder: Path) -> str:
    with Book(folder, lock=False) as book, book.reading() as session:
        return offices.current(session).names.place


def make_now(dialog: ExitDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.begin()


def restore_now(dialog: RestoreDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignals([dialog.presenter.looked] * 2):
        dialog.look()
    with qtbot.waitSignal(dialog.accepted):
        dialog.restore()


def test_closing_a_window_that_changed_something_makes_a_backup(
    renewed: list[Window], window: Window, book_folder: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    assert window.workplace is not None
    keeper = window.workplace.keeper
    assert keeper is not None
    before = len(listed(book_folder / FOLDER))
    window.workplace._clock = lambda: NOW + timedelta(days=9_000)
    window.workplace.book._clock = window.workplace._clock
    window.workplace.write(lambda session: offices.rename(session, place="Nơi khác"), "office")
    dialogs.expect(ExitDialog, lambda dialog: make_now(dialog, qtbot))
    assert window.close()
    assert len(listed(book_folder / FOLDER)) == before + 1
    assert not keeper.needs_backup()


def test_a_window_that_changed_nothing_closes_at_once(
    renewed: list[Window], window: Window, book_folder: Path
) -> None:
    make_kept(Order(book_folder, Why.EXIT, OFFICER, NOW))
    assert window.close()


def test_the_end_can_be_called_off(
    renewed: list[Window], window: Window, dialogs: Modals, qtbot: QtBot
) -> None:
    window.may_close = lambda: False
    assert not window.close()
    window.may_close = lambda: True


def test_restoring_closes_the_book_and_asks_for_another_window(
    renewed: list[Window],
    window: Window,
    book_folder: Path,
    dialogs: Modals,
    message_boxes: MessageBoxes,
    qtbot: QtBot,
) -> None:
    assert window.workplace is not None
    make_kept(Order(book_folder, Why.EXIT, OFFICER, NOW))
    window.workplace.write(lambda session: offices.rename(session, place="Nơi khác"), "office")
    dialogs.expect(RestoreDialog, lambda dialog: restore_now(dialog, qtbot))
    message_boxes.expect(texts.OPEN_BOOK, "Đã phục hồi")
    window.workplace.restore_requested.emit()
    assert (place_of(book_folder), renewed) == ("Hòa Lâm", [window])


def test_accounts_that_came_since_the_start_open_the_present_book_for_restoring(
    renewed: list[Window], window: Window, ring_of_office: NewRing, dialogs: Modals
) -> None:
    place = window.workplace
    assert place is not None
    place.sign_in(office_protection.protect(place.book, ring_of_office))
    desks = []

    def note(dialog: RestoreDialog) -> None:
        desks.append(dialog.presenter.desk.keys)
        dialog.reject()

    dialogs.expect(RestoreDialog, note)
    place.restore_requested.emit()
    window.may_close = lambda: True
    assert [keys.data for keys in desks] == [ring_of_office.key]


def test_a_damaged_book_is_restored_from_where_it_is_told(
    window: Window,
    book_folder: Path,
    dialogs: Modals,
    message_boxes: MessageBoxes,
    qtbot: QtBot,
) -> None:
    make_kept(Order(book_folder, Why.EXIT, OFFICER, NOW))
    (book_folder / BOOK_NAME).write_bytes(b"")
    asked: list[Window] = []
    with ExitStack() as stack:
        Opening(window, book_folder, stack, start(book_folder, stack, asked)).open_book()
        buttons = window.pages.findChildren(QPushButton)
        button = next(item for item in buttons if item.text() == opening_texts.RESTORE)
        dialogs.expect(RestoreDialog, lambda dialog: restore_now(dialog, qtbot))
        message_boxes.expect(texts.OPEN_BOOK, "Đã phục hồi")
        button.click()
    assert (place_of(book_folder), asked) == ("Hòa Lâm", [window])


def test_an_older_book_is_backed_up_before_it_is_brought_up_to_date(
    window: Window, book_folder: Path, qtbot: QtBot
) -> None:
    with closing(connect(book_folder / BOOK_NAME)) as connection, connection:
        for column in ("hash", "reverts"):
            connection.execute(f"ALTER TABLE step DROP COLUMN {column}")
        connection.execute("ALTER TABLE office DROP COLUMN guarded")
        connection.execute("UPDATE alembic_version SET version_num = '0010'")
    with ExitStack() as stack, qtbot.waitSignal(window.list_filled):
        Opening(window, book_folder, stack).open_book()
    upgrade = listed(book_folder / FOLDER)[-1].named
    assert (upgrade.why, upgrade.at.date()) == (Why.UPGRADE, date.today())
