"""Who may do what in an office's book: roles, and the rights that each has; what of it is encrypted."""

from collections.abc import Mapping
from enum import StrEnum


class Right(StrEnum):
    """What one may do besides looking, printing and exporting lists."""

    ENTER = "enter"
    APPROVE = "approve"
    ADMINISTER = "administer"


class Role(StrEnum):
    """What an officer is in the program; an office that works without accounts knows administrators only."""

    READER = "reader"
    ENTRY = "entry"
    APPROVER = "approver"
    ADMINISTRATOR = "administrator"


class Encrypts(StrEnum):
    """What of the office is encrypted on the disk."""

    NOTHING = "nothing"
    BACKUPS = "backups"
    BOOK = "book"


_RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.READER: frozenset(),
    Role.ENTRY: frozenset({Right.ENTER}),
    Role.APPROVER: frozenset({Right.ENTER, Right.APPROVE}),
    Role.ADMINISTRATOR: frozenset(Right),
}


def allows(role: Role, right: Right) -> bool:
    """Tell whether a role has a right."""
    return right in _RIGHTS[role]
