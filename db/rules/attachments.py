"""Files that an office keeps beside its book: which kinds, how large, under which names. Names and bytes only."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from db.rules.file_names import plain_file_name
from db.rules.text import folded

# A folder of its own in the office's folder; its name is for people who look into it.
FOLDER = "minh-chung"
MOST_BYTES = 20 * 2**20
# All files together still go onto the memory stick on which an office carries its book to another PC.
MOST_BYTES_IN_ALL = 4 * 2**30
# What a disk must have left after a file, so that the book itself can still be written and copied.
LEFT_FREE = 200 * 2**20

_MOST_STEM, _MOST_NAME, _MARK = 60, 200, 16
_KIND_OF_SUFFIX: Mapping[str, str] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".jpg": "jpg",
    ".jpeg": "jpg",
    ".png": "png",
}
KINDS = ("pdf", "docx", "xlsx", "jpg", "png")
_MARKS: Mapping[bytes, str] = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_MAIN_PARTS: Mapping[str, str] = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_CONTENTS = "[content_types].xml"
# Macros, and programs that were laid into a document.
_RUNS = re.compile(r"vbaproject|activex|macrosheets|\.(?:exe|dll|com|bat|cmd|vbs|js|ps1|scr|msi|lnk|jar)$")
# Exactly what `stored_name` makes: no other folder, no drive, no stream (`a:b`), no name that Windows reserves.
_STORED = re.compile(
    rf"\d{{4}}/[0-9a-z-]{{1,20}}/[0-9a-f]{{{_MARK}}}-[0-9a-z-]{{1,{_MOST_STEM}}}\.(?:{'|'.join(KINDS)})"
)
_OTHER = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True)
class Attachment:
    """A file that is kept: the name under which it came, where it lies below the office's `FOLDER`, its bytes' hash."""

    file_name: str
    stored_name: str
    sha256: str
    size: int


def kind_named(file_name: str) -> str:
    """Return the kind that a file's name promises, none where it promises no kind that is kept."""
    return _KIND_OF_SUFFIX.get(PurePosixPath(file_name.lower()).suffix, "")


def kind_marked(first_bytes: bytes) -> str:
    """Return the kind that the first bytes tell: `zip` has to be looked into, `ole` is an old or locked document."""
    if first_bytes.startswith(_ZIP):
        return "zip"
    if first_bytes.startswith(_OLE):
        return "ole"
    return next((kind for mark, kind in _MARKS.items() if first_bytes.startswith(mark)), "")


def kind_of_parts(names: Iterable[str]) -> str:
    """Return the kind of a document by the names of its parts; `runs` where one of them is a program."""
    parts = {name.lower() for name in names}
    if any(_RUNS.search(name) for name in parts):
        return "runs"
    if _CONTENTS not in parts:
        return ""
    return next((kind for name, kind in _MAIN_PARTS.items() if name in parts), "")


def shown_name(file_name: str) -> str:
    """Return the name of a file as people see it: one line, nothing hidden in it, not too long."""
    return plain_file_name(file_name, longest=_MOST_NAME)


def home_name(year: int, unit_code: str) -> str:
    """Return the folder, below the office's, in which the files of a unit's year are kept."""
    return f"{year:04}/{_plain(unit_code)[:20].strip('-') or 'xa'}"


def stored_name(file_name: str, kind: str, sha256: str) -> str:
    """Return the name under which a file is kept: the beginning of its hash, then its own name in plain letters."""
    stem = _plain(PurePosixPath(shown_name(file_name)).stem)[:_MOST_STEM].strip("-") or "tep"
    return f"{sha256[:_MARK]}-{stem}.{kind}"


def is_stored_name(text: str) -> bool:
    """Return whether a text names a place below the office's folder, and nothing else."""
    return _STORED.fullmatch(text) is not None


def is_kept_as(name: str, sha256: str) -> bool:
    """Return whether a file of this name may hold the bytes of a hash."""
    return name.startswith(f"{sha256[:_MARK]}-")


def _plain(text: str) -> str:
    return _OTHER.sub("-", folded(text)).strip("-")
