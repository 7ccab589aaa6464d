"""The outer file of a backup: the package itself, or encrypted under a head that says whose passwords open it.

The head (JSON, in the clear) holds the ring of that day, so that any account's password of then or the recovery key
opens the file, or the lock of one password that was given for it. Every chunk is bound to the head.
"""

import hashlib
import io
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from db.backups.chunks import ChunkChanged, OpenedReader, SealingWriter
from db.backups.faults import BadBackup, SecretWanted
from db.connections import is_plain
from db.keyring import sealing
from db.keyring.ring import Ring, key_by_password, key_by_recovery, password_bytes, plain_of, ring_from
from db.keyring.sealing import Lock
from db.rules.rights import Encrypts

_MAGIC = b"PCMDBAK1"
_PACKAGE = b"PK\x03\x04"
_LENGTH = 4
_MOST_HEAD = 2**19
_LABEL = "backup"
_SALT_BYTES = 16
# What trying a password on a head may cost: some two hundred accounts of ours, each in the memory of a small PC.
_MOST_WORK_KIB, _MOST_MEMORY_KIB = 200 * 2 * 19_456, 2**17


@dataclass(frozen=True)
class Keys:
    """The ring of an office and its data key; both none where it works without accounts."""

    ring: Ring | None = None
    data: bytes | None = None

    def of_book(self, path: Path) -> bytes | None:
        """Return what opens the file of a book, none for a plain one, as its beginning tells, and for none."""
        plain = self.data is None or not path.is_file() or is_plain(path)
        return None if plain or self.data is None else sealing.key_for("book", self.data)

    @property
    def wanted_of_book(self) -> bytes | None:
        """Return the key that the office wants its book to have, none where it is not to be encrypted."""
        whole = self.ring is not None and self.ring.encrypts is Encrypts.BOOK
        return sealing.key_for("book", self.data) if whole and self.data is not None else None

    @property
    def seal_backups(self) -> bool:
        """Tell whether the office chose that its backups are encrypted."""
        return self.ring is not None and self.ring.encrypts is not Encrypts.NOTHING


@dataclass(frozen=True)
class Secret:
    """What a person typed to open a backup: a password, or the recovery key."""

    password: str = ""
    recovery_key: str = ""


@dataclass(frozen=True)
class Head:
    """Who opens an encrypted backup: accounts of a ring, one password, or both; of when and whose it is."""

    salt: bytes
    made_at: datetime
    office: str
    ring: Ring | None = None
    lock: Lock | None = None

    def key(self, path: Path, secret: Secret, keys: Keys) -> bytes:
        """Return the data key by the keys at hand, else by what was typed; raises SecretWanted, RecoveryKeyMistyped."""
        ours = self.ring is not None and keys.ring is not None and self.ring.key_id == keys.ring.key_id
        found = keys.data if ours and keys.data is not None else self._by_secret(secret)
        if found is None:
            raise SecretWanted(path, wrong=bool(secret.password or secret.recovery_key))
        return found

    def _by_secret(self, secret: Secret) -> bytes | None:
        if secret.recovery_key and self.ring is not None:
            return key_by_recovery(self.ring, secret.recovery_key)
        if not secret.password:
            return None
        if self.lock is not None:
            found = sealing.opened(self.lock, password_bytes(secret.password), _LABEL)
            if found is not None:
                return found
        accounts = self.ring.accounts if self.ring else ()
        tried = (key_by_password(account, secret.password) for account in accounts)
        return next((key for key in tried if key is not None), None)


@dataclass(frozen=True)
class Sealing:
    """How a backup is encrypted: under which head, with which data key."""

    head: Head
    key: bytes


