"""Backups of an open book, and before what cannot be taken back: a migration, an import, a book that is taken in."""

from datetime import datetime
from pathlib import Path

from db.backups.containers import Keys
from db.backups.keeping import make_kept
from db.backups.making import Made, Order, Tell
from db.keyring.files import load_ring
from db.migrations.store import SCHEMA, prepare_store, schema_of
from db.rules.backups import Why
from db.sessions import BOOK_NAME, Book


def keys_of(book: Book) -> Keys:
    """Return the keys of who has a book open."""
    return Keys(load_ring(book.folder), book.data_key)


def keep_before(book: Book, why: Why, *, who: str, at: datetime, tell: Tell = lambda _: None) -> Made:
    """Make a backup of an open book; raises as `keeping.make_kept` does, and then the step is not to be taken."""
    return make_kept(Order(book.folder, why, who, at, keys_of(book), tell=tell))


def prepare_kept(folder: Path, keys: Keys, *, who: str, at: datetime) -> bool:
    """Bring a book to the schema of this program, one of an older schema after a backup; tell whether it was one.

    Raises as `prepare_store` and `keeping.make_kept` do; without its backup no book is changed.
    """
    path = folder / BOOK_NAME
    key = keys.of_book(path)
    if schema_of(path, key) < SCHEMA:
        make_kept(Order(folder, Why.UPGRADE, who, at, keys))
    return prepare_store(path, key)
