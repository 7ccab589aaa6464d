"""Make the book of a new office: whole or not at all."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from db.keyring.files import save_ring, set_ring_aside
from db.keyring.ring import NewRing
from db.keyring.sealing import key_for
from db.keyring.signing_in import AccountEvent
from db.migrations.store import create_store
from db.places import check_place
from db.records.base import Clock
from db.rules.periods import DECREE_09
from db.rules.rights import Encrypts
from db.rules.units import UnitLine
from db.services import account_log, content, offices, units
from db.services.offices import OfficeInfo, OfficeNames
from db.sessions import BOOK_NAME, Book, Session


class BookExists(Exception):
    """The folder holds an office's book already; it is never written over."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"{folder} holds a book")


@dataclass(frozen=True)
class NewOffice:
    """What a new office is made from: a list of units of a day, its unit's code, its names (none: the usual ones)."""

    lines: Sequence[UnitLine]
    file_name: str
    code: str
    on: date
    names: OfficeNames | None = None
    cut_off: str = DECREE_09.name
    sample: bool = False


def make_book(
    folder: Path,
    office: NewOffice,
    *,
    who: str,
    clock: Clock = datetime.now,
    protection: NewRing | None = None,
) -> OfficeInfo:
    """Make the book in `folder`; raises UnsafeFolder, BookExists, Refused or Unknown, and then there is none.

    `protection` are its accounts; without them whoever opens the folder may do all.

    A folder that takes nothing raises OSError, a disk that is full later TargetNotWritable.
    """
    check_place(folder)
    if (folder / BOOK_NAME).exists():
        raise BookExists(folder)
    folder.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    try:
        key = _book_key(protection)
        create_store(workshop / BOOK_NAME, key)
        with Book(workshop, clock=clock, key=key) as book, book.writing(who=who) as session:
            made = _make_office(session, office)
            if protection is not None:
                account_log.note(session, None, protection.ring, AccountEvent.PROTECTED)
        # A ring without a book opens the backups of one that is gone: it is kept under another name.
        set_ring_aside(folder)
        if protection is not None:
            save_ring(folder, protection.ring)
        put_in_place(workshop / BOOK_NAME, folder / BOOK_NAME)
    finally:
        shutil.rmtree(workshop)
    return made


def _book_key(protection: NewRing | None) -> bytes | None:
    if protection is None or protection.ring.encrypts != Encrypts.BOOK:
        return None
    return key_for("book", protection.key)


def take_new_content(book: Book, *, who: str) -> None:
    """Give a book that was made by an older program the content that this one ships and it does not hold."""
    with book.writing(who=who) as session:
        content.ship(session)


def put_in_place(made: Path, book: Path) -> None:
    """Put a finished book's file where the folder's book belongs; there is none yet."""
    for suffix in ("-wal", "-shm"):
        # Left by a book that was taken away: SQLite would play it into the new one.
        book.with_name(book.name + suffix).unlink(missing_ok=True)
    made.replace(book)


def _make_office(session: Session, office: NewOffice) -> OfficeInfo:
    units.load(session, office.lines, on=office.on, file_name=office.file_name)
    unit = units.find(session, office.code, office.on)
    names = office.names or offices.usual_names(session, unit, office.on)
    offices.create(session, unit=unit, names=names, cut_off=office.cut_off, sample=office.sample)
    return offices.current(session)
