"""Open the office's book for a command."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from db.backups.before import keep_before, prepare_kept
from db.backups.containers import Keys
from db.keyring.files import load_ring
from db.keyring.signing_in import SignedIn
from db.migrations.store import SCHEMA, schema_of
from db.new_book import take_new_content
from db.office_accounts import admit, key_of_book
from db.places import check_place
from db.rules.backups import Why
from db.sessions import BOOK_NAME, Book
from desktop.cli.signing_in import signed_in
from desktop.paths import data_folder

OFFICER = "pcmd"


def folder_of(arguments: Namespace) -> Path:
    """Return the folder of the office's book: `--data`, or the user's own."""
    return arguments.data or data_folder()


def open_book(arguments: Namespace, *, lock: bool = False) -> Book:
    """Open the book, for writing with `lock`, as who is named by `--user` where it has accounts.

    Raises UnsafeFolder, NotABook, NewerBook, BookDamaged or BookLocked, and what signing in does.
    """
    folder = folder_of(arguments)
    check_place(folder)
    return open_as(folder, signed_in(arguments, folder), lock=lock)


def open_as(folder: Path, who: SignedIn | None, *, lock: bool) -> Book:
    """Open the book for who signed in; raises as `open_book` does."""
    key = key_of_book(folder, who)
    if schema_of(folder / BOOK_NAME, key) != SCHEMA:
        # Under the folder's lock: a window that has the book open must not find it changed.
        with Book(folder, key=key) as book:
            if prepare_kept(folder, keys_for(folder, who), who=_name(who), at=datetime.now()):
                take_new_content(book, who=OFFICER)
    book = Book(folder, lock=lock, key=key)
    try:
        admit(book, who)
    except BaseException:
        book.close()
        raise
    return book


def keys_for(folder: Path, who: SignedIn | None) -> Keys:
    """Return the keys of who signed in; none where the book works without accounts."""
    return Keys(load_ring(folder), who.key) if who else Keys()


def keep_before_step(book: Book, why: Why) -> None:
    """Make a backup before a command's large step; where none can be made the command is refused."""
    keep_before(book, why, who=officer_of(book), at=datetime.now())


def _name(who: SignedIn | None) -> str:
    return who.name if who else OFFICER


def officer_of(book: Book) -> str:
    """Return the name under which a command's changes are logged."""
    return book.officer or OFFICER
