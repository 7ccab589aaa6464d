"""The work of an officer who does deeds through the services, and how it is judged: by doing them again."""

from collections.abc import Sequence
from itertools import count

from sqlalchemy import func, select

from db.records import Change
from db.services.entering import history
from db.services.entering.noted import noted_rows
from db.sessions import Book
from tests.helpers.sample_records import step
from tests.torture.deeds import Deeds, Officer, open_book
from tests.torture.ledger import Ledger, Line, latest
from tests.torture.soundness import complaints, digest, last_step, strangers
from tests.torture.work import GROWING, Judgement, Scene, Work


def by_deeds(
    title: str,
    known: Deeds,
    longest_s: float = 1.2,
    most_calls: int = 150,
    ends_between: tuple[float, float] = GROWING,
) -> Work:
    """Return the work of an officer who does deeds; what was told is compared by doing the same deeds again."""

    def live(scene: Scene, ledger: Ledger) -> None:
        with open_book(scene.folder) as book:
            officer = Officer(book, known, scene.seed, scene.folder.parent)
            ledger.note("ready")
            for number in count():
                ledger.note("done", number=number, step=officer.do(number))

    def judge(scene: Scene, lines: Sequence[Line]) -> Judgement:
        return judge_deeds(scene, lines, known)

    return Work(title, live, judge, longest_s, most_calls, ends_between=ends_between)


def judge_deeds(scene: Scene, lines: Sequence[Line], known: Deeds) -> Judgement:
    """Do the deeds that were told again on the untouched copy, and compare every table."""
    done = latest(lines, "done")
    told = done["number"] + 1 if done else 0
    steps = max((line["step"] for line in lines if line["what"] == "done"), default=0)
    wrong = complaints(scene.folder)
    with open_book(scene.beginning) as again, open_book(scene.folder) as book:
        begun_with, found = last_step(again), last_step(book)
        officer = Officer(again, known, scene.seed, scene.folder.parent)
        for number in range(told):
            officer.do(number)
        expected, last = digest(again), max(steps, begun_with)
        if found == last + 1:
            # The change that was under way came whole before the kill, though nobody was told: it is the next deed.
            officer.do(told)
            if digest(book) != digest(again):
                wrong.append(f"the change after the last told one came half, at deed {told}")
            # What is only noted, an approved return, is not taken back: then both have to leave the same.
            leaves = _notes(again, found)
            for each in (book, again):
                step(each, lambda session: history.revert(session, found))
            expected = digest(again) if leaves else expected
        elif found != last:
            wrong.append(f"{last} steps were told, {found} are there")
        if digest(book) != expected:
            wrong.append(f"the book holds something else than the {told} deeds that were told")
    return Judgement(told, wrong, strangers(scene.folder))


def _notes(book: Book, step_id: int) -> bool:
    with book.reading() as session:
        noted = select(func.count()).where(Change.step_id == step_id, noted_rows())
        return bool(session.scalar(noted))
