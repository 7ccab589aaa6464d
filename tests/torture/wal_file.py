"""A write-ahead log as bytes: where its commits end (sqlite.org/walformat.html), of encrypted books too."""

import struct
from collections.abc import Iterator

HEADER, FRAME_HEADER = 32, 24


def salt_of(log: bytes) -> bytes:
    """Return what tells this log from those before it in the same file."""
    return log[16:24]


def page_size(log: bytes) -> int:
    """Return the size of the pages in a log."""
    size: int = struct.unpack(">I", log[8:12])[0]
    return size


def commit_ends(log: bytes) -> tuple[int, ...]:
    """Return the place behind each commit of a log, in their order; frames of an earlier log do not count."""
    return tuple(_ends(log)) if len(log) > HEADER else ()


def _ends(log: bytes) -> Iterator[int]:
    step = FRAME_HEADER + page_size(log)
    for begin in range(HEADER, len(log) - step + 1, step):
        _, size_after, *_ = struct.unpack(">II", log[begin : begin + 8])
        if log[begin + 8 : begin + 16] != salt_of(log):
            return
        if size_after:
            yield begin + step
