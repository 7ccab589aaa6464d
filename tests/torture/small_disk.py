"""A disk with as little room as one wants, seen by this process alone: nothing of it outlives the process.

`command` is how a module is run so that it may mount one (as root, else as the root of a name
space of its own); the module asks `small_disk(folder)` for it.
"""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

PAGE = 4096
_MEGABYTES = 48
_BALLAST = "ballast"
_ROOMY = "PCMD_TORTURE_MAY_MOUNT"


class SmallDisk(Protocol):
    """Where an office's folder lies; `home` is what it may be copied into."""

    title: str
    home: Path

    def leave(self, pages: int) -> None:
        """Leave room for so many pages more."""

    def make_room(self) -> None:
        """Leave all the room again."""

    def refuse_writing(self, refuse: bool) -> None:
        """Take no writing at all, or take it again."""


class MountedDisk:
    """A small file system in memory of this process's own; a full one says so as a disk does."""

    title = "a small file system"

    def __init__(self, folder: Path) -> None:
        _run("mount", "-t", "tmpfs", "-o", f"size={_MEGABYTES}m", "none", str(folder))
        self._folder, self.home = folder, folder / "home"
        self.home.mkdir()

    def leave(self, pages: int) -> None:
        ballast = (_free_pages(self._folder) - pages) * PAGE
        if ballast > 0:
            with (self._folder / _BALLAST).open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, ballast)

    def make_room(self) -> None:
        (self._folder / _BALLAST).unlink(missing_ok=True)

    def refuse_writing(self, refuse: bool) -> None:
        _run("mount", "-o", f"remount,{'ro' if refuse else 'rw'}", str(self._folder))


class LimitedDisk:
    """Where nothing may be mounted: no file of this process may grow beyond the largest one and so many pages."""

    title = "a limit on the size of files"

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.home.mkdir()

    def leave(self, pages: int) -> None:
        largest = max((path.stat().st_size for path in self.home.rglob("*") if path.is_file()), default=0)
        self._limit(largest + pages * PAGE)

    def make_room(self) -> None:
        self._limit(resource.getrlimit(resource.RLIMIT_FSIZE)[1])

    def refuse_writing(self, refuse: bool) -> None:
        for path in (self.home, *self.home.iterdir()):
            if path.is_dir():
                path.chmod(0o555 if refuse else 0o755)

    def _limit(self, size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def small_disk(folder: Path) -> SmallDisk:
    """Return a small disk at a folder that is there and empty."""
    return MountedDisk(folder) if os.environ.get(_ROOMY) else LimitedDisk(folder)


def command(module: str, *words: str) -> tuple[Sequence[str], dict[str, str]]:
    """Return the command that runs a module with a small disk, and its surroundings."""
    apart = _apart()
    surroundings = {**os.environ, **({_ROOMY: "1"} if apart else {})}
    return [*apart, sys.executable, "-m", module, *words], surroundings


def _apart() -> Sequence[str]:
    """Return the words before a command that may mount for itself alone, none where nobody may."""
    rights = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    words = ["unshare", *rights, "--mount"]
    probe = [*words, "mount", "-t", "tmpfs", "none", "/mnt"]
    may = shutil.which("unshare") and not subprocess.run(probe, capture_output=True).returncode
    return words if may else []


def _free_pages(folder: Path) -> int:
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize // PAGE


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
