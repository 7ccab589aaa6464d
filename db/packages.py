"""Checks of a zipped package (a workbook, a document, a backup) entry by entry, without unpacking anything to disk."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO, Protocol

from db.rules.file_names import is_inner_path
from db.rules.findings import Finding, Refused

_LOCAL_HEAD = 30
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_CHUNK = 2**20
_ENTRY, _END, _LARGE_END = b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06"
# The length of the directory in both end records; a comment may follow them.
_END_RECORD, _LARGE_RECORD = struct.Struct("<12sI6x"), struct.Struct("<40sQ8x")
_END_BYTES = 2**16 + _END_RECORD.size + _LARGE_RECORD.size + 20
# What a directory may have for each entry: names of honest packages are far shorter.
_ENTRY_BYTES = 2**10
# What zipfile lets through on a directory or a stream that was tampered with.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,
)


@dataclass(frozen=True, kw_only=True)
class PackageLimits:
    """How much a package may hold, all inclusive; sizes in bytes. `ratio` is unpacked to packed size of the whole."""

    entries: int = 2_000
    unpacked_bytes: int = 64 * 2**20
    ratio: int = 200
    # A small package may be as dense as it likes: it unpacks to little.
    ratio_from_bytes: int = 2**20


class Part(Protocol):
    """One entry of a package, fed in pieces; raises `Refused` as soon as something is wrong."""

    def feed(self, chunk: bytes) -> None:
        """Check the next piece."""

    def close(self) -> None:
        """Check what only the end can tell."""


class Scan(Protocol):
    """The checks of all entries of one package, by the kind of document that it is."""

    def part(self, name: str) -> Part:
        """Return the check for an entry of this name."""
        ...


def check_archive(file: BinaryIO, limits: PackageLimits, is_expected: Callable[[str], bool]) -> None:
    """Raise `Refused` as `check_package` does, and for an entry under a name that is not expected.

    Every entry is unpacked once, a piece at a time, so that its checksum is known to be right.
    """
    check_package(file, limits, _Names(is_expected))


def check_package(file: BinaryIO, limits: PackageLimits, scan: Scan) -> None:
    """Raise `Refused` where names, declared or streamed sizes or what the scan looks at are beyond the limits.

    The file is read a piece at a time, whatever its size.
    """
    with opened(file, limits) as archive:
        entries = archive.infolist()
        _check_directory(entries)
        packed = file.seek(0, io.SEEK_END)
        _check_places(entries, packed)
        _check_sizes(sum(entry.file_size for entry in entries), packed, limits)
        for entry in entries:
            _stream(archive, entry, scan)


@contextmanager
def opened(file: BinaryIO, limits: PackageLimits) -> Iterator[zipfile.ZipFile]:
    """Open a package; raise `Refused` where it has too many entries or is found broken while it is open."""
    # Counted before zipfile makes an object of each.
    if _directory_entries(file, limits.entries * _ENTRY_BYTES) > limits.entries:
        raise Refused([Finding("package_entries", facts={"maximum": str(limits.entries)})])
    try:
        with zipfile.ZipFile(_ShortReads(file, limits.entries * _ENTRY_BYTES)) as archive:
            yield archive
    except _BROKEN as error:
        raise Refused([Finding("file_broken")]) from error


class _ShortReads(io.RawIOBase):
    """A file of which nobody reads more than so much at once, whatever size a directory is said to have."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._file = file
        self._most = max(most, _CHUNK)

    def read(self, size: int = -1, /) -> bytes:
        return self._file.read(self._most if size < 0 else min(size, self._most))

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True


class _Names:
    def __init__(self, is_expected: Callable[[str], bool]) -> None:
        self._is_expected = is_expected

    def part(self, name: str) -> Part:
        if not self._is_expected(name):
            raise Refused([Finding("package_name", value=name)])
        return _Anything()


class _Anything:
    def feed(self, chunk: bytes) -> None:
        """Take anything."""

    def close(self) -> None:
        """Take anything."""


def _directory_entries(file: BinaryIO, most: int) -> int:
    """Count the marks of entries where zipfile looks for the directory: before the end record, as long as that says.

    Only there: what is packed may itself be full of packages.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END_BYTES))
    tail = file.read(_END_BYTES)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_RECORD.size:
        return 0  # zipfile will say so.
    length = _END_RECORD.unpack_from(tail, end)[1]
    large = tail.rfind(_LARGE_END, 0, end)
    if large >= 0 and len(tail) - large >= _LARGE_RECORD.size:
        end, length = large, _LARGE_RECORD.unpack_from(tail, large)[1]
    at = size - len(tail) + end
    file.seek(max(0, at - min(length, most)))
    return file.read(min(length, most, at)).count(_ENTRY)


def _check_directory(entries: Sequence[zipfile.ZipInfo]) -> None:
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    if len(set(names)) < len(names):
        raise Refused([Finding("file_broken")])
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Refused([Finding("file_encrypted", value="encrypted")])
        if not is_inner_path(entry.orig_filename):
            raise Refused([Finding("package_name", value=entry.filename)])
        if entry.compress_type not in _METHODS or stat.S_ISLNK(entry.external_attr >> 16):
            raise Refused([Finding("file_broken")])


def _check_places(entries: Sequence[zipfile.ZipInfo], end: int) -> None:
    """Raise `Refused` where two entries share bytes: a small file can unpack the same ones again and again."""
    inner = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    for (start, size), (following, _) in pairwise([*inner, (end, 0)]):
        if start + _LOCAL_HEAD + size > following:
            raise Refused([Finding("file_broken")])


def _check_sizes(unpacked: int, packed: int, limits: PackageLimits) -> None:
    if unpacked > limits.unpacked_bytes:
        facts = {"maximum": str(limits.unpacked_bytes // 2**20)}
        raise Refused([Finding("package_unpacked", value=str(unpacked // 2**20), facts=facts)])
    if unpacked > limits.ratio_from_bytes and unpacked > limits.ratio * packed:
        facts = {"maximum": str(limits.ratio)}
        raise Refused([Finding("package_dense", facts=facts)])


def _stream(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, scan: Scan) -> None:
    part = scan.part(entry.filename)
    streamed = 0
    with archive.open(_without_declared_end(entry)) as stream:
        while chunk := stream.read(_CHUNK):
            streamed += len(chunk)
            if streamed > entry.file_size:
                raise Refused([Finding("file_broken")])
            part.feed(chunk)
    part.close()
    if streamed != entry.file_size:
        raise Refused([Finding("file_broken")])


def _without_declared_end(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    # zipfile stops quietly at the declared size, other readers do not: let it run on, so that a lie is seen.
    endless = copy(entry)
    endless.file_size = entry.file_size + _CHUNK
    return endless
