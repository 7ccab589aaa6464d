"""Which shared libraries of a built folder something in it still asks for, once what is not used was left out.

PyInstaller collects what a file needs before the spec leaves files out: theirs would stay, needed by nobody.
"""

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

# Libraries lie here because something needs them; every other file is there for its own sake.
_LIBRARY_FOLDERS = (".", "PySide6/Qt/lib")
_LIBRARY_SUFFIX = ".libs"
# The program itself loads it, by name.
_LOADED_BY_NAME = "libpython"
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")


def still_needed(asked: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the places of a folder that stay: `asked` says of each place which libraries it asks for, by file name."""
    kept = {place for place in asked if not _is_library(place)}
    waiting = list(kept)
    while waiting:
        names = set(asked[waiting.pop()])
        more = {place for place in asked if PurePosixPath(place).name in names} - kept
        kept |= more
        waiting.extend(more)
    return kept


def libraries_asked_for(file: str) -> list[str]:
    """Return the names of the libraries that a file of Linux asks for; nothing where it is none. Needs `readelf`."""
    told = subprocess.run(["readelf", "-d", file], capture_output=True, text=True)
    return _NEEDED.findall(told.stdout)


def _is_library(place: str) -> bool:
    folder = PurePosixPath(place).parent.as_posix()
    if PurePosixPath(place).name.startswith(_LOADED_BY_NAME):
        return False
    return ".so" in PurePosixPath(place).name and (
        folder in _LIBRARY_FOLDERS or folder.endswith(_LIBRARY_SUFFIX)
    )
