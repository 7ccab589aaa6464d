"""One window for a folder: who starts it a second time is shown the first.

The operating system's lock on a file of the folder is the truth, taken before anything is painted and released when
the process ends, however it does. Over a local socket the second starter asks the first to show itself, and hands
over the path of the file that it was started with, if there was one. What a killed process left of its socket is in
nobody's way: only who holds the lock listens, and puts it aside first.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtNetwork import QLocalSocket

CLAIM_NAME = "so-pcmd.cua-so"
# The first window may be starting itself on a slow machine: it listens once painted, and answers between imports.
_PATIENCE_S = 45.0
_ANSWER_MS = 3_000
_PAUSE_S = 0.05
# What is asked is a path, or nothing, and an end that no path can hold.
_END, _SHOWN = b"\0", b"shown\n"
_LONGEST = 32_768
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


def ask_first(
    folder: Path, claim: Claim | None = None, *, given: Path | None = None, patience: float = _PATIENCE_S
) -> bool:
    """Ask the first window to show itself and return whether it did; waits up to `patience` seconds for it.

    It gets the `given` file to offer. A first one that ends meanwhile leaves its claim: then this is the first, and
    nobody has to be asked.
    """
    _let_come_forward()
    asked = _asked(given)
    end = time.monotonic() + patience
    while not _is_shown(server_name(folder), asked):
        if time.monotonic() >= end or (claim is not None and claim.try_again()):
            return False
        time.sleep(_PAUSE_S)
    return True


def listen(folder: Path, show: Callable[[Path | None], None], parent: "QObject") -> Callable[[], None]:
    """Call `show` for each other starter from now on, until what is returned is called. The claim must be held.

    It gets the path that the other was started with. Nothing is known of that but that it is a path.
    """
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(parent)
    name = server_name(folder)
    QLocalServer.removeServer(name)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(lambda: _answer(server, show))
    # Without a socket the second starter is told instead of shown: no reason not to open.
    server.listen(name)
    return server.close


def _answer(server: "QObject", show: Callable[[Path | None], None]) -> None:
    from PySide6.QtNetwork import QLocalServer

    assert isinstance(server, QLocalServer)
    while (socket := server.nextPendingConnection()) is not None:
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(partial(_read, socket, show))
        _read(socket, show)


def _read(socket: "QLocalSocket", show: Callable[[Path | None], None]) -> None:
    said = bytes(socket.peek(_LONGEST).data())
    if _END in said:
        socket.readAll()
        socket.write(_SHOWN)
        socket.flush()
        show(_path_of(said))
    elif len(said) == _LONGEST:
        socket.abort()


def _asked(given: Path | None) -> bytes:
    path = os.fsencode(given) if given is not None else b""
    # A name that long is no file's: the window comes forward all the same.
    return (path if len(path) < _LONGEST else b"") + _END


def _path_of(said: bytes) -> Path | None:
    path = said.partition(_END)[0]
    try:
        return Path(os.fsdecode(path)) if path else None
    except UnicodeDecodeError:  # Windows knows names that are no text; nobody sends one.
        return None


def _is_shown(name: str, asked: bytes) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(asked)
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
