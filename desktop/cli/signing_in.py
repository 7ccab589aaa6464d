"""Who runs a command on a book with accounts: `--user NAME`, the password from the terminal or standard input."""

import sys
from argparse import Namespace
from datetime import datetime
from getpass import getpass
from pathlib import Path

from db.keyring.places import has_ring
from db.keyring.signing_in import SignedIn, sign_in
from desktop.cli import account_texts


class SignInNeeded(Exception):
    """The book has accounts, and nobody was named."""


class NoAccounts(Exception):
    """Somebody was named to a book that works without accounts."""


class MustChangePassword(Exception):
    """The password was given by another and has to be changed before any work."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


class PasswordsDiffer(Exception):
    """The new password was typed in two ways."""


def signed_in(arguments: Namespace, folder: Path) -> SignedIn | None:
    """Sign in who is named, none where the book works without accounts.

    Raises SignInNeeded, NoAccounts, MustChangePassword, or what `sign_in` does.
    """
    if not has_ring(folder):
        if arguments.user is not None:
            raise NoAccounts
        return None
    who = sign_in_asked(arguments, folder)
    if who.must_change:
        raise MustChangePassword(who.name)
    return who


def sign_in_asked(arguments: Namespace, folder: Path, password: str | None = None) -> SignedIn:
    """Sign in who is named, also with a password to be changed; raises SignInNeeded, or what `sign_in` does."""
    if arguments.user is None:
        raise SignInNeeded
    if password is None:
        password = ask_secret(arguments, account_texts.PASSWORD)
    return sign_in(folder, arguments.user, password, datetime.now())


def ask_new_password(arguments: Namespace, words: str = account_texts.NEW_PASSWORD) -> str:
    """Ask for a new password, at the terminal twice; raises PasswordsDiffer."""
    password = ask_secret(arguments, words)
    if not arguments.password_stdin and ask_secret(arguments, account_texts.AGAIN) != password:
        raise PasswordsDiffer
    return password


def ask_secret(arguments: Namespace, words: str) -> str:
    """Ask at the terminal, unseen, or take the next line of standard input; a secret is never an argument."""
    if arguments.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    # Its own words go to the terminal, so that standard output holds the answer only.
    return getpass(f"{words}: ", sys.stderr)
