"""The open book: one SQLite file, one connection that writes (why: `db.connections`), short sessions for reading."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import URL, Engine, ExceptionContext, create_engine, event
from sqlalchemy import Connection as EngineConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from db.connections import BOOK_NAME, connect, driver
from db.records.base import Base, Clock
from db.rules.rights import Right, Role
from db.rules.text import sort_key
from db.services import content, rights
from db.services.entering import change_log, history_chain
from db.services.searching import search_index
from db.trouble import BookDamaged, BookGone, reason_of, telling, trouble_with

__all__ = ["BOOK_NAME", "Book", "BookLocked", "Session"]

LOCK_NAME = "so-pcmd.lock"
# The folder, the key of the book as it is, the key that it gets.
Rewriting = Callable[[Path, bytes | None, bytes | None], None]

# A book that was tampered with gets no function of ours called, and a page that cannot be is told at once.
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
    "cache_size = -16000",
)


# What SQLite says where a statement, or the schema itself, names what the schema has not.
_LACKING = re.compile(
    r"(?:no such (?:table|column|module|function): |table \S+ has no column named )(?P<name>[^\s;]+)"
)


class BookLocked(Exception):
    """Another process has the office's folder open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"{folder} is open elsewhere")


class Book:
    """An office's open book. Only `lock=True` may write; a command that only reads can stand beside the window.

    `key` (32 bytes) opens a book that is encrypted as a whole; raises EncryptionMissing where that cannot be read here.
    Wherever it shows, a full disk or a folder without rights is told as TargetNotWritable of the book's file, what
    cannot be read in it as BookDamaged, a drive that was pulled out as BookGone.
    """

    def __init__(
        self, folder: Path, *, lock: bool = True, clock: Clock = datetime.now, key: bytes | None = None
    ) -> None:
        self.folder = folder
        self.key = key
        self._clock = clock
        self._lock = lock_folder(folder) if lock else None
        self._reader, self._writer = self._engines()
        self._mark = _mark_of(folder / BOOK_NAME)
        self._content: dict[object, object] = {}
        # Who signs in brings role and name of the account; an office without accounts has one officer, who may do all.
        self.role = Role.ADMINISTRATOR
        self.officer = ""
        # What the accounts lock: it seals the backups of an office that encrypts them.
        self.data_key: bytes | None = None

    @property
    def can_write(self) -> bool:
        """Tell whether this is the one that has the folder's lock."""
        return self._writer is not None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that can only read."""
        # Nobody else writes into a locked book: what was read of its content holds until this one writes.
        info = {content.KEPT: self._content} if self._writer is not None else {}
        with Session(self._reader, info=info) as session:
            yield session

    @contextmanager
    def writing(self, *, who: str, right: Right | None = Right.ENTER) -> Iterator[Session]:
        """Open a session whose changes are logged as one step by `who`; commits at the end, an error rolls back.

        Raises NotAllowed where the role of this book has not the right; none: what the program itself notes.
        """
        if self._writer is None:
            raise BookLocked(self.folder)
        if right is not None:
            rights.check(self.role, right)
        self._check_place()
        info = {"who": who, "clock": self._clock, rights.ROLE: self.role}
        with Session(self._writer, info=info) as session:
            change_log.attach(session)
            yield session
            search_index.catch_up(session)
            history_chain.seal(session)
            session.commit()
            self._content = {}

    def rewrite(self, key: bytes | None, write: Rewriting) -> None:
        """Let the book's file be written anew under another key, and go on with it; the folder stays locked.

        No session may be open. Where writing raises, the book goes on as it was.
        """
        if self._lock is None:
            raise BookLocked(self.folder)
        self._disconnect()
        try:
            write(self.folder, self.key, key)
            self.key = key
        finally:
            self._reader, self._writer = self._engines()
            self._mark = _mark_of(self.folder / BOOK_NAME)

    def close(self) -> None:
        """Close the readers, then the writer (it folds the write-ahead log back), then release the folder."""
        self._disconnect()
        if self._lock is not None:
            self._lock.release()

    def _engines(self) -> tuple[Engine, Engine | None]:
        path = self.folder / BOOK_NAME
        writer = _engine(path, self.key, read_only=False) if self._lock is not None else None
        return _engine(path, self.key, read_only=True), writer

    def _disconnect(self) -> None:
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _check_place(self) -> None:
        # SQLite goes on writing into a file that was deleted under it, and all would be lost at the end.
        path = self.folder / BOOK_NAME
        if self._mark is not None and _mark_of(path) != self._mark:
            raise BookGone(path)


def lock_folder(folder: Path) -> FileLock:
    """Take the lock of an office's folder; raises BookLocked, or TargetNotWritable where it takes none."""
    # One lock for all threads: the one that opens the book need not be the one that closes it.
    lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)
    with telling(folder / BOOK_NAME):
        try:
            lock.acquire()
        except Timeout:
            raise BookLocked(folder) from None
    return lock


def _mark_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one of its name; nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _engine(path: Path, key: bytes | None, *, read_only: bool) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=path.as_posix()),
        hide_parameters=True,  # They are what officers typed.
        module=driver(key),
        creator=partial(connect, path, key=key),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=4 if read_only else 0,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Connection, _: Any) -> None:
        connection.isolation_level = None  # Transactions begin below, not where sqlite3 guesses.
        prepare_connection(connection)
        if read_only:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "handle_error")
    def _tell(context: ExceptionContext) -> Exception | None:
        trouble = trouble_of(context, path, read_only=read_only)
        return BookGone(path) if trouble is not None and not path.exists() else trouble

    @event.listens_for(engine, "begin")
    def _begin(connection: EngineConnection) -> None:
        # Whatever a session reads is of one moment, though another thread writes meanwhile.
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def trouble_of(context: ExceptionContext, path: Path, *, read_only: bool = False) -> Exception | None:
    """Return what to raise in the place of an error of disk, folder or file; nothing for any other."""
    error = context.original_exception
    if read_only and reason_of(error) == "no_permission" and context.connection is not None:
        return None  # A session that only reads was asked to write: our own fault.
    if _lacks_what_is_ours(str(error), context.statement or ""):
        return BookDamaged(path)
    return trouble_with(path, error)


def _lacks_what_is_ours(words: str, statement: str) -> bool:
    """Tell whether the schema of a book has another name where it should have ours: a byte of its text was flipped.

    A name that neither our records have nor the schema brought is a mistake of the statement, our own fault.
    """
    if words.startswith("foreign key mismatch"):
        return True
    found = _LACKING.match(words)
    if found is None:
        return False
    name = found["name"].rpartition(".")[2]
    tables = Base.metadata.tables
    ours = name in tables or any(name in table.columns for table in tables.values())
    return ours or name not in statement


def prepare_connection(connection: Connection) -> None:
    """Set what every connection to a book needs: foreign keys, safe writing, Vietnamese order as `vn_sort(text)`."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("vn_sort", 1, _sort_key_or_none, deterministic=True)


@lru_cache(maxsize=65_536)
def _sort_key_or_none(text: str | None) -> str | None:
    return None if text is None else sort_key(text)
