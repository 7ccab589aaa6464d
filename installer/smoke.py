"""Try a built folder as a stranger's PC would run it: no Python, no environment, a folder named in Vietnamese.

`python -m installer.smoke FOLDER`: the demo, a second starter that is shown the first window, a window that closes.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from installer.screens import Screen, virtual_screen

PERSON = "Nguyễn Văn Ánh"
_DEMO_S, _WINDOW_S, _END_S = 600, 90, 30
_OFFICE = "office"


class Failed(Exception):
    """The built program did not do what it is for."""


def main(folder: str, picture: str = "") -> int:
    """Try it and say what was done; `picture` is where the screen is kept."""
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch, PERSON)
        program = copied(Path(folder), home / "Chương trình")
        out = home / "thử"
        demo(program, home, out)
        print("demo:", ", ".join(sorted(path.name for path in out.iterdir())))
        with virtual_screen() as screen, window(program, home, out / _OFFICE, screen):
            print("window: a second starter was shown it")
            if picture:
                screen.grab(Path(picture))
    print("window: closed, nothing left behind")
    return 0


def copied(folder: Path, to: Path) -> Path:
    """Copy a built folder and return the program in it."""
    shutil.copytree(folder, to, symlinks=True)
    return to / "pcmd"


def surroundings(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    """Return what a program is told of where it runs: its home, its screen, that texts are UTF-8, and nothing else."""
    return {"HOME": str(home), "LANG": "C.UTF-8", **more}


def demo(program: Path, home: Path, out: Path) -> None:
    """Do the main job on the sample year; raises `Failed`."""
    command = [str(program), "demo", str(out)]
    told = surroundings(home, {"QT_QPA_PLATFORM": "offscreen"})
    done = subprocess.run(command, env=told, cwd=home, capture_output=True, text=True, timeout=_DEMO_S)
    if done.returncode or not (out / _OFFICE).is_dir():
        raise Failed(f"demo ended with {done.returncode}\n{done.stdout}\n{done.stderr}")


@contextmanager
def window(program: Path, home: Path, office: Path, screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    """Open an office's window, and close it at the end as an officer would."""
    command, told = [str(program), "--data", str(office)], surroundings(home, screen.told)
    with shown(command, told, screen, home) as first:
        yield first
    check_left(office)


@contextmanager
def shown(
    command: list[str], told: Mapping[str, str], screen: Screen, where: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a window, wait until it answers a second starter, and close it at the end; raises `Failed`."""
    with subprocess.Popen(command, env=told, cwd=where, stderr=subprocess.PIPE) as first:
        try:
            _await(first, screen)
            second = subprocess.run(command, env=told, cwd=where, timeout=_WINDOW_S)
            if second.returncode or first.poll() is not None:
                raise Failed(f"no window: {second.returncode}, {first.poll()}")
            yield first
            screen.close_window()
            _, complaints = first.communicate(timeout=_END_S)
            if first.returncode or complaints:
                raise Failed(
                    f"the window ended with {first.returncode}\n{complaints.decode(errors='replace')}"
                )
        finally:
            first.kill()


def _await(first: subprocess.Popen[bytes], screen: Screen) -> None:
    try:
        screen.await_window(first.pid, _WINDOW_S)
    except subprocess.TimeoutExpired as late:
        first.kill()
        _, complaints = first.communicate()
        raise Failed(f"no window after {_WINDOW_S} s\n{complaints.decode(errors='replace')}") from late


def check_left(office: Path) -> None:
    """Raise `Failed` where a window left the mark of one that did not end by itself."""
    if (office / "so-pcmd.dang-mo").exists():
        raise Failed("the window left its mark: it did not end by itself")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
