"""`python -m installer.windows`: build the installer for Windows and try it; on Debian inside Wine, or on Windows."""

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from installer.figures import keep_figures, megabytes
from installer.screens import Screen, virtual_screen
from installer.smoke import PERSON, Failed
from installer.windows import building, toolchain
from installer.windows.building import FOLDER, OLDER, OLDER_VERSION, TooLarge
from installer.windows.machine import Machine, ThisWindows
from installer.windows.proof import Installers, Trial, prove
from installer.windows.toolchain import KEPT, ROOT, Missing

SCREENS = ROOT / "dist" / "screens"
_BUILD_S = 3600


def main() -> int:
    """Build and try; 1 where something does not hold."""
    try:
        setup, proved = _on_windows() if sys.platform == "win32" else _inside_wine()
    except (Failed, TooLarge, Missing) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    except subprocess.TimeoutExpired as late:
        print(f"after {late.timeout:.0f} seconds this was not done: {late.cmd}", file=sys.stderr)
        return 1
    _keep_figures(setup, proved, "Windows" if sys.platform == "win32" else "Wine 8")
    print(f"{setup.relative_to(ROOT)}: {megabytes(setup):.1f} MB")
    return 0


def _inside_wine() -> tuple[Path, Sequence[str]]:
    # Windows has no terminals of the kind that Wine is given.
    from installer.windows.wine import Wine

    toolchain.prepare()
    version = _version()
    building.dress(version)
    toolchain.once("program", version + building.sources(), _build_inside_wine)
    setup = building.make_installers(version)
    with virtual_screen() as screen:
        machine = Wine(KEPT / "trial", PERSON, screen.told)
        machine.make(toolchain.STUBS)
        try:
            return setup, _proved(machine, setup, version, partial(_keep_screen, screen))
        finally:
            machine.end()


def _build_inside_wine() -> None:
    from installer.windows.wine import Wine

    toolchain.add_program()
    machine = Wine(KEPT / "builder", "builder", {})
    machine.make(toolchain.STUBS)
    try:
        python = toolchain.PYTHON / "python.exe"
        done = machine.run(python, "-m", "PyInstaller", *building.pyinstaller_arguments(), seconds=_BUILD_S)
    finally:
        machine.end()
    if done.code or not (FOLDER / "SoPCMD.exe").exists():
        raise Failed(f"PyInstaller ended with {done.code}\n{done.said}")


def _on_windows() -> tuple[Path, Sequence[str]]:
    version = _version()
    building.dress(version)
    arguments = map(str, building.pyinstaller_arguments())
    subprocess.run([sys.executable, "-m", "PyInstaller", *arguments], cwd=ROOT, check=True)
    setup = building.make_installers(version, r"C:\Program Files (x86)\NSIS\makensis.exe")
    return setup, _proved(ThisWindows(), setup, version, lambda name: None)


def _proved(machine: Machine, setup: Path, version: str, look: Callable[[str], None]) -> Sequence[str]:
    with tempfile.TemporaryDirectory(dir=machine.local) as scratch:
        installers = Installers(setup, version, OLDER, OLDER_VERSION)
        trial = Trial(machine, installers, Path(scratch), look)
        prove(trial)
    return trial.proved


def _keep_screen(screen: Screen, name: str) -> None:
    screen.grab(SCREENS / f"{name}.png")


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _keep_figures(setup: Path, proved: Sequence[str], where: str) -> None:
    how = "`make package-windows`"
    files = sum(1 for path in FOLDER.rglob("*") if path.is_file())
    rows = [
        ("built folder", f"{megabytes(FOLDER):.1f} MB, {files} files", how),
        ("installer", f"{megabytes(setup):.1f} MB", f"{how}, fails above {building.MOST_MEGABYTES} MB"),
        *(("proved", words, f"the same, on {where}") for words in proved),
    ]
    keep_figures("windows", rows)


if __name__ == "__main__":
    sys.exit(main())
