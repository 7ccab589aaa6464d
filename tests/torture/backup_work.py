"""The work of backing up and of restoring, and how they are judged: every backup whole, the book that of one moment."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path

from db.backups.containers import Keys, Secret
from db.backups.keeping import listed, make_kept
from db.backups.making import Order
from db.backups.restoring import restore
from db.backups.verifying import verify
from db.rules.backups import FOLDER, Why
from db.sessions import BOOK_NAME
from tests.helpers.books import NOW, OFFICER
from tests.torture.deed_work import judge_deeds
from tests.torture.deeds import ENTRY, Officer, open_book
from tests.torture.ledger import Ledger, Line
from tests.torture.soundness import complaints, digest, strangers
from tests.torture.work import CALLS, WRITING_WHOLE, Judgement, Scene, Work

# What goes into a package is written by the plain call.
_CALLS = f"{CALLS},write"
_FILES = (BOOK_NAME, f"{BOOK_NAME}-wal")


def back_up(scene: Scene, ledger: Ledger) -> None:
    """Do a deed, make a backup, and so on."""
    with open_book(scene.folder) as book:
        officer = Officer(book, ENTRY, scene.seed, scene.folder.parent)
        ledger.note("ready")
        for number in count():
            ledger.note("done", number=number, step=officer.do(number))
            ledger.note("made", name=make_kept(_order(scene.folder, number)).path.name)


def judge_backups(scene: Scene, lines: Sequence[Line]) -> Judgement:
    """Judge the deeds, and open every backup: those that were told of are there, none is half."""
    made = {line["name"] for line in lines if line["what"] == "made"}
    wrong = [*_bad_backups(scene.folder), *_missing(scene.folder, made)]
    judged = judge_deeds(scene, lines, ENTRY)
    left = strangers(scene.folder / FOLDER) if made else []
    return Judgement(judged.kept + len(made), [*judged.wrong, *wrong], _without(left, scene.folder))


def bring_back(scene: Scene, ledger: Ledger) -> None:
    """Restore one of two backups and the other in turns; the first time over a book whose log was not folded back."""
    digests, backups = _two_backups(scene)
    ledger.note("states", digests=digests)
    ledger.note("ready")
    for number in count():
        restore(backups[number % 2], Secret(), _order(scene.folder, number + 2))
        ledger.note("restored", number=number)


def judge_restoring(scene: Scene, lines: Sequence[Line]) -> Judgement:
    """Compare the book with the one that was told to be restored last, or with the next one; open every backup."""
    states = next((line["digests"] for line in lines if line["what"] == "states"), None)
    wrong = [*complaints(scene.folder), *_bad_backups(scene.folder)]
    told = sum(line["what"] == "restored" for line in lines)
    if states is not None:
        before = states[(told - 1) % 2] if told else states[2]
        with open_book(scene.folder) as book:
            if digest(book) not in (before, states[told % 2]):
                wrong.append(f"after {told} restores the book is neither the one before nor the one restored")
    return Judgement(told, wrong, _without(strangers(scene.folder / FOLDER), scene.folder) if told else [])


def _two_backups(scene: Scene) -> tuple[list[str], list[Path]]:
    """Make backups of two moments, and leave the book of a third as a killed process does; return what each holds."""
    digests, backups = [], []
    with open_book(scene.folder) as book:
        officer = Officer(book, ENTRY, scene.seed, scene.folder.parent)
        for number in range(3):
            for deed in range(3):
                officer.do(3 * number + deed)
            digests.append(digest(book))
            if number < 2:
                backups.append(make_kept(_order(scene.folder, number)).path)
        killed = {name: (scene.folder / name).read_bytes() for name in _FILES}
    for name, data in killed.items():
        (scene.folder / name).write_bytes(data)
    return digests, backups


def _order(folder: Path, number: int) -> Order:
    return Order(folder, Why.HAND, OFFICER, NOW + timedelta(minutes=number), Keys())


def _bad_backups(folder: Path) -> Iterator[str]:
    for item in listed(folder / FOLDER):
        try:
            verify(item.path, folder, Secret(), Keys())
        except Exception as error:
            yield f"the backup {item.path.name} is not whole: {error!r}"


def _missing(folder: Path, made: set[str]) -> Iterator[str]:
    for name in sorted(made - {item.path.name for item in listed(folder / FOLDER)}):
        yield f"the backup {name} was told and is not there"


def _without(left: Sequence[str], folder: Path) -> list[str]:
    """Return what is left over among the backups: neither one of them nor a book that was set aside."""
    known = {item.path.name for item in listed(folder / FOLDER)}
    return [name for name in left if name not in known and not name.startswith("so-cu")]


BACKUP = Work("backup beside a working officer", back_up, judge_backups, 2.0, 400, _CALLS)
RESTORE = Work(
    "restoring a backup", bring_back, judge_restoring, 2.0, 600, _CALLS, ends_between=WRITING_WHOLE
)
