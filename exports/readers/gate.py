"""The one gate for files from outside: what is not plainly a workbook or a text is refused before a reader opens it."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from db.rules.findings import Finding, Refused
from exports.readers.limits import LIMITS, Limits
from exports.readers.packages import check_package, package_kind

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OLE_STREAMS = {"EncryptedPackage": "encrypted", "Workbook": "xls", "Book": "xls", "WordDocument": "doc"}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OWN_RULES = {"xls": "file_is_xls", "ods": "file_is_ods", "encrypted": "file_encrypted"}
_WORKBOOK_SUFFIXES = {".xlsx", ".xlsm", ".xls"}


class FileKind(Enum):
    """What a file is by its content, whatever its name says."""

    TEXT = "text"
    WORKBOOK = "xlsx"


@dataclass(frozen=True)
class Admitted:
    """A file that passed the gate: its bytes are what was checked, so that nothing is opened a second time."""

    name: str
    kind: FileKind
    data: bytes


def admit(path: Path, limits: Limits = LIMITS) -> Admitted:
    """Read a file from outside and return it checked; raise `Refused`, named after the file, where it is not safe."""
    try:
        data = _content(path, limits)
        return Admitted(path.name, _admitted_kind(path, data, limits), data)
    except Refused as refused:
        raise Refused(refused.findings, source=path.name) from refused


def _content(path: Path, limits: Limits) -> bytes:
    rule = "file_missing"
    try:
        if path.is_file():
            with path.open("rb") as file:
                return _sized(file.read(limits.file_bytes + 1), limits)
        rule = "file_not_a_file" if path.exists() else rule
    except OSError:
        rule = "file_not_readable"
    raise Refused([Finding(rule)])


def _sized(data: bytes, limits: Limits) -> bytes:
    if not data:
        raise Refused([Finding("file_empty")])
    if len(data) > limits.file_bytes:
        raise Refused([Finding("file_too_big", facts={"maximum": _megabytes(limits.file_bytes)})])
    return data


def _admitted_kind(path: Path, data: bytes, limits: Limits) -> FileKind:
    kind = _signature(data, limits)
    if kind == FileKind.WORKBOOK.value:
        check_package(data, limits)
        return FileKind.WORKBOOK
    if kind != FileKind.TEXT.value:
        raise Refused([Finding(_OWN_RULES.get(kind, "file_other_kind"), value=kind)])
    if path.suffix.lower() in _WORKBOOK_SUFFIXES:
        raise Refused([Finding("file_text_named_workbook", value=path.suffix)])
    return FileKind.TEXT


def _signature(data: bytes, limits: Limits) -> str:
    if data.startswith(_ZIP_MARKS):
        return package_kind(data, limits)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(b"%PDF"):
        return "pdf"
    # A text in UTF-16 holds zero bytes too; its own finding names the encoding that is wanted.
    return "binary" if b"\0" in data and not data.startswith(_UTF16_MARKS) else FileKind.TEXT.value


def _ole_kind(data: bytes) -> str:
    found = (kind for name, kind in _OLE_STREAMS.items() if name.encode("utf-16-le") in data)
    return next(found, "ole")


def _megabytes(size: int) -> str:
    return str(size // 2**20)
