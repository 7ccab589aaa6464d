"""What a backup says of itself, first in its file: whose book, of when, what is in it. Plain values only."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from db.rules.attachments import is_stored_name
from db.rules.backups import Why

FORMAT = 1
MANIFEST, BOOK, RING, FILES = "manifest.json", "so-pcmd.db", "so-pcmd.khoa", "minh-chung/"
_MOST_ROWS = 100_000


@dataclass(frozen=True)
class Member:
    """A file in a backup, or in the pool beside it: its name, size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Contents:
    """What a book holds: rows by kind, the last step of its log with its hash, who made it and when.

    A book that is still without an office has no key; one of an old schema has no hash.
    """

    schema: str
    book_key: str
    office_code: str
    office_name: str
    counts: Mapping[str, int]
    last_step: int = 0
    last_hash: str = ""
    changed_at: str = ""
    changed_by: str = ""


@dataclass(frozen=True)
class Manifest:
    """What was backed up, when, by whom and why. `files` are those of evidence; `files_inside` tells where they lie."""

    program: str
    made_at: datetime
    made_by: str
    why: Why
    contents: Contents
    members: tuple[Member, ...] = ()
    files: tuple[Member, ...] = ()
    files_inside: bool = False

    def member(self, name: str) -> Member | None:
        """Return the member of a name, none where the backup has none."""
        return next((member for member in self.members if member.name == name), None)


@dataclass(frozen=True)
class Difference:
    """How many rows of a kind a backup has and the present book; none where that has no book."""

    kind: str
    there: int
    here: int | None


def differences(backup: Contents, present: Contents | None) -> tuple[Difference, ...]:
    """Put the counts of a backup beside those of the present book, kind by kind."""
    here = present.counts if present else {}
    kinds = dict.fromkeys((*backup.counts, *here))
    return tuple(
        Difference(kind, backup.counts.get(kind, 0), here.get(kind, 0) if present else None) for kind in kinds
    )


def short_code(sha256: str) -> str:
    """Return the beginning of a file's hash as it is printed and compared by eye."""
    return " ".join(sha256[start : start + 4].upper() for start in range(0, 16, 4))


def manifest_plain(manifest: Manifest) -> dict[str, Any]:
    """Return a manifest as JSON holds it."""
    plain = asdict(replace(manifest, contents=replace(manifest.contents, counts={})))
    plain["contents"]["counts"] = dict(manifest.contents.counts)
    return {"format": FORMAT, **plain, "made_at": manifest.made_at.isoformat(), "why": str(manifest.why)}


def manifest_from(plain: Mapping[str, Any]) -> Manifest:
    """Read a manifest from JSON; raises KeyError, TypeError, AttributeError or ValueError for what is none."""
    if plain["format"] != FORMAT:
        raise ValueError("format")
    made_at = datetime.fromisoformat(plain["made_at"])
    if made_at.tzinfo is not None:
        raise ValueError("when it was made")
    files = _members(plain["files"])
    if not all(is_stored_name(file.name) for file in files):
        raise ValueError("files")
    return Manifest(
        str(plain["program"]),
        made_at,
        str(plain["made_by"]),
        Why(plain["why"]),
        _contents_from(plain["contents"]),
        _members(plain["members"]),
        files,
        bool(plain["files_inside"]),
    )


def _contents_from(plain: Mapping[str, Any]) -> Contents:
    names = ("schema", "book_key", "office_code", "office_name", "last_hash", "changed_at", "changed_by")
    words = {name: _text(plain[name]) for name in names}
    counts = {_text(kind): int(count) for kind, count in plain["counts"].items()}
    return Contents(**words, counts=counts, last_step=int(plain["last_step"]))


def _members(plain: list[Mapping[str, Any]]) -> tuple[Member, ...]:
    if len(plain) > _MOST_ROWS:
        raise ValueError("members")
    return tuple(Member(_text(row["name"]), int(row["size"]), _text(row["sha256"])) for row in plain)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value
