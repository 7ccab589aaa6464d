"""Make a backup: a snapshot of the book, packed, read back from the disk and verified before it takes its place."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from db.attachments.keeping import located
from db.backups.containers import Keys, Sealing, Secret, sealing_for, writing_container
from db.backups.contents import BookBroken, BookNewer, check_book, contents_of, files_of, telling_broken
from db.backups.faults import BackupNotVerified, BadBackup
from db.backups.packages import Packed, write_package
from db.backups.verifying import read_back
from db.backups.workshops import read_from_disk, workshop
from db.connections import connect, is_plain
from db.keyring.files import ring_bytes
from db.rules.attachments import FOLDER
from db.rules.backup_manifest import BOOK, FILES, RING, Contents, Manifest, Member
from db.rules.backups import Why
from db.trouble import BookDamaged, telling
from db.whole_files import replacing

Tell = Callable[[str], None]
SNAPSHOT, PACKING, VERIFYING = "snapshot", "packing", "verifying"
_PROGRAM = "pcmd"


@dataclass(frozen=True)
class Order:
    """Which office's book is backed up, by whom and why. `keys` are the office's; `tell` hears what is being done.

    `sealed` encrypts a backup that the office did not choose to encrypt, by the accounts that it has.
    """

    folder: Path
    why: Why
    who: str
    at: datetime
    keys: Keys = field(default_factory=Keys)
    sealed: bool = False
    tell: Tell = lambda _: None


@dataclass(frozen=True)
class Alone:
    """A backup that stands for itself: with the files of evidence inside, by a password, with or without accounts."""

    password: str = ""
    with_accounts: bool = True


@dataclass(frozen=True)
class Made:
    """A verified backup. `missing` are files of evidence that rows name and the folder has not."""

    path: Path
    manifest: Manifest
    missing: tuple[Member, ...] = ()


@dataclass(frozen=True)
class _Packing:
    order: Order
    alone: Alone | None
    contents: Contents
    files: tuple[Member, ...]
    place: Path


def make(order: Order, target: Path, alone: Alone | None = None) -> Made:
    """Write a backup to a file and verify it; it is there whole and sound, or not at all.

    The snapshot is read by a connection of its own: whoever writes meanwhile goes on writing. Raises
    TargetNotWritable, BackupNotVerified, BookDamaged, and BadBackup for a newer book or where the keys are wanted.
    """
    with workshop(order.folder) as place:
        order.tell(SNAPSHOT)
        contents, files = _snapshot(order, place / BOOK)
        packing = _Packing(order, alone, contents, files, place)
        with replacing(target) as temporary, ThreadPoolExecutor(1) as beside:
            # The snapshot is looked through while it is packed; what is read back is the same, byte by byte.
            sound = beside.submit(_look_through, order, place / BOOK)
            order.tell(PACKING)
            manifest = _pack(packing, temporary)
            order.tell(VERIFYING)
            _verify(packing, manifest, temporary, target)
            sound.result()
    present = _present(order.folder, files) if alone is not None else ()
    missing = tuple(file for file in files if alone is not None and file not in present)
    return Made(target, manifest, missing)


def _snapshot(order: Order, target: Path) -> tuple[Contents, tuple[Member, ...]]:
    source = order.folder / BOOK
    key = order.keys.of_book(source)
    try:
        with (
            telling_broken(),
            telling(target),
            closing(connect(source, key=key, read_only=True)) as book,
            closing(connect(target, key=key)) as copy,
        ):
            for pragma in ("synchronous = OFF", "journal_mode = OFF"):
                copy.execute(f"PRAGMA {pragma}")
            book.backup(copy)
            # A file that stands alone: no log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            return contents_of(copy), files_of(copy)
    except BookNewer as error:
        raise BadBackup(source, "newer") from error
    except (BookBroken, BookDamaged) as error:
        raise BookDamaged(source) from error


def _look_through(order: Order, snapshot: Path) -> None:
    try:
        with closing(connect(snapshot, key=order.keys.of_book(snapshot), read_only=True)) as connection:
            check_book(connection)
    except BookBroken as error:
        raise BookDamaged(order.folder / BOOK) from error


def _pack(packing: _Packing, temporary: Path) -> Manifest:
    packed = [Packed(BOOK, packing.place / BOOK), *_ring(packing), *_evidence(packing)]
    order, files = packing.order, packing.files
    manifest = Manifest(
        _program(),
        order.at,
        order.who,
        order.why,
        packing.contents,
        files=files,
        files_inside=bool(packing.alone),
    )
    manifest = replace(manifest, members=tuple(item.member() for item in packed))
    with writing_container(temporary, _sealing(packing)) as file:
        write_package(file, manifest, packed)
    with temporary.open("rb+") as written:
        os.fsync(written.fileno())
    return manifest


def _verify(packing: _Packing, manifest: Manifest, temporary: Path, target: Path) -> None:
    password = packing.alone.password if packing.alone else ""
    read_from_disk(temporary)
    try:
        found = read_back(temporary, Secret(password), packing.order.keys)
        if found != manifest:
            raise BadBackup(target, "changed")
    except BadBackup as error:
        raise BackupNotVerified(target, error.fault) from error


def _sealing(packing: _Packing) -> Sealing | None:
    order, alone = packing.order, packing.alone or Alone()
    wanted = order.keys.seal_backups or order.sealed
    if wanted and order.keys.data is None:
        raise BadBackup(order.folder / BOOK, "no_key")
    by = order.keys if wanted and _with_accounts(packing) else Keys()
    return sealing_for(by, alone.password, order.at, packing.contents.office_name)


def _with_accounts(packing: _Packing) -> bool:
    # Nobody could open a book that is encrypted as a whole without the ring that holds its key.
    return packing.alone is None or packing.alone.with_accounts or not is_plain(packing.place / BOOK)


def _ring(packing: _Packing) -> Sequence[Packed]:
    ring = packing.order.keys.ring
    if ring is None or not _with_accounts(packing):
        return ()
    path = packing.place / RING
    path.write_bytes(ring_bytes(ring))
    return (Packed(RING, path),)


def _evidence(packing: _Packing) -> list[Packed]:
    if packing.alone is None:
        return []
    folder = packing.order.folder
    return [
        Packed(FILES + file.name, folder / FOLDER / file.name) for file in _present(folder, packing.files)
    ]


def _present(folder: Path, files: Sequence[Member]) -> tuple[Member, ...]:
    found = ((file, located(folder, file.name)) for file in files)
    return tuple(file for file, path in found if path is not None and path.is_file())


def _program() -> str:
    try:
        return version(_PROGRAM)
    except PackageNotFoundError:
        return ""
