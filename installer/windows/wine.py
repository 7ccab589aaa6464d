"""A Windows inside Wine 8, with one user of a Vietnamese name: what Debian can show of the program for Windows."""

import os
import pty
import shutil
import struct
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from installer.windows.machine import Done

WINE, SERVER = Path("/usr/lib/wine/wine64"), Path("/usr/lib/wine/wineserver64")
_FONTS = Path("/usr/share/fonts/truetype")
# Wine takes up this PC's fonts; only these, for the trial is to look the same everywhere.
_KNOWN_FONTS = f'<?xml version="1.0"?><fontconfig><dir>{_FONTS / "dejavu"}</dir></fontconfig>\n'
# The face of windows, as Windows keeps it: 9 points, upright, of any letters. Wine's own lacks most of Vietnamese.
_FACE = "DejaVu Sans"
_SHAPE = struct.pack("<5l8B", -12, 0, 0, 0, 400, 0, 0, 0, 1, 0, 0, 0, 0)
_WINDOW_FONT = _SHAPE + _FACE.encode("utf-16-le").ljust(64, b"\0")
_METRICS = r"HKCU\Control Panel\Desktop\WindowMetrics"
_BEGIN_S = 300


class Wine:
    """A Windows in a folder of its own; nothing of this PC's settings is told to it."""

    def __init__(self, folder: Path, person: str, told: Mapping[str, str]) -> None:
        self.folder, self._person, self._told = folder, person, told
        self.drive = folder / "prefix" / "drive_c"
        self.home = self.drive / "users" / person
        self.local, self.roaming = self.home / "AppData" / "Local", self.home / "AppData" / "Roaming"
        self.desktop = self.home / "Desktop"

    @property
    def surroundings(self) -> dict[str, str]:
        """Return all that Wine is told."""
        return {
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            "USER": self._person,
            "HOME": str(self.folder),
            "TERM": "dumb",
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "FONTCONFIG_FILE": str(self.folder / "fonts.conf"),
            **self._told,
        }

    def make(self, stubs: Path) -> None:
        """Make it anew: the stand-ins for what Wine lacks, the fonts that every Windows has others of."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        (self.folder / "fonts.conf").write_text(_KNOWN_FONTS)
        self._call(WINE, "wineboot", "--init")
        for stub in stubs.glob("*.dll"):
            shutil.copy(stub, self.drive / "windows" / "system32")
            self._set(r"HKCU\Software\Wine\DllOverrides", stub.stem, "REG_SZ", "native")
        for font in (_FONTS / "liberation2").glob("LiberationSerif-*.ttf"):
            shutil.copy(font, self.drive / "windows" / "Fonts")
        self._set(_METRICS, "MessageFont", "REG_BINARY", _WINDOW_FONT.hex())
        # The folders of this PC are none of that one's.
        for link in (self.home / "Desktop", self.home / "Documents"):
            if link.is_symlink():
                link.unlink()
                link.mkdir()
        self.end()

    def run(self, program: Path, *arguments: str | Path, seconds: float) -> Done:
        """Run a program to its end; raises subprocess.TimeoutExpired."""
        said: list[bytes] = []
        with self._started(program, arguments, said) as process:
            process.wait(seconds)
        return Done(process.returncode, b"".join(said).decode(errors="replace"))

    def begin(self, program: Path, *arguments: str | Path) -> "subprocess.Popen[bytes]":
        """Start a program and return at once."""
        return subprocess.Popen(
            self._command(program, arguments),
            env=self.surroundings,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def told(self, path: Path) -> str:
        """Return a path of this PC as programs of that Windows are told of it."""
        drive, place = (
            ("C:", path.relative_to(self.drive)) if path.is_relative_to(self.drive) else ("Z:", path)
        )
        return drive + "\\" + str(place).lstrip("/").replace("/", "\\")

    def end(self) -> None:
        """End what still runs in it, and wait until it did."""
        for option in ("-k", "-w"):
            subprocess.run([SERVER, option], env=self.surroundings)

    @contextmanager
    def _started(
        self, program: Path, arguments: tuple[str | Path, ...], said: list[bytes]
    ) -> Iterator["subprocess.Popen[bytes]"]:
        # Python takes a file of this system for no file at all where Wine hands it one: it gets a terminal.
        here, there = pty.openpty()
        command = self._command(program, arguments)
        process = subprocess.Popen(
            command, env=self.surroundings, cwd=self._start_folder, stdin=there, stdout=there, stderr=there
        )
        os.close(there)
        reader = threading.Thread(target=_read_all, args=(here, said))
        reader.start()
        try:
            yield process
        finally:
            process.kill()
            process.wait()
            reader.join(1)
            os.close(here)

    @property
    def _start_folder(self) -> Path:
        return self.home if self.home.exists() else self.folder

    def _command(self, program: Path, arguments: tuple[str | Path, ...]) -> list[str]:
        parts = (self.told(part) if isinstance(part, Path) else part for part in arguments)
        name = str(program) if program.parent == Path() else self.told(program)
        return [str(WINE), name, *parts]

    def _set(self, key: str, name: str, kind: str, value: str) -> None:
        self._call(WINE, "reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f")

    def _call(self, *command: str | Path) -> None:
        quiet = subprocess.DEVNULL
        subprocess.run(
            command,
            env=self.surroundings,
            check=True,
            timeout=_BEGIN_S,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
        )


def _read_all(terminal: int, said: list[bytes]) -> None:
    with suppress(OSError):
        while part := os.read(terminal, 65536):
            said.append(part)
