"""The .deb of a built folder: what lies where, and what the package says of itself."""

import gzip
import hashlib
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

from installer.icons import DRAWING
from installer.linux import texts
from installer.linux.licences import copyright_text

ARCHITECTURE = "amd64"
PROGRAM = Path("usr/lib/pcmd")
_SHARE = Path("usr/share")
_ICONS = _SHARE / "icons/hicolor"
_CONTROL = "DEBIAN"
_SMALL, _QUICKLY = ("-Zxz",), ("-Zgzip", "-z1")


@dataclass(frozen=True)
class Contents:
    """What goes into a package: the built folder, the icon of each size, what it depends on."""

    folder: Path
    icons: Mapping[int, Path]
    depends: str


@dataclass(frozen=True)
class Versions:
    """The version of a package, an earlier one for the trial of an upgrade, and the day on which it is made."""

    own: str
    earlier: str
    day: datetime


def build(contents: Contents, versions: Versions, work: Path, out: Path) -> tuple[Path, Path]:
    """Write the package into `out`, and into `work`, beside its files, the same as an earlier version."""
    root = work / "files"
    if root.exists():
        shutil.rmtree(root)
    lay_out(contents, versions, root)
    earlier = _packed(contents, versions.earlier, root, work, *_QUICKLY)
    return _packed(contents, versions.own, root, out, *_SMALL), earlier


def lay_out(contents: Contents, versions: Versions, root: Path) -> None:
    """Put every file of the package in its place below `root`."""
    shutil.copytree(contents.folder, root / PROGRAM, symlinks=True)
    _link(root / "usr/bin/pcmd", Path("..", "lib", "pcmd", "pcmd"))
    _write(root / _SHARE / "applications/pcmd.desktop", texts.DESKTOP_ENTRY)
    _write(root / _SHARE / "mime/packages/pcmd.xml", texts.FILE_TYPE)
    for size, picture in contents.icons.items():
        _copy(picture, root / _ICONS / f"{size}x{size}/apps/pcmd.png")
    _copy(DRAWING, root / _ICONS / "scalable/apps/pcmd.svg")
    _write(root / _SHARE / "doc/pcmd/copyright", copyright_text(root / PROGRAM / "_internal"))
    changes = texts.CHANGES.format(version=versions.own, date=format_datetime(versions.day))
    # Without the time of making: the same package again has the same bytes.
    packed = gzip.compress(changes.encode(), compresslevel=9, mtime=0)
    (root / _SHARE / "doc/pcmd/changelog.gz").write_bytes(packed)
    _set_rights(root)


def control(version: str, depends: str, size: int) -> str:
    """Return the control file; `size` is that of the installed files in bytes."""
    return texts.CONTROL.format(
        version=version, architecture=ARCHITECTURE, depends=depends, kilobytes=-(-size // 1024)
    )


def _packed(contents: Contents, version: str, root: Path, out: Path, *how: str) -> Path:
    _seal(contents, version, root)
    out.mkdir(parents=True, exist_ok=True)
    package = out / f"pcmd_{version}_{ARCHITECTURE}.deb"
    command = ["dpkg-deb", "--build", "--root-owner-group", *how, str(root), str(package)]
    subprocess.run(command, check=True, capture_output=True)
    return package


def _seal(contents: Contents, version: str, root: Path) -> None:
    files = sorted(_files(root))
    size = sum(path.stat().st_size for path in files)
    sums = "".join(f"{_sum(path)}  {path.relative_to(root)}\n" for path in files)
    _write(root / _CONTROL / "control", control(version, contents.depends, size))
    _write(root / _CONTROL / "md5sums", sums)
    (root / _CONTROL).chmod(0o755)


def _files(root: Path) -> Iterator[Path]:
    below = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return (path for path in below if path.relative_to(root).parts[0] != _CONTROL)


def _sum(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _set_rights(root: Path) -> None:
    program = root / PROGRAM / "pcmd"
    root.chmod(0o755)
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)


def _copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, to)


def _link(path: Path, to: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(to)
