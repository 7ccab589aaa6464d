"""A simulated year of an office: it works on most days and backs up at their ends; then every backup is restored."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from db.backups.containers import Keys, Secret
from db.backups.keeping import copy_to, listed, make_kept
from db.backups.making import Order
from db.backups.restoring import restore
from db.rules.backups import FOLDER, Why
from db.services import offices
from db.sessions import BOOK_NAME, Book

_FIRST = datetime(2025, 1, 1, 17, 0)
_WHO = "Lò Thị Hoa"
_LARGE_STEPS = (Why.IMPORT, Why.TAKE_IN, Why.SUCCESSION)


@dataclass(frozen=True)
class YearResult:
    """What a year left: how many backups were made, stay here and in the second place, and what did not come back."""

    made: int
    kept: int
    second: int
    restored: int
    failures: tuple[str, ...]


def run_year(
    book_folder: Path, scratch: Path, *, days: int = 365, seed: int = 8, keys: Keys | None = None
) -> YearResult:
    """Work for a year in a copy of a book, then restore each backup that is left, into the book and on another PC.

    Every backup has to bring back the name that the office had when it was made.
    """
    folder, second = scratch / "office", scratch / "stick"
    folder.mkdir(parents=True)
    shutil.copy(book_folder / BOOK_NAME, folder / BOOK_NAME)
    said = _worked(folder, second, days, Random(seed), keys or Keys())
    here, there = listed(folder / FOLDER), listed(second)
    failures = [
        failure
        for item in (*here, *there)
        if (failure := _failure(item.path, folder, scratch / "other", said[item.named.at], keys or Keys()))
    ]
    every = len(here) + len(there)
    return YearResult(len(said), len(here), len(there), every - len(failures), tuple(failures))


def _worked(folder: Path, second: Path, days: int, chance: Random, keys: Keys) -> dict[datetime, str]:
    """Work and back up day by day; return what the book said at each backup."""
    said: dict[datetime, str] = {}
    for day in range(days):
        at = _FIRST + timedelta(days=day, minutes=chance.randrange(60))
        if chance.random() < 0.25:
            continue  # A day off.
        if chance.random() < 0.1:
            early = at - timedelta(hours=6)
            make_kept(Order(folder, chance.choice(_LARGE_STEPS), _WHO, early, keys))
            said[early] = _place(folder)
        _rename(folder, f"Hòa Lâm {day}", at)
        order = Order(folder, chance.choice((Why.EXIT, Why.DAILY)), _WHO, at, keys)
        made = make_kept(order)
        said[at] = _place(folder)
        if chance.random() < 0.5:
            copy_to(order, made.path, second, sealed=False)
    return said


def _failure(path: Path, folder: Path, other: Path, said: str, keys: Keys) -> str:
    """Restore a backup into the office's book and on another PC; return what went wrong, nothing where it is right."""
    at = _FIRST + timedelta(days=4_000)
    for home in (folder, other):
        shutil.rmtree(other, ignore_errors=True)
        try:
            restore(path, Secret(), Order(home, Why.RESTORE, _WHO, at, keys))
            found = _place(home)
        except Exception as error:
            return f"{path.name}: {type(error).__name__}: {error}"
        if found != said:
            return f"{path.name}: {found!r} instead of {said!r}"
    return ""


def _rename(folder: Path, place: str, at: datetime) -> None:
    with Book(folder, clock=lambda: at) as book, book.writing(who=_WHO) as session:
        offices.rename(session, place=place)


def _place(folder: Path) -> str:
    with Book(folder, lock=False) as book, book.reading() as session:
        return offices.current(session).names.place
