"""`pcmd accounts`: who may sign in as what, and passwords. No secret is an argument."""

from argparse import Namespace
from datetime import datetime

from db import office_accounts
from db.keyring.places import has_ring
from db.keyring.ring import Account
from db.keyring.signing_in import SignedIn, ring_in
from db.rules.rights import Encrypts, Role
from db.sessions import Book
from desktop.cli import account_texts as words
from desktop.cli.books import folder_of, open_as, open_book
from desktop.cli.outcome import Outcome
from desktop.cli.signing_in import NoAccounts, ask_new_password, ask_secret, sign_in_asked, signed_in


def list_accounts(arguments: Namespace) -> Outcome:
    """Tell who may sign in as what, and what is encrypted."""
    if not has_ring(folder_of(arguments)):
        return Outcome({"accounts": [], "encrypts": str(Encrypts.NOTHING)}, [words.NO_ACCOUNTS])
    with open_book(arguments) as book:
        ring = ring_in(book.folder)
    accounts = [
        {"name": each.name, "role": str(each.role), "must_change": each.must_change} for each in ring.accounts
    ]
    said = {"accounts": accounts, "encrypts": str(ring.encrypts)}
    return Outcome(said, [words.ENCRYPTS[ring.encrypts], *map(_line, ring.accounts)])


def add(arguments: Namespace) -> Outcome:
    """Add an account, with a password that its owner has to change; raises Refused."""
    book, by = administered(arguments)
    with book:
        role = Role(arguments.role)
        office_accounts.add(book, by, arguments.name, ask_new_password(arguments), role)
    return _done(words.ADDED, arguments.name)


def set_role(arguments: Namespace) -> Outcome:
    """Give an account another role."""
    book, by = administered(arguments)
    with book:
        office_accounts.set_role(book, by, arguments.name, Role(arguments.role))
    return _done(words.ROLE_SET, arguments.name, role=words.ROLE_WORDS[arguments.role])


def reset(arguments: Namespace) -> Outcome:
    """Give an account a password that its owner has to change."""
    book, by = administered(arguments)
    with book:
        office_accounts.reset_password(book, by, arguments.name, ask_new_password(arguments))
    return _done(words.RESET_DONE, arguments.name)


def remove(arguments: Namespace) -> Outcome:
    """Remove an account; what it entered stays."""
    book, by = administered(arguments)
    with book:
        office_accounts.remove(book, by, arguments.name)
    return _done(words.REMOVED, arguments.name)


def change_password(arguments: Namespace) -> Outcome:
    """Change the own password, also one that was given by another."""
    folder = folder_of(arguments)
    if not has_ring(folder):
        raise NoAccounts
    old = ask_secret(arguments, words.OLD_PASSWORD)
    who = sign_in_asked(arguments, folder, old)
    now = datetime.now()
    changed = office_accounts.change_own_password(folder, who, old, ask_new_password(arguments), now)
    open_as(folder, changed, lock=True).close()
    return _done(words.CHANGED, changed.name)


def administered(arguments: Namespace) -> tuple[Book, SignedIn]:
    """Open the book, to be closed by the caller, for who may change accounts; raises NoAccounts or NotAllowed."""
    folder = folder_of(arguments)
    who = signed_in(arguments, folder)
    if who is None:
        raise NoAccounts
    return open_as(folder, who, lock=True), who


def _line(account: Account) -> str:
    note = words.MUST_CHANGE if account.must_change else ""
    return words.LINE.format(name=account.name, role=words.ROLE_WORDS[account.role], note=note)


def _done(line: str, name: str, **facts: str) -> Outcome:
    return Outcome({"name": name, **facts}, [line.format(name=name, **facts)])
