"""A backup of ten years of an office beside a working window: packed, read back and verified while somebody types."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

from db.backups.keeping import make_kept
from db.backups.making import Order
from db.rules.backups import Why
from db.sessions import Book
from tests.benchmarks.rows import Amount

_WHO = "Lò Thị Hoa"
_SECONDS, _PAUSE_MS = 3.0, 50.0
_REASON = (
    "Two thirds are reading and writing the book three times over: the snapshot, the file, what is read back."
)
_EVERY = 0.02


def backup_amounts(office: Path, times: int) -> Iterator[Amount]:
    """Measure on an office's folder, while somebody types; how long a write waits is told too."""
    waits: list[float] = []
    done = Event()
    with Book(office) as book:
        typing = Thread(target=_type, args=(book, done, waits))
        typing.start()
        try:
            samples = tuple(_seconds(office) for _ in range(times))
        finally:
            done.set()
            typing.join()
    yield Amount("backup, verified by opening it, beside writing", _SECONDS, samples, "s", reason=_REASON)
    yield Amount("a write while a backup is made", _PAUSE_MS, tuple(waits))


def _seconds(office: Path) -> float:
    began = perf_counter()
    made = make_kept(Order(office, Why.EXIT, _WHO, datetime.now()))
    seconds = perf_counter() - began
    made.path.unlink()
    return seconds


def _type(book: Book, done: Event, waits: list[float]) -> None:
    while not done.wait(_EVERY):
        began = perf_counter()
        with book.writing(who=_WHO) as session:
            session.connection().exec_driver_sql("UPDATE office SET place = place")
        waits.append((perf_counter() - began) * 1_000)
