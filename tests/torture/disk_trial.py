"""The deeds on a disk that is full after n pages, n growing until they succeed, and on one that takes no writing.

Arguments: an empty folder for the disk, one with room, the pages between two trials, the titles of the deeds wanted
(none: all). Prints one line of JSON for each deed. Started by `small_disk.command`.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from db.sessions import BOOK_NAME
from tests.torture.deeds import open_book
from tests.torture.disk_deeds import DISK_DEEDS, CommandRefused, DiskDeed, Office
from tests.torture.small_disk import SmallDisk, small_disk
from tests.torture.small_office import small_office
from tests.torture.soundness import complaints, digest
from ui.common.errors import error_text, is_known

_MOST_TRIALS = 3_000


@dataclass
class Tried:
    """What came of one deed."""

    title: str
    full: int = 0
    read_only: int = 0
    pages: int = 0
    said: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main(disk_folder: str, aside: str, stride: str, *titles: str) -> int:
    """Try the deeds."""
    disk = small_disk(Path(disk_folder))
    template = small_office(Path(aside) / "template")
    # Writers put what is half done among the temporary files of the same disk.
    (disk.home / "tmp").mkdir()
    tempfile.tempdir = str(disk.home / "tmp")
    for deed in DISK_DEEDS:
        if not titles or deed.title in titles:
            tried = _tried(deed, disk, template, Path(aside), int(stride))
            print(json.dumps({**tried.__dict__, "disk": disk.title}, ensure_ascii=False), flush=True)
    return 0


def _tried(deed: DiskDeed, disk: SmallDisk, template: Path, aside: Path, stride: int) -> Tried:
    tried = Tried(deed.title)
    ready = _ready(deed, template, aside)
    for pages in count(0, stride):
        with _Trial(deed, disk, ready, aside) as trial:
            disk.leave(pages)
            refused = trial.refused()
            disk.make_room()
            tried.wrong += [f"with {pages} pages of room: {wrong}" for wrong in trial.wrong(refused)]
        if refused is None or pages > _MOST_TRIALS:
            tried.pages = pages
            break
        tried.full += 1
        tried.said += [word for word in (_word(refused),) if word not in tried.said]
    if os.geteuid() or disk.title.startswith("a small"):
        _try_read_only(deed, disk, ready, aside, tried)
    return tried


def _try_read_only(deed: DiskDeed, disk: SmallDisk, ready: Path, aside: Path, tried: Tried) -> None:
    with _Trial(deed, disk, ready, aside) as trial:
        # A disk in which files are open for writing cannot be made read-only: the book is opened then.
        trial.close_book()
        disk.refuse_writing(True)
        refused = trial.refused()
        disk.refuse_writing(False)
        wrong = [*trial.wrong(refused), *([] if refused else ["it is said to be done"])]
    tried.read_only += 1
    tried.wrong += [f"in a folder that takes no writing: {line}" for line in wrong]
    tried.said += [word for word in (_word(refused),) if refused and word not in tried.said]


class _Trial:
    """One deed on a fresh copy of the office."""

    def __init__(self, deed: DiskDeed, disk: SmallDisk, ready: Path, aside: Path) -> None:
        self._deed = deed
        folder = disk.home / "so"
        shutil.copytree(ready, folder)
        self._office = Office(folder, aside, open_book(folder) if deed.in_book else None)
        self._before = self._state()

    def __enter__(self) -> "_Trial":
        return self

    def __exit__(self, *_: object) -> None:
        self.close_book()
        shutil.rmtree(self._office.folder)

    def close_book(self) -> None:
        """Close the book, where it is open."""
        if self._office.book is not None:
            self._office.book.close()
            self._office = replace(self._office, book=None)

    def refused(self) -> Exception | None:
        """Do the deed; return what stood in its way."""
        try:
            with self._opened() as office:
                self._deed.act(office)
        except Exception as error:
            return error
        return None

    @contextmanager
    def _opened(self) -> Iterator[Office]:
        if self._office.book is not None or not self._deed.in_book:
            yield self._office
        else:
            with open_book(self._office.folder) as book:
                yield replace(self._office, book=book)

    def wrong(self, refused: Exception | None) -> Iterator[str]:
        """Tell, with room again, what is not as it was before a deed that was refused; it must go now."""
        if refused is not None:
            yield from self._wrong_after(refused)
        self.close_book()
        yield from complaints(self._office.folder)

    def _wrong_after(self, refused: Exception) -> Iterator[str]:
        if not is_known(refused) and not isinstance(refused, CommandRefused):
            yield f"not a calm word but {refused!r}"
        after = self._state()
        for name in sorted({*self._before, *after}):
            if self._before.get(name) != after.get(name):
                yield f"{name} is not as it was"
        again = self.refused()
        if again is not None:
            yield f"with room again it is still refused: {again!r}"

    def _state(self) -> dict[str, str]:
        """Return what the book holds, and the other files of the office with their bytes."""
        folder = self._office.folder
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        state = {
            str(path.relative_to(folder)): str(hash(path.read_bytes()))
            for path in files
            if not path.name.startswith((BOOK_NAME, "so-pcmd.lock"))
        }
        return state | {BOOK_NAME: self._book_state()}

    def _book_state(self) -> str:
        if self._deed.in_book:
            with self._opened() as office:
                assert office.book is not None
                return digest(office.book)
        return str(hash((self._office.folder / BOOK_NAME).read_bytes()))


def _ready(deed: DiskDeed, template: Path, aside: Path) -> Path:
    """Return an office's folder in which the deed can be done."""
    ready = aside / "ready"
    shutil.rmtree(ready, ignore_errors=True)
    shutil.copytree(template, ready)
    deed.prepare(Office(ready, aside))
    return ready


def _word(refused: Exception | None) -> str:
    if refused is None:
        return ""
    return (
        str(refused) if isinstance(refused, CommandRefused) or not is_known(refused) else error_text(refused)
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
