"""The writer whose power is cut: after each deed, what is on the disk and what the book holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from db.sessions import BOOK_NAME
from tests.torture.deeds import ENTRY, Officer, open_book
from tests.torture.small_office import small_office
from tests.torture.soundness import digest
from tests.torture.wal_file import commit_ends, salt_of

_DEEDS = 45


@dataclass(frozen=True)
class State:
    """What the book holds after so many told changes."""

    told: int
    digest: str


@dataclass(frozen=True)
class Moment:
    """The files after a change was told. `states` are those to which its log leads, from none of its commits to all."""

    book: bytes
    log: bytes
    states: Sequence[State]

    @property
    def ends(self) -> Sequence[int]:
        """Return the place in the log behind each commit."""
        return commit_ends(self.log)


def moments(folder: Path, key: bytes | None, random: Random) -> Sequence[Moment]:
    """Let a writer work on a new book and return its moments, one for each change that it was told of."""
    office = small_office(folder / "so", key)
    found: list[Moment] = []
    with open_book(office, key) as book:
        officer, state = Officer(book, ENTRY, f"{random.random()}", folder), State(0, digest(book))
        states, salt = [state], b""
        for number in range(_DEEDS):
            if not officer.do(number):
                continue
            log = (office / f"{BOOK_NAME}-wal").read_bytes()
            if salt_of(log) != salt:
                # What the log before this one held is in the book by now.
                states, salt = [state], salt_of(log)
            state = State(state.told + 1, digest(book))
            states.append(state)
            found.append(Moment((office / BOOK_NAME).read_bytes(), log, tuple(states)))
    return found
