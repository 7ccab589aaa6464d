"""The full check of a book, on connections of its own that only read: beside a window at work, or alone."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from db.attachments.keeping import FileState, state_of
from db.checks import file_checks, row_checks, search_checks
from db.checks.faults import CheckReport, Fault, Kind, Subject
from db.connections import connect, database_errors
from db.records.base import Clock
from db.services.scoring import evidence_files
from db.sessions import BOOK_NAME, Book
from db.trouble import BookDamaged, is_damage

Tell = Callable[[Subject], None]
_INSTRUCTIONS = 200_000
_OF_STATE = {
    FileState.MISSING: Kind.EVIDENCE_MISSING,
    FileState.CHANGED: Kind.EVIDENCE_CHANGED,
    FileState.ASTRAY: Kind.EVIDENCE_ASTRAY,
}
# What reads rows cannot be trusted where the file itself is damaged.
_CHECKS: tuple[tuple[Subject, Callable[[sqlite3.Connection], Iterator[Fault]]], ...] = (
    (Subject.FILE, file_checks.integrity),
    (Subject.LINKS, file_checks.links),
    (Subject.SCHEMA, file_checks.schema),
    (Subject.OFFICE, row_checks.office),
    (Subject.NUMBERS, row_checks.numbers),
    (Subject.SEALED, row_checks.sealed),
    (Subject.SEARCH, search_checks.search),
)


@dataclass
class _Found:
    faults: list[Fault]
    skipped: list[Subject]


def check(book: Book, tell: Tell, *, clock: Clock = datetime.now) -> CheckReport:
    """Look at the whole book and the files beside it; `tell` hears of each subject, often, and may stop it.

    What `tell` raises ends the check and goes on to the caller.
    """
    found = _Found([], [])
    # Opened for writing, of which it does nothing: SQLite leaves constraints out of a book that it may only read.
    with closing(connect(book.folder / BOOK_NAME, key=book.key)) as connection:
        for subject, look in _CHECKS:
            _look(found, subject, partial(look, connection), connection, tell)
    with book.reading() as session:
        own = session.connection().connection.dbapi_connection
        assert own is not None
        for subject, ask in (
            (Subject.HISTORY, row_checks.chain),
            (Subject.EVIDENCE, partial(_evidence, book)),
        ):
            _look(found, subject, partial(ask, session), own, tell)
    return CheckReport(clock(), tuple(found.faults), tuple(found.skipped))


def _look(
    found: _Found,
    subject: Subject,
    look: Callable[[], Iterator[Fault]],
    connection: Any,
    tell: Tell,
) -> None:
    stopped: list[Exception] = []
    tell(subject)
    connection.set_progress_handler(partial(_asked_to_stop, subject, tell, stopped), _INSTRUCTIONS)
    try:
        found.faults += look()
    except _unreadable() as error:
        if stopped:
            raise stopped[0] from error
        _note(found, subject, error)
    finally:
        connection.set_progress_handler(None, 0)


def _unreadable() -> tuple[type[Exception], ...]:
    # A text that is none, a schema that cannot be read: the pages are not what they were.
    return ValueError, TypeError, BookDamaged, SQLAlchemyError, *database_errors()


def _note(found: _Found, subject: Subject, error: Exception) -> None:
    damaged = subject is Subject.FILE or isinstance(error, BookDamaged) or is_damage(error)
    if damaged and all(fault.kind is not Kind.PAGES for fault in found.faults):
        found.faults.append(Fault(Kind.PAGES))
    if subject is not Subject.FILE:
        found.skipped.append(subject)


def _asked_to_stop(subject: Subject, tell: Tell, stopped: list[Exception]) -> bool:
    # An edge: SQLite calls this in the midst of a statement and lets no error through.
    try:
        tell(subject)
    except Exception as error:
        stopped.append(error)
    return bool(stopped)


def _evidence(book: Book, session: Session) -> Iterator[Fault]:
    for item in evidence_files.of_all_sheets(session):
        state = state_of(book.folder, item.file.stored_name, item.file.sha256)
        if state is not FileState.WHOLE:
            example = f"{item.unit}, {item.year}, {item.criterion}"
            yield Fault(_OF_STATE[state], item.file.file_name, example=example)
