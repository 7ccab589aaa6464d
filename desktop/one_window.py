"""One window for a folder: who starts it a second time is shown the first.

The operating system's lock on a file of the folder is the truth, taken before anything is painted and released when
the process ends, however it does. Over a local socket the second starter asks the first to show itself. What a killed
process left of its socket is in nobody's way: only who holds the lock listens, and puts it aside first.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

CLAIM_NAME = "so-pcmd.cua-so"
# The first window may be starting itself on a slow machine: it listens once painted, and answers between imports.
_PATIENCE_S = 45.0
_ANSWER_MS = 3_000
_PAUSE_S = 0.05
_ASKED, _SHOWN = b"show\n", b"shown\n"
_ANY_PROCESS = -1  # ASFW_ANY


class Claim:
    """The right to be the window of a folder. Where a folder takes no lock, everybody has it: the book has its own."""

    def __init__(self, folder: Path) -> None:
        self._file: BinaryIO | None = None
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = (folder / CLAIM_NAME).open("ab")
        self.is_held = self._file is None or _took(self._file)

    def try_again(self) -> bool:
        """Return whether it is held by now: who had it may have ended."""
        self.is_held = self.is_held or self._file is None or _took(self._file)
        return self.is_held

    def release(self) -> None:
        """Let the next starter be the window."""
        if self._file is not None:
            self._file.close()


def server_name(folder: Path) -> str:
    """Return the name of the socket of a folder and a user."""
    import hashlib  # Only wanted now: the window is painted without it.

    whose = f"{os.path.normcase(os.path.realpath(folder))}\n{_user()}"
    return f"pcmd-{hashlib.sha256(whose.encode()).hexdigest()[:24]}"


def ask_first(folder: Path, claim: Claim | None = None, *, patience: float = _PATIENCE_S) -> bool:
    """Ask the first window to show itself and return whether it did; waits up to `patience` seconds for it.

    A first one that ends meanwhile leaves its claim: then this is the first, and nobody has to be asked.
    """
    _let_come_forward()
    end = time.monotonic() + patience
    while not _is_shown(server_name(folder)):
        if time.monotonic() >= end or (claim is not None and claim.try_again()):
            return False
        time.sleep(_PAUSE_S)
    return True


def listen(folder: Path, show: Callable[[], None], parent: "QObject") -> Callable[[], None]:
    """Call `show` for each other starter from now on, until what is returned is called. The claim must be held."""
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(parent)
    name = server_name(folder)
    QLocalServer.removeServer(name)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(lambda: _answer(server, show))
    # Without a socket the second starter is told instead of shown: no reason not to open.
    server.listen(name)
    return server.close


def _answer(server: "QObject", show: Callable[[], None]) -> None:
    from PySide6.QtNetwork import QLocalServer

    assert isinstance(server, QLocalServer)
    while (socket := server.nextPendingConnection()) is not None:
        socket.disconnected.connect(socket.deleteLater)
        show()
        socket.write(_SHOWN)
        socket.flush()


def _is_shown(name: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(_ASKED)
    answered = socket.waitForReadyRead(_ANSWER_MS) and socket.readAll().data() == _SHOWN
    socket.abort()
    return answered


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


if sys.platform == "win32":
    import msvcrt

    def _took(file: BinaryIO) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_come_forward() -> None:
        import ctypes

        # Windows lets only the process that the officer is working with put a window in front, or whom it allows.
        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
else:
    import fcntl

    def _took(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # A file system without locks.
        return True

    def _let_come_forward() -> None:
        """Elsewhere the first window may ask for it itself."""
