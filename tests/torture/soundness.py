"""What is wrong with an office's folder after it was tortured; nothing, if the program is right."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import text

from db.rules.backups import FOLDER
from db.services.entering.history_chain import hash_of
from db.sessions import BOOK_NAME, LOCK_NAME, Book, BookLocked, Session
from tests.helpers.sample_records import contents

# What stands in the folder of an office whose book is open.
_KNOWN = {
    *(BOOK_NAME + suffix for suffix in ("", "-wal", "-shm")),
    LOCK_NAME,
    "cua-so.ini",
    "so-pcmd.log",
    # The mark and the trace of a program that runs, by which the next start knows of the end.
    "so-pcmd.dang-mo",
    "so-pcmd.vet-loi",
    FOLDER,
}


def complaints(folder: Path, key: bytes | None = None) -> list[str]:
    """Open the book as a new start does, and tell what is wrong with it."""
    try:
        with Book(folder, key=key) as book, book.reading() as session:
            return list(_wrong(session))
    except BookLocked:
        return ["the folder is still locked"]


def digest(book: Book) -> str:
    """Return a short name of all that the book's tables hold, without the log and drafts."""
    return sha256(repr(contents(book)).encode()).hexdigest()[:20]


def strangers(folder: Path) -> list[str]:
    """Return the files that lie in the folder and are none of the book's own."""
    return sorted(path.name for path in folder.iterdir() if path.name not in _KNOWN)


def last_step(book: Book) -> int:
    """Return the number of the last step of the log."""
    with book.reading() as session:
        return int(session.scalar(text("SELECT coalesce(max(id), 0) FROM step")) or 0)


def _wrong(session: Session) -> Iterator[str]:
    for pragma, good in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        found = [tuple(row) for row in session.execute(text(f"PRAGMA {pragma}"))]
        if found != good:
            yield f"{pragma} says {found[:3]}"
    if session.scalar(text("SELECT count(*) FROM search_queue")):
        yield "changed rows are missing in the index of words"
    connection = session.connection()
    for number, said in session.execute(text("SELECT id, hash FROM step ORDER BY id")).all():
        if hash_of(connection, number) != said:
            yield f"the chain of the log breaks at step {number}"
            return
