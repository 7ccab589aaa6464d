"""Checks of a zipped package (a workbook, a document) entry by entry, without unpacking anything to disk."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import PurePosixPath
from typing import Protocol

from db.rules.findings import Finding, Refused
from exports.readers.limits import Limits
from exports.readers.sheet_xml import Part

_DIRECTORY_ENTRY = b"PK\x01\x02"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_BY_MEMBER = {
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "docx",
    "ppt/presentation.xml": "pptx",
    "handed/rows.jsonl": "pcmd",
}
_CHUNK = 2**20
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


class Scan(Protocol):
    """The checks of all entries of one package, by the kind of document that it is."""

    def part(self, name: str) -> Part:
        """Return the check for an entry of this name."""
        ...


def package_kind(data: bytes, limits: Limits) -> str:
    """Return what a zipped file is: xlsx, xlsb, docx, pptx, pcmd, ods or zip. Raise `Refused` where it is broken."""
    with _opened(data, limits) as archive:
        names = {name.lower() for name in archive.namelist()}
        kind = next((kind for member, kind in _BY_MEMBER.items() if member in names), "zip")
        return "ods" if kind == "zip" and {"mimetype", "content.xml"} <= names else kind


def check_package(data: bytes, limits: Limits, scan: Scan) -> None:
    """Raise `Refused` where names, declared or streamed sizes or what the scan looks at are beyond the limits."""
    with _opened(data, limits) as archive:
        entries = archive.infolist()
        _check_directory(entries)
        _check_sizes(sum(entry.file_size for entry in entries), len(data), limits)
        for entry in entries:
            _stream(archive, entry, scan)


@contextmanager
def _opened(data: bytes, limits: Limits) -> Iterator[zipfile.ZipFile]:
    # Counted before zipfile makes an object of each.
    if data.count(_DIRECTORY_ENTRY) > limits.entries:
        raise Refused([Finding("package_entries", facts={"maximum": str(limits.entries)})])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except _BROKEN as error:
        raise Refused([Finding("file_broken")]) from error


def _check_directory(entries: Sequence[zipfile.ZipInfo]) -> None:
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    if len(set(names)) < len(names):
        raise Refused([Finding("file_broken")])
    for entry, name in zip(entries, names, strict=True):
        if entry.flag_bits & _ENCRYPTED:
            raise Refused([Finding("file_encrypted", value="encrypted")])
        if name.startswith("/") or ":" in name or ".." in PurePosixPath(name).parts:
            raise Refused([Finding("package_name", value=entry.filename)])
        if entry.compress_type not in _METHODS:
            raise Refused([Finding("file_broken")])


def _check_sizes(unpacked: int, packed: int, limits: Limits) -> None:
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
