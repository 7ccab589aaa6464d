"""Changes of the ring, as values: each raises what is wrong with it, and leaves at least one administrator."""

from dataclasses import replace

from db.keyring.ring import Account, Ring, sealed, with_account
from db.rules.accounts import name_findings, password_findings
from db.rules.findings import Finding, Refused, Unknown
from db.rules.rights import Encrypts, Role


class LastAdministrator(Exception):
    """Nobody would be left who may change accounts."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


class PasswordUsed(Exception):
    """The new password is the one that was to be replaced."""


def account_of(ring: Ring, name: str) -> Account:
    """Return the account of a name; raises Unknown."""
    account = ring.account(name)
    if account is None:
        raise Unknown("account", name, tuple(each.name for each in ring.accounts))
    return account


def added(ring: Ring, key: bytes, name: str, password: str, role: Role) -> Ring:
    """Return the ring with one more account, whose owner chooses another password first; raises Refused."""
    _check(
        name_findings(name, (account.name for account in ring.accounts)) + password_findings(password, name)
    )
    return with_account(ring, key, name, password, role, must_change=True)


def in_role(ring: Ring, key: bytes, name: str, role: Role) -> Ring:
    """Return the ring with an account in another role; raises Unknown or LastAdministrator."""
    account = account_of(ring, name)
    changed = tuple(replace(each, role=role) if each is account else each for each in ring.accounts)
    return _ruled(replace(ring, accounts=changed), key, account)


def removed(ring: Ring, key: bytes, name: str) -> Ring:
    """Return the ring without an account; raises Unknown or LastAdministrator."""
    account = account_of(ring, name)
    left = tuple(each for each in ring.accounts if each is not account)
    return _ruled(replace(ring, accounts=left), key, account)


def reset(ring: Ring, key: bytes, name: str, password: str) -> Ring:
    """Return the ring with a password that its owner has to change; raises Unknown or Refused."""
    account = account_of(ring, name)
    _check(password_findings(password, account.name))
    return with_account(ring, key, account.name, password, account.role, must_change=True)


def with_own_password(ring: Ring, key: bytes, name: str, password: str) -> Ring:
    """Return the ring with a password of the owner's own choice; raises Unknown or Refused."""
    account = account_of(ring, name)
    _check(password_findings(password, account.name))
    return with_account(ring, key, account.name, password, account.role)


def encrypting(ring: Ring, key: bytes, encrypts: Encrypts) -> Ring:
    """Return the ring that says what is encrypted."""
    return sealed(replace(ring, encrypts=encrypts), key)


def _ruled(ring: Ring, key: bytes, touched: Account) -> Ring:
    if not ring.administrators:
        raise LastAdministrator(touched.name)
    return sealed(ring, key)


def _check(findings: list[Finding]) -> None:
    if findings:
        raise Refused(findings)
