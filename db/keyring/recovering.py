"""The recovery key: it lets an administrator in who forgot the password, and mends a ring that was tampered with."""

from dataclasses import replace
from pathlib import Path

from db.keyring.files import copy_of_ring, ring_alone, save_ring
from db.keyring.ring import Ring, is_sealed, key_by_recovery, sealed, with_account
from db.keyring.signing_in import AccountEvent, SignedIn, ring_in
from db.rules.accounts import password_findings
from db.rules.findings import Refused
from db.rules.rights import Role


class RecoveryKeyForeign(Exception):
    """The recovery key is typed without a slip, but is another office's, or one that was replaced since."""


class NotAnAdministrator(Exception):
    """The recovery key sets the password of an administrator only; `names` are theirs."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(", ".join(names))


def recoverable(folder: Path, typed: str) -> tuple[str, ...]:
    """Return whose password the typed recovery key may set; none is left: a new name may be given.

    Raises RecoveryKeyMistyped, RecoveryKeyForeign, RingNotReadable or AccountsMissing.
    """
    ring, _ = _opened(folder, typed)
    return tuple(account.name for account in ring.administrators)


def recover(folder: Path, typed: str, name: str, new_password: str) -> SignedIn:
    """Give an administrator a new password by the recovery key, and sign that one in.

    What somebody changed in the file without a password does not count: the copy of the last change does, and where
    that agrees no better everybody else becomes a reader.
    Raises as `recoverable` does, NotAnAdministrator, and Refused for a password that is none.
    """
    findings = password_findings(new_password, name)
    if findings:
        raise Refused(findings)
    with ring_alone(folder):
        ring, key = _opened(folder, typed)
        administrators = tuple(account.name for account in ring.administrators)
        named = ring.account(name)
        if administrators and (named is None or named.role != Role.ADMINISTRATOR):
            raise NotAnAdministrator(administrators)
        ring = with_account(ring, key, name, new_password, Role.ADMINISTRATOR)
        save_ring(folder, ring)
    account = ring.account(name)
    assert account is not None
    return SignedIn(account.name, account.role, key, event=AccountEvent.RECOVERED)


def _opened(folder: Path, typed: str) -> tuple[Ring, bytes]:
    """Return the ring that can be trusted, and its key."""
    ring = ring_in(folder)
    key = key_by_recovery(ring, typed)
    copy = copy_of_ring(folder)
    if key is None and copy is not None:
        # Of a file from elsewhere the copy knows better.
        ring, key = copy, key_by_recovery(copy, typed)
    if key is None:
        raise RecoveryKeyForeign
    if is_sealed(ring, key):
        return ring, key
    return (copy, key) if copy is not None and is_sealed(copy, key) else (_mended(ring, key), key)


def _mended(ring: Ring, key: bytes) -> Ring:
    """Return a ring that nobody vouches for with everybody as a reader."""
    readers = tuple(replace(account, role=Role.READER) for account in ring.accounts)
    return sealed(replace(ring, accounts=readers), key)
