"""The accounts of an open book: every change stands in the ring's file and in the book's log.

The log is written first and committed last: where the file cannot be written nothing is logged, and where the program
dies between the two, the next start finds a ring that the log does not know, and says so.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from db.connections import is_plain
from db.keyring import changes
from db.keyring.files import ring_alone, save_ring
from db.keyring.places import RING_NAME
from db.keyring.ring import Ring
from db.keyring.signing_in import AccountEvent, AccountsMissing, SignedIn, ring_in, sign_in
from db.migrations.store import NotABook, schema_of
from db.rules.accounts import as_typed
from db.rules.rights import Encrypts, Right, Role
from db.services import account_log, offices
from db.services.account_log import Known
from db.sessions import BOOK_NAME, Book


class RingForeign(Exception):
    """The file of accounts is another book's, or one from before the accounts were made anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


def admit(book: Book, signed_in: SignedIn | None) -> None:
    """Let who signed in work in the open book; nobody where it works without accounts.

    What the ring has become since it was last logged is logged now. Raises AccountsMissing or RingForeign.
    """
    with book.reading() as session:
        guarded = offices.is_guarded(session)
    if signed_in is None:
        if guarded:
            raise AccountsMissing(book.folder / RING_NAME)
        return
    ring = ring_in(book.folder)
    with book.reading() as session:
        known = account_log.known(session, ring)
    if known == Known.FOREIGN:
        raise RingForeign(book.folder / RING_NAME)
    book.role, book.officer, book.data_key = signed_in.role, signed_in.name, signed_in.key
    if book.can_write:
        _note_what_became(book, signed_in, ring, known)


def key_of_book(folder: Path, signed_in: SignedIn | None) -> bytes | None:
    """Return what opens the book's file, none for one that is not encrypted; raises RingForeign."""
    path = folder / BOOK_NAME
    if signed_in is None or not path.is_file() or is_plain(path):
        return None
    try:
        schema_of(path, signed_in.book_key)
    except NotABook as error:
        raise RingForeign(folder / RING_NAME) from error
    return signed_in.book_key


def key_of_damaged(folder: Path, signed_in: SignedIn | None) -> bytes | None:
    """Return what may open the book's file, of which nothing is asked: it may be damaged."""
    path = folder / BOOK_NAME
    return None if signed_in is None or not path.is_file() or is_plain(path) else signed_in.book_key


def add(book: Book, by: SignedIn, name: str, password: str, role: Role) -> Ring:
    """Add an account; raises Refused."""
    return changed(
        book, by, lambda ring: changes.added(ring, by.key, name, password, role), AccountEvent.ADDED
    )


def set_role(book: Book, by: SignedIn, name: str, role: Role) -> Ring:
    """Give an account another role; raises Unknown or LastAdministrator."""
    return changed(
        book, by, lambda ring: changes.in_role(ring, by.key, name, role), AccountEvent.ROLE_CHANGED
    )


def remove(book: Book, by: SignedIn, name: str) -> Ring:
    """Remove an account; what it entered keeps its name. Raises Unknown or LastAdministrator."""
    return changed(book, by, lambda ring: changes.removed(ring, by.key, name), AccountEvent.REMOVED)


def reset_password(book: Book, by: SignedIn, name: str, password: str) -> Ring:
    """Give an account a password that its owner has to change; raises Unknown or Refused."""
    return changed(
        book, by, lambda ring: changes.reset(ring, by.key, name, password), AccountEvent.PASSWORD_RESET
    )


def change_own_password(folder: Path, by: SignedIn, old: str, new: str, now: datetime) -> SignedIn:
    """Give oneself another password, the old one asked for; whoever has the book open logs the event of the answer.

    Raises as `sign_in` does, Refused, and PasswordUsed where the new one is the old one.
    """
    sign_in(folder, by.name, old, now)
    if as_typed(old) == as_typed(new):
        raise changes.PasswordUsed
    with ring_alone(folder):
        save_ring(folder, changes.with_own_password(ring_in(folder), by.key, by.name, new))
    return replace(by, must_change=False, event=AccountEvent.PASSWORD_CHANGED)


def note_own_password(book: Book, by: SignedIn) -> None:
    """Log that somebody changed the own password while the book was open."""
    ring = ring_in(book.folder)
    with book.writing(who=by.name, right=None) as session:
        account_log.note(session, ring, ring, AccountEvent.PASSWORD_CHANGED)


def changed(book: Book, by: SignedIn, change: Callable[[Ring], Ring], event: AccountEvent) -> Ring:
    """Change the ring: its file, and a row in the log of the book; raises NotAllowed, and what the change does."""
    with ring_alone(book.folder), book.writing(who=by.name, right=Right.ADMINISTER) as session:
        before = ring_in(book.folder)
        ring = change(before)
        account_log.note(session, before, ring, event)
        save_ring(book.folder, ring)
    return ring


def _note_what_became(book: Book, signed_in: SignedIn, ring: Ring, known: Known) -> None:
    now = _as_on_disk(ring, book, signed_in)
    if known == Known.AS_NOTED and now is ring:
        return
    usual = AccountEvent.ENCRYPTION_CHANGED if known == Known.AS_NOTED else AccountEvent.FOUND_CHANGED
    with book.writing(who=signed_in.name, right=None) as session:
        account_log.note(session, None if known == Known.NEW else ring, now, signed_in.event or usual)
        if now is not ring:
            save_ring(book.folder, now)


def _as_on_disk(ring: Ring, book: Book, signed_in: SignedIn) -> Ring:
    """Return the ring, made to say whether the book is encrypted where a break left it saying otherwise."""
    encrypted = not is_plain(book.folder / BOOK_NAME)
    if encrypted == (ring.encrypts == Encrypts.BOOK):
        return ring
    return changes.encrypting(ring, signed_in.key, Encrypts.BOOK if encrypted else Encrypts.BACKUPS)
