"""The first start of another version: a backup before anything is entered, and what is new, told once."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from db.backups.keeping import listed
from db.connections import BOOK_NAME, connect
from db.keyring.signing_in import SignedIn
from db.rules.backups import FOLDER, Why
from db.rules.rights import Role
from desktop.about import running
from desktop.opening import Opening
from desktop.settings import open_preferences
from desktop.upgrade_care import note_version
from tests.helpers.accounts import GuardedOffice
from tests.helpers.modals import Modals, accept_noting
from ui.about.news_dialog import NewsDialog
from ui.shell.window import Window
from ui.wizard.screen import WizardScreen

NOTES = "## [1.2.0] - 2027-03-01\n- Ba.\n\n## [1.1.0] - 2027-02-15\n- Hai.\n\n## [1.0.0]\n- Một.\n"
USED, TOLD = "version/used", "version/told"


@pytest.fixture(autouse=True)
def running_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Version 1.1.0 is running; the notes tell of one that comes later too."""
    notes = tmp_path / "CHANGELOG.md"
    notes.write_text(NOTES, encoding="utf-8")
    monkeypatch.setattr(running, "notes_file", lambda: notes)
    monkeypatch.setattr(running, "version", lambda: "1.1.0")


@pytest.fixture
def window(book_folder: Path, qtbot: QtBot) -> Window:
    made = Window(open_preferences(book_folder))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def closing() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def remember(window: Window, used: str, told: str) -> None:
    window.preferences.set_text(USED, used)
    window.preferences.set_text(TOLD, told)


def open_once(window: Window, folder: Path, qtbot: QtBot, who: SignedIn | None = None) -> None:
    """Open the book, wait until everything that waited for the first list is done, and close it."""
    with ExitStack() as stack:
        opening = Opening(window, folder, stack)
        opening._signed_in = who
        with qtbot.waitSignal(window.list_filled):
            opening.open_book()
        keeper = window.workplace.keeper if window.workplace is not None else None
        qtbot.waitUntil(lambda: keeper is not None and not keeper.is_busy)
        # What waits for no time at all comes one turn later.
        QApplication.processEvents()


def made(folder: Path) -> list[Why]:
    return [item.named.why for item in listed(folder / FOLDER)]


@pytest.mark.parametrize(
    ("used", "told", "backups", "heads"),
    [
        ("", "", [Why.UPGRADE], ["Phiên bản 1.1.0 – 15/02/2027", "Phiên bản 1.0.0"]),
        ("1.0.0", "1.0.0", [Why.UPGRADE], ["Phiên bản 1.1.0 – 15/02/2027"]),
        ("1.1.0", "1.1.0", [], []),
        ("1.2.0", "1.2.0", [Why.UPGRADE], []),
        ("1.0.0", "1.2.0", [Why.UPGRADE], []),
        ("1.1.0", "1.0.0", [], ["Phiên bản 1.1.0 – 15/02/2027"]),
        ("hỏng", "hỏng", [Why.UPGRADE], ["Phiên bản 1.1.0 – 15/02/2027", "Phiên bản 1.0.0"]),
    ],
    ids=[
        "none before",
        "an earlier",
        "the same",
        "a later",
        "an earlier again",
        "seen elsewhere",
        "not readable",
    ],
)
def test_another_version_backs_up_and_tells_what_is_new_once(
    window: Window,
    book_folder: Path,
    dialogs: Modals,
    qtbot: QtBot,
    used: str,
    told: str,
    backups: list[Why],
    heads: list[str],
) -> None:
    remember(window, used, told)
    said: list[str] = []
    if heads:
        dialogs.expect(NewsDialog, accept_noting(said, lambda dialog: dialog.text.toPlainText()))
    open_once(window, book_folder, qtbot)
    lines = [line for text in said for line in text.splitlines() if line.startswith("Phiên bản")]
    assert (made(book_folder), lines) == (backups, heads)
    assert window.preferences.text(USED) == "1.1.0"


