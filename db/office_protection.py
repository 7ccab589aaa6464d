"""Whether an office works with accounts, its recovery key, and what of it is encrypted."""

from dataclasses import replace
from pathlib import Path

from db import book_encryption
from db.keyring import changes
from db.keyring.files import drop_ring, ring_alone, save_ring
from db.keyring.ring import NewRing, Ring, sealed, with_recovery
from db.keyring.signing_in import AccountEvent, SignedIn, ring_in
from db.office_accounts import changed
from db.rules.rights import Encrypts, Right, Role
from db.services import account_log, rights
from db.sessions import Book


def protect(book: Book, made: NewRing) -> SignedIn:
    """Put accounts beside an open book that had none, and go on as the first of them.

    What the ring says of encrypting holds for backups; for the book `encrypt` does it, once the accounts are there.
    """
    first = made.ring.accounts[0]
    ring = changes.encrypting(made.ring, made.key, _without_book(made.ring.encrypts))
    with book.writing(who=first.name, right=Right.ADMINISTER) as session:
        account_log.note(session, None, ring, AccountEvent.PROTECTED)
        with ring_alone(book.folder):
            save_ring(book.folder, ring)
    book.role, book.officer, book.data_key = first.role, first.name, made.key
    return SignedIn(first.name, first.role, made.key)


def encrypt(book: Book, by: SignedIn, encrypts: Encrypts) -> Ring:
    """Encrypt the book, its backups or nothing; the book is written anew where it has to be.

    No session may be open. Raises NotAllowed, EncryptionMissing, TargetNotWritable or NotRewritten; all then stays.
    """
    rights.check(book.role, Right.ADMINISTER)
    # The file first: its beginning tells what it is, and a ring that says otherwise is mended at the next start.
    book.rewrite(by.book_key if encrypts == Encrypts.BOOK else None, book_encryption.rewrite)
    return changed(
        book, by, lambda ring: changes.encrypting(ring, by.key, encrypts), AccountEvent.ENCRYPTION_CHANGED
    )


def unprotect(book: Book, by: SignedIn) -> None:
    """Work without accounts from now on; the book is not encrypted any more. No session may be open."""
    rights.check(book.role, Right.ADMINISTER)
    book.rewrite(None, book_encryption.rewrite)
    with book.writing(who=by.name, right=Right.ADMINISTER) as session:
        account_log.note(session, ring_in(book.folder), None, AccountEvent.UNPROTECTED)
    # Last: a ring beside a book that is not guarded asks for a password once more; the other way round locks out.
    drop_ring(book.folder)
    book.role, book.officer, book.data_key = Role.ADMINISTRATOR, "", None


def renewed_recovery(folder: Path, by: SignedIn) -> NewRing:
    """Return the ring with another recovery key, to be shown; nothing is kept before `keep_recovery`."""
    return with_recovery(ring_in(folder), by.key)


def keep_recovery(book: Book, by: SignedIn, renewed: NewRing) -> Ring:
    """Keep a recovery key that was shown and written down; the one before opens nothing any more."""

    def change(ring: Ring) -> Ring:
        return sealed(replace(ring, recovery=renewed.ring.recovery), by.key)

    return changed(book, by, change, AccountEvent.RECOVERY_RENEWED)


def _without_book(encrypts: Encrypts) -> Encrypts:
    return Encrypts.BACKUPS if encrypts == Encrypts.BOOK else encrypts
