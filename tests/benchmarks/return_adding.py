"""Returned workbooks read, checked and added up, beside openpyxl loading them; the memory of adding up."""

import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from db.rules.periods import DECREE_09, parse_period
from db.services import units
from db.services.returns.consolidating import consolidate
from db.sessions import Book
from tests.benchmarks.child import marks_of
from tests.benchmarks.large_book import DISTRICT, LAST_YEAR
from tests.benchmarks.rows import Amount, Row
from tests.benchmarks.sampling import Marks, Pairs, Samples, in_turns
from ui.returns.received.batches import read_batch, store_batch

PERIOD = f"{LAST_YEAR - 1}-Q3"
_OFFICER = "benchmark"
# So few are added up for comparison: the memory is to be the same.
FEW = 60
_REASON = "Reading and checking, which comes first, takes more than its own limit already."


def received_office(office: Path, paths: Sequence[Path], folder: Path) -> Path:
    """Copy an office's folder and take workbooks in there."""
    shutil.copytree(office, folder)
    with Book(folder) as book:
        files = read_batch(book, paths, lambda *_: None)
        store_batch(book, _OFFICER, files, (), "", lambda *_: None)
    return folder


def add_up(office: Path) -> int:
    """Add up what an office received; return how many rows come from returns."""
    with Book(office, lock=False) as book, book.reading() as session:
        period = parse_period(PERIOD)
        unit = units.find(session, DISTRICT, period.span(DECREE_09).last)
        found = consolidate(session, set_code="quarterly", unit=unit, period=period)
    return sum(source.file is not None for source in found.sources)


def whole_row(samples: Samples, count: int) -> Row:
    """Return the figure of reading, checking (`own`) and adding up (`adding`) beside `openpyxl`."""
    both = zip(samples.of("own", "whole"), samples.of("adding", "whole"), strict=True)
    pairs = Pairs([reading + adding for reading, adding in both], samples.of("openpyxl", "whole"))
    work = f"reading, checking and adding up {count} returned workbooks of the quarterly set"
    return Row(work, "openpyxl loading them", 0.25, pairs, reason=_REASON)


def adding_amounts(office: Path, paths: Sequence[Path], folder: Path, rounds: int) -> Iterator[Amount]:
    """Measure the most memory that adding up ever held, of few files and of all."""
    folder.mkdir()
    for count in sorted({min(FEW, len(paths)), len(paths)}):
        received = received_office(office, paths[:count], folder / str(count))
        samples = in_turns({"own": partial(_memory, received)}, rounds, warm_up=0)
        work = f"memory of adding up {count} returned workbooks"
        yield Amount(work, 300, tuple(samples.of("own", "memory")), "MB")


def _memory(office: Path) -> Marks:
    return marks_of("tests.benchmarks.adding_memory", str(office), screen={})
