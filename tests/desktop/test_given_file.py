"""A file that the program is started with: told from a noun, offered once the window stands, never just restored."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from db.backups.keeping import make_kept
from db.backups.making import Order
from db.connections import BOOK_NAME, connect
from db.rules.backups import Why
from db.rules.rights import Role
from db.services import offices
from db.sessions import Book
from desktop import __main__ as program
from desktop.cli.parser import _parser
from desktop.given_file import GivenFile, is_file_name, named
from desktop.one_window import Claim
from desktop.opening import Opening, Start
from tests.helpers.accounts import GuardedOffice
from tests.helpers.books import NOW, OFFICER
from tests.helpers.modals import MessageBoxes, Modals
from tests.helpers.used_before import used_before
from ui.backups.restore_dialog import RestoreDialog
from ui.common import opening_texts
from ui.shell.notice import Notice
from ui.shell.window import Window
from ui.sign_in.screen import SignInScreen

NAMES = [
    ("so.pcmdbak", True),
    ("C:\\Users\\Nguyễn Văn Ánh\\Sổ tháng 9.pcmdbak", True),
    ("/home/anh/so.pcmdbak", True),
    ("./sao-luu", True),
    ("danh-sach.xlsx", True),
    ("demo", False),
    ("khong-co-viec-nay", False),
    ("--data=a.b", False),
    ("-h", False),
    ("", False),
]


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Window:
    made = Window(used_before(tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def backup(book_folder: Path, tmp_path: Path) -> Path:
    """A handover file in another folder, with what a name may hold."""
    made = make_kept(Order(book_folder, Why.HANDOVER, OFFICER, NOW)).path
    return made.rename(tmp_path / "Sổ bàn giao của Ánh.pcmdbak")


@pytest.fixture
def opening(window: Window, book_folder: Path) -> "Opener":
    return Opener(window, book_folder)


class Opener:
    """Opens a window on a folder with a given file, as the start does."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.window, self.folder, self.given = window, folder, GivenFile()

    def __call__(self, stack: ExitStack, given: Path | None = None) -> Opening:
        self.given.path = given
        claim = Claim(self.folder)
        stack.callback(claim.release)
        return Opening(self.window, self.folder, stack, Start(claim, lambda *_: None, None, self.given))


def look(seen: list[Path], qtbot: QtBot) -> Callable[[RestoreDialog], None]:
    """Return what waits until the dialog shows what is inside, notes which file that is, and leaves it."""

    def act(dialog: RestoreDialog) -> None:
        qtbot.waitUntil(lambda: dialog.presenter.ready, timeout=20_000)
        assert dialog.presenter.seen is not None
        seen.append(dialog.presenter.seen.path)
        dialog.reject()

    return act


def shown_buttons(window: Window) -> list[QPushButton]:
    """Return the buttons that look into a file that waits."""
    buttons = window.cautions.findChildren(QPushButton)
    return [item for item in buttons if item.isVisible() and item.text() == opening_texts.LOOK_INTO]


@pytest.mark.parametrize(("text", "is_file"), NAMES)
def test_a_file_is_told_from_a_noun(text: str, is_file: bool) -> None:
    assert is_file_name(text) == is_file


def test_no_noun_is_taken_for_a_file() -> None:
    nouns = next(action.choices for action in _parser()._actions if action.dest == "noun")
    assert nouns and not any(map(is_file_name, nouns))


def test_a_name_is_seen_from_where_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert named("../a b/./sổ.pcmdbak") == tmp_path.parent / "a b" / "sổ.pcmdbak"


def test_a_name_is_taken_where_the_folder_of_the_start_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr("os.getcwd", gone)
    assert named("/a/../b/sổ.pcmdbak") == Path("/b/sổ.pcmdbak")
    assert named("sổ.pcmdbak") == Path("sổ.pcmdbak")


@pytest.mark.parametrize(
    ("words", "folder", "given"),
    [
        (["/a/Sổ cũ.pcmdbak"], None, Path("/a/Sổ cũ.pcmdbak")),
        (["--data", "/so", "/a/Sổ cũ.pcmdbak"], Path("/so"), Path("/a/Sổ cũ.pcmdbak")),
        (["--data", "/so"], Path("/so"), None),
        ([], None, None),
    ],
)
def test_the_command_line_gives_the_window_its_file(
    monkeypatch: pytest.MonkeyPatch, words: list[str], folder: Path | None, given: Path | None
) -> None:
    asked: list[tuple[Path | None, Path | None]] = []

    def run(data: Path | None, *, given: Path | None = None) -> int:
        asked.append((data, given))
        return 0

    monkeypatch.setattr("desktop.app.run_window", run)
    monkeypatch.setattr("sys.argv", ["pcmd", *words])
    assert (program.main(), asked) == (0, [(folder, given)])


def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["pcmd", "--version"])
    with pytest.raises(SystemExit) as left:
        program.main()
    name, number = capsys.readouterr().out.strip().rsplit(" ", 1)
    assert (left.value.code, name, number.count(".")) == (0, "Sổ PCMD", 2)


