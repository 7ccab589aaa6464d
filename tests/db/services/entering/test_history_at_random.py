"""Whatever was done, taking back all steps from the last to the first gives the first book, byte for byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.services import trainings
from db.services.entering import entries, history
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.sample_records import CHANGES, KINDS, add, contents, step, ticking

Act = tuple[str, str, int]
ACTS = st.tuples(
    st.sampled_from(["add", "change", "remove", "move", "roster", "two"]),
    st.sampled_from(KINDS),
    st.integers(0, 5),
)


class Officer:
    """Does what chance proposes, where it can be done, and remembers the steps."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.steps: list[int] = []

    def do(self, act: Act) -> None:
        name, kind, choice = act
        number = step(self.book, lambda session: _DEEDS[name](session, kind, choice))[1]
        if number:
            self.steps.append(number)

    def revert(self, number: int) -> int:
        return step(self.book, lambda session: history.revert(session, number))[1]


def pick(session: Session, kind: str, choice: int) -> int:
    """One of the records of a kind; a new one where there is none."""
    held = listings.matching_ids(session, ListQuery(kind))
    return held[choice % len(held)] if held else add(session, kind)


def change(session: Session, kind: str, choice: int) -> None:
    entries.change(session, kind, pick(session, kind, choice), CHANGES[kind])


def remove(session: Session, kind: str, choice: int) -> None:
    entries.remove(session, kind, pick(session, kind, choice))


def move(session: Session, _: str, choice: int) -> None:
    add(session, "tasks", plan_id=pick(session, "plans", choice))
    entries.move(session, "tasks", pick(session, "tasks", choice), choice - 2)


def roster(session: Session, _: str, choice: int) -> None:
    officials = {pick(session, "officials", other) for other in range(choice)}
    trainings.set_roster(session, pick(session, "trainings", choice), officials)


def two(session: Session, kind: str, choice: int) -> None:
    change(session, kind, choice)
    add(session, kind)
    remove(session, kind, choice + 1)


_DEEDS: dict[str, Callable[[Session, str, int], object]] = {
    "add": lambda session, kind, _: add(session, kind),
    "change": change,
    "remove": remove,
    "move": move,
    "roster": roster,
    "two": two,
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, max_size=12))
def test_all_steps_back_and_all_forth_again(template_folder: Path, tmp_path: Path, acts: list[Act]) -> None:
    shutil.copy(template_folder / BOOK_NAME, tmp_path / BOOK_NAME)
    with Book(tmp_path, clock=ticking()) as book:
        officer, first = Officer(book), contents(book)
        for act in acts:
            officer.do(act)
        last = contents(book)
        undone = [officer.revert(number) for number in reversed(officer.steps)]
        assert contents(book) == first
        for number in reversed(undone):
            officer.revert(number)
        assert contents(book) == last