def sealing_for(keys: Keys, password: str, made_at: datetime, office: str) -> Sealing | None:
    """Return how a backup is encrypted by the office's keys, by a password, or by both; none where by neither."""
    ring = keys.ring if keys.data is not None else None
    if ring is None and not password:
        return None
    key = keys.data if ring is not None and keys.data is not None else sealing.new_key()
    lock = sealing.locked(key, password_bytes(password), _LABEL) if password else None
    return Sealing(Head(secrets.token_bytes(_SALT_BYTES), made_at, office, ring, lock), key)


@contextmanager
def writing_container(path: Path, how: Sealing | None) -> Iterator[Any]:
    """Open a file to write a backup into, encrypted or not."""
    with path.open("wb") as file:
        if how is None:
            yield file
            return
        head = _head_bytes(how.head)
        file.write(_MAGIC + len(head).to_bytes(_LENGTH, "big") + head)
        writer = SealingWriter(file, _key(how.key, how.head), hashlib.sha256(head).digest())
        yield writer
        writer.seal()


@contextmanager
def reading_container(path: Path, secret: Secret, keys: Keys) -> Iterator[tuple[BinaryIO, bytes | None]]:
    """Open a backup to be read, with the data key that opened it (none: it is not encrypted).

    Raises BadBackup for what is none or was changed, SecretWanted and RecoveryKeyMistyped.
    """
    with _opened(path) as file:
        head = _head_of(path, file)
        if head is None:
            yield file, None
            return
        key = head[0].key(path, secret, keys)
        try:
            reader = OpenedReader(file, _key(key, head[0]), head[1])
            yield io.BufferedReader(reader), key
        except ChunkChanged as error:
            raise BadBackup(path, "changed") from error


def head_of(path: Path) -> Head | None:
    """Return who opens a backup, none where it is not encrypted; raises BadBackup."""
    with _opened(path) as file:
        head = _head_of(path, file)
    return head[0] if head else None


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise BadBackup(path, "missing") from error


def _head_of(path: Path, file: BinaryIO) -> tuple[Head, bytes] | None:
    """Read the head and its hash; none where the file is a package itself, which it stands before again."""
    mark = file.read(len(_MAGIC))
    if not mark:
        raise BadBackup(path, "empty")
    if mark.startswith(_PACKAGE):
        file.seek(0)
        return None
    if mark != _MAGIC:
        raise BadBackup(path, "other_kind")
    length = int.from_bytes(file.read(_LENGTH), "big")
    data = file.read(min(length, _MOST_HEAD))
    if length > _MOST_HEAD or len(data) < length:
        raise BadBackup(path, "broken")
    try:
        return _bearable(_head_from(json.loads(data))), hashlib.sha256(data).digest()
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise BadBackup(path, "changed") from error


def _bearable(head: Head) -> Head:
    """Return a head whose passwords can be tried; raises ValueError for one that would take the PC's day."""
    locks = [account.lock for account in head.ring.accounts] + [head.ring.recovery] if head.ring else []
    ways = [lock.stretching for lock in [*locks, *([head.lock] if head.lock else [])]]
    if sum(way.memory_kib * way.passes for way in ways) > _MOST_WORK_KIB:
        raise ValueError("work")
    if any(way.memory_kib > _MOST_MEMORY_KIB for way in ways):
        raise ValueError("memory")
    return head


def _head_bytes(head: Head) -> bytes:
    plain = {
        "salt": head.salt.hex(),
        "made_at": head.made_at.isoformat(),
        "office": head.office,
        "ring": plain_of(head.ring) if head.ring else None,
        "lock": sealing.lock_plain(head.lock) if head.lock else None,
    }
    return json.dumps(plain, ensure_ascii=False).encode()


def _head_from(plain: Any) -> Head:
    return Head(
        bytes.fromhex(plain["salt"]),
        datetime.fromisoformat(plain["made_at"]),
        str(plain["office"]),
        ring_from(plain["ring"]) if plain["ring"] else None,
        sealing.lock_from(plain["lock"]) if plain["lock"] else None,
    )


def _key(data_key: bytes, head: Head) -> bytes:
    return sealing.key_for("backup", data_key, head.salt)
