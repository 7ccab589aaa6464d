"""The package of a backup: a zip whose manifest comes first, written member by member and read in one pass."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from db.attachments.paths import hash_of
from db.backups.faults import BadBackup, Fault
from db.packages import PackageLimits, Part, check_package, opened
from db.rules.attachments import is_stored_name
from db.rules.backup_manifest import (
    BOOK,
    FILES,
    MANIFEST,
    RING,
    Manifest,
    Member,
    manifest_from,
    manifest_plain,
)
from db.rules.findings import Refused
from db.trouble import telling

# A book, and the 4 GB that evidence may take.
LIMITS = PackageLimits(entries=50_000, unpacked_bytes=9 * 2**30, ratio=200, ratio_from_bytes=64 * 2**20)
_MOST_MANIFEST, _MOST_RING = 32 * 2**20, 2**18
# Packing a larger book takes longer than writing it, and whoever closes the window waits for it.
_PACKED_TO, _LEVEL = 64 * 2**20, 1
_PIECE = 2**20


@dataclass(frozen=True)
class Packed:
    """A file that goes into a package under a name."""

    name: str
    path: Path

    def member(self) -> Member:
        """Return what the manifest says of it."""
        return Member(self.name, self.path.stat().st_size, hash_of(self.path))


def write_package(file: Any, manifest: Manifest, packed: Sequence[Packed]) -> None:
    """Write the manifest, then the files, piece by piece; `file` need not be one that can be gone back in."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest_plain(manifest), ensure_ascii=False, indent=1))
        for item in packed:
            large = item.path.stat().st_size > _PACKED_TO
            archive.compression = zipfile.ZIP_STORED if large else zipfile.ZIP_DEFLATED
            with item.path.open("rb") as source, archive.open(item.name, "w", force_zip64=True) as target:
                while piece := source.read(_PIECE):
                    target.write(piece)


def read_manifest(path: Path, file: BinaryIO) -> Manifest:
    """Read only what a backup says of itself; raises BadBackup."""
    try:
        with opened(file, LIMITS) as archive:
            entries = archive.infolist()
            if not entries or entries[0].filename != MANIFEST or entries[0].file_size > _MOST_MANIFEST:
                raise BadBackup(path, "other_kind")
            with archive.open(entries[0]) as stream:
                return _manifest(path, stream.read(_MOST_MANIFEST))
    except Refused as error:
        raise BadBackup(path, "broken") from error


def unpack(path: Path, file: BinaryIO, into: Path) -> Manifest:
    """Unpack a backup in one pass, judge every entry on its way, and compare each with the manifest.

    Nothing is written but the book, the ring and evidence under their own names, below `into`; raises BadBackup.
    """
    return _read(path, file, _Unpacking(path, lambda name, member: _Written(into / name, member, path)))


def compare(path: Path, file: BinaryIO) -> Manifest:
    """Read a backup in one pass as `unpack` does, and write nothing; raises BadBackup."""
    return _read(path, file, _Unpacking(path, lambda _, member: _Compared(member, path)))


def _read(path: Path, file: BinaryIO, scan: "_Unpacking") -> Manifest:
    try:
        check_package(file, LIMITS, scan)
    except Refused as error:
        raise BadBackup(path, "broken") from error
    finally:
        scan.drop()
    return scan.checked()


class _Unpacking:
    """The check of the package's entries: the manifest first, then only what it names."""

    def __init__(self, path: Path, begin: "Callable[[str, Member], _Compared]") -> None:
        self._path, self._begin = path, begin
        self._head = _Held(_MOST_MANIFEST)
        self._manifest: Manifest | None = None
        self._done: dict[str, _Compared] = {}

    def part(self, name: str) -> Part:
        if name == MANIFEST and not self._head.begun:
            self._head.begun = True
            return self._head
        if self._manifest is None:
            self._manifest = _manifest(self._path, bytes(self._head.data)) if self._head.begun else None
        member = self._manifest.member(name) if self._manifest else None
        if member is None:
            raise self._bad("other_kind" if self._manifest is None else "broken")
        if not _is_ours(name) or (name == RING and member.size > _MOST_RING):
            raise self._bad("broken")
        self._done[name] = self._begin(name, member)
        return self._done[name]

    def drop(self) -> None:
        """Close what was being written when something was found wrong."""
        for done in self._done.values():
            done.drop()

    def checked(self) -> Manifest:
        """Return the manifest once all that it names was found as it says."""
        if self._manifest is None or BOOK not in self._done:
            raise self._bad("other_kind")
        if {member.name for member in self._manifest.members} != set(self._done):
            raise self._bad("changed")
        return self._manifest

    def _bad(self, fault: Fault) -> BadBackup:
        return BadBackup(self._path, fault)


class _Held:
    """An entry that is short enough to be held."""

    def __init__(self, most: int) -> None:
        self.data, self.begun = bytearray(), False
        self._most = most

    def feed(self, chunk: bytes) -> None:
        self.data += chunk
        if len(self.data) > self._most:
            raise ValueError("too long")

    def close(self) -> None:
        """Nothing is left to check."""


class _Compared:
    """An entry that may not be longer than the manifest says, nor other than its hash."""

    def __init__(self, member: Member, backup: Path) -> None:
        self._member, self._backup = member, backup
        self._digest, self._size = hashlib.sha256(), 0

    def feed(self, chunk: bytes) -> None:
        self._size += len(chunk)
        if self._size > self._member.size:
            raise BadBackup(self._backup, "changed")
        self._digest.update(chunk)

    def drop(self) -> None:
        """Let go of what is held open."""

    def close(self) -> None:
        if (self._size, self._digest.hexdigest()) != (self._member.size, self._member.sha256):
            raise BadBackup(self._backup, "changed")


class _Written(_Compared):
    """An entry that is compared on its way to the disk."""

    def __init__(self, target: Path, member: Member, backup: Path) -> None:
        super().__init__(member, backup)
        with telling(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            self._file = target.open("xb")
        self._target = target

    def feed(self, chunk: bytes) -> None:
        super().feed(chunk)
        with telling(self._target):
            self._file.write(chunk)

    def drop(self) -> None:
        with suppress(OSError):
            self._file.close()

    def close(self) -> None:
        with telling(self._target):
            self._file.close()
        super().close()


def _is_ours(name: str) -> bool:
    return name in (BOOK, RING) or (name.startswith(FILES) and is_stored_name(name.removeprefix(FILES)))


def _manifest(path: Path, data: bytes) -> Manifest:
    try:
        return manifest_from(json.loads(data))
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise BadBackup(path, "changed") from error
