"""Starts of the program after each other, each finding the book as a power cut would leave it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain, count, repeat
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
    """Start the program, in the third quarter; the next starts find the book as a power cut would leave it."""
    with ExitStack() as closing:
        numbers = count()
        again = partial(_found, book, preferences, tmp_path, closing, numbers)
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


def _found(
    book: Book, preferences: Preferences, folder: Path, closing: ExitStack, numbers: Iterator[int]
) -> Workplace:
    """Open what lies on the disk by now, while the first program still has it open."""
    found = folder / f"found {next(numbers)}"
    found.mkdir()
    for path in book.folder.glob(f"{BOOK_NAME}*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, found)
    return Workplace(closing.enter_context(Book(found, clock=lambda: NOW)), preferences, clock=lambda: NOW)
