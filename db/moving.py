"""Bring a book from a folder in which it could be lost into one of this machine: copied, checked, then put in place."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from db.attachments.paths import hash_of
from db.checks.file_checks import is_sound
from db.connections import connect
from db.keyring.files import set_ring_aside
from db.keyring.places import COPY_NAME, RING_NAME
from db.new_book import BookExists, put_in_place
from db.places import check_place
from db.sessions import BOOK_NAME, lock_folder
from db.trouble import BookDamaged, TargetNotWritable, telling

# Beside the old book: read by whoever finds it. Its last line is the folder in which the book goes on.
MOVED_NAME = "so-pcmd-da-chuyen.txt"
# What belongs to a book besides its file, as far as it is there.
_BELONGINGS = ("minh-chung", "sao-luu", RING_NAME, COPY_NAME, "cua-so.ini")
_PAGES = 500

Tell = Callable[[str], None]


def move_here(source: Path, target: Path, *, note: str, tell: Tell, key: bytes | None = None) -> None:
    """Copy the book and what belongs to it into `target`, and leave `note` beside the old one, which stays.

    `tell` hears the name of what is being copied and may stop it by raising: nothing is then in `target`. Raises
    UnsafeFolder or BookExists of the target, BookLocked or BookDamaged of the source, TargetNotWritable.
    """
    check_place(target)
    if (target / BOOK_NAME).exists():
        raise BookExists(target)
    with telling(target / BOOK_NAME):
        target.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=".move-", dir=target))
    try:
        with telling(target / BOOK_NAME):
            _copy_all(source, workshop, key, tell)
            _put_all_in_place(workshop, target)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    with suppress(OSError):  # A share that takes no note is told on the page all the same.
        (source / MOVED_NAME).write_text(f"{note}\n{target}\n", encoding="utf-8")


def moved_to(folder: Path) -> Path | None:
    """Return the folder in which a book that was here goes on; nothing where there is none."""
    try:
        lines = (folder / MOVED_NAME).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return None
    target = Path(next((line for line in reversed(lines) if line), ""))
    return target if (target / BOOK_NAME).is_file() and target != folder else None


def _copy_all(source: Path, workshop: Path, key: bytes | None, tell: Tell) -> None:
    lock = None
    with suppress(TargetNotWritable):  # Where nothing can be written, nobody writes meanwhile.
        lock = lock_folder(source)
    try:
        _copy_book(source / BOOK_NAME, workshop / BOOK_NAME, key, tell)
        for name in _BELONGINGS:
            _copy(source / name, workshop / name, tell)
    finally:
        if lock is not None:
            lock.release()


def _copy_book(source: Path, copy: Path, key: bytes | None, tell: Tell) -> None:
    with (
        telling(source),
        closing(connect(source, key=key, read_only=True)) as old,
        closing(connect(copy, key=key)) as new,
    ):
        old.backup(new, pages=_PAGES, progress=lambda *_: tell(source.name))
    if not is_sound(copy, key):
        raise BookDamaged(source)


def _copy(source: Path, copy: Path, tell: Tell) -> None:
    if source.is_symlink() or not source.exists():
        return
    if source.is_dir():
        copy.mkdir()
        for inner in sorted(source.iterdir()):
            _copy(inner, copy / inner.name, tell)
        return
    tell(source.name)
    shutil.copy2(source, copy)
    if hash_of(source) != hash_of(copy):
        raise TargetNotWritable(copy, "other")


def _put_all_in_place(workshop: Path, target: Path) -> None:
    # Of a book that is gone from here: it would not let anybody into this one.
    set_ring_aside(target)
    for name in _BELONGINGS:
        if (workshop / name).exists() and not (target / name).exists():
            (workshop / name).rename(target / name)
    put_in_place(workshop / BOOK_NAME, target / BOOK_NAME)
