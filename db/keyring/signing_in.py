"""Signing in: a password opens the data key; wrong ones are counted before the answer, and each takes longer."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from db.keyring import sealing
from db.keyring.files import count_in_ring, load_ring, ring_alone
from db.keyring.places import RING_NAME
from db.keyring.ring import Account, Ring, is_sealed, key_by_password
from db.rules.rights import Role


class AccountsMissing(Exception):
    """The book wants accounts, and neither their file nor its copy is there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


class WrongPassword(Exception):
    """The name or the password is wrong; another is taken after `wait`."""

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait
        super().__init__(f"wait {wait}")


class MustWait(Exception):
    """Too many wrong passwords: none is taken before `until`, and none was tried; `wait` is what is left."""

    def __init__(self, until: datetime, wait: timedelta) -> None:
        self.until, self.wait = until, wait
        super().__init__(f"wait until {until}")


class RingTampered(Exception):
    """Somebody without a password changed the file of accounts: only the recovery key opens it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


class AccountEvent(StrEnum):
    """What happened to the accounts, as the log names it."""

    PROTECTED = "protected"
    UNPROTECTED = "unprotected"
    ADDED = "added"
    ROLE_CHANGED = "role_changed"
    REMOVED = "removed"
    PASSWORD_RESET = "password_reset"
    PASSWORD_CHANGED = "password_changed"
    RECOVERED = "recovered"
    RECOVERY_RENEWED = "recovery_renewed"
    ENCRYPTION_CHANGED = "encryption_changed"
    FOUND_CHANGED = "found_changed"


@dataclass(frozen=True)
class SignedIn:
    """Who signed in, and the data key that was opened.

    `event` is what changed the ring before the book was open; whoever opens it logs that.
    """

    name: str
    role: Role
    key: bytes
    must_change: bool = False
    event: AccountEvent | None = None

    @property
    def book_key(self) -> bytes:
        """Return the key of a book that is encrypted as a whole."""
        return sealing.key_for("book", self.key)

    def __repr__(self) -> str:
        # Never the key: this may come into a log.
        return f"SignedIn({self.name!r}, {self.role!r})"


def sign_in(folder: Path, name: str, password: str, now: datetime) -> SignedIn:
    """Sign in by name and password.

    Raises WrongPassword (also of a name that is none), MustWait, RingTampered, RingNotReadable or AccountsMissing.
    """
    with ring_alone(folder):
        ring = ring_in(folder)
        account = ring.account(name)
        if account is not None:
            ring, account = _counted(folder, ring, account, now)
    if account is None:
        _take_as_long(ring.accounts[0], password)
        raise WrongPassword(timedelta())
    key = key_by_password(account, password)
    if key is None:
        raise WrongPassword(_wait_of(account))
    if not is_sealed(ring, key):
        raise RingTampered(folder / RING_NAME)
    _forget_wrong(folder, account.name)
    return SignedIn(account.name, account.role, key, account.must_change)


def ring_in(folder: Path) -> Ring:
    """Return the ring of a folder that has to have one; raises AccountsMissing or RingNotReadable."""
    ring = load_ring(folder)
    if ring is None:
        raise AccountsMissing(folder / RING_NAME)
    return ring


def _counted(folder: Path, ring: Ring, account: Account, now: datetime) -> tuple[Ring, Account]:
    """Count a password as wrong before it is tried: whoever stops the program there gains nothing."""
    until = account.wait_until
    if until is not None and now < until:
        until = _from_now(folder, ring, account, now)
        raise MustWait(until, until - now)
    counted = replace(account, wrong=account.wrong + 1, tried_at=now)
    ring = _with(ring, account, counted)
    count_in_ring(folder, ring)
    return ring, counted


def _from_now(folder: Path, ring: Ring, account: Account, now: datetime) -> datetime:
    """Return the end of the wait; a clock that was set back since neither ends it nor makes it endless."""
    if account.tried_at is not None and account.tried_at > now:
        counted = replace(account, tried_at=now)
        count_in_ring(folder, _with(ring, account, counted))
        account = counted
    assert account.wait_until is not None
    return account.wait_until


def _forget_wrong(folder: Path, name: str) -> None:
    with ring_alone(folder):
        ring = ring_in(folder)
        account = ring.account(name)
        if account is not None and account.wrong:
            count_in_ring(folder, _with(ring, account, replace(account, wrong=0, tried_at=None)))


def _with(ring: Ring, old: Account, new: Account) -> Ring:
    return replace(ring, accounts=tuple(new if account is old else account for account in ring.accounts))


def _wait_of(account: Account) -> timedelta:
    until, tried = account.wait_until, account.tried_at
    return until - tried if until is not None and tried is not None else timedelta()


def _take_as_long(account: Account, password: str) -> None:
    # The time tells nobody which names there are.
    key_by_password(replace(account, name=""), password)
