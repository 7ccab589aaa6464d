"""Restore a book from a backup: whole or not at all, the present one kept as a backup and set aside as it is."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from db import book_encryption
from db.attachments.paths import flush_folder
from db.backups.containers import Keys, Secret
from db.backups.faults import BadBackup
from db.backups.keeping import make_kept
from db.backups.looking import place_of, present_contents, refuse_foreign, takes_accounts
from db.backups.making import Order
from db.backups.pools import bring_back
from db.backups.verifying import Unpacked, unpacked
from db.connections import connect, database_errors
from db.keyring.files import save_ring
from db.keyring.places import COPY_NAME, RING_NAME
from db.rules.attachments import FOLDER as FILES_FOLDER
from db.rules.backup_manifest import BOOK, Manifest, Member
from db.rules.backups import FOLDER, Why
from db.sessions import LOCK_NAME, BookLocked
from db.trouble import BookDamaged, TargetNotWritable, telling

RESTORING, KEEPING = "restoring", "keeping"
_BESIDE = ("-wal", "-shm", "-journal")
_ASIDE, _STAMP = "so-cu", "2026-11-26 1042"
# What stands in the backup of the present book as well; the newest ones do, each is as large as the book.
_MOST_ASIDE = 3


@dataclass(frozen=True)
class Restored:
    """A book that is in place. `kept` is the backup of the one before, `aside` the folder of its files as they were.

    `missing` are files of evidence that nothing could bring back; `took_accounts`: the backup's accounts hold now.
    """

    manifest: Manifest
    kept: Path | None
    aside: Path | None
    missing: tuple[Member, ...]
    took_accounts: bool


def restore(path: Path, secret: Secret, order: Order) -> Restored:
    """Put the book of a backup in the place of the one in `order.folder`, which nobody may have open.

    Raises BookLocked, BadBackup, SecretWanted, RecoveryKeyMistyped, OtherOffice, TargetNotWritable or
    BackupNotVerified; the present book then stays as it was.
    """
    order.folder.mkdir(parents=True, exist_ok=True)
    with _alone(order.folder), unpacked(path, order.folder, secret, order.keys) as found:
        present = present_contents(order.folder, order.keys)
        refuse_foreign(path, found.manifest.contents, present)
        takes = takes_accounts(found.keys, order.keys)
        _prepare(path, found, order.keys, takes=takes)
        kept = _keep_present(order) if present is not None else None
        try:
            aside = _set_aside(order)
        except TargetNotWritable:
            # Nothing was restored: on a full disk it would only take room.
            if kept is not None:
                kept.unlink(missing_ok=True)
            raise
        order.tell(RESTORING)
        with telling(order.folder / BOOK):
            _fold(order)
            _put_in_place(found, order.folder, takes=takes)
        missing = _bring_files(found, path, secret, order)
        if aside is not None:
            _drop_asides(aside)
    return Restored(found.manifest, kept, aside, missing, takes)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that nobody opens the book meanwhile."""
    lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)
    with telling(folder / BOOK):
        try:
            lock.acquire()
        except Timeout:
            raise BookLocked(folder) from None
    try:
        yield
    finally:
        lock.release()


def _prepare(path: Path, found: Unpacked, keys: Keys, *, takes: bool) -> None:
    """Let the unpacked book be opened by the ring that will stand beside it, or without one; raises BadBackup."""
    if takes:
        return
    if keys.ring is not None and keys.data is None:
        raise BadBackup(path, "no_key")
    book_encryption.rewrite(found.folder, found.keys.of_book(found.book), keys.wanted_of_book)
    if keys.ring is None:
        with telling(found.book), closing(connect(found.book)) as connection, connection:
            # It comes without its accounts: nobody could sign in.
            connection.execute("UPDATE office SET guarded = 0")


def _keep_present(order: Order) -> Path | None:
    """Back the present book up; none of one that a page is damaged of: its files, set aside as they are, are all."""
    order.tell(KEEPING)
    try:
        return make_kept(replace(order, why=Why.RESTORE)).path
    except BookDamaged:
        return None


def _set_aside(order: Order) -> Path | None:
    """Copy the files of the present book as they are, sound or not; none where there is none."""
    files = [order.folder / (BOOK + suffix) for suffix in ("", *_BESIDE)]
    files += [order.folder / name for name in (RING_NAME, COPY_NAME)]
    present = [file for file in files if file.is_file()]
    if not (order.folder / BOOK).exists():
        return None
    home = _free_folder(order.folder / FOLDER, f"{_ASIDE} {order.at:%Y-%m-%d %H%M}")
    with telling(home):
        home.mkdir(parents=True)
        try:
            _copy_all(present, home)
        except BaseException:
            shutil.rmtree(home, ignore_errors=True)
            raise
    return home


def _drop_asides(newest: Path) -> None:
    """Delete the folders of older books but the newest; one that cannot be deleted stays until the next time."""
    others = [path for path in newest.parent.glob(f"{_ASIDE} *") if path.is_dir() and path != newest]
    for path in sorted(others, key=_set_aside_at, reverse=True)[_MOST_ASIDE - 1 :]:
        shutil.rmtree(path, ignore_errors=True)


def _set_aside_at(folder: Path) -> tuple[str, int]:
    # Its name tells: a day, a time, and a number where one minute has several.
    name = folder.name.removeprefix(f"{_ASIDE} ")
    number = name[len(_STAMP) :].strip()
    return name[: len(_STAMP)], int(number) if number.isdecimal() else 1


def _copy_all(files: Iterable[Path], home: Path) -> None:
    for file in files:
        shutil.copy2(file, home / file.name)
        with (home / file.name).open("rb+") as copy:
            os.fsync(copy.fileno())
    flush_folder(home)


def _fold(order: Order) -> None:
    """Let nothing of the present book lie in its log, which goes before it does; one that is damaged stands aside."""
    path = order.folder / BOOK
    if path.is_file():
        with suppress(*database_errors()), closing(connect(path, key=order.keys.of_book(path))) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _put_in_place(found: Unpacked, folder: Path, *, takes: bool) -> None:
    with found.book.open("rb+") as written:
        os.fsync(written.fileno())
    for suffix in _BESIDE:
        # Of the book before, which stands aside whole: SQLite would play it into the new one.
        (folder / (BOOK + suffix)).unlink(missing_ok=True)
    found.book.replace(folder / BOOK)
    if takes and found.keys.ring is not None:
        save_ring(folder, found.keys.ring)
    flush_folder(folder)


def _bring_files(found: Unpacked, path: Path, secret: Secret, order: Order) -> tuple[Member, ...]:
    """Put evidence that the folder has not back into it; return what could not be had."""
    missing = []
    for file in found.manifest.files:
        target = order.folder / FILES_FOLDER / file.name
        place = place_of(file, path, order.folder, found.folder)
        if place == target:
            continue
        keys = found.keys if found.keys.data is not None else order.keys
        if place is None or not bring_back(place, target, file, secret, keys):
            missing.append(file)
    return tuple(missing)


def _free_folder(home: Path, name: str) -> Path:
    number, path = 1, home / name
    while path.exists():
        number += 1
        path = home / f"{name} {number}"
    return path
