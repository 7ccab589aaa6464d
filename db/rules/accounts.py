"""Accounts of a PC: how they are named, which passwords are taken, how long one waits after wrong ones."""

import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from db.rules.findings import Finding
from db.rules.text import cleaned, folded

SHORTEST, LONGEST = 8, 128
_MOST_NAME = 60
# Two slips are forgiven; from the third on each wait is twice the one before.
_FREE, _FIRST, _LONGEST_WAIT = 2, timedelta(seconds=5), timedelta(minutes=5)


def name_findings(name: str, others: Iterable[str]) -> list[Finding]:
    """Return what is wrong with the name of a new account beside the names of the others."""
    if not cleaned(name):
        return [Finding("required", "name")]
    if len(cleaned(name)) > _MOST_NAME:
        return [Finding("account_name_long", "name", facts={"maximum": str(_MOST_NAME)})]
    if folded(name) in {folded(other) for other in others}:
        return [Finding("account_name_taken", "name", cleaned(name))]
    return []


def password_findings(password: str, name: str) -> list[Finding]:
    """Return what is wrong with a new password; never the password itself."""
    said = as_typed(password)
    if len(said) < SHORTEST:
        return [Finding("password_short", "password", facts={"minimum": str(SHORTEST)})]
    if len(said) > LONGEST:
        return [Finding("password_long", "password", facts={"maximum": str(LONGEST)})]
    if folded(said) == folded(name) or len(set(said)) < 3:
        return [Finding("password_plain", "password")]
    return []


def as_typed(password: str) -> str:
    """Return a password in one form, whichever keyboard or input method composed its letters."""
    return unicodedata.normalize("NFKC", password)


def wait_after(wrong: int) -> timedelta:
    """Return how long to wait after so many wrong passwords in a row."""
    if wrong <= _FREE:
        return timedelta()
    # Far beyond the longest wait the doubling would only grow too large a number.
    doublings = min(wrong - _FREE - 1, 10)
    return min(_FIRST * (1 << doublings), _LONGEST_WAIT)
