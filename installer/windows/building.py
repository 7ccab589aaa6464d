"""From the sources to one file that is double-clicked: PyInstaller's folder, and NSIS's installer of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer.figures import megabytes
from installer.windows.toolchain import PACKAGES, ROOT, once
from installer.windows.version_resource import resource

DIST = ROOT / "dist" / "windows"
FOLDER = ROOT / "build" / "windows" / "folder" / "pcmd"
OLDER = ROOT / "build" / "windows" / "older-setup.exe"
OLDER_VERSION = "0.9.9"
MOST_MEGABYTES = 60
_SCRIPT = Path(__file__).with_name("setup.nsi")
_VERSION_FILE, _ICON = ROOT / "build" / "version.txt", ROOT / "build" / "icons" / "pcmd.ico"
_RECIPE = ("pcmd.spec", "contents.py", "start.py", "icons.py", "icon.svg")


class TooLarge(Exception):
    """The installer is larger than an office can be asked to fetch; the text says how large."""


def sources() -> str:
    """Return all that a built folder is made of, as one text that differs where any of it does."""
    files = [ROOT / "pyproject.toml", ROOT / "CHANGELOG.md", *(ROOT / "installer" / name for name in _RECIPE)]
    for name in PACKAGES:
        files += sorted(path for path in (ROOT / name).rglob("*") if _is_source(path))
    return "".join(f"{path.relative_to(ROOT)}\n{path.read_bytes().hex()}\n" for path in files)


def dress(version: str) -> None:
    """Write what Windows shows of the programs: their icon, and their version."""
    # Drawn by a process of its own: Qt wants to be told that there is no screen.
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-m", "installer.icons"], cwd=ROOT, check=True, env=told)
    _VERSION_FILE.write_text(resource(version), encoding="utf-8")


def pyinstaller_arguments() -> tuple[str | Path, ...]:
    """Return what PyInstaller is asked for."""
    return (
        *("--noconfirm", "--log-level", "WARN"),
        *("--distpath", FOLDER.parent, "--workpath", ROOT / "build" / "windows" / "work"),
        ROOT / "installer" / "pcmd.spec",
    )


def make_installers(version: str, makensis: str = "makensis") -> Path:
    """Return the installer, and make one that says it is older beside it, for the trial; raises `TooLarge`."""
    setup = DIST / f"SoPCMD-{version}-setup.exe"
    DIST.mkdir(parents=True, exist_ok=True)
    state = f"{version}{sources()}{_SCRIPT.read_text(encoding='utf-8')}"
    once("installer", state, lambda: _pack(makensis, version, setup))
    once("older installer", state, lambda: _pack(makensis, OLDER_VERSION, OLDER, "-DQUICK"))
    if (size := megabytes(setup)) > MOST_MEGABYTES:
        raise TooLarge(f"{setup.name}: {size:.1f} MB, at most {MOST_MEGABYTES}")
    return setup


def _is_source(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def _pack(makensis: str, version: str, setup: Path, *more: str) -> None:
    told = {
        "VERSION": version,
        "FOLDER": FOLDER,
        "OUT": setup,
        "ICON": _ICON,
        "KILOBYTES": round(megabytes(FOLDER) * 1000),
    }
    setup.unlink(missing_ok=True)
    defines = [f"-D{name}={value}" for name, value in told.items()]
    program = shutil.which(makensis) or makensis
    subprocess.run([program, "-V2", "-INPUTCHARSET", "UTF8", *defines, *more, _SCRIPT], check=True)
