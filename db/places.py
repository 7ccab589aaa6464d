"""Where a folder really lies: what this machine says of it, judged by `db.rules.places`. Imports no database."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from db.rules.places import MARKERS, Place, PlaceFacts, judged

_MOUNTS = Path("/proc/self/mountinfo")
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DROPBOX_HOMES = ("APPDATA", "LOCALAPPDATA")
_DRIVES = {2: "removable", 3: "fixed", 4: "remote"}
# How Linux writes a blank, a tab, a line's end and a backslash in the name of a mount.
_ESCAPED = (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\"))


class UnsafeFolder(Exception):
    """A book could be lost in this folder: it lies on a network drive, or a cloud's program copies it."""

    def __init__(self, folder: Path, place: Place) -> None:
        self.folder = folder
        self.place = place
        super().__init__(f"{folder} lies in a {place.kind} {place.service}".strip())


def check_place(folder: Path) -> Place:
    """Return what the folder is to a book; raises UnsafeFolder where one could be lost."""
    place = place_of(folder)
    if place.is_refused:
        raise UnsafeFolder(folder, place)
    return place


def place_of(folder: Path) -> Place:
    """Judge a folder by where it really lies; it need not exist."""
    return judged(facts_of(folder))


def facts_of(folder: Path) -> PlaceFacts:
    """Return what this machine says of a folder, every link followed."""
    real = Path(os.path.realpath(folder))
    path = real.as_posix()
    clouds = tuple((name, root) for name, root in _clouds() if root)
    markers = tuple(_markers(real))
    if sys.platform == "win32":
        drive, label = _windows_drive(real)
        return PlaceFacts(path, drive=drive, label=label, clouds=clouds, markers=markers)
    mount, file_system = mount_of(path, _mount_lines())
    return PlaceFacts(path, file_system=file_system, mount=mount, clouds=clouds, markers=markers)


def mount_of(path: str, lines: Iterator[str]) -> tuple[str, str]:
    """Return where the file system of a path is mounted, and its kind, from the lines of Linux's mountinfo."""
    found = ("", "")
    for line in lines:
        head, _, tail = line.partition(" - ")
        fields, kind = head.split(), tail.split()
        if len(fields) < 5 or not kind:
            continue
        mount = _unescaped(fields[4])
        # Of two mounts at one place the later one lies on top.
        if _holds(mount, path) and len(mount) >= len(found[0]):
            found = (mount, kind[0])
    return found


def _holds(mount: str, path: str) -> bool:
    return path == mount or path.startswith(mount.rstrip("/") + "/")


def _unescaped(text: str) -> str:
    for written, meant in _ESCAPED:
        text = text.replace(written, meant)
    return text


def _mount_lines() -> Iterator[str]:
    with suppress(OSError):
        yield from _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()


def _clouds() -> Iterator[tuple[str, str]]:
    for name in _ONEDRIVE:
        yield "OneDrive", _real(os.environ.get(name, ""))
    homes = [os.environ.get(name, "") for name in _DROPBOX_HOMES]
    places = [Path(home, "Dropbox") for home in homes if home]
    for place in (*places, Path.home() / ".dropbox"):
        yield from (("Dropbox", _real(root)) for root in _dropbox_roots(place / "info.json"))


def _dropbox_roots(info: Path) -> list[str]:
    # Another program's file: whatever is in it, it is not trusted to be what it was.
    with suppress(OSError, ValueError, AttributeError, KeyError, TypeError):
        accounts = json.loads(info.read_text(encoding="utf-8"))
        return [str(account["path"]) for account in accounts.values()]
    return []


def _real(folder: str) -> str:
    return Path(os.path.realpath(folder)).as_posix() if folder else ""


def _markers(folder: Path) -> Iterator[str]:
    for home in (folder, *folder.parents):
        yield from (name for name in MARKERS if _is_there(home / name))


def _is_there(path: Path) -> bool:
    with suppress(OSError):  # Where nobody may look there is nothing to be seen.
        return path.exists()
    return False


if sys.platform == "win32":

    def _windows_drive(folder: Path) -> tuple[str, str]:
        import ctypes

        root = f"{folder.drive}\\"
        label = ctypes.create_unicode_buffer(261)
        kernel = ctypes.windll.kernel32
        kernel.GetVolumeInformationW(root, label, len(label), None, None, None, None, 0)
        return _DRIVES.get(kernel.GetDriveTypeW(root), ""), label.value
