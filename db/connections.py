"""Every connection to the file of a book: plain SQLite, or SQLCipher where the whole book is encrypted.

SQLite before 3.51.3 can corrupt a WAL database that two connections write through, so exactly one connection ever
writes to a book (`db.sessions`), and the folder's lock keeps every other process out.
"""

import sqlite3
import sys
from pathlib import Path
from typing import Any

# What Debian 12 brings; older ones were not tried.
MINIMUM_SQLITE = (3, 40, 0)
_PLAIN = b"SQLite format 3\0"
_KEY_BYTES = 32
_SQLCIPHER = "sqlcipher3.dbapi2"


class OldSqlite(Exception):
    """SQLite is older than what the book needs."""

    def __init__(self, found: str) -> None:
        self.found = found
        self.wanted = ".".join(map(str, MINIMUM_SQLITE))
        super().__init__(f"SQLite {found}, {self.wanted} is needed")


class EncryptionMissing(Exception):
    """The book is encrypted as a whole, and this installation has not what reads it."""


def driver(key: bytes | None) -> Any:
    """Return the module whose `connect` opens a book with this key; raises EncryptionMissing or OldSqlite."""
    module = sqlite3 if key is None else _sqlcipher()
    if module.sqlite_version_info < MINIMUM_SQLITE:
        raise OldSqlite(module.sqlite_version)
    return module


def connect(
    path: Path, *, key: bytes | None = None, read_only: bool = False, timeout: float = 10
) -> sqlite3.Connection:
    """Open a book's file, for any thread; with a key of 32 bytes an encrypted one.

    A wrong key shows at the first statement only, as "file is not a database". `read_only` opens nothing that is not
    there and changes nothing. The connection of an encrypted book is SQLCipher's, which has the same methods.
    """
    mode = "ro" if read_only else "rwc"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    module = driver(key)
    connection: sqlite3.Connection = module.connect(
        address, uri=True, timeout=timeout, check_same_thread=False
    )
    if key is not None:
        unlock(connection, key)
    return connection


def is_plain(path: Path) -> bool:
    """Tell whether a file begins as an unencrypted SQLite database does; raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def can_encrypt() -> bool:
    """Tell whether this installation can encrypt a whole book."""
    try:
        _sqlcipher()
    except EncryptionMissing:
        return False
    return True


def database_errors() -> tuple[type[Exception], ...]:
    """Return the root of the errors of each driver that is loaded: SQLCipher's are no sqlite3 errors."""
    loaded = sys.modules.get(_SQLCIPHER)
    return (sqlite3.Error,) if loaded is None else (sqlite3.Error, loaded.Error)


def unlock(connection: sqlite3.Connection, key: bytes) -> None:
    """Give SQLCipher's connection the key of its book, before anything else is asked of it."""
    if len(key) != _KEY_BYTES:
        raise ValueError(f"a key has {_KEY_BYTES} bytes")
    # A wrong key is told by an error; SQLCipher would write lines of its own beside it.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # A raw key: it is random already, so that no time goes into stretching it.
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def _sqlcipher() -> Any:
    # Loaded by the first encrypted book only; an extra of the installation.
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise EncryptionMissing from error
    return dbapi2
