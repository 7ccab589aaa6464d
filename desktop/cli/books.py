"""Open the office's book for a command."""

from argparse import Namespace
from pathlib import Path

from db.keyring.signing_in import SignedIn
from db.migrations.store import prepare_store
from db.new_book import take_new_content
from db.office_accounts import admit, key_of_book
from db.places import check_place
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
    if prepare_store(folder / BOOK_NAME, key):
        with Book(folder, key=key) as book:
            take_new_content(book, who=OFFICER)
    book = Book(folder, lock=lock, key=key)
    try:
        admit(book, who)
    except BaseException:
        book.close()
        raise
    return book


def officer_of(book: Book) -> str:
    """Return the name under which a command's changes are logged."""
    return book.officer or OFFICER
