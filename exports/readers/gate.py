"""The one gate for files from outside: what is not plainly of a wanted kind is refused before a reader opens it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath

from db.packages import Scan
from db.rules.findings import Finding, Refused
from exports.readers.document_xml import DocumentScan
from exports.readers.handed_scan import HandedScan
from exports.readers.limits import LIMITS, Limits
from exports.readers.packages import check_package, package_kind
from exports.readers.sheet_xml import WorkbookScan

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OLE_STREAMS = {"EncryptedPackage": "encrypted", "Workbook": "xls", "Book": "xls", "WordDocument": "doc"}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# A text under the name of another kind was mislabelled: opening it as a text would show an officer nonsense.
_OTHER_SUFFIXES = {
    ".xlsx": "file_text_named_workbook",
    ".xlsm": "file_text_named_workbook",
    ".xls": "file_text_named_workbook",
    ".docx": "file_text_named_document",
    ".doc": "file_text_named_document",
    ".pdf": "file_text_named_document",
}


class FileKind(Enum):
    """What a file is by its content, whatever its name says."""

    TEXT = "text"
    WORKBOOK = "xlsx"
    DOCUMENT = "docx"
    PDF = "pdf"
    HANDED = "pcmd"


@dataclass(frozen=True)
class Wanted:
    """Which kinds a reader takes, the finding for each other content that has its own, and the one for the rest."""

    kinds: frozenset[FileKind]
    own_rules: Mapping[str, str]
    other: str


LISTS = Wanted(
    frozenset({FileKind.TEXT, FileKind.WORKBOOK}),
    {"xls": "file_is_xls", "ods": "file_is_ods", "encrypted": "file_encrypted"},
    "file_other_kind",
)
BOOKS = Wanted(frozenset({FileKind.WORKBOOK}), LISTS.own_rules, "file_not_workbook")
PLANS = Wanted(
    frozenset({FileKind.TEXT, FileKind.DOCUMENT, FileKind.PDF}),
    {"doc": "plan_is_doc", "encrypted": "file_encrypted"},
    "plan_other_kind",
)
HANDED_BOOKS = Wanted(frozenset({FileKind.HANDED}), {}, "handed_not_book")


@dataclass(frozen=True)
class Admitted:
    """A file that passed the gate: its bytes are what was checked, so that nothing is opened a second time."""

    name: str
    kind: FileKind
    data: bytes


_SCANS: Mapping[FileKind, Callable[[Limits], Scan]] = {
    FileKind.WORKBOOK: WorkbookScan,
    FileKind.DOCUMENT: DocumentScan,
    FileKind.HANDED: HandedScan,
}


def admit(path: Path, limits: Limits = LIMITS, wanted: Wanted = LISTS) -> Admitted:
    """Read a file from outside and return it checked; raise `Refused`, named after the file, where it is not safe."""
    return admit_bytes(path.name, content(path, limits), limits, wanted)


def admit_bytes(name: str, data: bytes, limits: Limits = LIMITS, wanted: Wanted = LISTS) -> Admitted:
    """Return a file's bytes checked; raise `Refused`, named after the file, where they are not safe."""
    try:
        return Admitted(name, _admitted_kind(name, data, limits, wanted), data)
    except Refused as refused:
        raise Refused(refused.findings, source=name) from refused


def content(path: Path, limits: Limits = LIMITS) -> bytes:
    """Read the bytes of a file, unchecked but for their number; raise `Refused`, named after the file."""
    try:
        return _content(path, limits)
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


def _admitted_kind(name: str, data: bytes, limits: Limits, wanted: Wanted) -> FileKind:
    content = _signature(data, limits)
    kind = next((kind for kind in wanted.kinds if kind.value == content), None)
    if kind is None:
        raise Refused([Finding(wanted.own_rules.get(content, wanted.other), value=content)])
    if kind in _SCANS:
        check_package(data, limits, _SCANS[kind](limits))
    suffix = PurePath(name).suffix
    if kind is FileKind.TEXT and suffix.lower() in _OTHER_SUFFIXES:
        raise Refused([Finding(_OTHER_SUFFIXES[suffix.lower()], value=suffix)])
    return kind


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
