"""The file of the ring, beside the book: whole or not at all; and its copy, so that losing the file loses nothing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.keyring.places import COPY_NAME, RING_NAME, has_ring
from db.keyring.ring import Ring, plain_of, ring_from
from db.trouble import telling
from db.whole_files import replacing

_ASIDE_NAME = "so-pcmd.khoa.truoc"
_LOCK_NAME = "so-pcmd.khoa.lock"
# Whoever writes the ring is done in a moment.
_LONGEST_WAIT = 20
# Some hundred accounts; a larger file is none of ours.
_MOST_BYTES = 256 * 2**10


class RingNotReadable(Exception):
    """The file of accounts is damaged, or of a newer program; nobody can sign in, and nothing was changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


def load_ring(folder: Path) -> Ring | None:
    """Return the ring of an office's folder, none where it works without accounts; raises RingNotReadable.

    The copy stands in for a file that is gone or damaged.
    """
    for name in (RING_NAME, COPY_NAME):
        with suppress(RingNotReadable, FileNotFoundError):
            return _read(folder / name)
    if has_ring(folder):
        raise RingNotReadable(folder / RING_NAME)
    return None


def copy_of_ring(folder: Path) -> Ring | None:
    """Return the ring as it was last written by a change of accounts; none where that cannot be read."""
    with suppress(RingNotReadable, FileNotFoundError):
        return _read(folder / COPY_NAME)
    return None


@contextmanager
def ring_alone(folder: Path) -> Iterator[None]:
    """Keep every other process from writing the ring meanwhile: a command may stand beside the window."""
    from filelock import FileLock

    with telling(folder / RING_NAME), FileLock(folder / _LOCK_NAME, timeout=_LONGEST_WAIT):
        yield


def ring_of(data: bytes) -> Ring:
    """Return the ring of a file's bytes; raises ValueError for what is none."""
    if len(data) > _MOST_BYTES:
        raise ValueError("too long")
    try:
        return ring_from(json.loads(data))
    except (KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ValueError("no ring") from error


def ring_bytes(ring: Ring) -> bytes:
    """Return the ring as its file holds it."""
    return json.dumps(plain_of(ring), ensure_ascii=False, indent=1).encode()


def save_ring(folder: Path, ring: Ring) -> None:
    """Write the ring after a change of accounts; raises TargetNotWritable, and the earlier one stays."""
    count_in_ring(folder, ring)
    with replacing(folder / COPY_NAME) as path:
        path.write_bytes(ring_bytes(ring))


def count_in_ring(folder: Path, ring: Ring) -> None:
    """Write the ring where only wrong passwords were counted: the copy has no need of them."""
    with replacing(folder / RING_NAME) as path:
        path.write_bytes(ring_bytes(ring))


def drop_ring(folder: Path) -> None:
    """Work without accounts from now on; the file goes last, so that it is whole until then."""
    with telling(folder / RING_NAME):
        (folder / COPY_NAME).unlink(missing_ok=True)
        (folder / RING_NAME).unlink(missing_ok=True)


def set_ring_aside(folder: Path) -> None:
    """Keep a ring without a book under another name: it opens the backups of the book that is gone."""
    ring = load_ring(folder)
    if ring is not None:
        with replacing(folder / _ASIDE_NAME) as path:
            path.write_bytes(ring_bytes(ring))
        drop_ring(folder)


def _read(path: Path) -> Ring:
    try:
        with path.open("rb") as file:
            return ring_of(file.read(_MOST_BYTES + 1))
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        raise RingNotReadable(path) from error
