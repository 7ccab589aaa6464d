"""Power cuts: what a disk may hold after one is made of what it held, the book is opened, its tables compared."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from db.sessions import BOOK_NAME
from tests.torture.cut_writer import Moment, moments
from tests.torture.damages import CUTS, IN_FLUSHED, torn_checkpoint
from tests.torture.deeds import open_book
from tests.torture.sections import Asked, Section
from tests.torture.soundness import complaints, digest

_SAYS = """A writer does deeds of entry, and after each the book, its write-ahead log (WAL) and what its tables
hold are noted. Then a copy is damaged as a power cut may leave it, opened, and compared with what its tables held
at the commit up to which the log is whole. *Behind the last synced commit*: the cut falls into the frames of a
change that nobody was told of yet; every acknowledged change must be there. *In flushed frames*: the cut takes
frames that had been flushed, which a right disk does not lose: it proves only that the book opens, is consistent,
and holds exactly an earlier moment; acknowledged changes are lost there, and counted. *In the last checkpoint*:
pages of the book's file are old, new or torn (by sectors of 512 bytes) while the log is whole: nothing may be
lost. Frames are cut off, zeroed from a place on, overwritten with noise, left out singly, or torn by sectors.
Always: integrity_check, foreign_key_check, index of words, the chain of the log up to where it ends."""
_HEADS = ("book", "where", "how", "cuts", "acknowledged changes lost", "inconsistent or wrong moment")
# Moments from which one writer's cuts are taken; a cut is a copy, an opening, a comparison.
_CUTS_A_WRITER = 50
_ENCRYPTED_PART = 6


@dataclass(frozen=True)
class _Cut:
    """One damaged copy: where and how, how many told changes are gone, what is wrong."""

    book: str
    where: str
    how: str
    lost: int
    wrong: Sequence[str]


def power_cuts(asked: Asked) -> Section:
    """Cut the power `asked.runs` times; of each six one on an encrypted book."""
    encrypted = asked.runs // _ENCRYPTED_PART
    cuts: list[_Cut] = []
    for name, key, count in (
        ("plain", None, asked.runs - encrypted),
        ("encrypted", os.urandom(32), encrypted),
    ):
        for cut in _cuts(asked, name, key, count):
            cuts.append(cut)
            asked.say(f"{len(cuts)} of {asked.runs} cuts")
    found = [f"{cut.book} book, {cut.where}, {cut.how}: {wrong}" for cut in cuts for wrong in cut.wrong]
    return Section(_SAYS, _HEADS, list(_rows(cuts)), found)


def _cuts(asked: Asked, name: str, key: bytes | None, count: int) -> Iterator[_Cut]:
    for first in range(0, count, _CUTS_A_WRITER):
        random = Random(f"{asked.seed} {name} {first}")
        folder = asked.folder / f"{name}-{first}"
        known = moments(folder, key, random)
        for number in range(first, min(first + _CUTS_A_WRITER, count)):
            yield _cut(folder, name, key, known, Random(f"{asked.seed} {name} {number}"))
        shutil.rmtree(folder)


def _cut(folder: Path, name: str, key: bytes | None, known: Sequence[Moment], random: Random) -> _Cut:
    spoil = torn_checkpoint if random.random() < 0.2 else random.choice(CUTS)
    damage = spoil(known, random)
    office = folder / "cut"
    office.mkdir()
    (office / BOOK_NAME).write_bytes(damage.book)
    (office / f"{BOOK_NAME}-wal").write_bytes(damage.log)
    wrong = complaints(office, key)
    with open_book(office, key) as book:
        if digest(book) != damage.expected.digest:
            wrong.append("the book holds another moment than the one up to which its log is whole")
    shutil.rmtree(office)
    lost = max(0, damage.told - damage.expected.told)
    if lost and damage.where != IN_FLUSHED:
        wrong.append(f"{lost} acknowledged changes are lost")
    return _Cut(name, damage.where, damage.how, lost, wrong)


def _rows(cuts: Sequence[_Cut]) -> Iterator[Sequence[str]]:
    kinds = Counter((cut.book, cut.where, cut.how) for cut in cuts)
    for kind in sorted(kinds):
        of_kind = [cut for cut in cuts if (cut.book, cut.where, cut.how) == kind]
        lost, wrong = sum(cut.lost for cut in of_kind), sum(bool(cut.wrong) for cut in of_kind)
        yield (*kind, str(kinds[kind]), str(lost), str(wrong))
