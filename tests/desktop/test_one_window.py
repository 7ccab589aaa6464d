"""One window for a folder, with real processes: the second starter is shown the first."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from db.sessions import BOOK_NAME, Book
from desktop.one_window import Claim, ask_first, listen, server_name
from tests.torture.starter import WINDOW
from tests.torture.starters import ROOT, run_starters, start
from ui.common.preferences import Preferences
from ui.shell.window import Window

ASKS = """
import sys
from pathlib import Path
from desktop.one_window import ask_first
given = Path(sys.argv[2]) if sys.argv[2:] else None
print(ask_first(Path(sys.argv[1]), given=given, patience=20))
"""


def start_asking(folder: Path, *given: str) -> subprocess.Popen[str]:
    """Start another process that asks the first window."""
    command = [sys.executable, "-c", ASKS, str(folder), *given]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_starters_at_once_make_one_window(book_folder: Path) -> None:
    result = run_starters(2, book=book_folder / BOOK_NAME, starters=3)
    assert (result.right, result.wrong) == (2, [])


def test_a_window_that_was_killed_is_in_nobodys_way(book_folder: Path) -> None:
    first = start(book_folder)
    assert first.stdout is not None
    assert first.stdout.readline().strip() == WINDOW
    first.send_signal(signal.SIGKILL)
    first.communicate()
    second = start(book_folder)
    assert second.stdout is not None
    assert second.stdout.readline().strip() == WINDOW
    second.communicate("\n", timeout=60)
    assert second.returncode == 0


def test_whoever_asks_is_answered_and_the_window_comes_forward(
    tmp_path: Path, preferences: Preferences, qtbot: QtBot
) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    window.showMinimized()
    close = listen(tmp_path, lambda _: window.come_forward(), window)
    asking = start_asking(tmp_path)
    with qtbot.waitSignal(window.came_forward, timeout=20_000):
        pass
    assert asking.communicate(timeout=20)[0].strip() == "True"
    assert not window.isMinimized()
    close()


@pytest.mark.parametrize(
    "name", ["/a/Sổ của Ánh, tháng 9.pcmdbak", "/a/two\nlines.pcmdbak", "/a/b\udce9.pcmdbak"]
)
def test_a_file_is_handed_over_by_its_path(
    tmp_path: Path, preferences: Preferences, qtbot: QtBot, name: str
) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    given: list[Path | None] = []
    close = listen(tmp_path, given.append, window)
    asking = start_asking(tmp_path, name)
    qtbot.waitUntil(lambda: bool(given), timeout=20_000)
    assert (asking.communicate(timeout=20)[0].strip(), given) == ("True", [Path(name)])
    close()


def test_whoever_says_too_much_is_not_listened_to(
    tmp_path: Path, preferences: Preferences, qtbot: QtBot
) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    given: list[Path | None] = []
    close = listen(tmp_path, given.append, window)
    socket = QLocalSocket(window)
    socket.connectToServer(server_name(tmp_path))
    with qtbot.waitSignal(socket.disconnected):
        socket.write(b"x" * 100_000)
    assert given == []
    assert not socket.bytesAvailable()
    close()


def test_a_name_that_no_file_has_shows_the_window_alone(
    tmp_path: Path, preferences: Preferences, qtbot: QtBot
) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    given: list[Path | None] = []
    close = listen(tmp_path, given.append, window)
    asking = start_asking(tmp_path, "/" + "x" * 60_000)
    qtbot.waitUntil(lambda: bool(given), timeout=20_000)
    assert (asking.communicate(timeout=20)[0].strip(), given) == ("True", [None])
    close()


def test_nobody_answers_where_nobody_listens(tmp_path: Path) -> None:
    assert not ask_first(tmp_path, patience=0)


def test_a_claim_is_held_once_and_given_up(tmp_path: Path) -> None:
    first, second = Claim(tmp_path / "new"), Claim(tmp_path / "new")
    assert (first.is_held, second.is_held) == (True, False)
    first.release()
    second.release()
    third = Claim(tmp_path / "new")
    assert third.is_held
    third.release()


def test_a_folder_that_takes_no_claim_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    claim = Claim(tmp_path / "file" / "below")
    assert claim.is_held
    claim.release()


def test_a_command_at_work_holds_no_claim(book: Book) -> None:
    claim = Claim(book.folder)
    assert claim.is_held
    claim.release()


def test_the_name_of_the_socket_is_of_the_folder_itself(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path)
    assert server_name(link) == server_name(tmp_path)
    assert server_name(tmp_path / "other") != server_name(tmp_path)
