"""The package tried in a clean root: installed, started, upgraded over an older book, removed, purged."""

import hashlib
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.connections import BOOK_NAME
from db.migrations.store import SCHEMA, schema_of
from desktop.paths import settings_file
from installer.linux.clean_root import HOME, CleanRoot
from installer.screens import Screen
from installer.smoke import Failed, check_left, shown

_DATA = HOME / ".local/share/pcmd"
_OFFICE = HOME / "thử/office"
_BACKUPS = "sao-luu"
_OLDER_SCHEMA = "0010"
# What the newest migration added, taken out of the demo's book.
_AS_BEFORE = f"""
    ALTER TABLE step DROP COLUMN hash;
    ALTER TABLE step DROP COLUMN reverts;
    ALTER TABLE office DROP COLUMN guarded;
    UPDATE alembic_version SET version_num = '{_OLDER_SCHEMA}';
"""
# Until a list stands on a busy machine: only pictures wait for it.
_STANDS_S = 8


class Trial:
    """One root, the package and an earlier one of it, a screen, and the folder of the pictures."""

    def __init__(self, root: CleanRoot, screen: Screen, pictures: Path) -> None:
        self._root, self._screen, self._pictures = root, screen, pictures

    def run(self, package: Path, earlier: Path) -> None:
        """Do it all in order, and say of each step what was seen; raises `Failed` or `RootFailed`."""
        self._check_that_it_is_clean()
        self._install(package)
        self._do_the_demo()
        with self._window("first-start"):
            print("first start: the wizard was shown, and to a second starter again")
        with self._window("office", "--data", str(_OFFICE)):
            print("office: its window was shown, and to a second starter again")
        self._remove("purge")
        shutil.rmtree(self._root.inside(_DATA))
        self._install(earlier)
        self._keep_an_older_book()
        self._install(package)
        with self._window("upgraded"):
            # What is new stands in front of the window.
            self._screen.press("Escape")
            print("upgrade: the older book was opened")
        self._check_the_upgrade()
        self._check_that_data_stay("remove")
        self._install(package)
        self._check_that_data_stay("purge")

    def _check_that_it_is_clean(self) -> None:
        found = [name for name in ("python3", "python", "qmake6", "pcmd") if self._root.has(name)]
        if found:
            raise Failed(f"the root is not clean: {', '.join(found)}")

    def _install(self, package: Path) -> None:
        shutil.copy(package, self._root.folder / package.name)
        self._root.run("apt-get", "-qq", "update")
        self._root.run("apt-get", "-y", "--no-install-recommends", "install", f"/{package.name}")
        if self._root.has("python3"):
            raise Failed("the package drew Python in")
        print(f"{package.name}: installed")

    def _do_the_demo(self) -> None:
        self._root.run_as_person("pcmd", "demo", str(_OFFICE.parent))
        print(self._root.run_as_person("pcmd", "--data", str(_OFFICE), "data", "info").splitlines()[0])

    @contextmanager
    def _window(self, picture: str, *arguments: str) -> Iterator[None]:
        command = self._root.persons_command("pcmd", *arguments)
        told = self._root.persons_surroundings(**self._screen.told)
        with shown(command, told, self._screen, Path("/")):
            time.sleep(_STANDS_S)
            self._screen.grab(self._pictures / f"{picture}.png")
            yield
        check_left(self._root.inside(_OFFICE if arguments else _DATA))

    def _keep_an_older_book(self) -> None:
        folder = self._root.inside(_DATA)
        shutil.copytree(self._root.inside(_OFFICE), folder)
        shutil.rmtree(folder / _BACKUPS, ignore_errors=True)
        # An earlier version noted nothing of itself there.
        settings_file(folder).unlink()
        with closing(sqlite3.connect(folder / BOOK_NAME)) as connection:
            connection.executescript(_AS_BEFORE)
        self._root.give(folder)

    def _check_the_upgrade(self) -> None:
        folder = self._root.inside(_DATA)
        kept = [path.name for path in (folder / _BACKUPS).glob("*.pcmdbak")]
        schema = schema_of(folder / BOOK_NAME)
        if schema != SCHEMA or not kept:
            raise Failed(f"the book has schema {schema}, and before it was kept {kept}")
        print(f"upgrade: schema {_OLDER_SCHEMA} became {schema}; kept before: {', '.join(kept)}")

    def _check_that_data_stay(self, way: str) -> None:
        before = digest(self._root.inside(_DATA))
        self._remove(way)
        if digest(self._root.inside(_DATA)) != before:
            raise Failed(f"after {way} the data are not the same")
        print(f"{way}: the data are the same, byte by byte")

    def _remove(self, way: str) -> None:
        self._root.run("apt-get", "-y", way, "pcmd")
        left = self._root.inside(Path("/usr/lib/pcmd"))
        if self._root.has("pcmd") or left.exists():
            raise Failed(f"after {way} the program is still there")


def digest(folder: Path) -> str:
    """Return one sum of all files of a folder, with their places."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder)} {content}\n".encode())
    return whole.hexdigest()
