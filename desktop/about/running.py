"""Which version is running, and what came with it."""

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.rules.release_notes import Release

DISTRIBUTION = "pcmd"
# What may be told of a version: this is shown, logged and copied.
_VERSION = re.compile(r"\d[\w.+-]{0,40}")


def version() -> str:
    """Return the version of this program, nothing where it carries none."""
    from importlib.metadata import PackageNotFoundError, version

    with suppress(PackageNotFoundError):
        found = version(DISTRIBUTION)
        return found if _VERSION.fullmatch(found) else ""
    return ""


def root() -> Path:
    """Return the folder in which the program's packages lie, and what came beside them."""
    return Path(__file__).resolve().parents[2]


def notes_file() -> Path:
    """Return where the notes of releases lie; a program that was installed without them has none there."""
    return root() / "CHANGELOG.md"


def releases() -> "tuple[Release, ...]":
    """Return the releases up to the one that is running, the newest first; none where there is nothing to read."""
    from db.rules.release_notes import read_releases, untold

    try:
        text = notes_file().read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return untold(read_releases(text), told="", running=version())
