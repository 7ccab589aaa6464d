"""A backup verified by opening it: its bytes read back, the book inside opened with its key, checked and counted."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from db.backups.containers import Keys, Secret, reading_container
from db.backups.contents import BookBroken, BookNewer, check_book, contents_of
from db.backups.faults import BadBackup
from db.backups.packages import compare, read_manifest, unpack
from db.backups.workshops import workshop
from db.connections import connect
from db.keyring.files import ring_of
from db.keyring.ring import Ring
from db.rules.backup_manifest import BOOK, RING, Manifest


@dataclass(frozen=True)
class Unpacked:
    """A verified backup, unpacked: where its book is and with which keys it opens."""

    folder: Path
    manifest: Manifest
    keys: Keys

    @property
    def book(self) -> Path:
        """Return the file of the book."""
        return self.folder / BOOK


@contextmanager
def unpacked(path: Path, home: Path, secret: Secret, keys: Keys) -> Iterator[Unpacked]:
    """Verify a backup and give it unpacked, below the office's folder `home`, for as long as it is looked at.

    Raises BadBackup, SecretWanted, RecoveryKeyMistyped, and TargetNotWritable where there is no room to open it.
    """
    with workshop(home) as place:
        yield _unpacked(path, place, secret, keys)


def verify(path: Path, home: Path, secret: Secret, keys: Keys) -> Manifest:
    """Verify a backup and return what it says of itself; raises as `unpacked` does."""
    with unpacked(path, home, secret, keys) as found:
        return found.manifest


def read_back(path: Path, secret: Secret, keys: Keys) -> Manifest:
    """Read a backup whole, comparing every byte with what its manifest says, and return that; raises BadBackup.

    For whoever made it just now of a book that was opened and looked through: the same bytes need no second look.
    """
    with _reading(path), reading_container(path, secret, keys) as (file, _):
        return compare(path, file)


def manifest_of(path: Path, secret: Secret, keys: Keys) -> Manifest:
    """Return what a backup says of itself, unverified; raises BadBackup, SecretWanted or RecoveryKeyMistyped."""
    with _reading(path), reading_container(path, secret, keys) as (file, _):
        return read_manifest(path, file)


def _unpacked(path: Path, place: Path, secret: Secret, keys: Keys) -> Unpacked:
    with _reading(path), reading_container(path, secret, keys) as (file, data_key):
        manifest = unpack(path, file, place)
    ring = _ring(path, place)
    same = keys.ring is not None and ring is not None and keys.ring.key_id == ring.key_id
    found = Unpacked(place, manifest, Keys(ring, data_key or (keys.data if same else None)))
    _check(path, found)
    return found


def _ring(path: Path, place: Path) -> Ring | None:
    if not (place / RING).exists():
        return None
    try:
        return ring_of((place / RING).read_bytes())
    except ValueError as error:
        raise BadBackup(path, "changed") from error


def _check(path: Path, found: Unpacked) -> None:
    key = found.keys.of_book(found.book)
    try:
        with closing(connect(found.book, key=key, read_only=True)) as connection:
            contents = contents_of(connection)
            check_book(connection)
    except BookNewer as error:
        raise BadBackup(path, "newer") from error
    except BookBroken as error:
        raise BadBackup(path, "book_broken") from error
    if contents != found.manifest.contents:
        raise BadBackup(path, "other_counts")


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Trouble of the disk that is left is that of reading: what is written tells its own."""
    try:
        yield
    except OSError as error:
        raise BadBackup(path, "missing") from error
