"""Starts of the program after each other, each finding the book as a power cut would leave it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain, repeat
from pathlib import Path

import pytest

from db.rules.periods import parse_period
from db.services.entering import drafts
from db.sessions import BOOK_NAME, Book
from tests.helpers.books import NOW
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace

Start = Callable[[], Workplace]


@pytest.fixture
def start(open_workplace: Start, book: Book, preferences: Preferences, tmp_path: Path) -> Iterator[Start]:
    """Start the program, in the third quarter; each next start finds the book as a power cut would leave it."""
    books = [book]
    with ExitStack() as closing:

        def again() -> Workplace:
            found = _found(books[-1], tmp_path / f"found {len(books)}")
            books.append(closing.enter_context(found))
            return Workplace(found, preferences, clock=lambda: NOW)

        makers: Iterator[Start] = chain([open_workplace], repeat(again))

        def make() -> Workplace:
            workplace = next(makers)()
            closing.callback(Workplace.close, workplace)
            workplace.choose_period(parse_period("2025-Q3"))
            return workplace

        yield make


def kept_drafts(workplace: Workplace, kind: str) -> list[dict[str, str]]:
    """Return what lies aside of a kind."""
    return [dict(draft.raw) for draft in workplace.read(lambda session: drafts.of_kind(session, kind))]


def _found(before: Book, folder: Path) -> Book:
    """Open what lies on the disk by now, while the program before still has it open."""
    folder.mkdir()
    for path in before.folder.glob(f"{BOOK_NAME}*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, folder)
    return Book(folder, clock=lambda: NOW)
