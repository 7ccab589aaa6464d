"""`python -m installer.linux [SUITE]`: the built folder, the package, their trials, their figures. From the root of the
project, as root on Debian; `SUITE` is the Debian of the clean root, bookworm when nobody says otherwise.
"""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from subprocess import CalledProcessError, TimeoutExpired
from tempfile import TemporaryDirectory

from installer.figures import keep_figures, megabytes
from installer.icons import draw_icons
from installer.linux import measuring
from installer.linux.clean_root import RootFailed, fresh_root
from installer.linux.debian_package import PROGRAM, Contents, Versions, build
from installer.linux.depends import NoPackage, depends
from installer.linux.trial import Trial
from installer.screens import Screen, virtual_screen
from installer.smoke import Failed, demo
from installer.smoke import main as try_folder

BUILD, OUT = Path("build"), Path("dist", "linux")
SCREENS = Path("dist", "screens")
_PYTHON = BUILD / "venv/bin/python"
_EARLIER = "0.9.9"
_ROUNDS = 7
_HOW = "`make package`"


def main(suite: str = "bookworm") -> int:
    """Do every step; one that fails ends it with a sentence."""
    try:
        _all_steps(suite)
    except (Failed, RootFailed, NoPackage) as trouble:
        return _say(str(trouble))
    except CalledProcessError as trouble:
        return _say(f"{trouble.cmd[0]} ended with {trouble.returncode}\n{trouble.stderr or ''}")
    except TimeoutExpired as trouble:
        return _say(f"after {trouble.timeout:.0f} seconds this was not done: {trouble.cmd}")
    return 0


def _all_steps(suite: str) -> None:
    folder = _built_folder()
    try_folder(str(folder), str(SCREENS / "built-folder.png"))
    contents = Contents(folder, draw_icons(BUILD / "icons"), depends(folder))
    versions = Versions(version("pcmd"), _EARLIER, datetime.now(UTC))
    package, earlier = build(contents, versions, BUILD / "deb", OUT)
    print(f"{package}: {megabytes(package):.1f} MB")
    with virtual_screen() as screen:
        _try_package(package, earlier, suite, screen)
        rows = [*_sizes(folder, package), *_measured(folder, screen)]
    keep_figures("linux", rows)


def _built_folder() -> Path:
    folder = OUT / "pcmd"
    for left in (folder, BUILD / "pyinstaller"):
        shutil.rmtree(left, ignore_errors=True)
    places = ["--distpath", str(OUT), "--workpath", str(BUILD / "pyinstaller")]
    command = [str(_PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *places]
    subprocess.run([*command, "installer/pcmd.spec"], check=True)
    return folder


def _try_package(package: Path, earlier: Path, suite: str, screen: Screen) -> None:
    if os.geteuid() != 0:
        raise Failed(f"{package} was built, not tried: a clean root needs root, run it as root")
    Trial(fresh_root(suite, BUILD / "roots"), screen, SCREENS / suite).run(package, earlier)


def _sizes(folder: Path, package: Path) -> list[tuple[str, str, str]]:
    installed = megabytes(BUILD / "deb/files") - megabytes(BUILD / "deb/files/DEBIAN")
    return [
        ("built folder", f"{megabytes(folder):.0f} MB", f"{_HOW}: all files of `{folder}`"),
        ("package", f"{megabytes(package):.1f} MB", f"{_HOW}: `{package}`, packed by xz"),
        ("installed", f"{installed:.0f} MB", f"{_HOW}: all files of the package, most in `/{PROGRAM}`"),
    ]


def _measured(folder: Path, screen: Screen) -> list[tuple[str, str, str]]:
    with TemporaryDirectory() as scratch:
        program, office = (folder / "pcmd").absolute(), Path(scratch, "demo", "office")
        demo(program, Path(scratch), office.parent)
        seconds = measuring.seconds_in_turns(((str(program),), measuring.SOURCE), office, screen, _ROUNDS)
        own = measuring.idle_memory((str(program), "--data", str(office)), screen)
        empty = measuring.idle_memory(measuring.EMPTY, screen)
    return [*_start(seconds), *_memory(own, empty)]


def _start(seconds: list[list[float]]) -> list[tuple[str, str, str]]:
    built, source = (f"{median(taken):.2f} s" for taken in seconds)
    how = f"process to window on the demo's office, medians of {_ROUNDS} in turns, virtual screen"
    return [
        ("start of the built program", built, how),
        ("start from source", source, "the same, `python -m desktop`"),
        ("built beside source", f"{measuring.ratio(seconds):.2f} ×", "ratio of the medians"),
    ]


def _memory(own: tuple[float, float], empty: tuple[float, float]) -> list[tuple[str, str, str]]:
    how = "VmRSS (VmHWM: the most) of the process, 10 s after its window was seen"
    return [
        ("memory of the idle window", f"{own[0]:.0f} MB ({own[1]:.0f})", f"{how}, the demo's office"),
        ("memory of an empty PySide6 window", f"{empty[0]:.0f} MB ({empty[1]:.0f})", how),
    ]


def _say(trouble: str) -> int:
    print(f"package: {trouble}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