def test_the_next_start_says_and_makes_nothing_more(
    window: Window, book_folder: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    dialogs.expect(NewsDialog, NewsDialog.reject)
    open_once(window, book_folder, qtbot)
    again = Window(open_preferences(book_folder))
    qtbot.addWidget(again)
    again.show()
    open_once(again, book_folder, qtbot)
    assert made(book_folder) == [Why.UPGRADE]


def test_an_earlier_program_does_not_make_the_later_one_tell_again(
    window: Window, book_folder: Path, qtbot: QtBot
) -> None:
    remember(window, "1.2.0", "1.2.0")
    open_once(window, book_folder, qtbot)
    assert (window.preferences.text(USED), window.preferences.text(TOLD)) == ("1.1.0", "1.2.0")


def test_a_migration_that_made_its_backup_is_enough(
    window: Window, book_folder: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    connection = connect(book_folder / BOOK_NAME)
    with connection:
        for column in ("hash", "reverts"):
            connection.execute(f"ALTER TABLE step DROP COLUMN {column}")
        connection.execute("ALTER TABLE office DROP COLUMN guarded")
        connection.execute("UPDATE alembic_version SET version_num = '0010'")
    connection.close()
    remember(window, "1.0.0", "1.1.0")
    open_once(window, book_folder, qtbot)
    assert made(book_folder) == [Why.UPGRADE]
    assert window.preferences.text(USED) == "1.1.0"


def test_a_backup_that_could_not_be_made_is_made_at_the_next_start(
    window: Window, book_folder: Path, qtbot: QtBot
) -> None:
    remember(window, "1.0.0", "1.1.0")
    (book_folder / FOLDER).write_bytes(b"")
    open_once(window, book_folder, qtbot)
    assert window.preferences.text(USED) == "1.0.0"
    (book_folder / FOLDER).unlink()
    again = Window(open_preferences(book_folder))
    qtbot.addWidget(again)
    again.show()
    open_once(again, book_folder, qtbot)
    assert made(book_folder) == [Why.UPGRADE]


def test_whoever_comes_first_has_it_backed_up_a_reader_too(
    staffed: GuardedOffice, window: Window, dialogs: Modals, qtbot: QtBot
) -> None:
    dialogs.expect(NewsDialog, NewsDialog.reject)
    open_once(window, staffed.folder, qtbot, staffed.sign_in(Role.READER))
    assert (made(staffed.folder), window.preferences.text(USED)) == ([Why.UPGRADE], "1.1.0")


def test_a_new_office_is_told_of_nothing(window: Window, book_folder: Path, qtbot: QtBot) -> None:
    note_version(window.preferences)
    open_once(window, book_folder, qtbot)
    assert made(book_folder) == []


def test_a_book_that_a_backup_brings_to_a_new_folder_is_not_called_updated(
    window: Window, book_folder: Path, closing: ExitStack, qtbot: QtBot
) -> None:
    book = (book_folder / BOOK_NAME).rename(book_folder / "bản khác.db")
    Opening(window, book_folder, closing).begin()
    wizard = window.pages.currentWidget()
    assert isinstance(wizard, WizardScreen)
    wizard.machine.wait()
    book.rename(book_folder / BOOK_NAME)
    again = Window(open_preferences(book_folder))
    qtbot.addWidget(again)
    again.show()
    open_once(again, book_folder, qtbot)
    assert (made(book_folder), again.preferences.text(TOLD)) == ([], "1.1.0")


def test_a_program_that_does_not_know_its_version_does_nothing(
    window: Window, book_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "version", lambda: "")
    open_once(window, book_folder, qtbot)
    assert (made(book_folder), window.preferences.text(USED)) == ([], "")


@pytest.mark.parametrize("notes", [b"", b"## [1.1.0] - 2027-02-15\n\n### S\n", bytes(range(256))])
def test_without_notes_the_version_is_noted_in_silence(
    window: Window, book_folder: Path, qtbot: QtBot, tmp_path: Path, notes: bytes
) -> None:
    (tmp_path / "CHANGELOG.md").write_bytes(notes)
    open_once(window, book_folder, qtbot)
    assert window.preferences.text(TOLD) == "1.1.0"
    assert made(book_folder) == [Why.UPGRADE]


def test_where_the_notes_are_missing_the_version_is_noted_all_the_same(
    window: Window, book_folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "CHANGELOG.md").unlink()
    open_once(window, book_folder, qtbot)
    assert window.preferences.text(TOLD) == "1.1.0"


def test_what_is_new_waits_while_something_else_is_asked(
    window: Window, book_folder: Path, qtbot: QtBot
) -> None:
    other = QDialog(window)
    other.setModal(True)
    other.show()
    open_once(window, book_folder, qtbot)
    other.close()
    assert (window.preferences.text(USED), window.preferences.text(TOLD)) == ("1.1.0", "")
