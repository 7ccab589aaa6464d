"""The ring of a PC's accounts: who may sign in as what, and the locks of the one data key. Never changed in place."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from db.keyring import sealing
from db.keyring.sealing import Lock
from db.rules import recovery_keys
from db.rules.accounts import as_typed, wait_after
from db.rules.rights import Encrypts, Role
from db.rules.text import cleaned, folded

VERSION = 1
_RECOVERY = "recovery"
# No wait after a wrong password may run out of the calendar.
_LAST_YEAR = 9_000


@dataclass(frozen=True)
class Account:
    """Who may sign in. `must_change`: the password was given by another; `wrong` passwords since `tried_at`."""

    name: str
    role: Role
    lock: Lock
    must_change: bool = False
    wrong: int = 0
    tried_at: datetime | None = None

    @property
    def wait_until(self) -> datetime | None:
        """Return before when no password is taken, none where one may try at once."""
        wait = wait_after(self.wrong)
        return self.tried_at + wait if self.tried_at and wait else None


@dataclass(frozen=True)
class Ring:
    """The accounts in the order in which they were made, and the recovery lock; `key_id` names the data key."""

    accounts: tuple[Account, ...]
    recovery: Lock
    encrypts: Encrypts
    key_id: str
    seal: str = ""

    def account(self, name: str) -> Account | None:
        """Return the account of a name, however its letters are written."""
        return next((account for account in self.accounts if folded(account.name) == folded(name)), None)

    @property
    def administrators(self) -> tuple[Account, ...]:
        """Return the accounts that may change accounts; there is always one left."""
        return tuple(account for account in self.accounts if account.role == Role.ADMINISTRATOR)

    @property
    def digest(self) -> str:
        """Return the SHA-256 of what the seal is written under, as the book's log keeps it."""
        return hashlib.sha256(self.sealed_text().encode()).hexdigest()

    def sealed_text(self) -> str:
        """Return what the seal is written under: everything but the count of wrong passwords."""
        plain = plain_of(replace(self, accounts=tuple(map(_untried, self.accounts))))
        del plain["seal"]
        return json.dumps(plain, sort_keys=True)


@dataclass(frozen=True)
class NewRing:
    """A ring that was just made, its data key, and the recovery key that is printed now and kept nowhere."""

    ring: Ring
    key: bytes
    recovery_key: str


def new_ring(name: str, password: str, encrypts: Encrypts) -> NewRing:
    """Make the ring of an office whose first account is an administrator's."""
    key = sealing.new_key()
    ring = Ring((), sealing.locked(key, b"", _RECOVERY), encrypts, _key_id(key))
    return with_recovery(with_account(ring, key, name, password, Role.ADMINISTRATOR), key)


def key_by_password(account: Account, password: str) -> bytes | None:
    """Return the data key that an account's password opens, none where it is wrong."""
    return sealing.opened(account.lock, password_bytes(password), _label(account.name))


def key_by_recovery(ring: Ring, typed: str) -> bytes | None:
    """Return the data key that a typed recovery key opens, none for another office's; raises RecoveryKeyMistyped."""
    return sealing.opened(ring.recovery, recovery_keys.read(typed), _RECOVERY)


def with_account(
    ring: Ring, key: bytes, name: str, password: str, role: Role, *, must_change: bool = False
) -> Ring:
    """Return the ring with one more account, or with another password and role for the one of this name."""
    old = ring.account(name)
    said = old.name if old else cleaned(name)
    new = Account(said, role, _lock(key, said, password), must_change)
    accounts = [new if account is old else account for account in ring.accounts]
    return sealed(replace(ring, accounts=tuple(accounts if old else [*accounts, new])), key)


def with_recovery(ring: Ring, key: bytes) -> NewRing:
    """Return the ring with another recovery key; the one before opens nothing any more."""
    secret = secrets.token_bytes(recovery_keys.BYTES)
    ring = replace(ring, recovery=sealing.locked(key, secret, _RECOVERY))
    return NewRing(sealed(ring, key), key, recovery_keys.written(secret))


def sealed(ring: Ring, key: bytes) -> Ring:
    """Return the ring with the seal that says that a holder of the key wrote it so."""
    return replace(ring, seal=sealing.seal_of(ring.sealed_text(), key))


def is_sealed(ring: Ring, key: bytes) -> bool:
    """Tell whether nobody without the key changed the ring, and whether it is this key's."""
    return ring.key_id == _key_id(key) and sealing.is_sealed(ring.sealed_text(), ring.seal, key)


def plain_of(ring: Ring) -> dict[str, Any]:
    """Return the ring as JSON holds it; there is no secret in it that a password does not lock."""
    return {
        "version": VERSION,
        "encrypts": str(ring.encrypts),
        "key_id": ring.key_id,
        "accounts": [_account_plain(account) for account in ring.accounts],
        "recovery": sealing.lock_plain(ring.recovery),
        "seal": ring.seal,
    }


def ring_from(plain: Mapping[str, Any]) -> Ring:
    """Return the ring that JSON holds; raises KeyError, TypeError or ValueError for what is none."""
    if plain["version"] != VERSION:
        raise ValueError("version")
    accounts = tuple(_account_from(account) for account in plain["accounts"])
    if not accounts:
        raise ValueError("accounts")
    return Ring(
        accounts,
        sealing.lock_from(plain["recovery"]),
        Encrypts(plain["encrypts"]),
        _whole_text(plain["key_id"]),
        _whole_text(plain["seal"]),
    )


def _lock(key: bytes, name: str, password: str) -> Lock:
    return sealing.locked(key, password_bytes(password), _label(name))


def password_bytes(password: str) -> bytes:
    """Return what is stretched of a password."""
    # A terminal of another encoding may bring what is no letter: it is a wrong password, not our fault.
    return as_typed(password).encode(errors="surrogatepass")


def _label(name: str) -> str:
    return f"account {folded(name)}"


def _key_id(key: bytes) -> str:
    return hashlib.sha256(sealing.key_for("name", key)).hexdigest()[:16]


def _untried(account: Account) -> Account:
    return replace(account, wrong=0, tried_at=None)


def _account_plain(account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "role": str(account.role),
        "lock": sealing.lock_plain(account.lock),
        "must_change": account.must_change,
        "wrong": account.wrong,
        "tried_at": account.tried_at.isoformat() if account.tried_at else None,
    }


def _account_from(plain: Mapping[str, Any]) -> Account:
    tried = datetime.fromisoformat(plain["tried_at"]) if plain["tried_at"] else None
    if tried is not None and (tried.tzinfo is not None or tried.year > _LAST_YEAR):
        raise ValueError("when it was tried")
    return Account(
        _whole_text(plain["name"]),
        Role(plain["role"]),
        sealing.lock_from(plain["lock"]),
        bool(plain["must_change"]),
        int(plain["wrong"]),
        tried,
    )


def _whole_text(value: Any) -> str:
    """Return a text; raises ValueError for one with half a letter in it, which JSON can hold and no file can."""
    text = str(value)
    text.encode()
    return text
