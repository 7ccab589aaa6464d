"""Open the office's book for a command."""

from argparse import Namespace
from pathlib import Path

from db.migrations.store import prepare_store
from db.new_book import take_new_content
from db.places import check_place
from db.sessions import BOOK_NAME, Book
from desktop.paths import data_folder

OFFICER = "pcmd"


def folder_of(arguments: Namespace) -> Path:
    """Return the folder of the office's book: `--data`, or the user's own."""
    return arguments.data or data_folder()


def open_book(arguments: Namespace, *, lock: bool = False) -> Book:
    """Open the book, for writing with `lock`; raises UnsafeFolder, NotABook, NewerBook, BookDamaged or BookLocked."""
    folder = folder_of(arguments)
    check_place(folder)
    if prepare_store(folder / BOOK_NAME):
        with Book(folder) as book:
            take_new_content(book, who=OFFICER)
    return Book(folder, lock=lock)
