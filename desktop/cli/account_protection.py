"""`pcmd accounts`: accounts on and off, the recovery key, what is encrypted."""

from argparse import Namespace

from db import office_protection
from db.keyring.places import has_ring
from db.keyring.recovering import recover
from db.keyring.ring import new_ring
from db.rules.accounts import name_findings, password_findings
from db.rules.findings import Refused
from db.rules.rights import Encrypts
from desktop.cli import account_texts as words
from desktop.cli.accounts import administered
from desktop.cli.books import folder_of, open_as, open_book
from desktop.cli.outcome import Outcome
from desktop.cli.signing_in import ask_new_password, ask_secret


class AccountsThere(Exception):
    """The book has accounts already."""


def protect_book(arguments: Namespace) -> Outcome:
    """Put accounts beside the book, the first an administrator's; the recovery key is told this once."""
    if has_ring(folder_of(arguments)):
        raise AccountsThere
    with open_book(arguments, lock=True) as book:
        password = ask_new_password(arguments)
        findings = name_findings(arguments.name, ()) + password_findings(password, arguments.name)
        if findings:
            raise Refused(findings)
        encrypts = Encrypts(arguments.encrypt)
        made = new_ring(arguments.name, password, encrypts)
        who = office_protection.protect(book, made)
        if encrypts == Encrypts.BOOK:
            office_protection.encrypt(book, who, encrypts)
    lines = [words.PROTECTED.format(name=who.name), f"  {made.recovery_key}", words.FINAL]
    return Outcome({"name": who.name, "recovery_key": made.recovery_key, "encrypts": str(encrypts)}, lines)


def recover_account(arguments: Namespace) -> Outcome:
    """Give an administrator a new password by the recovery key."""
    folder = folder_of(arguments)
    typed = ask_secret(arguments, words.RECOVERY)
    who = recover(folder, typed, arguments.name, ask_new_password(arguments))
    open_as(folder, who, lock=True).close()
    return Outcome({"name": who.name}, [words.RECOVERED.format(name=who.name)])


def renew_recovery(arguments: Namespace) -> Outcome:
    """Make another recovery key, told this once; the one before opens nothing any more."""
    book, by = administered(arguments)
    with book:
        renewed = office_protection.renewed_recovery(book.folder, by)
        office_protection.keep_recovery(book, by, renewed)
    return Outcome({"recovery_key": renewed.recovery_key}, [words.RENEWED, f"  {renewed.recovery_key}"])


def encrypt(arguments: Namespace) -> Outcome:
    """Encrypt the book, its backups or nothing."""
    book, by = administered(arguments)
    with book:
        ring = office_protection.encrypt(book, by, Encrypts(arguments.what))
    return Outcome({"encrypts": str(ring.encrypts)}, [words.ENCRYPTS[ring.encrypts]])


def unprotect_book(arguments: Namespace) -> Outcome:
    """Work without accounts from now on, and without encryption."""
    book, by = administered(arguments)
    with book:
        office_protection.unprotect(book, by)
    return Outcome({"encrypts": str(Encrypts.NOTHING)}, [words.UNPROTECTED])
