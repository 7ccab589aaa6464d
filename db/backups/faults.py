"""What can be wrong with a backup; in each case the present book and the backups before it stay as they are."""

from pathlib import Path
from typing import Literal

Fault = Literal[
    "missing",
    "folder",
    "empty",
    "other_kind",
    "broken",
    "changed",
    "book_broken",
    "newer",
    "other_counts",
    "no_key",
]


class BadBackup(Exception):
    """A file is no backup that can be used, and why."""

    def __init__(self, path: Path, fault: Fault) -> None:
        self.path = path
        self.fault = fault
        super().__init__(f"{path}: {fault}")


class BackupNotVerified(Exception):
    """A backup that was just made did not hold when it was read back; it was deleted."""

    def __init__(self, path: Path, fault: Fault) -> None:
        self.path = path
        self.fault = fault
        super().__init__(f"{path}: {fault}")


class SecretWanted(Exception):
    """A backup is encrypted, and no password was given that opens it; `wrong` tells whether one was given."""

    def __init__(self, path: Path, *, wrong: bool) -> None:
        self.path = path
        self.wrong = wrong
        super().__init__(f"{path}: {'wrong password' if wrong else 'password wanted'}")


class OtherOffice(Exception):
    """A backup is of another office's book than the one that stands in the folder."""

    def __init__(self, path: Path, office: str) -> None:
        self.path = path
        self.office = office
        super().__init__(f"{path}: {office}")
