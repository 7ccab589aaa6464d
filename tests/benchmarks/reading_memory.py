"""Reads and checks the first workbooks of a folder as a process of its own; tells the most memory that it and its
child held together.

Arguments: the office's folder, the folder of workbooks, how many.
"""

import resource
import sys
from pathlib import Path

from db.sessions import Book
from tests.benchmarks.telling import memory_mb, say
from ui.returns.received.batches import read_batch


def main(office: str, folder: str, count: str) -> int:
    """Read them and tell."""
    paths = sorted(Path(folder).iterdir())[: int(count)]
    with Book(Path(office), lock=False) as book:
        read_batch(book, paths, lambda *_: None)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    say("memory", memory_mb() + child)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
