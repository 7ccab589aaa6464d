"""What a power cut makes of the files of a moment, and the state that the book must open with then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.torture.cut_writer import Moment, State
from tests.torture.wal_file import FRAME_HEADER, HEADER, page_size

_SECTOR = 512
BEHIND, CHECKPOINT = "behind the last synced commit", "in the last checkpoint"
IN_FLUSHED = "in flushed frames"


@dataclass(frozen=True)
class Damage:
    """Damaged files; the book must hold `expected`, and `told` changes had been acknowledged."""

    where: str
    how: str
    book: bytes
    log: bytes
    expected: State
    told: int


def _of_log(
    how: str, spoil: Callable[[bytes, int, Random], bytes]
) -> Callable[[Sequence[Moment], Random], Damage]:
    """Return a way to spoil the log from a place on that chance chooses."""

    def damage(known: Sequence[Moment], random: Random) -> Damage:
        moment = random.choice(known)
        ends = (HEADER, *moment.ends)
        if random.random() < 0.6 and len(ends) > 1:
            # The last commit is not flushed yet: nobody was told of its change.
            where, told, place = BEHIND, moment.states[-2].told, random.randrange(ends[-2], ends[-1])
        else:
            where, told, place = IN_FLUSHED, moment.states[-1].told, random.randrange(ends[-1])
        log = spoil(moment.log[: ends[-1]], place, random)
        return Damage(where, how, moment.book, log, _state(moment, log), told)

    return damage


def _state(moment: Moment, log: bytes) -> State:
    """Return the state behind the last commit of which every byte is as it was."""
    whole = _same(moment.log, log)
    return moment.states[sum(end <= whole for end in moment.ends)] if whole >= HEADER else moment.states[0]


def _same(one: bytes, other: bytes) -> int:
    """Return how many bytes are alike from the beginning."""
    both = min(len(one), len(other))
    return next((at for at in range(both) if one[at] != other[at]), both)


def _cut_off(log: bytes, place: int, _: Random) -> bytes:
    return log[:place]


def _zeroed(log: bytes, place: int, _: Random) -> bytes:
    return log[:place] + bytes(len(log) - place)


def _noise(log: bytes, place: int, random: Random) -> bytes:
    return log[:place] + random.randbytes(len(log) - place)


def _one_frame_zeroed(log: bytes, place: int, _: Random) -> bytes:
    step = FRAME_HEADER + page_size(log)
    begin = HEADER + max(0, place - HEADER) // step * step
    return log[:begin] + bytes(step) + log[begin + step :]


def _sectors(log: bytes, place: int, random: Random) -> bytes:
    """Let each sector from a place on be written or not, in whatever order the disk chose."""
    begin = place // _SECTOR * _SECTOR
    spoilt = bytearray(log)
    for at in range(begin, len(log), _SECTOR):
        if random.random() < 0.5 and at + _SECTOR > place:
            first = max(at, place)
            spoilt[first : at + _SECTOR] = bytes(len(spoilt[first : at + _SECTOR]))
    return bytes(spoilt)


CUTS = (
    _of_log("cut off", _cut_off),
    _of_log("zeroed", _zeroed),
    _of_log("noise", _noise),
    _of_log("one frame zeroed", _one_frame_zeroed),
    _of_log("torn by sectors", _sectors),
)


def torn_checkpoint(known: Sequence[Moment], random: Random) -> Damage:
    """Let the log be whole, and some pages that it brings into the book be written there, some not, some in half."""
    moment = random.choice(known)
    end, step = moment.ends[-1], FRAME_HEADER + page_size(moment.log)
    book = bytearray(moment.book)
    for begin in range(HEADER, end, step):
        number = int.from_bytes(moment.log[begin : begin + 4], "big")
        page = moment.log[begin + FRAME_HEADER : begin + step]
        if random.random() < 0.6:
            _write_page(book, (number - 1) * len(page), page, random.choice([1, 0.5]), random)
    return Damage(
        CHECKPOINT, "pages torn", bytes(book), moment.log[:end], moment.states[-1], moment.states[-1].told
    )


def _write_page(book: bytearray, place: int, page: bytes, share: float, random: Random) -> None:
    """Write a page into the book, each of its sectors with this chance; beyond its end the file grows."""
    book.extend(bytes(max(0, place + len(page) - len(book))))
    for at in range(0, len(page), _SECTOR):
        if random.random() < share:
            book[place + at : place + at + _SECTOR] = page[at : at + _SECTOR]
