"""Take a file into the office's folder, whole or not at all, while its row is written."""

import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.attachments.paths import TEMPORARY, discard, files_below, flush_folder, hash_of, is_inside, unlock
from db.packages import PackageLimits, opened
from db.rules.attachments import (
    FOLDER,
    LEFT_FREE,
    MOST_BYTES,
    MOST_BYTES_IN_ALL,
    Attachment,
    home_name,
    is_kept_as,
    kind_marked,
    kind_named,
    kind_of_parts,
    shown_name,
    stored_name,
)
from db.rules.findings import Finding, Refused
from db.trouble import telling

_PIECE = 2**20
_PLACE = "file"
_REFUSED: Mapping[str, str] = {"runs": "attachment_runs", "ole": "attachment_old"}


@dataclass(frozen=True)
class Place:
    """For which year and unit a file is kept."""

    year: int
    unit_code: str


@contextmanager
def taking(folder: Path, source: Path, place: Place) -> Iterator[Attachment]:
    """Copy a file into the office's folder while its row is written; where that fails, the copy goes again.

    Raises Refused for a file that is not kept (gone, too large, of no known kind), TargetNotWritable where the
    folder does not take it; nothing is left behind then.
    """
    kept, is_new = _take(_Coming(folder, source, place))
    try:
        yield kept
    except BaseException:
        if is_new:
            discard(folder / FOLDER / kept.stored_name, folder)
        raise


@dataclass(frozen=True)
class _Coming:
    """A file on its way into the office's folder."""

    folder: Path
    source: Path
    place: Place

    @property
    def name(self) -> str:
        return shown_name(self.source.name)

    @property
    def home(self) -> Path:
        return self.folder / FOLDER / home_name(self.place.year, self.place.unit_code)

    def refused(self, code: str, value: str = "", **facts: str) -> Refused:
        return Refused([Finding(code, _PLACE, value, facts)], source=self.source.name)


def _take(coming: _Coming) -> tuple[Attachment, bool]:
    """Copy under a temporary name beside the place, judge the copy, then put it there; tell whether it is new."""
    if not kind_named(coming.name):
        raise coming.refused("attachment_kind", coming.source.suffix)
    temporary = coming.home / f"{TEMPORARY}{secrets.token_hex(6)}"
    with _opened(coming) as file:
        _ask_room(coming, os.fstat(file.fileno()).st_size)
        # A link in the place of a folder would lead the copy elsewhere.
        if not is_inside(temporary, coming.folder):
            raise coming.refused("attachment_folder")
        try:
            with telling(coming.home / coming.name):
                coming.home.mkdir(parents=True, exist_ok=True)
                return _settled(coming, temporary, *_copy(file, temporary, coming))
        finally:
            discard(temporary, coming.folder)


def _settled(coming: _Coming, temporary: Path, sha256: str, size: int) -> tuple[Attachment, bool]:
    """Put a copy in its place; where the same bytes are kept for the sheet already, these stand for it."""
    kind = _kind(temporary, coming)
    held = _held(coming.home, sha256)
    target = held or coming.home / stored_name(coming.name, kind, sha256)
    is_new = not target.exists()
    if held is None:
        unlock(target)
        temporary.replace(target)
        with suppress(OSError):
            # A program that shows it does not write into it by mistake.
            target.chmod(stat.S_IREAD)
        flush_folder(target.parent)
    name = target.relative_to(coming.folder / FOLDER).as_posix()
    return Attachment(coming.name, name, sha256, size), is_new


def _held(home: Path, sha256: str) -> Path | None:
    alike = (path for path in sorted(home.iterdir()) if is_kept_as(path.name, sha256))
    return next((path for path in alike if not path.is_symlink() and hash_of(path) == sha256), None)


@contextmanager
def _opened(coming: _Coming) -> Iterator[BinaryIO]:
    try:
        if not coming.source.is_file():
            raise coming.refused("file_not_a_file" if coming.source.exists() else "file_missing")
        file = coming.source.open("rb")
    except (OSError, ValueError):
        raise coming.refused("file_not_readable") from None
    with file:
        yield file


def _copy(file: BinaryIO, temporary: Path, coming: _Coming) -> tuple[str, int]:
    """Copy piece by piece, whatever the size was said to be, and flush; return the hash and the size."""
    digest, size = hashlib.sha256(), 0
    with temporary.open("xb") as copy:
        while piece := _read(file, coming):
            size += len(piece)
            _check_size(size, coming)
            digest.update(piece)
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    if not size:
        raise coming.refused("attachment_empty")
    return digest.hexdigest(), size


def _read(file: BinaryIO, coming: _Coming) -> bytes:
    try:
        return file.read(_PIECE)
    except OSError:  # A memory stick that was pulled out.
        raise coming.refused("file_not_readable") from None


def _check_size(size: int, coming: _Coming) -> None:
    if size > MOST_BYTES:
        raise coming.refused("attachment_too_big", maximum=str(MOST_BYTES // 2**20))


def _ask_room(coming: _Coming, size: int) -> None:
    _check_size(size, coming)
    with telling(coming.folder / FOLDER):
        held = sum(path.lstat().st_size for path in files_below(coming.folder / FOLDER))
        free = shutil.disk_usage(coming.folder).free
    if held + size > MOST_BYTES_IN_ALL:
        raise coming.refused("attachments_too_big", maximum=str(MOST_BYTES_IN_ALL // 2**30))
    if free - size < LEFT_FREE:
        raise coming.refused("attachment_no_room", maximum=str(LEFT_FREE // 2**20))


def _kind(copy: Path, coming: _Coming) -> str:
    """Judge a copy by its content; raises Refused where it is not what its name says."""
    with copy.open("rb") as file:
        kind = kind_marked(file.read(16))
    if kind == "zip":
        kind = kind_of_parts(_parts(copy, coming))
    if kind in _REFUSED:
        raise coming.refused(_REFUSED[kind])
    if kind != kind_named(coming.name):
        raise coming.refused("attachment_other_kind", coming.source.suffix)
    return kind


def _parts(copy: Path, coming: _Coming) -> list[str]:
    try:
        with copy.open("rb") as file, opened(file, PackageLimits()) as package:
            return package.namelist()
    except Refused:
        raise coming.refused("file_broken") from None
