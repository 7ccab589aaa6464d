"""What a built folder needs from Debian: the packages of the libraries that it asks for and does not hold."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from installer.closure import libraries_asked_for

# Faces for documents and for the window; keyboards, which the library of keys reads as files.
_READ_AS_FILES = (
    "fonts-liberation2 | fonts-liberation (>= 1:2) | ttf-mscorefonts-installer",
    "fonts-dejavu-core | fonts-noto-core",
    "xkb-data",
)
_LISTED = re.compile(r"^\s*(\S+) \(libc6,x86-64[^)]*\) => (\S+)$", re.MULTILINE)
_LOADER = "ld-linux-x86-64.so.2"
_LIBC = "libc6"


class NoPackage(Exception):
    """A library that is neither in the folder nor in any package of this system."""


def depends(folder: Path) -> str:
    """Return the value of the field `Depends`. The C library is at least this system's."""
    packages = {_package(path) for path in _paths(_missing(_files(folder)))}
    version = _told("dpkg-query", "-W", "-f", "${Version}", _LIBC).partition("-")[0]
    others = sorted(packages - {_LIBC})
    return ", ".join([f"{_LIBC} (>= {version})", *others, *_READ_AS_FILES])


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def _missing(files: Iterable[Path]) -> set[str]:
    kept = list(files)
    asked = {name for path in kept for name in libraries_asked_for(str(path))}
    return asked - {path.name for path in kept} - {_LOADER}


def _paths(names: Iterable[str]) -> list[Path]:
    known = dict(_LISTED.findall(_told("ldconfig", "-p")))
    lost = sorted(set(names) - set(known))
    if lost:
        raise NoPackage(", ".join(lost))
    return [Path(known[name]) for name in sorted(names)]


def _package(path: Path) -> str:
    # Packages still say /lib where /usr/lib is meant, or the other way round.
    real = str(path.resolve()).removeprefix("/usr")
    for place in (f"/usr{real}", real):
        done = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    raise NoPackage(str(path))


def _told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
