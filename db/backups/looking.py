"""Look into a backup before anything is restored: what it is, what it holds beside the present book, what it lacks."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from db.backups.containers import Keys, Secret
from db.backups.contents import BookBroken, BookNewer, contents_of, telling_broken
from db.backups.faults import OtherOffice
from db.backups.pools import in_pool
from db.backups.verifying import unpacked
from db.connections import connect
from db.rules.attachments import FOLDER as FILES_FOLDER
from db.rules.backup_manifest import BOOK, Contents, Difference, Manifest, Member, differences
from db.rules.backups import FOLDER

_LAST_STEPS = 8


@dataclass(frozen=True)
class LoggedStep:
    """A step of a backup's log: when, by whom, how many rows it changed."""

    at: str
    who: str
    rows: int


@dataclass(frozen=True)
class Look:
    """A verified backup beside the present book (none where the folder has none that can be read).

    `is_foreign`: it is of another office's book. `missing`: files of evidence that nothing here can bring back.
    `other_accounts`: whether its accounts would take the place of these.
    """

    path: Path
    manifest: Manifest
    present: Contents | None
    steps: tuple[LoggedStep, ...]
    missing: tuple[Member, ...]
    other_accounts: bool

    @property
    def is_foreign(self) -> bool:
        """Tell whether the folder has another office's book."""
        return is_foreign(self.manifest.contents, self.present)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Return the counts of both, kind by kind."""
        return differences(self.manifest.contents, self.present)


def look(path: Path, folder: Path, secret: Secret, keys: Keys) -> Look:
    """Verify a backup whole and look into it; nothing of the office's folder changes.

    Raises BadBackup, SecretWanted, RecoveryKeyMistyped or TargetNotWritable.
    """
    present = present_contents(folder, keys)
    with unpacked(path, folder, secret, keys) as found:
        with closing(connect(found.book, key=found.keys.of_book(found.book), read_only=True)) as connection:
            steps = _last_steps(connection)
        files = found.manifest.files
        missing = tuple(file for file in files if place_of(file, path, folder, found.folder) is None)
    return Look(path, found.manifest, present, steps, missing, takes_accounts(found.keys, keys))


def present_contents(folder: Path, keys: Keys) -> Contents | None:
    """Return what the folder's own book holds, none where there is none that can be read."""
    path = folder / BOOK
    if not path.is_file():
        return None
    try:
        with telling_broken(), closing(connect(path, key=keys.of_book(path), read_only=True)) as connection:
            return contents_of(connection)
    except (BookBroken, BookNewer, OSError):
        return None


def is_foreign(there: Contents, here: Contents | None) -> bool:
    """Tell whether two books are of different offices; a book without an office is nobody's."""
    return here is not None and here.book_key != "" and there.book_key != here.book_key


def refuse_foreign(path: Path, there: Contents, here: Contents | None) -> None:
    """Raise OtherOffice for a backup of another office's book."""
    if is_foreign(there, here):
        raise OtherOffice(path, there.office_name)


def takes_accounts(there: Keys, here: Keys) -> bool:
    """Tell whether the accounts of a backup come with it: those of another data key than the present ones."""
    if there.ring is None:
        return False
    return here.ring is None or here.ring.key_id != there.ring.key_id


def place_of(file: Member, backup: Path, folder: Path, unpacked_to: Path) -> Path | None:
    """Return where a file of evidence can be had: in place, in the backup, beside it, in the office's pool."""
    for root in (folder, unpacked_to):
        path = root / FILES_FOLDER / file.name
        if path.is_file() and path.stat().st_size == file.size:
            return path
    homes = dict.fromkeys((backup.parent, folder / FOLDER))
    found = (in_pool(home, file) for home in homes)
    return next((path for path in found if path is not None), None)


def _last_steps(connection: Connection) -> tuple[LoggedStep, ...]:
    rows = connection.execute(
        "SELECT step.at, step.who, (SELECT count(*) FROM change WHERE step_id = step.id)"
        " FROM step ORDER BY step.id DESC LIMIT ?",
        (_LAST_STEPS,),
    )
    return tuple(LoggedStep(str(at), str(who), int(count)) for at, who, count in rows)