def test_a_given_file_is_looked_into_once_the_list_stands_and_nothing_is_restored(
    opening: Opener, window: Window, backup: Path, book_folder: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    with Book(book_folder) as book, book.writing(who=OFFICER) as session:
        offices.rename(session, place="Nơi khác")
    seen: list[Path] = []
    dialogs.expect(RestoreDialog, look(seen, qtbot))
    with ExitStack() as stack:
        opening(stack, backup).open_book()
        qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
        place = window.workplace
        assert place is not None
        assert (seen, place.office.names.place, opening.given.path) == ([backup], "Nơi khác", None)


def test_a_given_file_is_offered_at_the_first_steps(
    window: Window, tmp_path: Path, backup: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    seen: list[Path] = []
    dialogs.expect(RestoreDialog, look(seen, qtbot))
    with ExitStack() as stack:
        Opener(window, tmp_path / "chưa có sổ")(stack, backup).begin()
        qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert not (tmp_path / "chưa có sổ" / BOOK_NAME).exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("đã xóa.pcmdbak", "Không đọc được tệp đã xóa.pcmdbak"),
        ("Danh sách.xlsx", "Tệp Danh sách.xlsx không phải bản sao lưu"),
        ("so", "so là một thư mục, không phải bản sao lưu. Sổ hiện tại"),
    ],
)
def test_what_is_no_backup_is_told_in_one_sentence(
    opening: Opener, tmp_path: Path, message_boxes: MessageBoxes, qtbot: QtBot, name: str, words: str
) -> None:
    (tmp_path / "Danh sách.xlsx").write_bytes(b"PK")
    (tmp_path / "so").mkdir(exist_ok=True)
    message_boxes.expect("Đóng", words)
    with ExitStack() as stack:
        opening(stack, tmp_path / name).open_book()
        qtbot.waitUntil(lambda: opening.given.path is None)


def test_a_reader_is_told_that_restoring_is_not_his(
    opening: Opener, window: Window, backup: Path, message_boxes: MessageBoxes, qtbot: QtBot
) -> None:
    with ExitStack() as stack:
        opened = opening(stack)
        with qtbot.waitSignal(window.list_filled):
            opened.open_book()
        assert window.workplace is not None
        window.workplace.book.role = Role.READER
        message_boxes.expect("Đóng", "không có quyền quản trị sổ")
        opened._on_asked(backup)
        qtbot.waitUntil(lambda: opening.given.path is None)


def test_a_file_waits_in_sight_while_something_else_wants_an_answer(
    opening: Opener, window: Window, backup: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    question = QDialog(window)
    question.setModal(True)
    seen: list[Path] = []
    with ExitStack() as stack:
        opened = opening(stack)
        with qtbot.waitSignal(window.list_filled):
            opened.open_book()
        question.show()
        # Once more by an impatient officer: it waits in one line all the same.
        for _ in range(2):
            opened._on_asked(backup)
            qtbot.waitUntil(lambda: opening.given.path is None)
        question.reject()
        [button] = shown_buttons(window)
        dialogs.expect(RestoreDialog, look(seen, qtbot))
        button.click()
    assert (seen, window.cautions.isHidden()) == ([backup], True)


def test_a_file_that_is_being_looked_into_does_not_wait_as_well(
    opening: Opener, window: Window, backup: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    with ExitStack() as stack:
        opened = opening(stack)
        with qtbot.waitSignal(window.list_filled):
            opened.open_book()

        seen: list[Path] = []

        def act(dialog: RestoreDialog) -> None:
            opened._on_asked(backup)
            qtbot.waitUntil(lambda: opening.given.path is None)
            look(seen, qtbot)(dialog)

        for _ in range(2):
            seen.clear()
            dialogs.expect(RestoreDialog, act)
            opened._on_asked(backup)
            qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert window.cautions.isHidden()


def test_what_waits_and_is_put_aside_may_be_given_again(
    opening: Opener, window: Window, backup: Path, qtbot: QtBot
) -> None:
    question = QDialog(window)
    question.setModal(True)
    with ExitStack() as stack:
        opened = opening(stack)
        with qtbot.waitSignal(window.list_filled):
            opened.open_book()
        question.show()
        for _ in range(2):
            opened._on_asked(backup)
            qtbot.waitUntil(window.cautions.isVisible)
            window.cautions.findChildren(QPushButton)[-1].click()
            assert window.cautions.isHidden()
        question.reject()


def test_where_the_book_is_damaged_the_file_is_offered_at_once(
    opening: Opener, backup: Path, book_folder: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    (book_folder / BOOK_NAME).write_bytes(b"")
    seen: list[Path] = []
    dialogs.expect(RestoreDialog, look(seen, qtbot))
    with ExitStack() as stack:
        opening(stack, backup).open_book()
        qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == [backup]


def test_where_a_newer_program_wrote_the_book_nothing_is_offered(
    opening: Opener, window: Window, backup: Path, book_folder: Path
) -> None:
    with closing(connect(book_folder / BOOK_NAME)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with ExitStack() as stack:
        opening(stack, backup).open_book()
        QApplication.processEvents()
        assert isinstance(window.pages.currentWidget(), Notice)
    assert opening.given.path == backup


def test_before_somebody_signed_in_the_file_waits(
    guarded: GuardedOffice, window: Window, backup: Path, dialogs: Modals, qtbot: QtBot
) -> None:
    seen: list[Path] = []
    with ExitStack() as stack:
        opened = Opener(window, guarded.folder)(stack)
        opened.begin()
        page = window.pages.currentWidget()
        assert isinstance(page, SignInScreen)
        opened._on_asked(backup)
        QApplication.processEvents()
        dialogs.expect(RestoreDialog, look(seen, qtbot))
        page.signed_in.emit(guarded.sign_in())
        qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == [backup]
